//! The secret in the address of a personal feed. The database keeps its fingerprint only; the owner can be shown it again, because it is made
//! from the feed's id with the key of this installation.

use hmac::{Hmac, KeyInit, Mac};
use kernel::{Settings, id};
use sha2::Sha256;

use super::queries::OwnFeed;

pub(super) fn of(settings: &Settings, feed_id: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(&settings.secret.0).expect("a key of any length");
    mac.update(b"calendar-feed/");
    mac.update(feed_id.as_bytes());
    id::hex(&mac.finalize().into_bytes()[..20])
}

pub(super) fn fresh(settings: &Settings, now: i64) -> OwnFeed {
    let id = id::fresh();
    let fingerprint = id::fingerprint(&of(settings, &id));
    OwnFeed { id, fingerprint, made_at: now }
}
