//! Pages that depend on nothing personal, kept per (id, language) with the version they were made from. The version column is the truth.

use std::{
    collections::HashMap,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard},
};

use bytes::Bytes;
use moka::sync::Cache;
use tokio::sync::oneshot;

use crate::{App, Failure, Outcome, web::Language};

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

pub type Reading<'a> = Pin<Box<dyn Future<Output = Outcome<Option<i64>>> + Send + 'a>>;

/// Reads version columns for many at once. Whoever comes while a read of the same id is under way waits for the next one and shares it
/// with all who wait: nobody is answered from a read that began before they asked.
#[derive(Clone)]
pub struct Versions {
    app: App,
    read: for<'a> fn(&'a App, &'a str) -> Reading<'a>,
    waiting: Arc<Mutex<Waiting>>,
}

/// An id is here while somebody reads for those who wait for it.
type Waiting = HashMap<Arc<str>, Vec<oneshot::Sender<Option<i64>>>>;

impl Versions {
    pub fn read_by(app: &App, read: for<'a> fn(&'a App, &'a str) -> Reading<'a>) -> Versions {
        Versions { app: app.clone(), read, waiting: Arc::default() }
    }

    /// The version as of now; nothing when there is no such row.
    pub async fn of(&self, id: &str) -> Outcome<Option<i64>> {
        let (tell, told) = oneshot::channel();
        if let Some(reader) = self.line_up(id, tell) {
            tokio::spawn(reader.serve());
        }
        told.await.map_err(|_| Failure::Busy { seconds: 2 })
    }

    /// Whoever is the first in line gets a reader to start.
    fn line_up(&self, id: &str, tell: oneshot::Sender<Option<i64>>) -> Option<Reader> {
        let mut waiting = self.waiting();
        if let Some(line) = waiting.get_mut(id) {
            line.push(tell);
            return None;
        }
        let id: Arc<str> = id.into();
        waiting.insert(Arc::clone(&id), vec![tell]);
        Some(Reader { versions: self.clone(), id })
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(|it| it.into_inner())
    }
}

/// Reads one id's version again and again while somebody waits for it.
struct Reader {
    versions: Versions,
    id: Arc<str>,
}

impl Reader {
    async fn serve(self) {
        loop {
            // Requests that are ready to run line up first and share the read.
            tokio::task::yield_now().await;
            let Some(line) = self.next() else { return };
            match (self.versions.read)(&self.versions.app, &self.id).await {
                Ok(version) => line.into_iter().for_each(|it| _ = it.send(version)),
                // Those in this line are told to come back; the next line gets a read of its own.
                Err(failure) => tracing::warn!(%failure, "a version could not be read"),
            }
        }
    }

    /// All who wait by now; when nobody does, the id is free for another reader.
    fn next(&self) -> Option<Vec<oneshot::Sender<Option<i64>>>> {
        let mut waiting = self.versions.waiting();
        let line = std::mem::take(waiting.get_mut(&self.id)?);
        if line.is_empty() {
            waiting.remove(&self.id);
            return None;
        }
        Some(line)
    }
}

/// A read that panics leaves nobody waiting for it.
impl Drop for Reader {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.versions.waiting().remove(&self.id);
        }
    }
}
