//! Stories of certificates: designed, numbered, issued, withdrawn, through the front door, on both databases.

#![allow(clippy::unwrap_used)]

mod bad_input;
mod issuing;
mod numbering;
#[allow(dead_code)]
#[path = "../attendance/scene.rs"]
mod scene;
mod shelf;
mod withdrawing;
#[path = "../world/mod.rs"]
mod world;
