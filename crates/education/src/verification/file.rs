//! What a file says of itself: which certificate or credential it wants to be. Believes nothing, unpacks nothing, does no I/O.

use credential::Claim;
use document::identifier_in;
use sha2::{Digest, Sha256};

use super::model::Verdict;

/// A certificate with three crests is far below.
pub(crate) const MOST_BYTES: usize = 8 << 20;
/// Of an address inside a file that is shown to people.
const MOST_LETTERS: usize = 120;

pub(super) enum File {
    Pdf { address: String, sha256: String },
    Credential(Box<Claim>),
    Neither(Verdict),
}

/// By content; the name and the type that came with it count for nothing.
pub(super) fn read(content: &[u8]) -> File {
    let start = content.trim_ascii_start();
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(start).trim_ascii_start();
    match start {
        [] => File::Neither(Verdict::Missing),
        [b'<', ..] => File::Neither(Verdict::WebPage),
        [b'{' | b'[', ..] => credential(start),
        _ if start.starts_with(b"%PDF-") => pdf(content),
        _ if start.starts_with(b"PK") || start.starts_with(&[0x1f, 0x8b]) => File::Neither(Verdict::Archive),
        _ => File::Neither(Verdict::OtherKind),
    }
}

fn credential(text: &[u8]) -> File {
    let claim = std::str::from_utf8(text).ok().and_then(|it| Claim::read(it).ok());
    claim.map_or(File::Neither(Verdict::NoCredential), |it| File::Credential(Box::new(it)))
}

fn pdf(content: &[u8]) -> File {
    match identifier_in(content) {
        Some(address) => File::Pdf { address, sha256: kernel::id::hex(&Sha256::digest(content)) },
        None => File::Neither(Verdict::Unmarked),
    }
}

/// The id in an address of ours, `https://HOST/sertifikat/ID`.
pub(super) fn own_id<'a>(address: &'a str, base_url: &str) -> Option<&'a str> {
    let id = address.strip_prefix(base_url.trim_end_matches('/'))?.strip_prefix("/sertifikat/")?;
    let is_id = !id.is_empty() && id.len() <= 64 && id.bytes().all(|it| it.is_ascii_alphanumeric());
    is_id.then_some(id)
}

/// The host of an address in a stranger's file, or the whole text if it has none: printable, short, never a link.
pub(super) fn shown(address: &str) -> String {
    let host = address.split_once("://").map_or(address, |it| it.1.split('/').next().unwrap_or_default());
    host.chars().filter(|it| it.is_alphanumeric() || ".-:%_".contains(*it)).take(MOST_LETTERS).collect()
}
