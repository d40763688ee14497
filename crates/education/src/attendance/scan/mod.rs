//! The door: operators scan participants' tickets. Not the ticket itself (registration).

pub(crate) mod actions;
pub(crate) mod pages;
