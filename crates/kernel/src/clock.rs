//! What time it is: the system's clock, or one that a test sets. Epoch milliseconds throughout.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

pub const SECOND: i64 = 1_000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

#[derive(Clone, Debug)]
pub enum Clock {
    System,
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still until it is moved.
    pub fn standing_at(now: i64) -> Clock {
        Clock::Set(Arc::new(AtomicI64::new(now)))
    }

    pub fn now(&self) -> i64 {
        match self {
            Clock::System => SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_millis() as i64),
            Clock::Set(now) => now.load(Ordering::SeqCst),
        }
    }

    /// Moves a standing clock; the system's clock moves by itself.
    pub fn move_to(&self, now: i64) {
        if let Clock::Set(it) = self {
            it.store(now, Ordering::SeqCst);
        }
    }
}
