//! Opening a room: its server makes the meeting, or finds it made. The server is never asked inside a transaction.

use kernel::{
    App, Outcome,
    clock::MINUTE,
    jobs::{JobKind, Running},
};
use meeting::{Callbacks, Creation, Service, Trouble};
use serde::{Deserialize, Serialize};

use super::{
    following,
    model::Room,
    policy::{self, Openable},
    queries, seal,
    servers::Meetings,
};
use crate::{
    activity,
    change::{self, By},
};

/// Opens a room shortly before the start.
pub(crate) const JOB: JobKind = JobKind { name: "education.room-opening", run };

#[derive(Serialize, Deserialize)]
pub(super) struct Coming {
    pub(super) activity_id: String,
}

/// The room, open; or why its server could not open it, which the room keeps for the organisers.
pub(crate) async fn open(app: &App, proof: &Openable, by: Option<By<'_>>) -> Outcome<Result<Room, &'static str>> {
    let room = queries::room_of(app.db(), proof.activity()).await?;
    let room = match room {
        Some(room) => room,
        None => made(app, proof).await?,
    };
    if let Err(trouble) = create(app, proof, &room).await {
        return Ok(Err(stumbled(app, &room, trouble).await?));
    }
    let now = app.now();
    let meetings = Meetings::of(app);
    meetings.has_answered(&room.server_id);
    if by.is_none() && queries::room(app.db(), &room.id).await?.ended_at.is_some() {
        // Ended while the server was asked: the meeting that was just made is nobody's.
        return Ok(unmake(app, &room).await?.and(Err("room-ended")));
    }
    meetings.has_made(&room.id, now);
    if room.is_open() && room.stumbled_at.is_none() {
        return Ok(Ok(room));
    }
    let mut tx = app.db().begin().await?;
    let opened = queries::open(&mut tx, proof, &room.id, (by.map(|it| it.person_id), now)).await?;
    if let Some(by) = by.filter(|_| !room.is_open()) {
        change::record(&mut tx, &room.activity_id, by, "room-opened", &[]).await?;
    }
    following::plan(&mut tx, &room.id, now).await?;
    tx.commit().await?;
    app.ring();
    Ok(Ok(opened))
}

/// The server sends everybody out; or why it could not.
pub(super) async fn unmake(app: &App, room: &Room) -> Outcome<Result<(), &'static str>> {
    let meetings = Meetings::of(app);
    meetings.forget(&room.id);
    let Some(Service::BigBlueButton(server)) = meetings.find(&room.server_id).map(|it| &it.service) else {
        return Ok(Ok(()));
    };
    if let Err(trouble) = server.end(&meetings.client, &room.key).await {
        return Ok(Err(stumbled(app, room, trouble).await?));
    }
    if room.stumbled_at.is_some() {
        let mut tx = app.db().begin().await?;
        queries::looked(&mut tx, &room.id, (app.now(), 0)).await?;
        tx.commit().await?;
    }
    Ok(Ok(()))
}

async fn made(app: &App, proof: &Openable) -> Outcome<Room> {
    let mut tx = app.db().begin().await?;
    let room = queries::make(&mut tx, proof, app.now()).await?;
    tx.commit().await?;
    Ok(room)
}

async fn create(app: &App, proof: &Openable, room: &Room) -> Result<(), Trouble> {
    let (meetings, activity, settings) = (Meetings::of(app), proof.activity(), app.settings());
    let Some(server) = meetings.find(&room.server_id) else {
        return Err(Trouble::Refused("unknown".to_owned()));
    };
    let Service::BigBlueButton(server) = &server.service else {
        // A Jitsi room is there as soon as somebody enters.
        return Ok(());
    };
    let address = |what| seal::address(settings, &room.id, what);
    let (analytics, ended, recording) = (address("kehadiran"), address("selesai"), address("rekaman"));
    let creation = Creation {
        meeting_id: &room.key,
        name: &activity.title,
        afterwards: &settings.absolute(&format!("/kegiatan/{}", activity.id)),
        minutes_kept: (activity.ends_at - activity.starts_at + policy::EARLIEST) / MINUTE,
        callbacks: Callbacks { analytics: &analytics, ended: &ended, recording: &recording },
    };
    server.create(&meetings.client, &creation).await
}

/// Keeps that a server failed, and answers the key of the sentence that says how.
pub(super) async fn stumbled(app: &App, room: &Room, trouble: Trouble) -> Outcome<&'static str> {
    let now = app.now();
    tracing::warn!(server = room.server_id, room = room.id, %trouble, "a meeting server failed");
    Meetings::of(app).has_failed(&room.server_id, now);
    let key = said(&trouble);
    let mut tx = app.db().begin().await?;
    queries::stumble(&mut tx, &room.id, (now, key)).await?;
    tx.commit().await?;
    Ok(key)
}

fn said(trouble: &Trouble) -> &'static str {
    match trouble {
        Trouble::Unreachable(_) | Trouble::TooSlow | Trouble::Status(_) => "room-trouble-silent",
        Trouble::Refused(key) if key == "checksumError" => "room-trouble-secret",
        Trouble::Refused(key) if key == "unknown" => "room-trouble-unlisted",
        Trouble::Refused(_) | Trouble::TooLarge | Trouble::NotUnderstood => "room-trouble-answer",
    }
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let Coming { activity_id } = serde_json::from_str(payload)?;
        let activity = activity::queries::find(app.db(), &activity_id).await?;
        // Moved, cancelled or given a link of its own meanwhile: then there is nothing to open.
        let Ok(proof) = policy::opens_itself(&activity, app.now()) else { return Ok(()) };
        let known = queries::room_of(app.db(), &activity).await?;
        if known.is_some_and(|it| it.opened_at.is_some()) {
            return Ok(());
        }
        match open(app, &proof, None).await? {
            Ok(_) => Ok(()),
            // Tried again with longer and longer pauses; whoever comes tries too.
            Err(key) => Err(kernel::Failure::Conflict(key)),
        }
    })
}
