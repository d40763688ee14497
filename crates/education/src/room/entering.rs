//! Entering a room through one's personal link: in, or a page that says when, and that asks again by itself.

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Ask, Failure, Outcome, clock::SECOND};
use meeting::Service;
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use super::{
    model::Room,
    opening,
    policy::{self, Door, Enterable, Role},
    queries,
    servers::Meetings,
};
use crate::{
    activity::{load, model::Activity},
    registration::{actions::Meeting, meeting_policy::attending, model::Registration, queries::note_join},
};

/// Whoever comes before the room is open, or while its server is silent.
#[derive(Template, Serialize, JsonSchema)]
#[template(path = "room-waiting.html")]
pub(crate) struct WaitingPage {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    #[serde(skip)]
    title: String,
    /// Epoch milliseconds; null: it is time, but the server does not answer.
    opens_at: Option<i64>,
    /// Ask again after so many.
    seconds: i64,
    #[serde(skip)]
    next: String,
}

const SOONEST: i64 = 15;
const LATEST: i64 = 300;

/// Somebody with a registration.
pub(crate) async fn participant(ask: &Ask, registration: &Registration, activity: &Activity) -> Outcome<Response> {
    let attending = attending(registration, activity, ask.now())?;
    let room = queries::room_of(ask.db(), activity).await?;
    let who = match (ask.maybe_actor(), &registration.guest) {
        (_, Some(guest)) => (guest.name.clone(), Role::Viewer),
        (Some(actor), None) => {
            let hosted = load::complete(ask.db(), activity.clone()).await?;
            let speakers = queries::speakers(ask.db(), &activity.id).await?;
            (actor.name.clone(), policy::role(actor, &hosted, &speakers))
        }
        (None, None) => return Err(Failure::NotFound),
    };
    let door = policy::door(attending, (&who.0, who.1), room.as_ref(), ask.now())?;
    pass(ask, door, room, activity).await
}

/// An owner who is not registered.
pub(crate) async fn owner(ask: &Ask, activity: &Activity) -> Outcome<Response> {
    let proof = load::editable(ask, &activity.id).await?;
    let room = queries::room_of(ask.db(), activity).await?;
    let door = policy::owners_door(ask.actor()?, &proof, room.as_ref(), ask.now())?;
    pass(ask, door, room, activity).await
}

async fn pass(ask: &Ask, door: Door<'_>, room: Option<Room>, activity: &Activity) -> Outcome<Response> {
    match door {
        Door::Waits(opens_at) => waiting(ask, activity, Some(opens_at)),
        Door::Opens(enterable) => match ready(ask, &enterable, room).await? {
            Some(room) => enter(ask, &enterable, &room).await,
            None => waiting(ask, activity, None),
        },
    }
}

/// The room, open on its server; nothing while that fails. Of a crowd one asks the server, and the others wait for what it says.
async fn ready(ask: &Ask, enterable: &Enterable<'_>, room: Option<Room>) -> Outcome<Option<Room>> {
    let (meetings, now) = (Meetings::of(&ask.app), ask.now());
    let activity = enterable.activity();
    if let Some(room) = room.filter(|it| it.is_open() && meetings.was_just_made(&it.id, now)) {
        return Ok(Some(room));
    }
    let line = meetings.line(&activity.id);
    let _first = line.lock().await;
    let room = queries::room_of(ask.db(), activity).await?;
    if let Some(room) = room.filter(|it| it.is_open() && meetings.was_just_made(&it.id, now)) {
        return Ok(Some(room));
    }
    if meetings.rests(&activity.meeting_server, now) {
        return Ok(None);
    }
    match opening::open(&ask.app, &policy::enters(enterable), None).await? {
        Ok(room) => Ok(Some(room)),
        Err("room-ended") => Err(Failure::Conflict("room-ended")),
        Err(_) => Ok(None),
    }
}

/// Only after the click is kept does anybody enter.
async fn enter(ask: &Ask, enterable: &Enterable<'_>, room: &Room) -> Outcome<Response> {
    if let Some(attending) = enterable.attending() {
        let mut tx = ask.db().begin().await?;
        note_join(&mut tx, attending, ask.now()).await?;
        tx.commit().await?;
    }
    let visitor = enterable.visitor(room);
    let link = match Meetings::of(&ask.app).find(&room.server_id).map(|it| &it.service) {
        Some(Service::BigBlueButton(server)) => server.join(&visitor),
        Some(Service::Jitsi(server)) => {
            server.link(&visitor, ask.now() / SECOND).ok_or_else(|| Failure::broken("a link could not be signed"))?
        }
        None => return Err(Failure::NotFound),
    };
    if ask.visit.wants_json {
        return ask.json(StatusCode::OK, &Meeting { link: &link });
    }
    let headers = [(header::LOCATION, link.as_str()), (header::CACHE_CONTROL, "private, no-store")];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

fn waiting(ask: &Ask, activity: &Activity, opens_at: Option<i64>) -> Outcome<Response> {
    let frame = Frame::of(ask);
    let t = frame.t;
    let key = if opens_at.is_some() { "room-waiting-title" } else { "room-silent-title" };
    let left = opens_at.map_or(0, |it| (it - ask.now()) / SECOND);
    let page = WaitingPage {
        frame: frame
            .titled(t.say(key))
            .crumb(t.say("frame-home"), "/")
            .crumb(t.say("activity-calendar"), "/kegiatan")
            .crumb(&activity.title, format!("/kegiatan/{}", activity.id)),
        activity_id: activity.id.clone(),
        title: activity.title.clone(),
        opens_at,
        seconds: left.clamp(SOONEST, LATEST),
        next: ask.path().to_owned(),
    };
    let status = if opens_at.is_some() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let mut response = ask.page_as(status, &page)?;
    let (name, value) = match ask.visit.wants_json {
        true => ("retry-after", page.seconds.to_string()),
        false => ("refresh", format!("{}; url={}", page.seconds, page.next)),
    };
    if let Ok(value) = HeaderValue::from_str(&value) {
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}
