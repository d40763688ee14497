//! Every statement about rooms, who was seen in them, and what their servers told.

use kernel::{
    Db, Outcome,
    db::{Row, Tx, Value},
};

use super::{
    model::{Known, Room, fresh_key},
    policy::Openable,
};
use crate::activity::{model::Activity, queries::list};

pub(crate) const ALL: &[&str] =
    &[ROOM, ROOM_OF, MAKE, OPEN, HOLD, LOOKED, STUMBLE, END, RECORDED, SPEAKERS, KNOWN, STAY, COME_IN, STAYS, TOLD, REPORTS];

const ROOM: &str = "select * from education_room where id = $1";
const ROOM_OF: &str = "select * from education_room where activity_id = $1 and server_id = $2";

pub(super) async fn room(db: &Db, id: &str) -> Outcome<Room> {
    db.one(ROOM, [id.into()], Room::read).await
}

/// On the server that the activity uses now, if it was ever opened there.
pub(super) async fn room_of(db: &Db, activity: &Activity) -> Outcome<Option<Room>> {
    db.maybe(ROOM_OF, [(&activity.id).into(), (&activity.meeting_server).into()], Room::read).await
}

const MAKE: &str = "
    insert into education_room (id, activity_id, server_id, key, made_at) values ($1, $2, $3, $4, $5)
    on conflict (activity_id, server_id) do update set made_at = education_room.made_at returning *";
const OPEN: &str = "
    update education_room set opened_at = coalesce(opened_at, $1), opened_by = coalesce(opened_by, $2),
        looked_at = case when ended_at is null then looked_at end, ended_at = case when cast($3 as text) is null then ended_at end,
        stumbled_at = null, stumbled_on = null
     where id = $4 returning *";

/// The row of a room that is to be opened; whoever was faster made it.
pub(super) async fn make(tx: &mut Tx, proof: &Openable, now: i64) -> Outcome<Room> {
    let activity = proof.activity();
    let args: [Value; 5] =
        [kernel::id::fresh().into(), (&activity.id).into(), (&activity.meeting_server).into(), fresh_key().into(), now.into()];
    tx.one(MAKE, args, Room::read).await
}

/// What was ended is opened again by owners alone; then a new stay begins for everybody.
pub(super) async fn open(tx: &mut Tx, _: &Openable, id: &str, (by, now): (Option<&str>, i64)) -> Outcome<Room> {
    tx.one(OPEN, [now.into(), by.into(), by.into(), id.into()], Room::read).await
}

const HOLD: &str = "update education_room set made_at = made_at where id = $1 returning *";
const LOOKED: &str =
    "update education_room set looked_at = $1, inside = $2, stumbled_at = null, stumbled_on = null where id = $3";
const STUMBLE: &str = "update education_room set stumbled_at = coalesce(stumbled_at, $1), stumbled_on = $2 where id = $3";
const END: &str = "update education_room set ended_at = $1, inside = 0 where id = $2 and ended_at is null";
const RECORDED: &str = "update education_room set recording = $1 where id = $2";

/// The room as it is now, held until the transaction ends.
pub(super) async fn hold(tx: &mut Tx, id: &str) -> Outcome<Room> {
    tx.one(HOLD, [id.into()], Room::read).await
}

pub(super) async fn looked(tx: &mut Tx, id: &str, (at, inside): (i64, i64)) -> Outcome<()> {
    tx.run(LOOKED, [at.into(), inside.into(), id.into()]).await.map(drop)
}

pub(super) async fn stumble(tx: &mut Tx, id: &str, (at, on): (i64, &str)) -> Outcome<()> {
    tx.run(STUMBLE, [at.into(), on.into(), id.into()]).await.map(drop)
}

pub(super) async fn end(tx: &mut Tx, id: &str, now: i64) -> Outcome<bool> {
    Ok(tx.run(END, [now.into(), id.into()]).await? == 1)
}

pub(super) async fn recorded(tx: &mut Tx, id: &str, address: &str) -> Outcome<()> {
    tx.run(RECORDED, [address.into(), id.into()]).await.map(drop)
}

const SPEAKERS: &str = "select person_id from education_evaluation_speaker where activity_id = $1";

/// People who are known to speak.
pub(super) async fn speakers(db: &Db, activity_id: &str) -> Outcome<Vec<String>> {
    db.all(SPEAKERS, [activity_id.into()], |row| row.get("person_id")).await
}

const KNOWN: &str = "
    select id, person_id from education_registration
     where activity_id = $1 and seated_at is not null and cancelled_at is null
       and (id in (select value ->> 0 from json_each($2)) or person_id in (select value ->> 0 from json_each($3)))";

/// Which of these user ids are people with a place.
pub(super) async fn known(tx: &mut Tx, activity_id: &str, users: &[String]) -> Outcome<Vec<Known>> {
    let read = |row: &Row| Ok(Known { registration_id: row.get("id")?, person_id: row.get("person_id")? });
    tx.all(KNOWN, [activity_id.into(), list(users), list(users)], read).await
}

const STAY: &str = "
    update education_room_stay set seen_at = $1
     where room_id = $2 and seen_at = $3 and registration_id in (select value ->> 0 from json_each($4))";
const COME_IN: &str = "
    insert into education_room_stay (room_id, registration_id, since, seen_at)
    select $1, e.value ->> 0, $2, $3 from json_each($4) e
     where not exists (select 1 from education_room_stay s where s.room_id = $5 and s.registration_id = e.value ->> 0 and s.seen_at = $6)
    on conflict do nothing";
const STAYS: &str = "select registration_id, since, seen_at from education_room_stay where room_id = $1 and seen_at > since order by since, registration_id";

/// From when until when somebody was inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stay {
    pub(super) registration_id: String,
    pub(super) since: i64,
    pub(super) until: i64,
}

/// Who was seen at the last look is still there.
pub(super) async fn stay(tx: &mut Tx, room_id: &str, registrations: &[String], (before, at): (i64, i64)) -> Outcome<u64> {
    tx.run(STAY, [at.into(), room_id.into(), before.into(), list(registrations)]).await
}

/// Those of them who are not counted as staying begin to.
pub(super) async fn come_in(tx: &mut Tx, room_id: &str, registrations: &[String], at: i64) -> Outcome<u64> {
    let args: [Value; 6] = [room_id.into(), at.into(), at.into(), list(registrations), room_id.into(), at.into()];
    tx.run(COME_IN, args).await
}

pub(super) async fn stays(tx: &mut Tx, room_id: &str) -> Outcome<Vec<Stay>> {
    let read = |row: &Row| {
        Ok(Stay { registration_id: row.get("registration_id")?, since: row.get("since")?, until: row.get("seen_at")? })
    };
    tx.all(STAYS, [room_id.into()], read).await
}

const TOLD: &str = "
    insert into education_room_report (room_id, internal_id, told_at, people) values ($1, $2, $3, $4) on conflict do nothing";
const REPORTS: &str = "select told_at, people from education_room_report where room_id = $1 order by told_at desc limit 10";

/// Answers false when that run of the meeting has told already.
pub(super) async fn told(tx: &mut Tx, room_id: &str, internal_id: &str, (at, people): (i64, i64)) -> Outcome<bool> {
    Ok(tx.run(TOLD, [room_id.into(), internal_id.into(), at.into(), people.into()]).await? == 1)
}

/// When the server told, and of how many.
pub(super) async fn reports(db: &Db, room_id: &str) -> Outcome<Vec<(i64, i64)>> {
    db.all(REPORTS, [room_id.into()], |row| Ok((row.get("told_at")?, row.get("people")?))).await
}
