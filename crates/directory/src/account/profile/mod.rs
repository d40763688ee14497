//! The page of one's own account, and what one does there: password and sessions. Tokens are next door.

pub(crate) mod actions;
pub(crate) mod pages;
