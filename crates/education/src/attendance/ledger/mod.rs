//! The ledger of one participant, for owners: what proves what, and corrections with their reasons.

pub(crate) mod actions;
pub(crate) mod pages;
pub(crate) mod queries;
