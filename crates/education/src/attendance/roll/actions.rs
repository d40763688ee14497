//! Counting the list anew when an owner asks for it.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Outcome};

use crate::{activity::load, attendance::recount};

pub(crate) async fn count(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    load::editable(&ask, &id).await?;
    recount::all(&ask.app, &id, "asked").await?;
    ask.done(&format!("/kegiatan/{id}/daftar-hadir"), "attendance-counted")
}
