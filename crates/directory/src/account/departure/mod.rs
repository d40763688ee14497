//! Leaving the service: the account ends at once, what was done stays. Not moving to another unit, which keeps the account.

pub(crate) mod actions;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;
