//! Connections: accepted up to a number, bound in time, finished before the end. Requests themselves are the router's business.

use std::{net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulConnection, GracefulShutdown},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
};
use tower::Service;

use super::stalling::Stalling;

/// From the first byte of a request to the end of its head, and between two requests on one connection.
const HEAD: Duration = Duration::from_secs(20);
/// A visitor who takes nothing of an answer for this long has gone.
const TAKING: Duration = Duration::from_secs(60);
const LARGEST_HEAD: usize = 32 * 1024;
/// After a refusal by the system, such as too many open files.
const PAUSE: Duration = Duration::from_millis(100);

pub(crate) struct Guests {
    pub router: Router,
    /// Connected at once; others wait in the system's queue.
    pub most: usize,
    /// Given to requests in progress at the end.
    pub finishing: Duration,
}

/// Serves until `stop` comes, then accepts nobody and finishes what was begun.
pub(super) async fn serve(listener: TcpListener, guests: Guests, stop: impl Future<Output = ()>) {
    let seats = Arc::new(Semaphore::new(guests.most));
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer, seat) = tokio::select! {
            accepted = accept(&listener, &seats) => accepted,
            () = &mut stop => break,
        };
        let connection = graceful.watch(connection(stream, peer, guests.router.clone()));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(seat);
        });
    }
    drop(listener);
    if tokio::time::timeout(guests.finishing, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time");
    }
}

async fn accept(listener: &TcpListener, seats: &Arc<Semaphore>) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    let seat = Arc::clone(seats).acquire_owned().await.expect("the seats are never closed");
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // Without this small answers wait for the acknowledgement of earlier ones.
                let _ = stream.set_nodelay(true);
                return (stream, peer, seat);
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

fn connection(stream: TcpStream, peer: SocketAddr, router: Router) -> impl GracefulConnection<Error = hyper::Error> + Send {
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().call(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(LARGEST_HEAD)
        .serve_connection(TokioIo::new(Stalling::new(stream, TAKING)), service)
}
