//! What came back: how often which status, how long each answer took. Not what is concluded from it.

use std::{collections::BTreeMap, time::Duration};

#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) statuses: BTreeMap<u16, usize>,
    pub(crate) failed: usize,
    pub(crate) bytes: usize,
    pub(crate) took: Duration,
    /// What the server used of its processors meanwhile.
    pub(crate) processor: Duration,
    /// Microseconds of each answer.
    latencies: Vec<u32>,
}

impl Tally {
    pub(super) fn note(&mut self, status: u16, bytes: usize, took: Duration) {
        *self.statuses.entry(status).or_default() += 1;
        self.bytes += bytes;
        self.latencies.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
    }

    pub(super) fn add(&mut self, other: Tally) {
        for (status, count) in other.statuses {
            *self.statuses.entry(status).or_default() += count;
        }
        self.failed += other.failed;
        self.processor += other.processor;
        self.bytes += other.bytes;
        self.latencies.extend(other.latencies);
    }

    /// Adds what happened at the same time elsewhere.
    pub(crate) fn join(&mut self, other: Tally) {
        self.took = self.took.max(other.took);
        self.add(other);
    }

    pub(crate) fn answered(&self) -> usize {
        self.latencies.len()
    }

    pub(crate) fn per_second(&self) -> f64 {
        self.answered() as f64 / self.took.as_secs_f64().max(0.001)
    }

    /// Microseconds of the server's processors for each answer: hardly depends on what else the machine does.
    pub(crate) fn processor_each(&self) -> f64 {
        self.processor.as_secs_f64() * 1e6 / self.answered().max(1) as f64
    }

    /// The latency in milliseconds that this share of answers did not exceed.
    pub(crate) fn percentile(&self, share: f64) -> f64 {
        let mut sorted = self.latencies.clone();
        sorted.sort_unstable();
        let place = (sorted.len() as f64 * share).ceil() as usize;
        f64::from(sorted.get(place.saturating_sub(1)).copied().unwrap_or_default()) / 1_000.0
    }

    /// What was not answered with one of these, in words; nothing when all was well.
    pub(crate) fn complaint(&self, good: &[u16]) -> Option<String> {
        let others: Vec<String> =
            self.statuses.iter().filter(|it| !good.contains(it.0)).map(|(status, count)| format!("{count} x {status}")).collect();
        let failed = (self.failed > 0).then(|| format!("{} without an answer", self.failed));
        let all: Vec<String> = others.into_iter().chain(failed).collect();
        (!all.is_empty()).then(|| all.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_occurred() {
        let mut tally = Tally::default();
        (1..=100).for_each(|it| tally.note(200, 10, Duration::from_millis(it)));

        assert_eq!((tally.percentile(0.5), tally.percentile(0.99), tally.percentile(1.0)), (50.0, 99.0, 100.0));
        assert_eq!(Tally::default().percentile(0.5), 0.0);
    }

    #[test]
    fn what_was_not_expected_is_said() {
        let mut tally = Tally::default();
        tally.note(200, 10, Duration::ZERO);
        assert_eq!(tally.complaint(&[200]), None);

        tally.note(503, 10, Duration::ZERO);
        tally.failed = 2;

        assert_eq!(tally.complaint(&[200]).as_deref(), Some("1 x 503, 2 without an answer"));
    }
}
