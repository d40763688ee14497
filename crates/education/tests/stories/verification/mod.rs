//! What becomes of certificates: anybody verifies them, and their holders see what they add up to.

mod files;
mod learning;
mod pages;
mod scene;
