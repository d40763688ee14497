//! Pages that depend on nothing personal, kept per (id, language) with the version they were made from. The version column is the truth.

use std::future::Future;

use axum::{body::Bytes, response::Response};
use kernel::{Outcome, web::Language};
use moka::sync::Cache;
use ui::packing::Packed;

/// 64 MB of pages at most.
const MOST_BYTES: u64 = 64 << 20;

pub(crate) struct Pages(Cache<(String, Language), Kept>);

/// A page and until when it says the truth if nothing changes (epoch ms): "runs now" becomes untrue by itself.
pub(crate) struct Made {
    pub(crate) html: String,
    pub(crate) good_until: i64,
}

/// What the version column and the clock say.
#[derive(Clone, Copy)]
pub(crate) struct Present {
    pub(crate) version: i64,
    pub(crate) now: i64,
}

#[derive(Clone)]
struct Kept {
    version: i64,
    good_until: i64,
    page: Page,
}

/// A kept page with its packed form.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) bytes: Bytes,
    packed: Packed,
}

impl Page {
    /// The answer whose body these bytes are.
    pub(crate) fn goes_with(self, mut answer: Response) -> Response {
        answer.extensions_mut().insert(self.packed);
        answer
    }
}

impl Default for Pages {
    fn default() -> Pages {
        Pages(
            Cache::builder()
                .weigher(|_, kept: &Kept| u32::try_from(kept.page.bytes.len()).unwrap_or(u32::MAX))
                .max_capacity(MOST_BYTES)
                .build(),
        )
    }
}

impl Pages {
    /// The page of `id` as it is at present: the kept one if it is of that version and still good, else a new one.
    pub(crate) async fn page<F>(&self, id: &str, language: Language, present: Present, make: F) -> Outcome<Page>
    where
        F: Future<Output = Outcome<Made>>,
    {
        let key = (id.to_owned(), language);
        let is_true = |it: &Kept| it.version == present.version && present.now < it.good_until;
        if let Some(kept) = self.0.get(&key).filter(is_true) {
            return Ok(kept.page);
        }
        let made = make.await?;
        let page = Page { bytes: made.html.into(), packed: Packed::default() };
        self.0.insert(key, Kept { version: present.version, good_until: made.good_until, page: page.clone() });
        Ok(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_page_is_made_once_until_its_version_or_its_time_has_passed() {
        let pages = Pages::default();
        let ask = async |id: &str, version: i64, now: i64| {
            let make = async { Ok(Made { html: format!("{id} {version} {now}"), good_until: 50 }) };
            let page = pages.page(id, Language::Id, Present { version, now }, make).await.expect("made");
            String::from_utf8(page.bytes.to_vec()).expect("text")
        };

        assert_eq!(ask("a", 1, 10).await, "a 1 10");
        assert_eq!(ask("a", 1, 49).await, "a 1 10");
        assert_eq!(ask("b", 1, 49).await, "b 1 49");
        assert_eq!(ask("a", 2, 49).await, "a 2 49");
        assert_eq!(ask("a", 2, 50).await, "a 2 50");
    }
}
