//! Every key has a text in both languages, with the same places, and no text is left over.

use std::collections::{BTreeMap, BTreeSet};

const INDONESIAN: &str = include_str!("../../../text/import.id.ftl");
const ENGLISH: &str = include_str!("../../../text/import.en.ftl");
const SOURCES: &[&str] = &[
    include_str!("../../../identity.rs"),
    include_str!("../../../identity/nip.rs"),
    include_str!("../../../identity/person_name.rs"),
    include_str!("../../agencies.rs"),
    include_str!("../../people.rs"),
    include_str!("../../regions.rs"),
    include_str!("../../rows.rs"),
    include_str!("../../run.rs"),
    include_str!("../agency.rs"),
    include_str!("../columns.rs"),
    include_str!("../person.rs"),
    include_str!("../region.rs"),
    include_str!("../seen.rs"),
    include_str!("../unit.rs"),
];

#[test]
fn every_key_has_a_text_in_both_languages() {
    let quoted = SOURCES.iter().flat_map(|source| source.split('"'));
    let used: BTreeSet<&str> = quoted.filter(|text| text.starts_with("import-")).collect();

    assert_eq!(places(INDONESIAN), places(ENGLISH));
    assert_eq!(places(INDONESIAN).into_keys().collect::<BTreeSet<_>>(), used);
}

/// The keys of a Fluent file, each with the names of its places.
fn places(file: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let texts = file.lines().filter_map(|line| line.split_once(" = "));
    texts.map(|(key, text)| (key, text.split("{ $").skip(1).filter_map(|place| place.split(' ').next()).collect())).collect()
}
