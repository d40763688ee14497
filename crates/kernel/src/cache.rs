//! Pages that depend on nothing personal, kept per (id, language) with the version they were made from. The version column is the truth.

use std::future::Future;

use bytes::Bytes;
use moka::sync::Cache;

use crate::{Outcome, web::Language};

/// 64 MB of pages at most.
const MOST_BYTES: u64 = 64 << 20;

pub struct Pages(Cache<(String, Language), Kept>);

/// A page and until when it says the truth if nothing changes (epoch ms): "runs now" becomes untrue by itself.
pub struct Made {
    pub html: String,
    pub good_until: i64,
}

/// What the version column and the clock say.
#[derive(Clone, Copy)]
pub struct Present {
    pub version: i64,
    pub now: i64,
}

#[derive(Clone)]
struct Kept {
    version: i64,
    good_until: i64,
    page: Bytes,
}

impl Default for Pages {
    fn default() -> Pages {
        Pages(
            Cache::builder()
                .weigher(|_, kept: &Kept| u32::try_from(kept.page.len()).unwrap_or(u32::MAX))
                .max_capacity(MOST_BYTES)
                .build(),
        )
    }
}

impl Pages {
    /// The page of `id` as it is at present: the kept one if it is of that version and still good, else a new one.
    pub async fn page<F>(&self, id: &str, language: Language, present: Present, make: F) -> Outcome<Bytes>
    where
        F: Future<Output = Outcome<Made>>,
    {
        let key = (id.to_owned(), language);
        let is_true = |it: &Kept| it.version == present.version && present.now < it.good_until;
        if let Some(kept) = self.0.get(&key).filter(is_true) {
            return Ok(kept.page);
        }
        let made = make.await?;
        let page = Bytes::from(made.html);
        self.0.insert(key, Kept { version: present.version, good_until: made.good_until, page: page.clone() });
        Ok(page)
    }
}
