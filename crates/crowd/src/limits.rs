//! How often something may be tried: a bucket of tries per key that refills with time. In memory, per node; forgotten when unused.

use std::time::Duration;

use moka::sync::Cache;

use kernel::{Failure, Outcome};

pub struct Limit {
    /// Tries that may come at once.
    burst: f64,
    /// Tries that come back per second.
    per_second: f64,
    buckets: Cache<String, (i64, f64)>,
}

impl Limit {
    /// `burst` tries at once, and all of them again after `refill`.
    pub fn new(burst: u32, refill: Duration) -> Limit {
        let buckets = Cache::builder().max_capacity(500_000).time_to_idle(refill * 2).build();
        Limit { burst: f64::from(burst), per_second: f64::from(burst) / refill.as_secs_f64(), buckets }
    }

    /// Takes one try for `key`, or answers when the next one comes back. `now` in epoch ms.
    pub fn take(&self, key: &str, now: i64) -> Outcome<()> {
        let mut verdict = Ok(());
        self.buckets.entry_by_ref(key).and_compute_with(|entry| {
            let (since, left) = entry.map_or((now, self.burst), |it| it.into_value());
            let left = (left + (now - since).max(0) as f64 / 1_000.0 * self.per_second).min(self.burst);
            if left < 1.0 {
                verdict = Err(Failure::Busy { seconds: ((1.0 - left) / self.per_second).ceil() as u32 });
                return moka::ops::compute::Op::Put((now, left));
            }
            moka::ops::compute::Op::Put((now, left - 1.0))
        });
        verdict
    }

    /// Gives all tries back, e.g. after success.
    pub fn forgive(&self, key: &str) {
        self.buckets.invalidate(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_tries_then_one_every_ten_seconds() {
        let limit = Limit::new(3, Duration::from_secs(30));
        for _ in 0..3 {
            limit.take("rina", 0).expect("within the burst");
        }
        assert!(matches!(limit.take("rina", 0), Err(Failure::Busy { seconds: 10 })));
        limit.take("budi", 0).expect("another key has its own bucket");

        limit.take("rina", 10_000).expect("one came back");
        assert!(limit.take("rina", 10_000).is_err());
        limit.forgive("rina");
        limit.take("rina", 10_000).expect("forgiven");
    }
}
