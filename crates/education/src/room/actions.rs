//! What owners do with their room: open it, and send everybody home.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome};
use meeting::Service;

use super::{evidence, opening, policy, queries, servers::Meetings};
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

/// The server sends everybody out; whoever was there is counted.
pub(crate) async fn end(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = policy::runnable(load::editable(&ask, &id).await?)?;
    let room = queries::room_of(ask.db(), proof.activity()).await?.filter(|it| it.is_open());
    let room = room.ok_or(Failure::Conflict("room-not-open"))?;
    let meetings = Meetings::of(&ask.app);
    if let Some(Service::BigBlueButton(server)) = meetings.find(&room.server_id).map(|it| &it.service)
        && let Err(trouble) = server.end(&meetings.client, &room.key).await
    {
        return Err(Failure::Conflict(opening::stumbled(&ask.app, &room, trouble).await?));
    }
    meetings.forget(&room.id);
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    let held = queries::hold(&mut tx, &room.id).await?;
    if held.is_open() {
        evidence::close_by_hand(&mut tx, &proof, &held, ask.now()).await?;
        change::record(&mut tx, &id, by, "room-ended", &[]).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    ask.done(&page(&id), "room-ended-now")
}

fn page(id: &str) -> String {
    format!("/kegiatan/{id}/ruang")
}
