//! Regions, agencies, their offices, and the people in them.

pub mod identity;
pub mod import;
