//! Opening and closing checkpoints by owners, entering codes by participants.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, jobs::Times, web::Form};
use serde::Deserialize;

use super::{
    entering, pages,
    queries::{self, Hand},
};
use crate::{
    activity::load,
    attendance::{
        model::Part,
        policy::{self, LATEST_CODE, Refusal},
        queries::seat_of,
        recount,
    },
};

#[derive(Default, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Opening {
    /// "start", "middle" or "end".
    part: String,
}

/// Opens a checkpoint; the one that was open is closed.
pub(crate) async fn open(ask: Ask, Path(id): Path<String>, Form(form): Form<Opening>) -> Outcome<Response> {
    let proof = policy::presentable(load::editable(&ask, &id).await?, ask.now())?;
    let part = Part::parse(&form.part).ok_or_else(|| Failure::invalid("part", "attendance-part-unknown"))?;
    let hand = Hand { person_id: &ask.actor()?.id, now: ask.now() };
    let mut tx = ask.db().begin().await?;
    queries::close(&mut tx, &id, hand).await?;
    queries::open(&mut tx, &proof, part, hand).await?;
    // Whoever forgets to close finds the list counted all the same.
    let after = proof.activity().ends_at + LATEST_CODE + kernel::clock::MINUTE;
    recount::plan(&mut tx, &id, "after-the-end", Times { run_at: after, now: ask.now() }).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}/penyaji"), "attendance-checkpoint-opened")
}

/// Closes what is open and counts. Twice is the same.
pub(crate) async fn close(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    load::editable(&ask, &id).await?;
    let now = ask.now();
    let cause = format!("closed-{}", kernel::id::fresh());
    let mut tx = ask.db().begin().await?;
    let was_open = queries::close(&mut tx, &id, Hand { person_id: &ask.actor()?.id, now }).await?;
    if was_open {
        recount::plan(&mut tx, &id, &cause, recount::soon(now)).await?;
    }
    tx.commit().await?;
    if was_open {
        recount::all(&ask.app, &id, &cause).await?;
    }
    ask.done(&format!("/kegiatan/{id}/penyaji"), "attendance-checkpoint-closed")
}

#[derive(Default, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct CodeEntry {
    /// The code on the presenter's screen.
    kode: String,
}

pub(crate) async fn check_in(ask: Ask, Path(id): Path<String>, Form(form): Form<CodeEntry>) -> Outcome<Response> {
    let verdict = match seat_of(&ask.app, &id, &ask.actor()?.id).await? {
        Some(seat) => entering::enter(&ask.app, seat, &form.kode).await?,
        None => Err(Refusal::NotRegistered),
    };
    match verdict {
        Ok(_) => ask.done(&format!("/kegiatan/{id}/presensi"), "attendance-checked-in"),
        Err(refusal) => pages::refused(&ask, &id, &form.kode, refusal).await,
    }
}
