//! Marking notices as read, one or all that were seen. Everybody has only their own.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, web::Form};
use serde::Deserialize;

use super::queries;

pub(crate) async fn read_one(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let me = &ask.actor()?.id;
    let mut tx = ask.db().begin().await?;
    if !queries::read_one(&mut tx, me, &id, ask.now()).await? {
        return Err(Failure::NotFound);
    }
    tx.commit().await?;
    ask.done("/pemberitahuan", "notice-read")
}

#[derive(Deserialize, Default, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Seen {
    /// Id of the newest notice on the page: what came later has not been seen.
    until: String,
}

pub(crate) async fn read_all(ask: Ask, Form(seen): Form<Seen>) -> Outcome<Response> {
    let me = &ask.actor()?.id;
    let mut tx = ask.db().begin().await?;
    queries::read_until(&mut tx, me, &seen.until, ask.now()).await?;
    tx.commit().await?;
    ask.done("/pemberitahuan", "notice-all-read")
}
