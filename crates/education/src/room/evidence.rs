//! From stays in a room to the ledger of attendance, where they count as rows of meeting reports do: united, and clipped to the session.

use std::collections::HashMap;

use kernel::{Outcome, db::Tx, jobs::Times};
use meeting::Attendance;

use super::{
    model::{Known, Room},
    policy::Runnable,
    queries::{self, Stay},
};
use crate::attendance::{
    model::Kind,
    queries::{Entry, Recording, record},
    recount,
};

const AT_ONCE: usize = 5_000;

/// By an owner's hand.
pub(super) async fn close_by_hand(tx: &mut Tx, _: &Runnable, room: &Room, now: i64) -> Outcome<()> {
    close(tx, room, now).await
}

/// Ends a room with all that was seen in it.
pub(super) async fn close(tx: &mut Tx, room: &Room, now: i64) -> Outcome<()> {
    queries::end(tx, &room.id, now).await?;
    let stays = queries::stays(tx, &room.id).await?;
    let entries: Vec<Entry> = stays.iter().map(|it| entry(room, SEEN, it)).collect();
    keep(tx, room, &entries, now).await
}

/// What the server itself told of a meeting, once for each run of it; answers false when that is known.
pub(super) async fn told(tx: &mut Tx, room: &Room, report: &meeting::Report, now: i64) -> Outcome<bool> {
    let people = report.attendances.len() as i64;
    if !queries::told(tx, &room.id, &report.internal_id, (now, people)).await? {
        return Ok(false);
    }
    let users: Vec<String> = report.attendances.iter().map(|it| it.user_id.clone()).collect();
    let known = queries::known(tx, &room.activity_id, &users).await?;
    let entries: Vec<Entry> = ours(&report.attendances, &known).iter().map(|it| entry(room, TOLD, it)).collect();
    keep(tx, room, &entries, now).await?;
    Ok(true)
}

/// By the id with which they entered, never by name: a registration's, or that of a person who is registered.
pub(super) fn ours(attendances: &[Attendance], known: &[Known]) -> Vec<Stay> {
    let by_registration = known.iter().map(|it| (it.registration_id.as_str(), &it.registration_id));
    let by_person = known.iter().filter_map(|it| Some((it.person_id.as_deref()?, &it.registration_id)));
    let by_id: HashMap<&str, &String> = by_registration.chain(by_person).collect();
    let of_one = |it: &Attendance| {
        let registration_id = by_id.get(it.user_id.as_str())?.to_string();
        let stay =
            move |(since, until): &(i64, i64)| Stay { registration_id: registration_id.clone(), since: *since, until: *until };
        Some(it.stays.iter().map(stay).collect::<Vec<_>>())
    };
    attendances.iter().filter_map(of_one).flatten().collect()
}

/// The room and a number, as a report's row is the report and its line; numbers of what was seen and of what was told never meet.
fn entry(room: &Room, of: i64, stay: &Stay) -> Entry {
    let source = format!("{}:{of}{}", room.id, stay.since);
    Entry { until_at: stay.until, ..Entry::moment(&stay.registration_id, &source, stay.since) }
}

const SEEN: i64 = 1;
const TOLD: i64 = 2;

async fn keep(tx: &mut Tx, room: &Room, entries: &[Entry], now: i64) -> Outcome<()> {
    let recording = Recording { activity_id: &room.activity_id, kind: Kind::Report, now, by: None, reason: None };
    for entries in entries.chunks(AT_ONCE) {
        record(tx, &recording, entries).await?;
    }
    let cause = format!("room-{}-{}", room.id, kernel::id::fresh());
    recount::plan(tx, &room.activity_id, &cause, Times { run_at: now, now }).await
}
