//! People: one account for life, in one unit at a time. How they come to another is in `placement`; how they sign in is not here.

pub(crate) mod listing;
pub(crate) mod pages;
pub(crate) mod placement;
pub(crate) mod policy;
pub(crate) mod published;
pub(crate) mod queries;

/// What lists are sorted and searched by.
pub(crate) fn search_name(name: &str) -> String {
    name.to_lowercase()
}
