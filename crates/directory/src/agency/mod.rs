//! Agencies and offices: one tree, whose nodes keep their history. What an agency says of itself is in `profile`, how the tree changes in
//! `reorganisation`.

pub(crate) mod effective;
pub(crate) mod history;
pub(crate) mod listing;
pub(crate) mod pages;
pub(crate) mod picking;
pub(crate) mod profile;
pub(crate) mod published;
pub(crate) mod queries;
pub(crate) mod reorganisation;

use crate::import::rows::UnitReference;

/// What searching looks at: names and code without spaces and signs, the name most people use first.
pub(crate) fn search_name(short_name: &str, name: &str, code: &str) -> String {
    [short_name, name, code].map(UnitReference::folded).join(" ")
}

/// Kinds that the product has names for, from the centre outwards. Files may bring others, which are shown as they are written.
pub const KINDS: [&str; 9] = [
    "kementerian-koordinator",
    "kementerian",
    "lembaga",
    "lembaga-negara",
    "pemda-provinsi",
    "pemda-kabkota",
    "unit-eselon-1",
    "kanwil",
    "kantor",
];

pub(crate) fn kind_name(t: &ui::Tongue, kind: &str) -> String {
    if KINDS.contains(&kind) { t.name("agency-kind", kind) } else { kind.replace('-', " ") }
}
