//! The noun "template": an activity that went well, as a pattern that other agencies start from; and the tasks that a draft gets from it.

pub(crate) mod actions;
pub(crate) mod content;
pub(crate) mod form;
pub(crate) mod list_page;
pub(crate) mod load;
pub(crate) mod making;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod task;
