//! Reads for many at once. Whoever asks while a read is under way waits for the next one and shares it with all who wait, so that a burst
//! costs few statements and nobody is answered from a read that began before they asked. Keeps nothing, but for `recent` for some milliseconds.

use std::{
    collections::HashMap,
    future::Future,
    hash::Hash,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, Instant},
};

use tokio::sync::oneshot;

use kernel::{App, Failure, Outcome, db};

const MOST_AT_ONCE: usize = 500;
/// How old a recent answer may be.
pub const RECENT: Duration = Duration::from_millis(5);
const MOST_KNOWN: usize = 10_000;

pub type Reading<'a, K, V> = Pin<Box<dyn Future<Output = Outcome<Vec<(K, V)>>> + Send + 'a>>;
/// Reads what exists for some of the keys (at most 500), in any order, in as many statements for one as for all.
pub type Read<K, V> = for<'a> fn(&'a App, &'a [K]) -> Reading<'a, K, V>;

/// One kind of read of this process.
pub struct Together<K, V>(Arc<Inner<K, V>>);

struct Inner<K, V> {
    app: App,
    read: Read<K, V>,
    waiting: Mutex<Waiting<K, V>>,
    known: Mutex<Known<K, V>>,
}

struct Waiting<K, V> {
    lines: Lines<K, V>,
    has_reader: bool,
}

type Known<K, V> = HashMap<K, Told<V>>;
type Lines<K, V> = HashMap<K, Vec<oneshot::Sender<Told<V>>>>;
/// What was found, by how many statements, in a read that began then and after so many commits of this process.
#[derive(Clone)]
struct Told<V> {
    found: Option<V>,
    statements: u32,
    began: Instant,
    commits: u64,
}

impl<K: Clone + Eq + Hash + Send + Sync + 'static, V: Clone + Send + 'static> Together<K, V> {
    pub fn read_by(app: &App, read: Read<K, V>) -> Together<K, V> {
        let waiting = Waiting { lines: HashMap::new(), has_reader: false };
        Together(Arc::new(Inner { app: app.clone(), read, waiting: Mutex::new(waiting), known: Mutex::default() }))
    }

    /// What the key has as of now; nothing when it does not exist.
    pub async fn of(&self, key: impl Into<K>) -> Outcome<Option<V>> {
        let told = self.told(key.into()).await?;
        db::count(told.statements);
        Ok(told.found)
    }

    /// As [`Together::of`], but one answer serves all who ask within a few milliseconds, unless this process committed something meanwhile: what
    /// was done here shows at once, what was done by another process after [`RECENT`] at the latest.
    pub async fn recent(&self, key: impl Into<K>) -> Outcome<Option<V>> {
        let (key, now, commits) = (key.into(), Instant::now(), self.0.app.db().commits());
        let known = self.known().get(&key).filter(|it| it.commits == commits && now < it.began + RECENT).cloned();
        let told = match known {
            Some(told) => told,
            None => self.told(key.clone()).await?,
        };
        db::count(told.statements);
        let found = told.found.clone();
        self.keep(key, told);
        Ok(found)
    }

    /// Reads follow each other: whichever began last is the truth, whoever comes back from it first.
    fn keep(&self, key: K, told: Told<V>) {
        let mut known = self.known();
        if known.len() >= MOST_KNOWN {
            // What still serves stays: an older answer must not take its place.
            known.retain(|_, it| it.began.elapsed() < RECENT);
        }
        if known.get(&key).is_none_or(|it| it.began < told.began) {
            known.insert(key, told);
        }
    }

    async fn told(&self, key: K) -> Outcome<Told<V>> {
        let (tell, told) = oneshot::channel();
        if self.line_up(key, tell) {
            tokio::spawn(Reader(Together(Arc::clone(&self.0))).serve());
        }
        told.await.map_err(|_| Failure::Busy { seconds: 2 })
    }

    /// Whether a reader is to be started.
    fn line_up(&self, key: K, tell: oneshot::Sender<Told<V>>) -> bool {
        let mut waiting = self.waiting();
        waiting.lines.entry(key).or_default().push(tell);
        !std::mem::replace(&mut waiting.has_reader, true)
    }

    /// All who wait by now; when nobody does, the reader may go.
    fn next(&self) -> Option<Lines<K, V>> {
        let mut waiting = self.waiting();
        waiting.has_reader = !waiting.lines.is_empty();
        waiting.has_reader.then(|| std::mem::take(&mut waiting.lines))
    }
}

/// Rows of the same key as one list, in the order they came.
pub fn gathered<K: Eq + Hash, V>(rows: Vec<(K, V)>) -> Vec<(K, Vec<V>)> {
    let mut lists: HashMap<K, Vec<V>> = HashMap::new();
    for (key, row) in rows {
        lists.entry(key).or_default().push(row);
    }
    lists.into_iter().collect()
}

impl<K, V> Together<K, V> {
    fn waiting(&self) -> MutexGuard<'_, Waiting<K, V>> {
        self.0.waiting.lock().unwrap_or_else(|it| it.into_inner())
    }

    fn known(&self) -> MutexGuard<'_, Known<K, V>> {
        self.0.known.lock().unwrap_or_else(|it| it.into_inner())
    }
}

/// Reads again and again while somebody waits.
struct Reader<K, V>(Together<K, V>);

impl<K: Clone + Eq + Hash + Send + Sync + 'static, V: Clone + Send + 'static> Reader<K, V> {
    async fn serve(self) {
        loop {
            // Requests that are ready to run line up first and share the read.
            tokio::task::yield_now().await;
            let Some(mut lines) = self.0.next() else { return };
            let keys: Vec<K> = lines.keys().cloned().collect();
            for some in keys.chunks(MOST_AT_ONCE) {
                self.tell(&mut lines, some).await;
            }
        }
    }

    async fn tell(&self, lines: &mut Lines<K, V>, keys: &[K]) {
        let (began, commits) = (Instant::now(), self.0.0.app.db().commits());
        let (found, statements) = db::counted((self.0.0.read)(&self.0.0.app, keys)).await;
        match found {
            Ok(found) => {
                let mut found: HashMap<K, V> = found.into_iter().collect();
                for key in keys {
                    let told = Told { found: found.remove(key), statements, began, commits };
                    lines.remove(key).into_iter().flatten().for_each(|it| _ = it.send(told.clone()));
                }
            }
            // One key that cannot be read is nobody else's trouble. A database that is busy is not asked once more for each.
            Err(failure) if keys.len() > 1 && !matches!(failure, Failure::Busy { .. }) => {
                for key in keys {
                    Box::pin(self.tell(lines, std::slice::from_ref(key))).await;
                }
            }
            // These are told to come back; the next read is another one.
            Err(failure) => {
                tracing::warn!(%failure, "what many asked for could not be read");
                keys.iter().for_each(|key| drop(lines.remove(key)));
            }
        }
    }
}

/// A read that panics leaves nobody waiting for it.
impl<K, V> Drop for Reader<K, V> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let mut waiting = self.0.waiting();
            waiting.lines.clear();
            waiting.has_reader = false;
        }
    }
}
