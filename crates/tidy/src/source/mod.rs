//! The source tree as the rules see it: files, Rust with comments and literals set apart, functions. No rule is decided here.

mod function;
mod rust;
mod tree;

pub(crate) use function::{Function, functions};
pub(crate) use rust::{Literal, RustFile, paths, words};
pub(crate) use tree::{File, Tree, crate_of};
