//! Identifiers (ULID: sortable by time, also in addresses) and secrets (unguessable). Not numbers that people read.

use std::sync::Mutex;

use sha2::{Digest, Sha256};
use ulid::Generator;

static LAST: Mutex<Option<Generator>> = Mutex::new(None);

/// A fresh ULID; within one process each is greater than the one before.
pub fn fresh() -> String {
    let mut last = LAST.lock().unwrap_or_else(|it| it.into_inner());
    let id = last.get_or_insert_with(Generator::new).generate().unwrap_or_else(|it| it.commit_overflow_increment());
    id.to_string().to_ascii_lowercase()
}

/// 160 random bits as 32 letters and digits without look-alikes: for sessions, links in mail, feed addresses.
pub fn secret() -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    random_bytes::<32>().iter().map(|it| char::from(ALPHABET[usize::from(it & 31)])).collect()
}

pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    bytes
}

/// What is stored of a secret: enough to recognise it, useless to a thief.
pub fn fingerprint(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, it| {
        let _ = write!(out, "{it:02x}");
        out
    })
}
