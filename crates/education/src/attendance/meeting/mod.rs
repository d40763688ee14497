//! Meeting reports that owners upload: rows kept, matched to registrations, decided one by one. Reading the files is `report`'s.

pub(crate) mod actions;
pub(crate) mod decisions;
pub(crate) mod matching;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod upload;
pub(crate) mod views;
