//! When the server is asked to stop: a service manager's SIGTERM, or Ctrl+C.

use tokio::signal::unix::{SignalKind, signal};

/// A second request to stop ends the process at once.
pub(super) async fn asked() {
    once().await;
    tracing::info!("stopping: requests in progress are finished first");
    tokio::spawn(async {
        once().await;
        tracing::warn!("stopped at once");
        std::process::exit(1);
    });
}

async fn once() {
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
