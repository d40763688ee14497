//! Bodies that trickle: whoever stops sending for too long loses the connection, so that nobody holds one for nothing.

use std::{io, time::Duration};

use axum::{
    body::{Body, HttpBody},
    extract::Request,
};
use futures_util::{StreamExt, stream};

/// Between two pieces of a body. Phones on slow links pause, but not this long.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) fn bound(request: Request) -> Request {
    if request.body().is_end_stream() { request } else { request.map(|body| within(body, PATIENCE)) }
}

fn within(body: Body, patience: Duration) -> Body {
    let pieces = stream::unfold(Some(body.into_data_stream()), move |pieces| async move {
        let mut pieces = pieces?;
        match tokio::time::timeout(patience, pieces.next()).await {
            Ok(None) => None,
            Ok(Some(Ok(piece))) => Some((Ok(piece), Some(pieces))),
            Ok(Some(Err(error))) => Some((Err(io::Error::other(error)), None)),
            Err(_) => Some((Err(io::Error::from(io::ErrorKind::TimedOut)), None)),
        }
    });
    Body::from_stream(pieces)
}

#[cfg(test)]
mod tests {
    use axum::body::{Bytes, to_bytes};

    use super::*;

    fn pieces(last: Option<&'static str>) -> Body {
        let first = stream::iter(["a", "b"].map(|it| Ok::<_, io::Error>(Bytes::from(it))));
        match last {
            Some(it) => Body::from_stream(first.chain(stream::iter([Ok(Bytes::from(it))]))),
            None => Body::from_stream(first.chain(stream::pending())),
        }
    }

    #[tokio::test]
    async fn a_body_that_keeps_coming_is_whole_and_one_that_stops_is_an_error() {
        assert_eq!(to_bytes(within(pieces(Some("c")), PATIENCE), 10).await.expect("whole"), "abc");

        let error = to_bytes(within(pieces(None), Duration::from_millis(1)), 10).await.expect_err("stopped");

        assert!(format!("{error:?}").contains("TimedOut"), "{error:?}");
    }
}
