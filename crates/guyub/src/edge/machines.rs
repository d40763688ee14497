//! What machines ask: does it live, is it ready, where may robots go, how does the API look.

use std::{sync::OnceLock, time::Duration};

use axum::{
    Extension,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::App;

use super::record::Route;
use crate::{house, openapi};

const PATIENCE: Duration = Duration::from_secs(3);
const ROBOTS: &str = "User-agent: *\nDisallow: /api/\nDisallow: /masuk\nDisallow: /profil\n";

/// The process answers; nothing is said of the database.
pub(super) async fn alive() -> Response {
    (Extension(Route("/healthz")), [(header::CACHE_CONTROL, "no-store")], "ok\n").into_response()
}

/// The database answers and has the present shape: requests may come here.
pub(super) async fn ready(State(app): State<App>) -> Response {
    let (status, words) = match tokio::time::timeout(PATIENCE, app.db().behind(&house::migrations(app.db()))).await {
        Ok(Ok(behind)) if behind.is_empty() => (StatusCode::OK, "ok\n"),
        Ok(Ok(_)) => (StatusCode::SERVICE_UNAVAILABLE, "the database is not migrated\n"),
        Ok(Err(_)) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    };
    (status, Extension(Route("/readyz")), [(header::CACHE_CONTROL, "no-store")], words).into_response()
}

pub(super) async fn robots() -> Response {
    (Extension(Route("/robots.txt")), [(header::CACHE_CONTROL, "public, max-age=86400")], ROBOTS).into_response()
}

pub(super) async fn openapi() -> Response {
    static TEXT: OnceLock<String> = OnceLock::new();
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=3600")];
    (Extension(Route("/api/v1/openapi.json")), headers, TEXT.get_or_init(openapi::text).as_str()).into_response()
}
