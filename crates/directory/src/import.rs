//! Regions, agencies and people from files.

pub mod rows;
