//! The noun "learning": lesson hours (JP) by the state's rules, and a person's own account of them. Not how certificates come to be (certificate).

pub(crate) mod counting;
pub(crate) mod files;
pub(crate) mod pages;
pub(crate) mod panel;
pub(crate) mod queries;
pub(crate) mod routes;
#[allow(dead_code)]
pub(crate) mod rules;
#[cfg(test)]
mod tests;
pub(crate) mod year;
