//! One keep-alive connection that knows just enough HTTP/1.1 for answers with a content length.

use std::io::{Error, ErrorKind, Result};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

pub(crate) struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// Head and body, as they came over the wire.
    pub(crate) bytes: usize,
    pub(crate) head: usize,
    pub(crate) closes: bool,
}

const ROOM: usize = 64 << 10;

impl Connection {
    pub(crate) async fn open(port: u16) -> Result<Connection> {
        let stream = TcpStream::connect(super::loopback(port)).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, received: Vec::with_capacity(ROOM) })
    }

    pub(crate) async fn ask(&mut self, request: &[u8]) -> Result<Reply> {
        self.received.clear();
        self.stream.write_all(request).await?;
        loop {
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            if let Some(reply) = parse(&self.received)? {
                self.read_to(reply.bytes).await?;
                return Ok(reply);
            }
        }
    }

    /// Head and body of the last answer.
    pub(crate) fn answer(&self, reply: Reply) -> (&str, &[u8]) {
        let (head, body) = self.received.split_at(reply.head);
        (std::str::from_utf8(head).unwrap_or_default(), body)
    }

    async fn read_to(&mut self, whole: usize) -> Result<()> {
        while self.received.len() < whole {
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(())
    }
}

/// Nothing while the head is not complete.
fn parse(received: &[u8]) -> Result<Option<Reply>> {
    let Some(end) = received.windows(4).position(|it| it == b"\r\n\r\n") else { return Ok(None) };
    let unreadable = || Error::from(ErrorKind::InvalidData);
    let head = std::str::from_utf8(&received[..end]).map_err(|_| unreadable())?;
    let status = head.get(9..12).and_then(|it| it.parse().ok()).ok_or_else(unreadable)?;
    let value = |name: &str| {
        let mut lines = head.split("\r\n").skip(1).filter_map(|it| it.split_once(':'));
        lines.find(|it| it.0.eq_ignore_ascii_case(name)).map(|it| it.1.trim())
    };
    let length: usize = match value("content-length") {
        Some(it) => it.parse().map_err(|_| unreadable())?,
        None if status == 304 || status == 204 => 0,
        None => return Err(unreadable()),
    };
    let closes = value("connection").is_some_and(|it| it.eq_ignore_ascii_case("close"));
    Ok(Some(Reply { status, bytes: end + 4 + length, head: end + 4, closes }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_as_long_as_its_head_says() {
        let answer = b"HTTP/1.1 303 See Other\r\nLocation: /\r\nContent-Length: 2\r\n\r\nok";

        let reply = parse(answer).expect("readable").expect("complete");

        assert_eq!(reply, Reply { status: 303, bytes: answer.len(), head: answer.len() - 2, closes: false });
        assert_eq!(parse(&answer[..30]).expect("readable"), None);
    }

    #[test]
    fn an_answer_without_a_length_is_refused() {
        assert!(parse(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").is_err());
        assert!(parse(b"no HTTP at all\r\n\r\n").is_err());
    }
}
