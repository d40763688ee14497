//! The noun "warning" (peringatan dini): what civil servants must avoid, with its rule; read and confirmed by those it is for. Not a notice.

pub(crate) mod actions;
pub(crate) mod edit_page;
pub(crate) mod form;
pub(crate) mod list_page;
pub(crate) mod load;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod panel;
pub(crate) mod policy;
pub(crate) mod queries;
pub(crate) mod readers;
pub(crate) mod routes;
