//! How the tree changes: an agency gets another name, place or region, merges into another, is split, ends. Not what it says of itself.

pub(crate) mod actions;
pub(crate) mod confirmation;
mod handover;
mod load;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod parts;
pub(crate) mod policy;
pub(crate) mod queries;
mod recording;
mod split;
