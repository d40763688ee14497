//! The load generator: keep-alive connections that send prepared bytes and read status and length, on one thread, so that it takes
//! little of the processors it shares with the server. Not an HTTP client for anything else; loopback only.

mod connection;
mod tally;

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

pub(crate) use connection::{Connection, Reply};
pub(crate) use tally::Tally;

/// Who asks what, and when it ends: whichever of count and time comes first.
#[derive(Clone)]
pub(crate) struct Load {
    pub(crate) port: u16,
    pub(crate) connections: usize,
    pub(crate) most_requests: usize,
    pub(crate) lasts: Duration,
}

/// The requests of a run, written beforehand. Taken in order, again from the start when they are used up.
pub(crate) type Requests = Arc<Vec<Vec<u8>>>;

pub(crate) fn loopback(port: u16) -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, port))
}

/// A GET without a body. `headers` are whole lines with their ends.
pub(crate) fn get(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: guyub.test\r\n{headers}\r\n").into_bytes()
}

/// A form of our own pages.
pub(crate) fn post(path: &str, headers: &str, body: &str) -> Vec<u8> {
    let kind = "content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\n";
    format!("POST {path} HTTP/1.1\r\nhost: guyub.test\r\n{kind}content-length: {}\r\n{headers}\r\n{body}", body.len())
        .into_bytes()
}

impl Load {
    pub(crate) async fn run(&self, requests: Requests) -> Tally {
        let next = Arc::new(AtomicUsize::new(0));
        let started = Instant::now();
        let ends = started + self.lasts;
        let clients: Vec<_> = (0..self.connections)
            .map(|_| tokio::spawn(client(self.clone(), Arc::clone(&requests), Arc::clone(&next), ends)))
            .collect();
        let mut whole = Tally::default();
        for it in clients {
            whole.add(it.await.unwrap_or_default());
        }
        whole.took = started.elapsed();
        whole
    }
}

async fn client(load: Load, requests: Requests, next: Arc<AtomicUsize>, ends: Instant) -> Tally {
    let mut tally = Tally::default();
    let mut connection = None;
    while Instant::now() < ends {
        let turn = next.fetch_add(1, Ordering::Relaxed);
        if turn >= load.most_requests {
            break;
        }
        let started = Instant::now();
        match ask(&mut connection, load.port, &requests[turn % requests.len()]).await {
            Ok(reply) => tally.note(reply.status, reply.bytes, started.elapsed()),
            Err(_) => {
                connection = None;
                tally.failed += 1;
            }
        }
    }
    tally
}

async fn ask(connection: &mut Option<Connection>, port: u16, request: &[u8]) -> std::io::Result<Reply> {
    if connection.is_none() {
        *connection = Some(Connection::open(port).await?);
    }
    let open = connection.as_mut().ok_or(std::io::ErrorKind::NotConnected)?;
    let reply = open.ask(request).await?;
    if reply.closes {
        *connection = None;
    }
    Ok(reply)
}
