//! Bytes of an upload to text: finds the encoding or says why there is none; knows nothing of columns.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::refusal::{Refusal, Unreadable};

const MAGIC: [(&[u8], Unreadable); 6] = [
    (b"PK\x03\x04", Unreadable::Spreadsheet),
    (b"PK\x05\x06", Unreadable::Archive),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unreadable::OldSpreadsheet),
    (b"%PDF-", Unreadable::Pdf),
    (b"\x1f\x8b", Unreadable::Archive),
    (b"Rar!", Unreadable::Archive),
];

/// How much of the file is looked at to find its encoding.
const SAMPLE: usize = 64 * 1024;

pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Refusal::NotCsv(*kind));
    }
    let text = decoded(bytes)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(text)
}

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(encoding.decode_without_bom_handling(&bytes[mark..]).0);
    }
    if let Some(encoding) = unmarked_utf_16(bytes) {
        return Ok(encoding.decode_without_bom_handling(whole_pairs(bytes)).0);
    }
    if bytes.contains(&0) {
        return Err(binary_or_foreign(bytes));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    if bytes.iter().any(|&byte| unknown_to_windows_1252(byte)) {
        return Err(binary_or_foreign(bytes));
    }
    Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// Text in Latin letters written as UTF-16 has a zero in every second byte.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = whole_pairs(&bytes[..bytes.len().min(SAMPLE)]);
    let pairs = sample.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |start: usize| sample.iter().skip(start).step_by(2).filter(|&&byte| byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    let most = |count: usize| count * 10 >= pairs * 7;
    match (most(high_first), most(low_first)) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

fn whole_pairs(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len() & !1]
}

fn unknown_to_windows_1252(byte: u8) -> bool {
    let control = byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a);
    control || matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)
}

/// Mostly letters: text in a foreign encoding. Mostly not: no text at all.
fn binary_or_foreign(bytes: &[u8]) -> Refusal {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let printable = sample.iter().filter(|&&byte| (0x20..0x7f).contains(&byte) || matches!(byte, b'\t' | b'\n' | b'\r')).count();
    if printable * 10 >= sample.len() * 7 { Refusal::WrongEncoding } else { Refusal::NotCsv(Unreadable::OtherBinary) }
}
