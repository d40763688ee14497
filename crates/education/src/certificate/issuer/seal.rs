//! Seeds as they lie in the database: useless without the secret of the installation, which lies in a file. Each name gives bytes of its
//! own to cover one seed with, so nothing is covered twice; a wrong secret shows, as the key that comes out is another one.

use hmac::{Hmac, KeyInit, Mac};
use kernel::{Settings, id};
use sha2::Sha256;

pub(super) fn sealed(settings: &Settings, name: &str, seed: &[u8; 32]) -> String {
    id::hex(&covered(settings, name, seed))
}

pub(super) fn opened(settings: &Settings, name: &str, sealed: &str) -> Option<[u8; 32]> {
    Some(covered(settings, name, &bytes(sealed)?))
}

/// Reads 64 hexadecimal digits.
pub(super) fn bytes(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(bytes)
}

fn covered(settings: &Settings, name: &str, bytes: &[u8; 32]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(&settings.secret.0).expect("a key of any length");
    mac.update(b"issuer-key-seed/");
    mac.update(name.as_bytes());
    let cover = mac.finalize().into_bytes();
    let mut result = *bytes;
    result.iter_mut().zip(cover).for_each(|(byte, cover)| *byte ^= cover);
    result
}
