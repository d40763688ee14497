//! Cuts text into rows and cells, forgiving what people's files contain; linear in the text whatever it holds.

use std::borrow::Cow;

/// Cells beyond this are dropped: no report is so wide.
const MOST_CELLS: usize = 512;
/// A quoted cell may run over line ends, but not for longer than this: else its quote was never meant to open one.
const LONGEST_QUOTED: usize = 8 * 1024;

pub(super) struct Rows<'a> {
    rest: &'a str,
    separator: u8,
    line: u32,
}

pub(super) type Cells<'a> = Vec<Cow<'a, str>>;

impl<'a> Rows<'a> {
    pub(super) fn new(text: &'a str, separator: u8) -> Self {
        Self { rest: text, separator, line: 0 }
    }

    /// Fills `cells` with the next row and says which it is, counting from 1 as a spreadsheet does.
    pub(super) fn next_into(&mut self, cells: &mut Cells<'a>) -> Option<u32> {
        cells.clear();
        if self.rest.is_empty() {
            return None;
        }
        self.line = self.line.saturating_add(1);
        loop {
            let (cell, end) = self.cell();
            if cells.len() < MOST_CELLS {
                cells.push(cell);
            }
            let ended_by = self.rest.as_bytes().get(end).copied();
            let crlf = ended_by == Some(b'\r') && self.rest.as_bytes().get(end + 1) == Some(&b'\n');
            let skip = if crlf { 2 } else { 1 };
            self.rest = self.rest.get(end + skip..).unwrap_or_default();
            if ended_by != Some(self.separator) {
                return Some(self.line);
            }
        }
    }

    /// The cell at the start of `rest` and where the byte that ends it is.
    fn cell(&self) -> (Cow<'a, str>, usize) {
        if self.rest.starts_with('"')
            && let Some(closing) = self.closing_quote()
        {
            let inner = &self.rest[1..closing];
            let cell = if inner.contains("\"\"") { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) };
            return (cell, closing + 1);
        }
        let end = self.rest.bytes().position(|byte| self.ends_cell(byte)).unwrap_or(self.rest.len());
        (Cow::Borrowed(&self.rest[..end]), end)
    }

    /// Where the opening quote is closed; none when what follows shows that it opens nothing.
    fn closing_quote(&self) -> Option<usize> {
        let bytes = self.rest.as_bytes();
        let mut at = 1;
        while at < bytes.len().min(LONGEST_QUOTED) {
            if bytes[at] != b'"' {
                at += 1;
                continue;
            }
            match bytes.get(at + 1) {
                Some(b'"') => at += 2,
                Some(&next) if !self.ends_cell(next) => return None,
                _ => return Some(at),
            }
        }
        None
    }

    fn ends_cell(&self, byte: u8) -> bool {
        byte == self.separator || byte == b'\n' || byte == b'\r'
    }
}
