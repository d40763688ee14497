//! Which columns a file must and may have, and reading their cells by name.

use kernel::sheet::{Header, Row};

use super::Fault;
use crate::identity::cleaned;

#[derive(Clone, Copy, Debug)]
pub struct Columns {
    pub required: &'static [&'static str],
    pub optional: &'static [&'static str],
}

impl Columns {
    /// Before the first row: a file without these columns is refused whole. Columns that nobody asked for are ignored.
    pub fn check(&self, header: &Header) -> Result<(), Fault> {
        let missing = header.missing(self.required);
        if !missing.is_empty() {
            return Err(Fault::new("", "import-columns-missing").with("columns", missing.join(", ")));
        }
        let repeated = [header.repeated(self.required), header.repeated(self.optional)].concat();
        if !repeated.is_empty() {
            return Err(Fault::new("", "import-columns-repeated").with("columns", repeated.join(", ")));
        }
        Ok(())
    }

    /// Whether the row says nothing that we read. Such rows are skipped without a word.
    pub fn is_blank(&self, header: &Header, row: &Row) -> bool {
        let names = self.required.iter().chain(self.optional);
        names.filter_map(|name| header.position(name)).all(|index| cleaned(row.cell(index)).is_empty())
    }

    /// A longer row than the header has shifted cells; a shorter one may only lack optional ones.
    pub(super) fn fit(&self, header: &Header, row: &Row) -> Result<(), Fault> {
        let (expected, found) = (header.names.len(), row.cells.len());
        let ends_early = self.required.iter().filter_map(|name| header.position(name)).any(|index| index >= found);
        let key = match found {
            _ if found > expected => "import-row-long",
            _ if ends_early => "import-row-short",
            _ => return Ok(()),
        };
        Err(Fault::new("", key).with("expected", expected).with("found", found))
    }
}

/// Cleaned; empty if there is no such column or cell.
pub(super) fn text(header: &Header, row: &Row, name: &str) -> String {
    raw(header, row, name).map(cleaned).unwrap_or_default()
}

pub(super) fn raw<'r>(header: &Header, row: &'r Row, name: &str) -> Option<&'r str> {
    header.position(name).map(|index| row.cell(index))
}
