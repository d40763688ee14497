//! A rule: which offices owe how many activities per period, and what counts. Changed and withdrawn only for periods to come.

pub(crate) mod actions;
pub(crate) mod form;
pub(crate) mod load;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;
