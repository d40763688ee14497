//! Lists: many people registered at once by number, pasted or as a file; the good ones are taken, the others come back with the reason.

pub(crate) mod actions;
mod model;
mod numbers;
pub(crate) mod pages;
pub(crate) mod queries;
