//! Pages that depend on nothing personal, kept per (id, language) with the version they were made from. The version column is the truth.

use std::future::Future;

use bytes::Bytes;
use moka::sync::Cache;

use crate::{Outcome, web::Language};

/// 64 MB of pages at most.
const MOST_BYTES: u64 = 64 << 20;

pub struct Pages(Cache<(String, Language), (i64, Bytes)>);

impl Default for Pages {
    fn default() -> Pages {
        Pages(
            Cache::builder()
                .weigher(|_, page: &(i64, Bytes)| u32::try_from(page.1.len()).unwrap_or(u32::MAX))
                .max_capacity(MOST_BYTES)
                .build(),
        )
    }
}

impl Pages {
    /// The page of `id` at `version`: the kept one if it is of that version, else a new one.
    pub async fn page<F>(&self, id: &str, language: Language, version: i64, make: F) -> Outcome<Bytes>
    where
        F: Future<Output = Outcome<String>>,
    {
        let key = (id.to_owned(), language);
        if let Some((_, page)) = self.0.get(&key).filter(|it| it.0 == version) {
            return Ok(page);
        }
        let page = Bytes::from(make.await?);
        self.0.insert(key, (version, page.clone()));
        Ok(page)
    }
}
