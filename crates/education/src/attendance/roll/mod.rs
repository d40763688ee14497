//! The attendance list: page, print, and files for spreadsheets. The ledger it rests on is elsewhere.

pub(crate) mod actions;
pub(crate) mod files;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod rows;
