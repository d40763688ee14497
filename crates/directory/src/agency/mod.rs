//! Agencies and offices: one tree, whose nodes keep their history.

pub(crate) mod queries;

use crate::import::rows::UnitReference;

/// What searching looks at: names and code without spaces and signs, the name most people use first.
pub(crate) fn search_name(short_name: &str, name: &str, code: &str) -> String {
    [short_name, name, code].map(UnitReference::folded).join(" ")
}
