//! The part of a callback's address that nobody guesses. It is made from the room's id with the key of this installation, so that what a server signs
//! for one meeting is of no use at the address of another. Nothing of it is stored.

use hmac::{Hmac, KeyInit, Mac};
use kernel::{Failure, Outcome, Settings, id};
use sha2::Sha256;

/// `what` is "kehadiran", "selesai" or "rekaman".
pub(super) fn address(settings: &Settings, room_id: &str, what: &str) -> String {
    let seal = id::hex(&seal(settings, room_id).finalize().into_bytes());
    settings.absolute(&format!("/rapat/{room_id}/{seal}/{what}"))
}

/// A wrong seal is an address that does not exist.
pub(super) fn check(settings: &Settings, room_id: &str, shown: &str) -> Outcome<()> {
    let bytes: Option<Vec<u8>> =
        (0..shown.len() / 2).map(|n| u8::from_str_radix(shown.get(2 * n..2 * n + 2)?, 16).ok()).collect();
    let is_whole = shown.len() == 64;
    let bytes = bytes.filter(|_| is_whole).ok_or(Failure::NotFound)?;
    seal(settings, room_id).verify_slice(&bytes).map_err(|_| Failure::NotFound)
}

fn seal(settings: &Settings, room_id: &str) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&settings.secret.0).expect("a key of any length");
    mac.update(b"meeting-callback/");
    mac.update(room_id.as_bytes());
    mac
}
