//! The face of every page: layout, components, Indonesian formats, texts, charts. It names no domain noun and reads no database.

#![cfg_attr(test, allow(clippy::unwrap_used))]

extern crate self as ui; // Templates say `ui::...` in this crate as in every other.

pub mod address;
pub mod assets;
pub mod chart;
pub mod failure;
pub mod form;
pub mod format;
pub mod frame;
pub mod markup;
pub mod packing;
pub mod parse;
pub mod qr;
pub mod text;
pub mod tiles;
pub mod visit;
pub mod zone;

pub use failure::FailurePage;
pub use form::{Choice, Errors, Form};
pub use frame::{Account, Flash, FlashKind, Frame, Link, MenuItem};
pub use markup::Markup;
pub use text::{Lang, Tongue};
pub use zone::Zone;

#[cfg(test)]
mod tests;
