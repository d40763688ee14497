//! The owners' page of their room: is it open, who is inside, does its server answer, and what it told.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Ask, Outcome};
use meeting::Service;
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use super::{
    model::Room,
    policy::{self, BY_ITSELF, Runnable},
    queries,
    servers::Meetings,
};
use crate::activity::load;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "room.html")]
pub(crate) struct RoomPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    title: String,
    /// As the operator named it; empty when it is not listed any more.
    server: String,
    /// Whether the server tells who was there.
    tells: bool,
    opened_at: Option<i64>,
    ended_at: Option<i64>,
    looked_at: Option<i64>,
    inside: i64,
    /// Since when the server has failed, and the key of the sentence that says how.
    stumbled_at: Option<i64>,
    trouble: Option<String>,
    opens_itself_at: i64,
    /// Why it cannot be opened now, as a sentence's key.
    closed_because: Option<&'static str>,
    recording: String,
    /// When the server told who was there, and of how many.
    reports: Vec<(i64, i64)>,
    /// Whether it can be ended; also again, where its server failed to send everybody out.
    may_be_ended: bool,
    /// Other servers that could be chosen.
    others: Vec<String>,
}

pub(crate) async fn room(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = policy::runnable(load::editable(&ask, &id).await?)?;
    let room = queries::room_of(ask.db(), proof.activity()).await?;
    let reports = match &room {
        Some(room) => queries::reports(ask.db(), &room.id).await?,
        None => Vec::new(),
    };
    ask.page(&page(&ask, &proof, room, reports))
}

fn page(ask: &Ask, proof: &Runnable, room: Option<Room>, reports: Vec<(i64, i64)>) -> RoomPage {
    let activity = proof.activity();
    let meetings = Meetings::of(&ask.app);
    let server = meetings.of_activity(activity);
    let offered = meetings.offered(proof.hosted().owner_lines());
    let frame = Frame::of(ask);
    let t = frame.t;
    let of_room = |read: fn(&Room) -> Option<i64>| room.as_ref().and_then(read);
    RoomPage {
        frame: frame
            .in_zone(activity.zone)
            .titled(t.say("room-title"))
            .crumb(t.say("frame-home"), "/")
            .crumb(t.say("activity-office"), "/kelola")
            .crumb(&activity.title, format!("/kegiatan/{}", activity.id)),
        id: activity.id.clone(),
        title: activity.title.clone(),
        server: server.map(|it| it.name.clone()).unwrap_or_default(),
        tells: server.is_none_or(|it| matches!(it.service, Service::BigBlueButton(_))),
        opened_at: of_room(|it| it.opened_at),
        ended_at: of_room(|it| it.ended_at),
        looked_at: of_room(|it| it.looked_at),
        inside: room.as_ref().map_or(0, |it| it.inside),
        may_be_ended: room.as_ref().is_some_and(Room::may_be_ended),
        stumbled_at: of_room(|it| it.stumbled_at),
        trouble: room.as_ref().and_then(|it| it.stumbled_on.clone()),
        opens_itself_at: activity.starts_at - BY_ITSELF,
        closed_because: policy::openable(proof, ask.now()).err().map(|it| it.key()),
        recording: room.map(|it| it.recording).unwrap_or_default(),
        reports,
        others: offered.iter().filter(|it| it.id != activity.meeting_server).map(|it| it.name.clone()).collect(),
    }
}

impl RoomPage {
    fn is_open(&self) -> bool {
        self.opened_at.is_some() && self.ended_at.is_none()
    }
}
