//! What a meeting server tells by itself: who was there, that the meeting is over, that its recording can be seen. Each address is of one room and
//! unguessable; what changes anything is signed as well, and safe to be told again.

use axum::{
    body::{Body, to_bytes},
    extract::{Path, Request},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Ask, Failure, Outcome, clock::SECOND, web::Form};
use meeting::{BigBlueButton, Service};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{evidence, following, model::Room, queries, seal, servers::Meetings};
use crate::activity::{self, model::State};

/// Some thousand people with all that they said and clicked.
const LARGEST: usize = 8 << 20;

type Sealed = Path<(String, String)>;

/// The room, and its server as it is listed today.
async fn sealed(ask: &Ask, Path((room_id, shown)): &Sealed) -> Outcome<(Room, BigBlueButton)> {
    seal::check(ask.app.settings(), room_id, shown)?;
    let room = queries::room(ask.db(), room_id).await?;
    match Meetings::of(&ask.app).find(&room.server_id).map(|it| &it.service) {
        Some(Service::BigBlueButton(server)) => Ok((room, server.clone())),
        _ => Err(Failure::NotFound),
    }
}

/// The analytics of a meeting. The signature says who sends, the address and the text which meeting; the first text of each run is the one that counts.
pub(crate) async fn attended(ask: Ask, path: Sealed, request: Request) -> Outcome<Response> {
    let (room, server) = sealed(&ask, &path).await?;
    let bearer = bearer(request.headers()).to_owned();
    if let Err(forged) = server.vouches(&bearer, ask.now() / SECOND) {
        tracing::warn!(room = room.id, %forged, "a meeting server's report is not believed");
        return Ok(StatusCode::UNAUTHORIZED.into_response());
    }
    let Some(body) = bounded(request.into_body()).await else {
        return Ok(StatusCode::PAYLOAD_TOO_LARGE.into_response());
    };
    let report = match meeting::report(&body) {
        Ok(report) if report.meeting_id == room.key => report,
        _ => return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response()),
    };
    let activity = activity::queries::find(ask.db(), &room.activity_id).await?;
    if matches!(activity.state(ask.now()), State::Cancelled | State::Archived) {
        return Ok(StatusCode::GONE.into_response());
    }
    let mut tx = ask.db().begin().await?;
    evidence::told(&mut tx, &room, &report, ask.now()).await?;
    tx.commit().await?;
    ask.app.ring();
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn bearer(headers: &HeaderMap) -> &str {
    let text = headers.get(header::AUTHORIZATION).and_then(|it| it.to_str().ok()).unwrap_or_default();
    text.strip_prefix("Bearer ").unwrap_or_default().trim()
}

async fn bounded(body: Body) -> Option<Vec<u8>> {
    to_bytes(body, LARGEST).await.ok().map(|it| it.to_vec())
}

/// Unsigned, so it is taken for a hint: the server is asked how things are.
pub(crate) async fn ended(ask: Ask, path: Sealed) -> Outcome<Response> {
    let (room, _) = sealed(&ask, &path).await?;
    let mut tx = ask.db().begin().await?;
    following::plan_now(&mut tx, &room.id, ask.now()).await?;
    tx.commit().await?;
    ask.app.ring();
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Notice {
    signed_parameters: String,
}

/// A recording can be seen; where, the server is asked. While it does not answer, it is told to tell again.
pub(crate) async fn recorded(ask: Ask, path: Sealed, Form(notice): Form<Notice>) -> Outcome<Response> {
    let (room, server) = sealed(&ask, &path).await?;
    match server.recorded(&notice.signed_parameters, ask.now() / SECOND) {
        Ok(meeting_id) if meeting_id == room.key => {}
        _ => return Ok(StatusCode::UNAUTHORIZED.into_response()),
    }
    let Ok(recordings) = server.recordings(&Meetings::of(&ask.app).client, &room.key).await else {
        return Ok(StatusCode::SERVICE_UNAVAILABLE.into_response());
    };
    if let Some(latest) = recordings.last() {
        let mut tx = ask.db().begin().await?;
        queries::recorded(&mut tx, &room.id, &latest.address).await?;
        tx.commit().await?;
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
