//! Pages and JSON packed for visitors who can unpack them. Small answers, large ones and files that are packed already stay as they are.

use std::io::Write;

use axum::{
    Router,
    body::{Body, Bytes, HttpBody, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use flate2::{Compression, write::GzEncoder};
use kernel::Failure;
use tower::ServiceExt;
use ui::packing::Packed;

const LEAST: u64 = 1_000;
const MOST: u64 = 512 * 1024;
/// Fast: a page is packed in about the time it took to make it.
const EFFORT: Compression = Compression::new(4);
/// For what is packed once for many.
const EFFORT_TO_KEEP: Compression = Compression::best();

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Packing {
    Brotli,
    Gzip,
}

impl Packing {
    pub(super) fn name(self) -> &'static str {
        match self {
            Packing::Brotli => "br",
            Packing::Gzip => "gzip",
        }
    }

    /// Whether `Accept-Encoding` names it, and not with `q=0`.
    pub(super) fn is_accepted(self, headers: &HeaderMap) -> bool {
        let accepted =
            headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|it| it.to_str().ok()).flat_map(|it| it.split(','));
        let mut named =
            accepted.map(|it| it.split_once(';').map_or((it.trim(), ""), |(name, weight)| (name.trim(), weight.trim())));
        named.any(|(name, weight)| {
            name.eq_ignore_ascii_case(self.name()) && !matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
        })
    }
}

/// What is inside answers, packed for whoever asks for that.
pub(super) async fn compress(request: Request, inside: Router) -> Response {
    let wants_gzip = Packing::Gzip.is_accepted(request.headers());
    let Ok(mut response) = inside.oneshot(request).await;
    if !is_compressible(&response) {
        return response;
    }
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    if wants_gzip { packed(response).await } else { response }
}

fn is_compressible(response: &Response) -> bool {
    let size = response.body().size_hint().exact().unwrap_or(0);
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let is_text = kind.starts_with("text/")
        || ["application/json", "image/svg+xml", "application/xml"].iter().any(|it| kind.starts_with(it));
    is_text && (LEAST..=MOST).contains(&size) && !response.headers().contains_key(header::CONTENT_ENCODING)
}

async fn packed(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(plain) = to_bytes(body, MOST as usize).await else {
        return Failure::broken("the page could not be read").into_response();
    };
    let packed = match parts.extensions.remove::<Packed>() {
        Some(kept) => kept.or_pack(|| gzip(&plain, EFFORT_TO_KEEP)),
        None => gzip(&plain, EFFORT),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(Packing::Gzip.name()));
    Response::from_parts(parts, Body::from(packed))
}

fn gzip(plain: &[u8], effort: Compression) -> Bytes {
    let mut writer = GzEncoder::new(Vec::with_capacity(plain.len() / 3), effort);
    writer.write_all(plain).and_then(|()| writer.finish()).expect("writing to memory does not fail").into()
}

#[cfg(test)]
mod tests {
    use axum::{Extension, routing::get};
    use flate2::read::GzDecoder;

    use super::*;

    fn accepting(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    #[test]
    fn a_packing_is_accepted_when_it_is_named_and_not_refused() {
        assert!(Packing::Brotli.is_accepted(&accepting("gzip, deflate, br;q=0.5")));
        assert!(Packing::Gzip.is_accepted(&accepting("GZIP")));
        assert!(!Packing::Gzip.is_accepted(&accepting("br, gzip; q=0")));
        assert!(!Packing::Gzip.is_accepted(&accepting("identity")));
        assert!(!Packing::Brotli.is_accepted(&HeaderMap::new()));
    }

    /// Packed already by somebody who came before.
    fn kept() -> Packed {
        let kept = Packed::default();
        kept.or_pack(|| Bytes::from_static(b"packed before"));
        kept
    }

    async fn answer(path: &str, accept: &'static str) -> Response {
        let page = |size: usize| async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], "x".repeat(size)) };
        let router = Router::new()
            .route("/large", get(move || page(5_000)))
            .route("/small", get(move || page(100)))
            .route("/kept", get(move || async move { (Extension(kept()), page(5_000).await) }))
            .route("/picture", get(|| async { ([(header::CONTENT_TYPE, "image/png")], "x".repeat(5_000)) }));
        let request = Request::get(path).header(header::ACCEPT_ENCODING, accept).body(Body::empty()).expect("request");
        compress(request, router).await
    }

    #[tokio::test]
    async fn a_page_is_packed_for_those_who_ask_and_the_same_for_others() {
        let packed = answer("/large", "gzip").await;
        assert_eq!(packed.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(packed.headers()[header::VARY], "accept-encoding");
        let bytes = to_bytes(packed.into_body(), 5_000).await.expect("body");
        let mut text = String::new();
        std::io::Read::read_to_string(&mut GzDecoder::new(&bytes[..]), &mut text).expect("gzip");
        assert!(bytes.len() < 200 && text == "x".repeat(5_000));

        let plain = answer("/large", "identity").await;
        assert_eq!(
            (plain.headers().get(header::CONTENT_ENCODING), &plain.headers()[header::VARY]),
            (None, &HeaderValue::from_static("accept-encoding"))
        );
    }

    #[tokio::test]
    async fn what_is_kept_is_packed_once() {
        let packed = answer("/kept", "gzip").await;
        assert_eq!(to_bytes(packed.into_body(), 5_000).await.expect("body"), "packed before");

        let plain = answer("/kept", "identity").await;
        assert_eq!(to_bytes(plain.into_body(), 5_000).await.expect("body").len(), 5_000);
    }

    #[tokio::test]
    async fn what_would_not_shrink_stays_as_it_is() {
        for path in ["/small", "/picture"] {
            assert_eq!(answer(path, "gzip").await.headers().get(header::CONTENT_ENCODING), None);
        }
    }
}
