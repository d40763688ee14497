//! The dates of one activity that belong together.

pub(crate) mod queries;
