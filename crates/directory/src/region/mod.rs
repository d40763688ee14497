//! Provinces, regencies and cities.

pub(crate) mod queries;
