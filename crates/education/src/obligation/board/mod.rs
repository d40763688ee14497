//! The board: how the offices that owe something stand, in totals for everybody and by name for those above them. Reads only.

mod drawings;
pub(crate) mod files;
pub(crate) mod list_page;
pub(crate) mod load;
mod map;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;
pub(crate) mod shown;
