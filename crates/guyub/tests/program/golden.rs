//! Doors and contracts as files, so that a change of either shows in review. `GOLDEN=1` writes them anew.

use std::path::Path;

#[test]
fn doors_are_as_in_routes_txt() {
    compare("routes.txt", &guyub::route_table());
}

#[test]
fn the_api_is_as_in_openapi_json() {
    compare("openapi.json", &guyub::openapi_text());
}

fn compare(name: &str, present: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("GOLDEN").is_some() {
        std::fs::write(&path, present).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    let differing = present.lines().zip(golden.lines()).find(|(now, then)| now != then);
    assert!(present == golden, "{name} is not as it was: {differing:?}. Look at it, then: GOLDEN=1 cargo test -p guyub golden");
}
