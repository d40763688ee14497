//! The end of a file, where packed files say what is in them. Also where a second file hides behind a first.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
};

use super::{Kind, Refusal, has_markup};

/// The longest end of a packed file: its last record with the longest comment.
const LONGEST: u64 = 22 + 65_535;

pub(super) struct Tail {
    bytes: Vec<u8>,
    /// Of the whole file.
    pub(super) size: u64,
}

/// What the last record of a packed file says.
pub(super) struct Directory {
    pub(super) entries: usize,
    pub(super) at: u64,
    pub(super) size: u64,
    /// Where this record begins.
    pub(super) end: u64,
}

impl Tail {
    pub(super) fn of(file: &mut File, size: u64) -> io::Result<Tail> {
        file.seek(SeekFrom::Start(size.saturating_sub(LONGEST)))?;
        let mut bytes = Vec::new();
        file.take(LONGEST).read_to_end(&mut bytes)?;
        Ok(Tail { bytes, size })
    }

    /// What stands after the last such mark.
    pub(super) fn after(&self, mark: &[u8]) -> Option<&[u8]> {
        let at = self.bytes.windows(mark.len()).rposition(|it| it == mark)?;
        Some(&self.bytes[at + mark.len()..])
    }

    /// The kind, unless the end is also that of a packed file or of a web page.
    pub(super) fn pure(&self, kind: Kind) -> Result<Kind, Refusal> {
        let is_page = kind != Kind::Pdf && has_markup(&self.bytes[self.bytes.len().saturating_sub(4_096)..]);
        if is_page || self.directory().is_some() { Err(Refusal::Mixed) } else { Ok(kind) }
    }

    /// The record that ends exactly where the file ends.
    pub(super) fn directory(&self) -> Option<Directory> {
        let two = |at: usize| Some(usize::from(u16::from_le_bytes([*self.bytes.get(at)?, *self.bytes.get(at + 1)?])));
        let four = |at: usize| Some(two(at)? as u64 | (two(at + 2)? as u64) << 16);
        let places = (0..self.bytes.len().saturating_sub(21)).rev();
        let mut marked = places.filter(|at| self.bytes[*at..].starts_with(b"PK\x05\x06"));
        let at = marked.find(|at| two(at + 20).is_some_and(|comment| at + 22 + comment == self.bytes.len()))?;
        let end = self.size - (self.bytes.len() - at) as u64;
        Some(Directory { entries: two(at + 10)?, size: four(at + 12)?, at: four(at + 16)?, end })
    }
}
