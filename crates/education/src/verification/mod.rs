//! The noun "verification": anybody asks whether a certificate is genuine, by its address, its number or its file. Not issuing or withdrawing.

pub(crate) mod actions;
mod admission;
pub(crate) mod file;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod routes;
