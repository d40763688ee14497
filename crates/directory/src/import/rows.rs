//! Rows of the three files as values, or the faults that say what to do. Pure: no database, no file, no screen.

mod agency;
mod columns;
mod person;
mod region;
mod seen;
#[cfg(test)]
mod tests;
pub(crate) mod unit;

use kernel::sheet::{RowFault, Unreadable};

pub use agency::AgencyRow;
pub use columns::Columns;
pub use person::PersonRow;
pub use region::{RegionKind, RegionRow};
pub use seen::{Seen, Sighting};
pub use unit::UnitReference;

/// What is wrong, or only odd, in the words of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The column as the file calls it; empty for the row or the file as a whole.
    pub field: &'static str,
    /// Of the text in `text/import.*.ftl`, which says what to do.
    pub key: &'static str,
    /// For the places in that text. Never a service or citizen's number.
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    pub fn new(field: &'static str, key: &'static str) -> Fault {
        Fault { field, key, args: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Fault {
        self.args.push((name, shown(&value.to_string())));
        self
    }

    fn with_all(mut self, args: Vec<(&'static str, String)>) -> Fault {
        self.args.extend(args);
        self
    }
}

/// The whole file is refused.
impl From<&Unreadable> for Fault {
    fn from(unreadable: &Unreadable) -> Fault {
        match unreadable {
            Unreadable::Empty => Fault::new("", "import-file-empty"),
            Unreadable::Binary => Fault::new("", "import-file-binary"),
            Unreadable::Header(fault) => Fault::from(fault),
            Unreadable::Io(_) => Fault::new("", "import-file-interrupted"),
        }
    }
}

/// One row is refused, or reading ended there (`RowFault::is_final`).
impl From<&RowFault> for Fault {
    fn from(fault: &RowFault) -> Fault {
        let line = fault.line();
        match fault {
            RowFault::TooManyColumns { columns, .. } => Fault::new("", "import-row-many-columns").with("columns", columns),
            RowFault::CellTooLong { column, .. } => Fault::new("", "import-row-cell-long").with("column", column),
            RowFault::QuoteNotClosed { .. } => Fault::new("", "import-row-quote").with("line", line),
            RowFault::RowTooLong { .. } => Fault::new("", "import-row-quote").with("line", line),
            RowFault::TooManyRows { .. } => Fault::new("", "import-file-rows").with("line", line),
            RowFault::TooLarge { .. } => Fault::new("", "import-file-large").with("line", line),
            RowFault::Io { .. } => Fault::new("", "import-file-interrupted"),
        }
    }
}

/// A text from the file as a message may repeat it: short, and without long numbers, which could be a person's.
fn shown(text: &str) -> String {
    let start: String = text.chars().take(60).collect();
    let digits = start.chars().filter(char::is_ascii_digit).count();
    if digits < 9 { start } else { start.chars().map(|letter| if letter.is_ascii_digit() { '•' } else { letter }).collect() }
}
