//! Provinces, regencies and cities.

pub(crate) mod counts;
pub(crate) mod pages;
pub(crate) mod queries;
