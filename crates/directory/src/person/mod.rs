//! People: one account for life, in one unit at a time.

pub(crate) mod queries;
