//! Reads a file on a thread of its own and hands over its rows by the thousand. Knows no database.

use std::{
    fs::File,
    io::{self, Cursor, Read},
};

use jiff::civil::Date;
use kernel::{
    Failure, Outcome, id,
    sheet::{Header, Row, RowFault, Rows},
};
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use super::{
    model::Source,
    rows::{AgencyRow, Columns, Fault, PersonRow, RegionRow},
};

/// Large enough that a batch costs little per row, small enough that the writer is never held for long.
pub(super) const BATCH: usize = 1_000;

/// What a row of one kind of file is read into.
pub(super) trait FileRow: Sized + Send + 'static {
    const COLUMNS: Columns;
    fn read(header: &Header, row: &Row, today: Date) -> Result<Self, Vec<Fault>>;
}

pub(super) struct Line<T> {
    /// Counts from 1, below the header.
    pub(super) number: i64,
    /// Where it begins in the file.
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
    pub(super) read: Result<T, Vec<Fault>>,
}

pub(super) enum Piece<T> {
    Header(Vec<String>),
    Lines(Vec<Line<T>>),
    /// Nothing of the file, or nothing of its rest, can be read.
    Refused(Fault),
}

/// Digest of a file, and about how many rows it has.
pub(super) async fn weigh(source: &Source) -> Outcome<(String, i64)> {
    let mut reader = open(source)?;
    let weighing = tokio::task::spawn_blocking(move || {
        let (mut digest, mut newlines, mut chunk) = (Sha256::new(), 0, vec![0; 64 << 10]);
        loop {
            match reader.read(&mut chunk)? {
                0 => return Ok::<_, io::Error>((id::hex(&digest.finalize()), newlines)),
                length => {
                    digest.update(&chunk[..length]);
                    newlines += chunk[..length].iter().filter(|it| **it == b'\n').count() as i64;
                }
            }
        }
    });
    let (digest, newlines) = weighing.await.map_err(Failure::broken)??;
    Ok((digest, (newlines - 1).max(0)))
}

/// The header first, then rows, a refusal at most once and last.
pub(super) fn start<T: FileRow>(source: &Source, today: Date) -> Outcome<mpsc::Receiver<Piece<T>>> {
    let reader = open(source)?;
    let (give, pieces) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || {
        if let Err(fault) = read_all(reader, today, &give) {
            let _ = give.blocking_send(Piece::Refused(fault));
        }
    });
    Ok(pieces)
}

type Reader = Box<dyn Read + Send>;

fn open(source: &Source) -> Outcome<Reader> {
    Ok(match source {
        Source::Path(path) => Box::new(File::open(path)?),
        Source::Bytes(bytes) => Box::new(Cursor::new(bytes.clone())),
    })
}

fn read_all<T: FileRow>(reader: Reader, today: Date, give: &mpsc::Sender<Piece<T>>) -> Result<(), Fault> {
    let mut rows = Rows::open(reader).map_err(|it| Fault::from(&it))?;
    let header = rows.header().clone();
    T::COLUMNS.check(&header)?;
    let _ = give.blocking_send(Piece::Header(header.names.clone()));
    let (mut number, mut lines) = (0, Vec::new());
    let mut stop = Ok(());
    for row in &mut rows {
        number += 1;
        match row {
            Ok(row) if T::COLUMNS.is_blank(&header, &row) => {}
            Ok(row) => lines.push(Line { number, line: row.line, read: T::read(&header, &row, today), cells: row.cells }),
            Err(fault) if fault.is_final() => stop = Err(Fault::from(&fault)),
            Err(fault) => lines.push(unread(number, &fault)),
        }
        let is_full = lines.len() == BATCH;
        // whoever reads went away: the import was given up
        if is_full && give.blocking_send(Piece::Lines(std::mem::take(&mut lines))).is_err() {
            return Ok(());
        }
    }
    let _ = give.blocking_send(Piece::Lines(lines));
    stop
}

fn unread<T>(number: i64, fault: &RowFault) -> Line<T> {
    Line { number, line: fault.line(), cells: Vec::new(), read: Err(vec![Fault::from(fault)]) }
}

impl FileRow for RegionRow {
    const COLUMNS: Columns = RegionRow::COLUMNS;
    fn read(header: &Header, row: &Row, _: Date) -> Result<RegionRow, Vec<Fault>> {
        RegionRow::read(header, row)
    }
}

impl FileRow for AgencyRow {
    const COLUMNS: Columns = AgencyRow::COLUMNS;
    fn read(header: &Header, row: &Row, _: Date) -> Result<AgencyRow, Vec<Fault>> {
        AgencyRow::read(header, row)
    }
}

impl FileRow for PersonRow {
    const COLUMNS: Columns = PersonRow::COLUMNS;
    fn read(header: &Header, row: &Row, today: Date) -> Result<PersonRow, Vec<Fault>> {
        PersonRow::read(header, row, today)
    }
}
