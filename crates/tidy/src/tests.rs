//! The one test that holds the whole tree to the rules. That each rule can fail is shown beside the rule.

use std::path::Path;

use crate::complaints;

#[test]
fn the_house_is_tidy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");

    let complaints = complaints(&root).expect("source tree");

    assert!(complaints.is_empty(), "{} complaints\n\n{}\n", complaints.len(), complaints.join("\n"));
}
