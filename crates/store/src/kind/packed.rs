//! Office documents, which are packed files: unpacked within bounds to see that they hold what they say. Nothing of them is kept.

mod listing;

use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
};

use flate2::{Crc, read::DeflateDecoder};

use self::listing::{Entry, Way, listed};
use super::{Kind, Refusal, tail::Tail};

/// No document of people has more of these, or unpacks to more.
const MOST_ENTRIES: usize = 10_000;
const MOST_UNPACKED: u64 = 512 << 20;
/// A file may unpack to this much, and beyond that to so many times what it weighs.
const ALWAYS_UNPACKED: u64 = 16 << 20;
const MOST_TIMES: u64 = 200;

/// Length of the last record without a remark.
const END: u64 = 22;
/// Of the types of the parts, and of the first entry of OpenDocument.
const LONGEST_TYPES: usize = 1 << 20;

const OFFICE: [(&str, Kind); 3] = [
    ("presentationml.presentation.main+xml", Kind::Pptx),
    ("wordprocessingml.document.main+xml", Kind::Docx),
    ("spreadsheetml.sheet.main+xml", Kind::Xlsx),
];

pub(super) fn judge(file: &mut File, tail: &Tail) -> io::Result<Result<Kind, Refusal>> {
    let Some(directory) = tail.directory() else { return Ok(Err(Refusal::Damaged)) };
    // What stands behind the end, or in a remark there, may be a file of another kind.
    if directory.at + directory.size != directory.end || directory.end + END != tail.size {
        return Ok(Err(Refusal::Mixed));
    }
    if directory.entries > MOST_ENTRIES {
        return Ok(Err(Refusal::Bomb));
    }
    file.seek(SeekFrom::Start(directory.at))?;
    let entries = match listed(&mut BufReader::new(&mut *file).take(directory.size), directory.entries)? {
        Ok(entries) => entries,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Err(refusal) = sane(&entries, (directory.at, tail.size)) {
        return Ok(Err(refusal));
    }
    unpacked(file, &entries)
}

/// By what the directory says; whether that is true is seen in unpacking.
fn sane(entries: &[Entry], (packed_end, size): (u64, u64)) -> Result<(), Refusal> {
    let total: u64 = entries.iter().map(|it| it.unpacked).sum();
    if total > MOST_UNPACKED || total > ALWAYS_UNPACKED + size * MOST_TIMES {
        return Err(Refusal::Bomb);
    }
    let mut places: Vec<(u64, u64)> = entries.iter().map(|it| (it.at, it.at + 30 + it.packed)).collect();
    places.sort_unstable();
    let overlap = places.windows(2).any(|it| it[0].1 > it[1].0);
    let sticks_out = places.last().is_some_and(|it| it.1 > packed_end);
    match places.first() {
        Some((0, _)) if overlap || sticks_out => Err(Refusal::Bomb),
        Some((0, _)) => Ok(()),
        _ => Err(Refusal::Mixed),
    }
}

fn unpacked(file: &mut File, entries: &[Entry]) -> io::Result<Result<Kind, Refusal>> {
    let mut kind = None;
    for (number, entry) in entries.iter().enumerate() {
        if is_program(&entry.name) {
            return Ok(Err(Refusal::Macros));
        }
        let beginning = match read(file, entry)? {
            Ok(beginning) => beginning,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if beginning.to_ascii_lowercase().windows(8).take(4_096).any(|it| it == b"<!entity") {
            return Ok(Err(Refusal::Bomb));
        }
        match entry.name.as_str() {
            "[Content_Types].xml" => kind = kind.or(office(&beginning)),
            "mimetype" if number == 0 => kind = open_document(&beginning).map(Ok),
            _ => {}
        }
    }
    Ok(kind.unwrap_or(Err(Refusal::Unknown)))
}

fn is_program(name: &str) -> bool {
    name.ends_with("vbaProject.bin") || name.starts_with("Basic/") || name.starts_with("Scripts/")
}

fn office(types: &[u8]) -> Option<Result<Kind, Refusal>> {
    let types = String::from_utf8_lossy(types);
    if types.contains("macroEnabled") || types.contains("vbaProject") {
        return Some(Err(Refusal::Macros));
    }
    OFFICE.iter().find(|it| types.contains(it.0)).map(|it| Ok(it.1))
}

fn open_document(declared: &[u8]) -> Option<Kind> {
    [Kind::Odp, Kind::Odt, Kind::Ods].into_iter().find(|it| it.media_type().as_bytes() == declared.trim_ascii())
}

/// The beginning of an entry, when all of it unpacks to exactly what was said of it.
fn read(file: &mut File, entry: &Entry) -> io::Result<Result<Vec<u8>, Refusal>> {
    file.seek(SeekFrom::Start(entry.at))?;
    let mut head = [0; 30];
    file.read_exact(&mut head)?;
    let two = |at: usize| i64::from(u16::from_le_bytes([head[at], head[at + 1]]));
    if !head.starts_with(b"PK\x03\x04") {
        return Ok(Err(Refusal::Damaged));
    }
    file.seek(SeekFrom::Current(two(26) + two(28)))?;
    let packed = BufReader::new(file.take(entry.packed));
    match entry.way {
        Way::Stored => whole(packed, entry),
        Way::Deflated => whole(DeflateDecoder::new(packed), entry),
    }
}

fn whole(mut content: impl Read, entry: &Entry) -> io::Result<Result<Vec<u8>, Refusal>> {
    let (mut beginning, mut sum, mut size) = (Vec::new(), Crc::new(), 0);
    let mut piece = vec![0; 64 << 10];
    loop {
        let n = content.read(&mut piece)?;
        if n == 0 {
            break;
        }
        size += n as u64;
        if size > entry.unpacked {
            return Ok(Err(Refusal::Bomb));
        }
        sum.update(&piece[..n]);
        let wanted = LONGEST_TYPES.saturating_sub(beginning.len()).min(n);
        beginning.extend_from_slice(&piece[..wanted]);
    }
    let is_true = size == entry.unpacked && sum.sum() == entry.sum;
    Ok(if is_true { Ok(beginning) } else { Err(Refusal::Damaged) })
}
