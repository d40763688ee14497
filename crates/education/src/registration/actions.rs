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
    model::{News, Place, Standing},
    pages, policy, queries,
};
use crate::activity;

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
    let Some((registration, _)) = queries::mine(&ask.app, &id, &actor.id).await? else {
        activity::load::readable(&ask, &id).await?;
        return Err(Failure::Forbidden("join-only-registered"));
    };
    let activity = activity::queries::find(ask.db(), &id).await?;
    enter(&ask, &policy::joinable(&registration, &activity, ask.now())?).await
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct Meeting<'a> {
    /// Of the meeting itself; it is as personal as the way to it.
    link: &'a str,
}

/// Only after the click is kept does anybody enter.
pub(super) async fn enter(ask: &Ask, joinable: &policy::Joinable<'_>) -> Outcome<Response> {
    let mut tx = ask.db().begin().await?;
    queries::note_join(&mut tx, joinable, ask.now()).await?;
    tx.commit().await?;
    if ask.visit.wants_json {
        return ask.json(StatusCode::OK, &Meeting { link: joinable.link() });
    }
    let headers = [(header::LOCATION, joinable.link()), (header::CACHE_CONTROL, "private, no-store")];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}
