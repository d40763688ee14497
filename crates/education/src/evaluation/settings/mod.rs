//! How owners set the evaluation of their activity up.

pub(crate) mod actions;
pub(crate) mod pages;
pub(crate) mod queries;
