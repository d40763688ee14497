//! The noun "material": slides, documents and links to recordings of an activity, and who may see them when. Not the page made to be shared
//! (`share`), and not how files are kept (crate `store`).

pub(crate) mod actions;
pub(crate) mod card;
pub(crate) mod cleaning;
pub(crate) mod demo;
pub(crate) mod files;
pub(crate) mod form;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;
pub(crate) mod routes;
pub(crate) mod shelf;
pub(crate) mod telling;
pub(crate) mod upload;
