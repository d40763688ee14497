//! Stories of the page made to be shared: written by owners, read by neighbours without account, counted without knowing anybody.

mod page;
mod reach;
mod scene;
mod writing;
