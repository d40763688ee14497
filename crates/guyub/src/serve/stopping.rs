//! When the server is asked to stop: a service manager's SIGTERM, or Ctrl+C.

use std::io;

use tokio::signal::unix::{Signal, SignalKind, signal};

/// Heard from the moment it is made, also before anybody waits.
pub(super) struct Requests {
    terminate: Signal,
    interrupt: Signal,
}

impl Requests {
    pub(super) fn listen() -> io::Result<Requests> {
        Ok(Requests { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    /// A second request to stop ends the process at once.
    pub(super) async fn asked(mut self) {
        self.next().await;
        tracing::info!("stopping: requests in progress are finished first");
        tokio::spawn(async move {
            self.next().await;
            tracing::warn!("stopped at once");
            std::process::exit(1);
        });
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
