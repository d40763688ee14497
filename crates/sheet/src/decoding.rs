//! Bytes in any encoding met in offices become UTF-8 with plain newlines, as a stream. Knows nothing of cells.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Ends the text, on a line of its own. No UTF-8 text can hold this byte, so a reader that finds it
/// inside a cell knows that a quote was never closed.
pub(super) const END: u8 = 0xFF;

const CHUNK: usize = 64 * 1024;

/// Why the text stops before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    TextTooLong,
    RowTooLong,
}

pub(super) struct Text<'r> {
    source: Box<dyn Read + Send + 'r>,
    raw: Vec<u8>,
    /// `None` while everything so far was ASCII, where the encodings agree.
    decoder: Option<Decoder>,
    ready: Vec<u8>,
    given: usize,
    after_return: bool,
    ended: bool,
    bytes_left: u64,
    row_left: usize,
    stop: Option<Stop>,
}

impl<'r> Text<'r> {
    /// Reads the first 64 KiB. `Ok(None)` when they are no text at all.
    pub(super) fn open(source: impl Read + Send + 'r, bytes: u64) -> io::Result<Option<Text<'r>>> {
        let mut text = Text {
            source: Box::new(source),
            raw: Vec::with_capacity(CHUNK),
            decoder: None,
            ready: Vec::with_capacity(CHUNK),
            given: 0,
            after_return: false,
            ended: false,
            bytes_left: bytes,
            row_left: CHUNK,
            stop: None,
        };
        text.fetch()?;
        text.decoder = marked(&text.raw).map(Encoding::new_decoder_with_bom_removal);
        if text.decoder.is_none() && is_binary(&text.raw) {
            return Ok(None);
        }
        text.decode();
        Ok(Some(text))
    }

    /// What is decoded and not yet given out.
    pub(super) fn sample(&self) -> &[u8] {
        &self.ready[self.given..]
    }

    pub(super) fn skip(&mut self, bytes: usize) {
        self.given = (self.given + bytes).min(self.ready.len());
    }

    /// From here on, at most this many bytes until the next call: one row cannot fill the memory.
    pub(super) fn allow_row(&mut self, bytes: usize) {
        self.row_left = bytes;
    }

    pub(super) fn stop(&self) -> Option<Stop> {
        self.stop
    }

    fn fetch(&mut self) -> io::Result<()> {
        self.raw.clear();
        (&mut self.source).take(CHUNK as u64).read_to_end(&mut self.raw)?;
        match self.bytes_left.checked_sub(self.raw.len() as u64) {
            Some(left) => self.bytes_left = left,
            None => return self.halt(Stop::TextTooLong),
        }
        Ok(())
    }

    fn halt<T>(&mut self, stop: Stop) -> io::Result<T> {
        self.stop = Some(stop);
        Err(io::Error::from(io::ErrorKind::FileTooLarge))
    }

    fn decode(&mut self) {
        self.ready.clear();
        self.given = 0;
        let is_last = self.raw.len() < CHUNK;
        if self.decoder.is_none() && !self.raw.is_ascii() {
            self.decoder = Some(eight_bit(&self.raw, is_last).new_decoder_without_bom_handling());
        }
        match &mut self.decoder {
            None => plain_newlines(&self.raw, &mut self.ready, &mut self.after_return),
            Some(decoder) => {
                let room = decoder.max_utf8_buffer_length(self.raw.len());
                let mut text = String::with_capacity(room.unwrap_or(4 * CHUNK));
                let _ = decoder.decode_to_string(&self.raw, &mut text, is_last);
                plain_newlines(text.as_bytes(), &mut self.ready, &mut self.after_return);
            }
        }
        if is_last {
            self.ready.extend([b'\n', END]);
            self.ended = true;
        }
    }
}

impl Read for Text<'_> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() {
            if self.ended {
                return Ok(0);
            }
            self.fetch()?;
            self.decode();
        }
        let length = target.len().min(self.ready.len() - self.given);
        match self.row_left.checked_sub(length) {
            Some(left) => self.row_left = left,
            None => return self.halt(Stop::RowTooLong),
        }
        target[..length].copy_from_slice(&self.ready[self.given..][..length]);
        self.given += length;
        Ok(length)
    }
}

/// The encoding that a byte order mark, or the zero bytes of UTF-16, give away.
fn marked(sample: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(sample) {
        return Some(encoding);
    }
    let zeros_at = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, pairs) = (zeros_at(0), zeros_at(1), sample.len() / 2);
    match (even, odd) {
        (0, 1..) if odd * 2 > pairs => Some(UTF_16LE),
        (1.., 0) if even * 2 > pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Spreadsheet files (zip, OLE), PDF, or anything with zero bytes.
fn is_binary(sample: &[u8]) -> bool {
    const MAGIC: [&[u8]; 4] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"%PDF-", b"\x1F\x8B"];
    MAGIC.iter().any(|magic| sample.starts_with(magic)) || sample.contains(&0)
}

/// UTF-8 if it reads as such, or mostly does (one broken character must not garble all the others).
fn eight_bit(sample: &[u8], is_last: bool) -> &'static Encoding {
    match std::str::from_utf8(sample) {
        Ok(_) => return UTF_8,
        Err(fault) if fault.error_len().is_none() && !is_last => return UTF_8,
        Err(_) => {}
    }
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for piece in sample.utf8_chunks() {
        whole += piece.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!piece.invalid().is_empty());
    }
    if whole > broken { UTF_8 } else { WINDOWS_1252 }
}

/// CRLF and a lone CR become LF, so that lines are counted as people count them.
fn plain_newlines(text: &[u8], target: &mut Vec<u8>, after_return: &mut bool) {
    for &byte in text {
        match byte {
            b'\n' if *after_return => {}
            b'\r' => target.push(b'\n'),
            other => target.push(other),
        }
        *after_return = byte == b'\r';
    }
}
