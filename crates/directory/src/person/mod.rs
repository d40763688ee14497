//! People: one account for life, in one unit at a time.

pub(crate) mod queries;

/// What lists are sorted and searched by.
pub(crate) fn search_name(name: &str) -> String {
    name.to_lowercase()
}
