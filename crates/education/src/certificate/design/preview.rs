//! The picture of a certificate made out to a made-up person with a long name. Keeps nothing.

use axum::{
    extract::{Path, Query},
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Ask, Outcome};
use serde::Deserialize;

use crate::{
    activity::load,
    certificate::{design, edition::Edition, paper},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    /// Another template than the one chosen.
    template: String,
}

pub(crate) async fn picture(ask: Ask, Path(id): Path<String>, Query(wanted): Query<Wanted>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let mut design = design::current(&ask.app, proof.hosted()).await?;
    if !wanted.template.is_empty() {
        design.template = wanted.template;
    }
    let edition = Edition::of(&ask.app, proof.hosted()).await?;
    let png = paper::preview(&ask.app, &edition, &design).await?;
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "private, no-store")], png).into_response())
}
