//! Stories of the directory, through its front door and on both databases.

#![allow(clippy::unwrap_used)]

mod account;
mod agency;
mod import;
mod import_files;
mod import_pages;
mod lookup;
mod person;
mod region;
mod reorganisation;
mod world;

use std::path::PathBuf;

use kernel::{App, testing, web::Setup};

const SETUP: Setup = Setup { domains: &[directory::DOMAIN], identify: directory::identify, dress: ui::visit::dress };

async fn both<F: AsyncFn(App)>(story: F) {
    testing::both(SETUP, directory::MIGRATIONS, story).await;
}

/// The real input, which lies beside the workspace or where `GUYUB_SHARED` says; `None` skips a story with a word.
fn input(name: &str) -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var("GUYUB_SHARED").unwrap_or_else(|_| beside.to_owned());
    let path = PathBuf::from(folder).join("data").join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not there; GUYUB_SHARED names the folder with data/", path.display());
        return None;
    }
    Some(path)
}
