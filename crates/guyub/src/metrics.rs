//! Figures of this process in the text format that Prometheus reads. Counted in memory; nothing personal, nothing per visitor.

mod listing;

use std::{
    collections::HashMap,
    sync::{
        Arc, RwLock,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

pub(crate) use listing::print;

/// Upper bounds in milliseconds.
pub(crate) const BOUNDS: [u64; 11] = [1, 2, 5, 10, 25, 50, 100, 250, 1_000, 5_000, 30_000];

pub(crate) struct Figures {
    started: Instant,
    answers: RwLock<HashMap<Answered, Arc<Series>>>,
}

/// What requests are told apart by: few values, whatever visitors send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Answered {
    pub method: &'static str,
    /// The address pattern; "-" when no door has that address.
    pub route: &'static str,
    pub status: u16,
}

#[derive(Default)]
pub(crate) struct Series {
    buckets: [AtomicU64; BOUNDS.len()],
    count: AtomicU64,
    microseconds: AtomicU64,
}

impl Default for Figures {
    fn default() -> Figures {
        Figures { started: Instant::now(), answers: RwLock::default() }
    }
}

impl Figures {
    pub(crate) fn answered(&self, what: Answered, took: Duration) {
        let known = self.answers.read().unwrap_or_else(|it| it.into_inner()).get(&what).cloned();
        let series = known
            .unwrap_or_else(|| Arc::clone(self.answers.write().unwrap_or_else(|it| it.into_inner()).entry(what).or_default()));
        series.add(took);
    }

    pub(crate) fn uptime(&self) -> Duration {
        self.started.elapsed()
    }

    /// In a fixed order.
    fn all(&self) -> Vec<(Answered, Arc<Series>)> {
        let answers = self.answers.read().unwrap_or_else(|it| it.into_inner());
        let mut all: Vec<_> = answers.iter().map(|(what, series)| (*what, Arc::clone(series))).collect();
        all.sort_by_key(|it| it.0);
        all
    }
}

impl Series {
    fn add(&self, took: Duration) {
        let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        if let Some(bucket) = BOUNDS.iter().position(|bound| microseconds <= bound * 1_000) {
            self.buckets[bucket].fetch_add(1, Relaxed);
        }
        self.microseconds.fetch_add(microseconds, Relaxed);
        self.count.fetch_add(1, Relaxed);
    }
}
