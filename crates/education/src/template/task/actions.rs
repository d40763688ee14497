//! Ticking a task of preparation, and taking the tick back.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome};

use super::queries;
use crate::activity::{load, policy::Editable};

pub(crate) async fn tick(ask: Ask, Path((id, position)): Path<(String, i64)>) -> Outcome<Response> {
    let proof = known(&ask, &id, position).await?;
    let mut tx = ask.db().begin().await?;
    queries::tick(&mut tx, &proof, position, (&ask.actor()?.id, ask.now())).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}"), "task-ticked")
}

pub(crate) async fn untick(ask: Ask, Path((id, position)): Path<(String, i64)>) -> Outcome<Response> {
    let proof = known(&ask, &id, position).await?;
    let mut tx = ask.db().begin().await?;
    queries::untick(&mut tx, &proof, position).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}"), "task-unticked")
}

async fn known(ask: &Ask, id: &str, position: i64) -> Outcome<Editable> {
    let proof = load::editable(ask, id).await?;
    let tasks = queries::of(ask.db(), id).await?;
    if tasks.iter().any(|it| it.position == position) { Ok(proof) } else { Err(Failure::NotFound) }
}
