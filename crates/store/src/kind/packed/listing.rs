//! The directory of a packed file, entry by entry. Reads no entry.

use std::io::{self, Read};

use super::super::Refusal;

pub(super) struct Entry {
    pub(super) name: String,
    pub(super) way: Way,
    pub(super) sum: u32,
    pub(super) packed: u64,
    pub(super) unpacked: u64,
    /// Where its own head begins.
    pub(super) at: u64,
}

#[derive(Clone, Copy)]
pub(super) enum Way {
    Stored,
    Deflated,
}

/// Sizes beyond 4 GB are written elsewhere, and are too large anyway.
const ELSEWHERE: u32 = u32::MAX;

pub(super) fn listed(directory: &mut impl Read, count: usize) -> io::Result<Result<Vec<Entry>, Refusal>> {
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        match entry(directory)? {
            Ok(it) => entries.push(it),
            Err(refusal) => return Ok(Err(refusal)),
        }
    }
    Ok(Ok(entries))
}

fn entry(directory: &mut impl Read) -> io::Result<Result<Entry, Refusal>> {
    let mut head = [0; 46];
    directory.read_exact(&mut head)?;
    let two = |at: usize| u16::from_le_bytes([head[at], head[at + 1]]);
    let four = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let mut name = vec![0; usize::from(two(28))];
    directory.read_exact(&mut name)?;
    io::copy(&mut directory.take(u64::from(two(30)) + u64::from(two(32))), &mut io::sink())?;
    let name = String::from_utf8_lossy(&name).into_owned();
    let is_locked = two(8) & 1 == 1;
    let leads_out = name.starts_with('/') || name.contains('\\') || name.split('/').any(|it| it == "..");
    let (packed, unpacked, at) = (four(20), four(24), four(42));
    let way = match two(10) {
        0 if packed == unpacked => Some(Way::Stored),
        8 => Some(Way::Deflated),
        _ => None,
    };
    Ok(match way {
        _ if !head.starts_with(b"PK\x01\x02") || leads_out => Err(Refusal::Damaged),
        _ if is_locked => Err(Refusal::Old),
        _ if [packed, unpacked, at].contains(&ELSEWHERE) => Err(Refusal::Bomb),
        Some(way) => Ok(Entry { name, way, sum: four(16), packed: packed.into(), unpacked: unpacked.into(), at: at.into() }),
        None => Err(Refusal::Damaged),
    })
}
