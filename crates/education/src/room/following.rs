//! Following a room while it is open: every minute its server is asked who is inside. What was seen becomes evidence when the room closes.

use kernel::{
    App, Failure, Outcome,
    clock::MINUTE,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
};
use meeting::{Service, Trouble};
use serde::{Deserialize, Serialize};

use super::{evidence, model::Room, opening, policy::LINGERS, queries, servers::Meetings};
use crate::activity::{
    self,
    model::{Activity, State},
};

pub(crate) const JOB: JobKind = JobKind { name: "education.room-following", run };

/// Between two looks further apart nobody can say that somebody stayed.
pub(super) const APART: i64 = 3 * MINUTE;

#[derive(Serialize, Deserialize)]
struct Followed {
    room_id: String,
}

/// At the next whole minute, so that however many ask for it, it is one look.
pub(super) async fn plan(tx: &mut Tx, room_id: &str, now: i64) -> Outcome<()> {
    plan_at(tx, room_id, (now / MINUTE + 1) * MINUTE, now).await
}

/// As soon as possible: the server said that something happened.
pub(super) async fn plan_now(tx: &mut Tx, room_id: &str, now: i64) -> Outcome<()> {
    plan_at(tx, room_id, now / MINUTE * MINUTE, now).await
}

async fn plan_at(tx: &mut Tx, room_id: &str, run_at: i64, now: i64) -> Outcome<()> {
    let followed = Followed { room_id: room_id.to_owned() };
    jobs::plan(tx, JOB.name, &format!("{room_id}/{run_at}"), &followed, Times { run_at, now }).await
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let Followed { room_id } = serde_json::from_str(payload)?;
        let room = match queries::room(app.db(), &room_id).await {
            Err(Failure::NotFound) => return Ok(()),
            other => other?,
        };
        if !room.is_open() {
            return Ok(());
        }
        let activity = activity::queries::find(app.db(), &room.activity_id).await?;
        follow(app, &room, &activity).await
    })
}

/// What a look found.
enum Seen {
    /// User ids.
    Inside(Vec<String>),
    /// The server knows no such meeting now: over, or nobody there yet.
    Nobody,
    /// Nothing, since the server failed; that is kept already.
    Nothing,
}

async fn follow(app: &App, room: &Room, activity: &Activity) -> Outcome<()> {
    let looked_at = app.now();
    let seen = look(app, room).await?;
    let now = app.now();
    let is_over = now >= activity.ends_at || activity.state(now) == State::Cancelled;
    let closes = match &seen {
        Seen::Inside(_) | Seen::Nothing => now >= activity.ends_at + LINGERS,
        Seen::Nobody => is_over,
    };
    let mut tx = app.db().begin().await?;
    let held = queries::hold(&mut tx, &room.id).await?;
    match seen {
        Seen::Inside(users) => keep(&mut tx, &held, &users, looked_at).await?,
        Seen::Nobody => queries::looked(&mut tx, &room.id, (looked_at, 0)).await?,
        Seen::Nothing => {}
    }
    if closes {
        evidence::close(&mut tx, &held, now).await?;
    } else {
        plan(&mut tx, &room.id, now).await?;
    }
    tx.commit().await?;
    app.ring();
    Ok(())
}

async fn look(app: &App, room: &Room) -> Outcome<Seen> {
    let meetings = Meetings::of(app);
    if meetings.rests(&room.server_id, app.now()) {
        return Ok(Seen::Nothing);
    }
    let looked = match meetings.find(&room.server_id).map(|it| &it.service) {
        Some(Service::BigBlueButton(server)) => server.look(&meetings.client, &room.key).await,
        // Jitsi tells nobody; the room is over when its time is.
        Some(Service::Jitsi(_)) => return Ok(Seen::Nobody),
        None => Err(Trouble::Refused("unknown".to_owned())),
    };
    match looked {
        Ok(Some(it)) if !it.has_ended => Ok(Seen::Inside(it.inside.into_iter().map(|it| it.user_id).collect())),
        Ok(_) => Ok(Seen::Nobody),
        Err(trouble) => opening::stumbled(app, room, trouble).await.map(|_| Seen::Nothing),
    }
}

/// Who was seen the last time and is there now has stayed; others come in now. Of two looks at once the later one counts.
async fn keep(tx: &mut Tx, room: &Room, users: &[String], at: i64) -> Outcome<()> {
    if room.looked_at.is_some_and(|it| it >= at) {
        return Ok(());
    }
    let known = queries::known(tx, &room.activity_id, users).await?;
    let registrations: Vec<String> = known.into_iter().map(|it| it.registration_id).collect();
    if let Some(before) = room.looked_at.filter(|it| at - it <= APART) {
        queries::stay(tx, &room.id, &registrations, (before, at)).await?;
    }
    queries::come_in(tx, &room.id, &registrations, at).await?;
    queries::looked(tx, &room.id, (at, users.len() as i64)).await
}
