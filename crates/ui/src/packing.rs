//! Pages that are kept keep their packed form too, so that it is made once for all visitors instead of for each.

use std::sync::{Arc, OnceLock};

use axum::body::Bytes;

/// Goes with an answer, among its extensions, whose bytes are the same for many.
#[derive(Clone, Debug, Default)]
pub struct Packed(Arc<OnceLock<Bytes>>);

impl Packed {
    /// Made by whoever is first.
    pub fn or_pack(&self, pack: impl FnOnce() -> Bytes) -> Bytes {
        self.0.get_or_init(pack).clone()
    }
}
