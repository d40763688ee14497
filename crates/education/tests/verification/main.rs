//! What becomes of certificates: anybody verifies them, and their holders see what they add up to.

#![allow(clippy::unwrap_used)]

#[path = "../world/mod.rs"]
mod world;

mod files;
mod learning;
mod pages;
mod scene;
