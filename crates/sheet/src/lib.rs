//! Tables of text from strangers, and tables for strangers. Knows encodings, separators and spreadsheets; not what a column means.

mod decoding;
mod reading;
mod spreadsheet;
#[cfg(test)]
mod tests;
mod writing;
mod written;

pub use reading::{Header, Limits, Row, RowFault, Rows, Unreadable};
pub use spreadsheet::{Unwritable, xlsx};
pub use writing::Csv;
pub use written::Written;
