//! What owners do with their room: open it, and send everybody home.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome};

use super::{evidence, model::Room, opening, policy, queries};
use crate::{
    activity::load,
    change::{self, By},
};

pub(crate) async fn open(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = policy::runnable(load::editable(&ask, &id).await?)?;
    let openable = policy::openable(&proof, ask.now())?;
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    match opening::open(&ask.app, &openable, Some(by)).await? {
        Ok(_) => ask.done(&page(&id), "room-opened"),
        Err(key) => Err(Failure::Conflict(key)),
    }
}

/// Whoever was there is counted, nobody is let in any more, and the server sends everybody out; in this order, because whoever is sent out
/// knocks again at once. Where the server fails it can be asked again.
pub(crate) async fn end(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = policy::runnable(load::editable(&ask, &id).await?)?;
    let room = queries::room_of(ask.db(), proof.activity()).await?.filter(Room::may_be_ended);
    let room = room.ok_or(Failure::Conflict("room-not-open"))?;
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    let held = queries::hold(&mut tx, &room.id).await?;
    if held.is_open() {
        evidence::close_by_hand(&mut tx, &proof, &held, ask.now()).await?;
        change::record(&mut tx, &id, by, "room-ended", &[]).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    match opening::unmake(&ask.app, &room).await? {
        Ok(()) => ask.done(&page(&id), "room-ended-now"),
        Err(key) => Err(Failure::Conflict(key)),
    }
}

fn page(id: &str) -> String {
    format!("/kegiatan/{id}/ruang")
}
