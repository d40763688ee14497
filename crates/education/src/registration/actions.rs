//! Registering oneself, giving up a seat, entering the meeting.

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    desk::Request,
    leaving,
    line::{self, Reply},
    load::admitted,
    meeting_policy::joinable,
    model::{News, Place, Registration, Standing},
    pages, policy, queries,
};
use crate::{
    activity::{self, model::Activity},
    room,
};

/// One button, one round trip: the answer is the page itself. Pressing it again gives the same answer.
pub(crate) async fn register(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let actor = ask.actor()?;
    if let Some(Reply::Waiting(wait)) = line::recall(&ask.app, &id, &actor.id).transpose()? {
        return pages::waiting(&ask, &id, wait);
    }
    let (hosted, entrant) = match admitted(&ask, actor, &id).await {
        Ok(admitted) => admitted,
        Err(failure) => return pages::if_registered(&ask, &id).await?.ok_or(failure),
    };
    let request = Request { entrants: vec![entrant], by: None, asked_at: ask.now(), tongue: ui::visit::tongue(&ask.visit) };
    match line::ask(&ask.app, &id, &actor.id, request).await? {
        Reply::Waiting(wait) => pages::waiting(&ask, &id, wait),
        Reply::Settled(answer) => {
            let place = with_place_in_line(&ask, &id, line::only(answer)?).await?;
            pages::answer(&ask, &hosted.activity, &place)
        }
    }
}

/// Those who waited already have moved up since: only then the line is counted.
async fn with_place_in_line(ask: &Ask, id: &str, place: Place) -> Outcome<Place> {
    if place.standing != Standing::Waiting || place.news != News::Known {
        return Ok(place);
    }
    let found = queries::mine(&ask.app, id, &ask.actor()?.id).await?;
    Ok(Place { in_line: found.and_then(|it| it.1), ..place })
}

/// Gives up the seat or the place in line; the first in line moves up.
pub(crate) async fn leave(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let (registration, _) = queries::mine(&ask.app, &id, &actor.id).await?.ok_or(Failure::NotFound)?;
    leaving::leave(&ask.app, &policy::leave(actor, &registration)?).await?;
    ask.done(&format!("/kegiatan/{id}/pendaftaran"), "registration-left")
}

/// The personal link: keeps that it was followed and leads into the meeting.
pub(crate) async fn join(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let found = queries::mine(&ask.app, &id, &actor.id).await?;
    let activity = activity::queries::find(ask.db(), &id).await?;
    let Some((registration, _)) = found.filter(|it| it.0.standing() != Standing::Cancelled) else {
        return unregistered(&ask, &activity).await;
    };
    enter(&ask, &registration, &activity).await
}

/// Owners lead a meeting in a room of ours without being registered; others learn why they cannot enter.
async fn unregistered(ask: &Ask, activity: &Activity) -> Outcome<Response> {
    let readable = activity::load::readable(ask, &activity.id).await?;
    let has_room = !activity.meeting_server.is_empty();
    match ask.maybe_actor() {
        Some(actor) if has_room && readable.hosted().acting_for(actor).is_some() => room::entering::owner(ask, activity).await,
        _ => Err(Failure::Forbidden("join-only-registered")),
    }
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct Meeting<'a> {
    /// Of the meeting itself; it is as personal as the way to it.
    pub(crate) link: &'a str,
}

/// Into the room, or by the organisers' own link. Only after the click is kept does anybody enter.
pub(super) async fn enter(ask: &Ask, registration: &Registration, activity: &Activity) -> Outcome<Response> {
    if !activity.meeting_server.is_empty() {
        return room::entering::participant(ask, registration, activity).await;
    }
    let joinable = joinable(registration, activity, ask.now())?;
    let mut tx = ask.db().begin().await?;
    queries::note_join(&mut tx, joinable.attending(), ask.now()).await?;
    tx.commit().await?;
    if ask.visit.wants_json {
        return ask.json(StatusCode::OK, &Meeting { link: joinable.link() });
    }
    let headers = [(header::LOCATION, joinable.link()), (header::CACHE_CONTROL, "private, no-store")];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}
