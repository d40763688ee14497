//! What this process writes: how often it has committed, so that others know when to look again, and who is writing now, so that work which
//! nobody waits for steps aside.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{sync::Notify, time::timeout};

/// So long at most a write in the background waits for a moment in which nobody else writes.
const PATIENCE: Duration = Duration::from_millis(250);

tokio::task_local! { static BEHIND: (); }

/// Work that nobody waits for: each of its writes lets those of visitors go first. What it spawns must say so again.
pub async fn behind<F: Future>(work: F) -> F::Output {
    BEHIND.scope((), work).await
}

#[derive(Default)]
pub(super) struct Pulse {
    commits: AtomicU64,
    writers: AtomicUsize,
    idle: Notify,
}

/// Counts as writing until it is dropped.
pub(super) struct Writing {
    pulse: Arc<Pulse>,
    is_behind: bool,
    is_commit: bool,
}

impl Pulse {
    pub(super) fn commits(&self) -> u64 {
        self.commits.load(Ordering::SeqCst)
    }

    pub(super) async fn enter(self: &Arc<Pulse>) -> Writing {
        let is_behind = BEHIND.try_with(|()| ()).is_ok();
        if is_behind {
            let _ = timeout(PATIENCE, self.quiet()).await;
        } else {
            self.writers.fetch_add(1, Ordering::SeqCst);
        }
        Writing { pulse: Arc::clone(self), is_behind, is_commit: false }
    }

    async fn quiet(&self) {
        loop {
            let idle = self.idle.notified();
            if self.writers.load(Ordering::SeqCst) == 0 {
                return;
            }
            idle.await;
        }
    }
}

impl Writing {
    /// From now on nobody knows whether it is kept: counted once it is over, whatever comes of it.
    pub(super) fn commits(&mut self) {
        self.is_commit = true;
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.pulse.commits.fetch_add(u64::from(self.is_commit), Ordering::SeqCst);
        if !self.is_behind && self.pulse.writers.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.pulse.idle.notify_waiters();
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::poll;

    use super::*;

    #[tokio::test]
    async fn work_in_the_background_waits_until_no_visitor_writes() {
        let pulse = Arc::<Pulse>::default();
        let (first, second) = (pulse.enter().await, pulse.enter().await);
        let mut work = Box::pin(behind(pulse.enter()));

        assert!(poll!(work.as_mut()).is_pending());
        drop(first);
        assert!(poll!(work.as_mut()).is_pending(), "another still writes");
        drop(second);

        assert!(poll!(work.as_mut()).is_ready());
    }

    #[tokio::test]
    async fn nobody_waits_for_work_in_the_background_which_waits_for_none_that_never_ends() {
        let pulse = Arc::<Pulse>::default();
        let _work = behind(pulse.enter()).await;
        let mut visitor = Box::pin(pulse.enter());

        assert!(poll!(visitor.as_mut()).is_ready());
        let _endless = pulse.enter().await;
        behind(pulse.enter()).await;
    }
}
