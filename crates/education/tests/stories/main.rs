//! Stories of education: each walks in by the front door, on both databases. One binary, so that everything below it is linked once.

#![allow(clippy::unwrap_used)]

mod activity;
mod attendance;
mod certificate;
mod evaluation;
mod heirs;
mod hostile;
mod material;
mod notices;
mod obligation;
mod registration;
mod room;
mod share;
mod template;
mod trigger;
mod verification;
mod warning;
mod world;
