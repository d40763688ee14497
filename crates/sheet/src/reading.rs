//! Rows of a delimited text, one at a time, with the line where each begins. Nothing is held but the current row.

use std::io::{self, Read};

use csv::{ByteRecord, Reader, ReaderBuilder, Terminator};

use super::decoding::{END, Stop, Text};

/// Bounds of what is read; a text beyond them is refused, never cut short.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Of the whole text, as it comes.
    pub bytes: u64,
    pub rows: u64,
    pub columns: usize,
    /// Of one cell, in bytes of UTF-8.
    pub cell: usize,
    /// Of one row, in bytes of UTF-8; at least 128 KiB are needed for reading ahead.
    pub row: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { bytes: 128 << 20, rows: 1_000_000, columns: 256, cell: 32 << 10, row: 1 << 20 }
    }
}

/// Why there are no rows at all.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("the text has no line with letters")]
    Empty,
    #[error("this is a spreadsheet file or another binary, not text")]
    Binary,
    #[error("the header line cannot be read: {0}")]
    Header(RowFault),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What is wrong with one row, at the line where it begins (first line of the file = 1).
#[derive(Debug, thiserror::Error)]
pub enum RowFault {
    #[error("line {line}: {columns} columns")]
    TooManyColumns { line: u64, columns: usize },
    /// `column` counts from 1.
    #[error("line {line}: column {column} is too long")]
    CellTooLong { line: u64, column: usize },
    #[error("line {line}: a quote is opened and never closed")]
    QuoteNotClosed { line: u64 },
    #[error("line {line}: the row is too long, perhaps a quote is never closed")]
    RowTooLong { line: u64 },
    #[error("line {line}: too many rows")]
    TooManyRows { line: u64 },
    #[error("line {line}: the file is too large")]
    TooLarge { line: u64 },
    #[error("line {line}: {error}")]
    Io { line: u64, error: io::Error },
}

impl RowFault {
    pub fn line(&self) -> u64 {
        match self {
            RowFault::TooManyColumns { line, .. }
            | RowFault::CellTooLong { line, .. }
            | RowFault::QuoteNotClosed { line }
            | RowFault::RowTooLong { line }
            | RowFault::TooManyRows { line }
            | RowFault::TooLarge { line }
            | RowFault::Io { line, .. } => *line,
        }
    }

    /// Nothing follows: what comes after it in the file was not read.
    pub fn is_final(&self) -> bool {
        !matches!(self, RowFault::TooManyColumns { .. } | RowFault::CellTooLong { .. })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where the row begins in the file; a quoted cell may span several lines.
    pub line: u64,
    pub cells: Vec<String>,
}

impl Row {
    /// As written; empty beyond the row's end.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", String::as_str)
    }

    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Column names, found whatever their case, with spaces, underscores and hyphens alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub names: Vec<String>,
    folded: Vec<String>,
}

impl Header {
    /// Any row can be one: reports carry several tables below each other.
    pub fn of(row: &Row) -> Header {
        let names: Vec<String> = row.cells.iter().map(|cell| cell.trim().to_owned()).collect();
        Header { folded: names.iter().map(|name| folded(name)).collect(), names }
    }

    /// Index of the first column of that name.
    pub fn position(&self, name: &str) -> Option<usize> {
        let name = folded(name);
        self.folded.iter().position(|known| *known == name)
    }

    pub fn missing<'n>(&self, required: &[&'n str]) -> Vec<&'n str> {
        required.iter().copied().filter(|name| self.position(name).is_none()).collect()
    }

    /// Those of `names` that more than one column claims.
    pub fn repeated<'n>(&self, names: &[&'n str]) -> Vec<&'n str> {
        let columns = |name: &str| self.folded.iter().filter(|known| **known == folded(name)).count();
        names.iter().copied().filter(|name| columns(name) > 1).collect()
    }
}

/// Rows after the header. After a final fault it yields nothing more.
pub struct Rows<'r> {
    reader: Reader<Text<'r>>,
    header: Header,
    limits: Limits,
    record: ByteRecord,
    /// Lines consumed before the reader saw any.
    skipped: u64,
    seen: u64,
    is_over: bool,
}

impl<'r> Rows<'r> {
    /// Within the default limits. The first line that is not blank is the header.
    pub fn open(reader: impl Read + Send + 'r) -> Result<Rows<'r>, Unreadable> {
        Rows::open_within(reader, Limits::default())
    }

    pub fn open_within(reader: impl Read + Send + 'r, limits: Limits) -> Result<Rows<'r>, Unreadable> {
        let mut text = match Text::open(reader, limits.bytes) {
            Ok(Some(text)) => text,
            Ok(None) => return Err(Unreadable::Binary),
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                return Err(Unreadable::Header(RowFault::TooLarge { line: 1 }));
            }
            Err(error) => return Err(error.into()),
        };
        let (separator, skipped) = separator(&mut text);
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .terminator(Terminator::Any(b'\n'))
            .buffer_capacity(READ_AHEAD)
            .from_reader(text);
        let (header, record) = (Header::default(), ByteRecord::new());
        let mut rows = Rows { reader, header, limits, record, skipped, seen: 0, is_over: false };
        rows.header = match rows.by_ref().find(|row| !row.as_ref().is_ok_and(Row::is_blank)) {
            None => return Err(Unreadable::Empty),
            Some(row) => Header::of(&row.map_err(Unreadable::Header)?),
        };
        Ok(rows)
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    fn read(&mut self) -> Option<Result<Row, RowFault>> {
        let next_line = self.skipped + self.reader.position().line();
        self.reader.get_mut().allow_row(self.limits.row.max(2 * READ_AHEAD));
        match self.reader.read_byte_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => return Some(Err(self.broken(next_line, error))),
        }
        let inner_newlines = self.record.as_slice().iter().filter(|&&byte| byte == b'\n').count() as u64;
        let line_after = self.skipped + self.reader.position().line();
        match self.record.as_slice() {
            [END] => return None,
            [.., END] => return Some(Err(RowFault::QuoteNotClosed { line: line_after - inner_newlines })),
            _ => {}
        }
        Some(self.checked(line_after - inner_newlines - 1))
    }

    fn checked(&mut self, line: u64) -> Result<Row, RowFault> {
        self.seen += 1;
        if self.seen > self.limits.rows.saturating_add(1) {
            return Err(RowFault::TooManyRows { line });
        }
        if self.record.len() > self.limits.columns {
            return Err(RowFault::TooManyColumns { line, columns: self.record.len() });
        }
        if let Some(index) = self.record.iter().position(|cell| cell.len() > self.limits.cell) {
            return Err(RowFault::CellTooLong { line, column: index + 1 });
        }
        let cells = self.record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned());
        Ok(Row { line, cells: cells.collect() })
    }

    fn broken(&self, line: u64, error: csv::Error) -> RowFault {
        match self.reader.get_ref().stop() {
            Some(Stop::RowTooLong) => RowFault::RowTooLong { line },
            Some(Stop::TextTooLong) => RowFault::TooLarge { line },
            None => RowFault::Io { line, error: error.into() },
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, RowFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let row = self.read();
        self.is_over = match &row {
            None => true,
            Some(Ok(_)) => false,
            Some(Err(fault)) => fault.is_final(),
        };
        row
    }
}

const READ_AHEAD: usize = 64 * 1024;

fn folded(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '_' | '-'));
    let spaced: String = letters.map(|letter| if matches!(letter, '_' | '-') { ' ' } else { letter }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The separator of the first line that has any, and the lines taken away (spreadsheets write `sep=;` above the table).
fn separator(text: &mut Text<'_>) -> (u8, u64) {
    let first_line = text.sample().split(|&byte| byte == b'\n').next().unwrap_or_default();
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator @ (b',' | b';' | b'\t')] = *first_line {
        text.skip(first_line.len() + 1);
        return (separator, 1);
    }
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for &byte in text.sample() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            byte if !is_quoted => counts.iter_mut().filter(|(mark, _)| *mark == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    // of equals the comma, being first
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(b',', |(mark, _)| *mark), 0)
}
