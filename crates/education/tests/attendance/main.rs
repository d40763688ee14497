//! Stories of attendance: codes, door, meeting reports, corrections and the list, through the front door, on both databases.

#![allow(clippy::unwrap_used)]

mod check_in;
mod decisions;
mod door;
mod ledger;
mod reports;
mod roll;
mod scene;
#[path = "../world/mod.rs"]
mod world;
