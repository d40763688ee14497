//! How a person comes to another unit or leaves the service: with history, and with the end of what the old unit gave.

pub(crate) mod actions;
pub(crate) mod pages;
pub(crate) mod recording;
