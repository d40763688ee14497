//! The results, for owners whole, for speakers their own: indexes with their category, distributions, trend, words. Only what was released.

pub(crate) mod files;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod view;
