//! Every statement about registrations one by one and in batches. Lists of them are asked for in `participants`.

use std::collections::HashMap;

use crowd::together::{Reading, Together, gathered};
use kernel::{
    App, Db, Outcome,
    db::{Row, Tx},
};
use serde_json::json;

use super::{
    meeting_policy::Attending,
    model::{Counters, Held, Key, News, Place, Registration, Standing, standing},
    policy::{Leaving, Newcomer},
};
use crate::{
    activity::{model::Activity, queries::list},
    listing::queries::move_on_if_filled,
};

pub(crate) const ALL: &[&str] =
    &[LOCK, AUDIENCE, HELD, WRITE, COUNT, LEAVE, PROMOTE, MINE, BY_TICKET, BY_ID, UPCOMING, NOTE_JOIN];

const LOCK: &str = "update education_activity set version = version where id = $1 returning *";
const AUDIENCE: &str = "select label from education_audience where activity_id = $1 order by label";

/// The activity and its counters as they are now, held until the transaction ends: every change of registrations begins here.
pub(crate) async fn lock(tx: &mut Tx, activity_id: &str) -> Outcome<(Activity, Counters)> {
    tx.one(LOCK, [activity_id.into()], |row| {
        let activity = Activity::read(row)?;
        let counters =
            Counters { seats: activity.seats, taken: activity.taken, waiting: activity.waiting, drawn: row.get("drawn")? };
        Ok((activity, counters))
    })
    .await
}

pub(crate) async fn audience(tx: &mut Tx, activity_id: &str) -> Outcome<Vec<String>> {
    tx.all(AUDIENCE, [activity_id.into()], |row| row.get("label")).await
}

const HELD: &str = "
    select id, ticket, number, person_id, guest_mail, registered_at, seated_at, cancelled_at from education_registration
     where activity_id = $1 and person_id in (select value ->> 0 from json_each($2))
    union all
    select id, ticket, number, person_id, guest_mail, registered_at, seated_at, cancelled_at from education_registration
     where activity_id = $3 and guest_mail in (select value ->> 0 from json_each($4))";

/// What these people and guests have already.
pub(crate) async fn held<'a>(tx: &mut Tx, activity_id: &str, keys: impl Iterator<Item = &'a Key>) -> Outcome<HashMap<Key, Held>> {
    let (mut people, mut guests) = (Vec::new(), Vec::new());
    for key in keys {
        match key {
            Key::Person(id) => people.push(id.clone()),
            Key::Guest(mail) => guests.push(mail.clone()),
        }
    }
    let args = [activity_id.into(), list(&people), activity_id.into(), list(&guests)];
    let rows = tx.all(HELD, args, |row| {
        let person: Option<String> = row.get("person_id")?;
        let key = match person {
            Some(id) => Key::Person(id),
            None => Key::Guest(row.get("guest_mail")?),
        };
        let standing = standing(row.get("seated_at")?, row.get("cancelled_at")?);
        let (id, ticket, number) = (row.get("id")?, row.get("ticket")?, row.get("number")?);
        Ok((key, Held { id, ticket, number, standing, registered_at: row.get("registered_at")? }))
    });
    Ok(rows.await?.into_iter().collect())
}

/// Those who come back keep their row and ticket, and get the new number.
const WRITE: &str = "
    insert into education_registration (id, activity_id, person_id, guest_name, guest_mail, guest_from, agency_id, search_name, number,
           registered_at, registered_by, seated_at, ticket)
    select value ->> 0, $1, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
           cast(value ->> 7 as bigint), $2, value ->> 8, cast(value ->> 9 as bigint), value ->> 10
      from json_each($3) where true
    on conflict (id) do update set number = excluded.number, registered_at = excluded.registered_at,
           registered_by = excluded.registered_by, seated_at = excluded.seated_at, promoted_at = null, cancelled_at = null,
           cancelled_by = null, cancel_reason = null, agency_id = excluded.agency_id, search_name = excluded.search_name,
           guest_name = excluded.guest_name, guest_from = excluded.guest_from";

/// What is written for one new place.
pub(crate) struct Writing<'a> {
    pub(crate) place: &'a Place,
    pub(crate) newcomer: &'a Newcomer,
    /// Who registered somebody else.
    pub(crate) by: Option<&'a str>,
}

pub(crate) async fn write(tx: &mut Tx, activity_id: &str, new: &[Writing<'_>], now: i64) -> Outcome<()> {
    let rows: Vec<_> = new
        .iter()
        .filter(|it| it.place.news != News::Known)
        .map(|Writing { place, newcomer, by }| {
            let (person, guest_mail) = match &newcomer.key {
                Key::Person(id) => (Some(id), None),
                Key::Guest(mail) => (None, Some(mail)),
            };
            let guest_name = guest_mail.map(|_| &newcomer.name);
            let seated_at = (place.standing == Standing::Seated).then_some(now);
            let who = (person, guest_name, guest_mail, &newcomer.from, &newcomer.agency_id, newcomer.name.to_lowercase());
            json!([place.id, who.0, who.1, who.2, who.3, who.4, who.5, place.number, by, seated_at, place.ticket])
        })
        .collect();
    tx.run(WRITE, [activity_id.into(), now.into(), json!(rows).into()]).await.map(drop)
}

const COUNT: &str = "
    update education_activity set taken = $1, waiting = $2, drawn = $3, seats_version = seats_version + 1 where id = $4";

/// Writes the counters of a locked activity; pages made before are out of date from now on.
pub(crate) async fn count(tx: &mut Tx, activity_id: &str, counters: Counters) -> Outcome<()> {
    move_on_if_filled(tx, activity_id, counters.taken).await?;
    let args = [counters.taken.into(), counters.waiting.into(), counters.drawn.into(), activity_id.into()];
    tx.run(COUNT, args).await.map(drop)
}

const LEAVE: &str = "
    update education_registration set cancelled_at = $1, cancelled_by = $2, cancel_reason = $3
     where id = $4 and activity_id = $5 and cancelled_at is null returning seated_at";

/// What they had; nothing when they had left already.
pub(crate) async fn leave(tx: &mut Tx, leaving: &Leaving, now: i64) -> Outcome<Option<Standing>> {
    let args = [
        now.into(),
        leaving.by().into(),
        leaving.reason().into(),
        leaving.registration_id().into(),
        leaving.activity_id().into(),
    ];
    tx.maybe(LEAVE, args, |row| Ok(standing(row.get("seated_at")?, None))).await
}

const PROMOTE: &str = "
    update education_registration set seated_at = $1, promoted_at = $2
     where id in (select id from education_registration
                   where activity_id = $3 and seated_at is null and cancelled_at is null order by number limit $4)
    returning id, number";

/// Seats the first `count` of the line; answers their ids in its order.
pub(crate) async fn promote(tx: &mut Tx, activity_id: &str, count: i64, now: i64) -> Outcome<Vec<String>> {
    let args = [now.into(), now.into(), activity_id.into(), count.into()];
    let mut promoted = tx.all(PROMOTE, args, |row| Ok((row.get::<i64>("number")?, row.get::<String>("id")?))).await?;
    promoted.sort();
    Ok(promoted.into_iter().map(|it| it.1).collect())
}

/// $1 pairs of activity and person.
const MINE: &str = "
    select r.*, case when r.seated_at is null and r.cancelled_at is null then
           (select count(*) from education_registration w where w.activity_id = r.activity_id and w.seated_at is null
               and w.cancelled_at is null and w.number <= r.number) end as in_line
      from json_each($1) k join education_registration r on r.activity_id = k.value ->> 0 and r.person_id = k.value ->> 1";
const BY_TICKET: &str = "
    select r.*, case when r.seated_at is null and r.cancelled_at is null then
           (select count(*) from education_registration w where w.activity_id = r.activity_id and w.seated_at is null
               and w.cancelled_at is null and w.number <= r.number) end as in_line
      from education_registration r where r.ticket = $1";
const BY_ID: &str = "select * from education_registration where id = $1 and activity_id = $2";

/// A registration and, for those who wait, their place in line.
pub(crate) type Placed = (Registration, Option<i64>);
/// An activity and a person.
type Pair = (String, String);
struct Own(Together<Pair, Placed>);

/// One statement for all who ask at once.
pub(crate) async fn mine(app: &App, activity_id: &str, person_id: &str) -> Outcome<Option<Placed>> {
    app.kept(|app| Own(Together::read_by(app, own))).0.of((activity_id.to_owned(), person_id.to_owned())).await
}

fn own<'a>(app: &'a App, pairs: &'a [Pair]) -> Reading<'a, Pair, Placed> {
    Box::pin(
        app.db().all(MINE, [json!(pairs).into()], |row| Ok(((row.get("activity_id")?, row.get("person_id")?), placed(row)?))),
    )
}

pub(crate) async fn by_ticket(db: &Db, ticket: &str) -> Outcome<Placed> {
    db.one(BY_TICKET, [ticket.into()], placed).await
}

pub(crate) async fn by_id(db: &Db, activity_id: &str, id: &str) -> Outcome<Registration> {
    db.one(BY_ID, [id.into(), activity_id.into()], Registration::read).await
}

fn placed(row: &Row) -> Outcome<Placed> {
    Ok((Registration::read(row)?, row.get("in_line")?))
}

/// $1 people, $2 now.
const UPCOMING: &str = "
    select * from (
    select k.value ->> 0 as for_person, a.*, r.seated_at as r_seated_at,
           case when r.seated_at is null then
               (select count(*) from education_registration w where w.activity_id = r.activity_id and w.seated_at is null
                   and w.cancelled_at is null and w.number <= r.number) end as r_in_line,
           row_number() over (partition by r.person_id order by a.starts_at, a.id) as r_row
      from json_each($1) k
      join education_registration r on r.person_id = k.value ->> 0
      join education_activity a on a.id = r.activity_id
     where r.cancelled_at is null and a.ends_at > $2
    ) mine where r_row <= 50 order by for_person, r_row";

type Upcoming = (Activity, Standing, Option<i64>);
struct UpcomingOf(Together<String, Vec<Upcoming>>);

/// What a person is registered for and is not over, soonest first; one statement for all who ask at once.
pub(crate) async fn upcoming(app: &App, person_id: &str) -> Outcome<Vec<Upcoming>> {
    Ok(app.kept(|app| UpcomingOf(Together::read_by(app, upcoming_of))).0.of(person_id).await?.unwrap_or_default())
}

fn upcoming_of<'a>(app: &'a App, people: &'a [String]) -> Reading<'a, String, Vec<Upcoming>> {
    let read = |row: &Row| {
        let upcoming = (Activity::read(row)?, standing(row.get("r_seated_at")?, None), row.get("r_in_line")?);
        Ok((row.get("for_person")?, upcoming))
    };
    Box::pin(async move { Ok(gathered(app.db().all(UPCOMING, [list(people), app.now().into()], read).await?)) })
}

const NOTE_JOIN: &str = "
    insert into education_evidence (id, activity_id, registration_id, kind, source, from_at, until_at, recorded_at, recorded_by)
    values ($1, $2, $3, 'join', $4, $5, $6, $7, $8) on conflict (registration_id, kind, source) do nothing";

/// Keeps that the meeting was entered through the personal link: a moment, once a minute at most, not minutes of attendance.
pub(crate) async fn note_join(tx: &mut Tx, proof: &Attending<'_>, now: i64) -> Outcome<()> {
    let registration = proof.registration();
    let source = format!("link/{}", now / kernel::clock::MINUTE);
    let args = [
        kernel::id::fresh().into(),
        (&registration.activity_id).into(),
        (&registration.id).into(),
        source.into(),
        now.into(),
        now.into(),
        now.into(),
        (&registration.person_id).into(),
    ];
    tx.run(NOTE_JOIN, args).await.map(drop)
}
