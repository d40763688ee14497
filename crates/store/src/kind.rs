//! What a file is by its content, and what is refused whatever it calls itself. Not a search for viruses.

mod packed;
mod pictures;
mod tail;

use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
};

use tail::Tail;

/// What is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Pdf,
    Pptx,
    Docx,
    Xlsx,
    Odp,
    Odt,
    Ods,
    Png,
    Jpeg,
}

/// Why a file is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    /// Nothing that is on the list.
    Unknown,
    /// Web pages and drawings that may run a script.
    Active,
    /// Two kinds in one: read as something else by another program.
    Mixed,
    /// Unpacks to far more than it weighs.
    Bomb,
    Damaged,
    Macros,
    /// The former Office format, or one with a password.
    Old,
}

impl Kind {
    pub const ALL: [Kind; 9] =
        [Kind::Pdf, Kind::Pptx, Kind::Docx, Kind::Xlsx, Kind::Odp, Kind::Odt, Kind::Ods, Kind::Png, Kind::Jpeg];

    /// The ending of its name, also how it is written in a database.
    pub fn ending(self) -> &'static str {
        match self {
            Kind::Pdf => "pdf",
            Kind::Pptx => "pptx",
            Kind::Docx => "docx",
            Kind::Xlsx => "xlsx",
            Kind::Odp => "odp",
            Kind::Odt => "odt",
            Kind::Ods => "ods",
            Kind::Png => "png",
            Kind::Jpeg => "jpg",
        }
    }

    pub fn of_ending(ending: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|it| it.ending() == ending)
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Pdf => "application/pdf",
            Kind::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Kind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Kind::Odp => "application/vnd.oasis.opendocument.presentation",
            Kind::Odt => "application/vnd.oasis.opendocument.text",
            Kind::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Kind::Png => "image/png",
            Kind::Jpeg => "image/jpeg",
        }
    }
}

impl Refusal {
    /// The last part of the keys of texts about it.
    pub fn name(self) -> &'static str {
        match self {
            Refusal::Empty => "empty",
            Refusal::Unknown => "unknown",
            Refusal::Active => "active",
            Refusal::Mixed => "mixed",
            Refusal::Bomb => "bomb",
            Refusal::Damaged => "damaged",
            Refusal::Macros => "macros",
            Refusal::Old => "old",
        }
    }
}

/// Bytes in which a kind shows itself, and in which other programs look for one.
const HEAD: usize = 1_024;
const MARKUP: [&[u8]; 8] = [b"<html", b"<!doctype", b"<script", b"<svg", b"<body", b"<iframe", b"<?php", b"javascript:"];

pub(crate) fn judge(mut file: File) -> Result<Kind, Refusal> {
    look(&mut file).unwrap_or(Err(Refusal::Damaged))
}

type Looked = io::Result<Result<Kind, Refusal>>;

fn look(file: &mut File) -> Looked {
    let size = file.metadata()?.len();
    let mut head = Vec::with_capacity(HEAD);
    file.take(HEAD as u64).read_to_end(&mut head)?;
    let tail = Tail::of(file, size)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(match &head[..] {
        [] => Err(Refusal::Empty),
        [b'%', b'P', b'D', b'F', b'-', b'1' | b'2', b'.', ..] => pdf(&head, &tail),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => {
            pictures::png(BufReader::new(file), size)?.and(tail.pure(Kind::Png))
        }
        [0xff, 0xd8, 0xff, ..] => pictures::jpeg(BufReader::new(file))?.and(tail.pure(Kind::Jpeg)),
        [b'P', b'K', 3, 4, ..] => packed::judge(file, &tail)?,
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Err(Refusal::Old),
        _ if has_markup(&head) || begins_like_markup(&head) => Err(Refusal::Active),
        _ => Err(Refusal::Unknown),
    })
}

/// Whole, with nothing in front, behind or at the top that another program would take for something else.
fn pdf(head: &[u8], tail: &Tail) -> Result<Kind, Refusal> {
    if has_markup(head) {
        return Err(Refusal::Active);
    }
    let Some(after) = tail.after(b"%%EOF") else { return Err(Refusal::Damaged) };
    if tail.after(b"startxref").is_none() {
        return Err(Refusal::Damaged);
    }
    if after.iter().any(|it| !it.is_ascii_whitespace() && *it != 0) {
        return Err(Refusal::Mixed);
    }
    tail.pure(Kind::Pdf)
}

fn has_markup(bytes: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    MARKUP.iter().any(|it| lower.windows(it.len()).any(|window| window == *it))
}

fn begins_like_markup(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    head.iter().find(|it| !it.is_ascii_whitespace()) == Some(&b'<')
}
