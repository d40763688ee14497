//! The noun "share": a page of an activity made for families and neighbours, its picture and ready text, and how often it is opened. It needs
//! no account and no script, and knows nobody who reads it.

pub(crate) mod actions;
pub(crate) mod demo;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod panel;
mod picture;
mod policy;
pub(crate) mod public_page;
pub(crate) mod queries;
mod reach;
pub(crate) mod routes;
mod wording;
