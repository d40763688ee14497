//! Tables for spreadsheets and programs: UTF-8 with a mark, CRLF, RFC 4180. No cell can become a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

pub struct Csv<W: Write> {
    writer: csv::Writer<W>,
}

impl<W: Write> Csv<W> {
    pub fn new(mut target: W, header: &[&str]) -> io::Result<Csv<W>> {
        // without the mark, spreadsheets take UTF-8 for Windows-1252
        target.write_all("\u{FEFF}".as_bytes())?;
        let writer = WriterBuilder::new().flexible(true).terminator(Terminator::CRLF).from_writer(target);
        let mut csv = Csv { writer };
        csv.row(header)?;
        Ok(csv)
    }

    pub fn row<S: AsRef<str>>(&mut self, cells: &[S]) -> io::Result<()> {
        let guarded = cells.iter().map(|cell| guarded(cell.as_ref()));
        self.writer.write_record(guarded.map(|cell| cell.into_owned())).map_err(io::Error::from)
    }

    pub fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(|error| io::Error::from(error.error().kind()))
    }
}

/// An apostrophe before whatever a spreadsheet would take for a formula: at the start of the cell, and after a semicolon,
/// tab or line break, because where the list separator is a semicolon these begin cells of their own.
pub(super) fn guarded(cell: &str) -> Cow<'_, str> {
    if !cell.contains(is_dangerous) && !cell.contains('\0') {
        return Cow::Borrowed(cell);
    }
    let mut safe = String::with_capacity(cell.len() + 2);
    let mut is_start = true;
    for letter in cell.chars().filter(|letter| *letter != '\0') {
        if is_start && is_dangerous(letter) {
            safe.push('\'');
        }
        safe.push(letter);
        let is_invisible = letter.is_whitespace() || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '"');
        is_start = letter == ';' || matches!(letter, '\t' | '\r' | '\n') || (is_start && is_invisible);
    }
    Cow::Owned(safe)
}

fn is_dangerous(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}
