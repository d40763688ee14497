//! The noun "host": agencies asked to own an activity together, and their answers. All who accepted own it equally.

pub(crate) mod actions;
pub(crate) mod pages;
pub(crate) mod queries;
