//! Files that anybody fetches again and again, from programs and from pages of others: kept for five minutes, then asked for by their tag.

use axum::{
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};

pub(super) fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|it| it.to_str().ok()).unwrap_or_default();
    known.split(',').any(|it| it.trim().trim_start_matches("W/").trim_matches('"') == tag)
}

pub(super) fn unchanged(tag: &str) -> Response {
    (StatusCode::NOT_MODIFIED, headers(tag)).into_response()
}

pub(super) fn fresh(tag: &str, kind: &'static str, text: String) -> Response {
    (headers(tag), [(header::CONTENT_TYPE, kind)], text).into_response()
}

fn headers(tag: &str) -> [(HeaderName, String); 3] {
    [
        (header::ETAG, format!("\"{tag}\"")),
        (header::CACHE_CONTROL, "public, max-age=300".to_owned()),
        // Verifiers that run in a browser read it too; there is nothing in it that is not for everybody.
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*".to_owned()),
    ]
}
