//! What every domain needs and no domain owns. Names no domain noun.

pub mod sheet;
