//! Every statement about the ledger, the seats it is kept for, and what it counts to.

use std::collections::HashMap;

use crowd::together::{Reading, Together};
use kernel::{
    App, Db, Outcome,
    db::{Row, Tx, Value},
};
use serde_json::json;

use super::{
    count::RULE,
    model::{Because, Count, Evidence, Kind, Part, Seat, Verdict},
};
use crate::activity::queries::list;

pub(crate) const ALL: &[&str] = &[
    SEATS_OF,
    SEAT,
    SEAT_BY_TICKET,
    SEATS_AFTER,
    LEDGERS,
    RECORD,
    RECORD_AGAIN,
    REVOKE,
    REVOKE_OF_REPORT,
    USED_PARTS,
    KEEP,
    TOTALS,
    COUNT_OF,
    SCAN_OF,
    DOOR,
    SEATS,
];

/// $1 pairs of activity and person.
const SEATS_OF: &str = "
    select r.* from json_each($1) k join education_registration r
        on r.activity_id = k.value ->> 0 and r.person_id = k.value ->> 1";
const SEAT: &str = "select * from education_registration where activity_id = $1 and id = $2";
const SEAT_BY_TICKET: &str = "select * from education_registration where ticket = $1";
const SEATS_AFTER: &str = "
    select * from education_registration
     where activity_id = $1 and number > $2 and seated_at is not null and cancelled_at is null order by number limit $3";

/// An activity and a person.
type Pair = (String, String);
struct Seats(Together<Pair, Seat>);

/// One statement for all who ask at once.
pub(crate) async fn seat_of(app: &App, activity_id: &str, person_id: &str) -> Outcome<Option<Seat>> {
    app.kept(|app| Seats(Together::read_by(app, seats_of))).0.of((activity_id.to_owned(), person_id.to_owned())).await
}

fn seats_of<'a>(app: &'a App, pairs: &'a [Pair]) -> Reading<'a, Pair, Seat> {
    Box::pin(
        app.db()
            .all(SEATS_OF, [json!(pairs).into()], |row| Ok(((row.get("activity_id")?, row.get("person_id")?), Seat::read(row)?))),
    )
}

pub(crate) async fn seat(db: &Db, activity_id: &str, registration_id: &str) -> Outcome<Seat> {
    db.one(SEAT, [activity_id.into(), registration_id.into()], Seat::read).await
}

pub(crate) async fn seat_by_ticket(db: &Db, ticket: &str) -> Outcome<Option<Seat>> {
    db.maybe(SEAT_BY_TICKET, [ticket.into()], Seat::read).await
}

/// Those with a place, in the order of their numbers.
pub(crate) async fn seats_after(db: &Db, activity_id: &str, number: i64, most: i64) -> Outcome<Vec<Seat>> {
    db.all(SEATS_AFTER, [activity_id.into(), number.into(), most.into()], Seat::read).await
}

const LEDGERS: &str = "
    select e.*, c.kind as part from education_evidence e
      left join education_checkpoint c on e.kind = 'checkpoint' and c.id = e.source
     where e.activity_id = $1 and e.registration_id in (select value ->> 0 from json_each($2))
     order by e.registration_id, e.id";

/// All entries, revoked ones too, in the order in which they were recorded.
pub(crate) async fn ledger(db: &Db, activity_id: &str, registration_id: &str) -> Outcome<Vec<Evidence>> {
    db.all(LEDGERS, [activity_id.into(), list(&[registration_id.to_owned()])], Evidence::read).await
}

/// The same for many, inside the change that counts them.
pub(crate) async fn ledgers_held(tx: &mut Tx, activity_id: &str, registrations: &[String]) -> Outcome<Vec<Evidence>> {
    tx.all(LEDGERS, [activity_id.into(), list(registrations)], Evidence::read).await
}

/// New entries of one kind, recorded at once by the same hand.
pub(crate) struct Recording<'a> {
    pub(crate) activity_id: &'a str,
    pub(crate) kind: Kind,
    pub(crate) now: i64,
    pub(crate) by: Option<&'a str>,
    pub(crate) reason: Option<&'a str>,
}

/// One new entry.
pub(crate) struct Entry {
    pub(crate) registration_id: String,
    pub(crate) source: String,
    pub(crate) from_at: i64,
    pub(crate) until_at: i64,
    pub(crate) minutes: Option<i64>,
    pub(crate) verdict: Option<Verdict>,
}

impl Entry {
    /// Something that was so at one moment.
    pub(crate) fn moment(registration_id: &str, source: &str, at: i64) -> Entry {
        let (registration_id, source) = (registration_id.to_owned(), source.to_owned());
        Entry { registration_id, source, from_at: at, until_at: at, minutes: None, verdict: None }
    }
}

const RECORD: &str = "
    insert into education_evidence (activity_id, kind, recorded_at, recorded_by, reason, id, registration_id, source, from_at, until_at, minutes,
        verdict)
    select $1, $2, $3, $4, $5, value ->> 0, value ->> 1, value ->> 2, cast(value ->> 3 as bigint), cast(value ->> 4 as bigint),
        cast(value ->> 5 as bigint), value ->> 6
      from json_each($6) where true
    on conflict do nothing";
const RECORD_AGAIN: &str = "
    update education_evidence set revoked_at = null, revoked_by = null, revoke_reason = null, recorded_at = $1, recorded_by = $2
     where kind = 'report' and revoked_at is not null and registration_id = $3 and source = $4";

/// Adds what is not in the ledger yet; answers how many entries are new.
pub(crate) async fn record(tx: &mut Tx, recording: &Recording<'_>, entries: &[Entry]) -> Outcome<u64> {
    if entries.is_empty() {
        return Ok(0);
    }
    let row = |it: &Entry| {
        json!([
            kernel::id::fresh(),
            it.registration_id,
            it.source,
            it.from_at,
            it.until_at,
            it.minutes,
            it.verdict.map(Verdict::name)
        ])
    };
    let rows: Vec<_> = entries.iter().map(row).collect();
    let args: [Value; 6] = [
        recording.activity_id.into(),
        recording.kind.name().into(),
        recording.now.into(),
        recording.by.into(),
        recording.reason.into(),
        json!(rows).into(),
    ];
    tx.run(RECORD, args).await
}

/// A row of a report that is given back to whom it was taken from.
pub(crate) async fn record_again(tx: &mut Tx, by: (&str, i64), registration_id: &str, source: &str) -> Outcome<u64> {
    tx.run(RECORD_AGAIN, [by.1.into(), by.0.into(), registration_id.into(), source.into()]).await
}

const REVOKE: &str = "
    update education_evidence set revoked_at = $1, revoked_by = $2, revoke_reason = $3
     where registration_id = $4 and kind = $5 and source = $6 and revoked_at is null";
const REVOKE_OF_REPORT: &str = "
    update education_evidence set revoked_at = $1, revoked_by = $2, revoke_reason = $3
     where activity_id = $4 and kind = 'report' and revoked_at is null
       and source in (select report_id || ':' || line from education_report_row where report_id = $5)";

/// Who takes an entry back, when and why.
pub(crate) struct Revoking<'a> {
    pub(crate) by: &'a str,
    pub(crate) now: i64,
    pub(crate) reason: &'a str,
}

/// Answers false when it does not stand any more.
pub(crate) async fn revoke(
    tx: &mut Tx,
    revoking: &Revoking<'_>,
    registration_id: &str,
    (kind, source): (Kind, &str),
) -> Outcome<bool> {
    let args: [Value; 6] = [
        revoking.now.into(),
        revoking.by.into(),
        revoking.reason.into(),
        registration_id.into(),
        kind.name().into(),
        source.into(),
    ];
    Ok(tx.run(REVOKE, args).await? == 1)
}

/// All evidence that a report gave.
pub(crate) async fn revoke_report(tx: &mut Tx, revoking: &Revoking<'_>, activity_id: &str, report_id: &str) -> Outcome<u64> {
    let args = [revoking.now.into(), revoking.by.into(), revoking.reason.into(), activity_id.into(), report_id.into()];
    tx.run(REVOKE_OF_REPORT, args).await
}

const SCAN_OF: &str = "
    select e.*, null as part from education_evidence e where e.kind = 'scan' and e.registration_id = $1";

/// The scan at the door of this registration; the first is the only one.
pub(crate) async fn scan_of(db: &Db, registration_id: &str) -> Outcome<Option<Evidence>> {
    db.maybe(SCAN_OF, [registration_id.into()], Evidence::read).await
}

const DOOR: &str = "
    select e.*, null as part from education_evidence e where e.kind = 'scan' and e.activity_id = $1 order by e.id desc limit 10";
const SEATS: &str =
    "select * from education_registration where activity_id = $1 and id in (select value ->> 0 from json_each($2))";

/// The latest scans at the door, with the seats they are of.
pub(crate) async fn door(db: &Db, activity_id: &str) -> Outcome<Vec<(Evidence, Seat)>> {
    let scans = db.all(DOOR, [activity_id.into()], Evidence::read).await?;
    let ids: Vec<String> = scans.iter().map(|it| it.registration_id.clone()).collect();
    let seats = seats(db, activity_id, &ids).await?;
    Ok(scans
        .into_iter()
        .filter_map(|it| Some((seats.get(&it.registration_id)?.clone(), it)))
        .map(|(seat, scan)| (scan, seat))
        .collect())
}

pub(crate) async fn seats(db: &Db, activity_id: &str, registrations: &[String]) -> Outcome<HashMap<String, Seat>> {
    let seats = db.all(SEATS, [activity_id.into(), list(registrations)], Seat::read).await?;
    Ok(seats.into_iter().map(|it| (it.registration_id.clone(), it)).collect())
}

const USED_PARTS: &str = "select distinct kind from education_checkpoint where activity_id = $1 and checked_in > 0";
const KEEP: &str = "
    insert into education_attendance (activity_id, rule, counted_at, registration_id, minutes, share, checkpoints, is_present, because)
    select $1, $2, $3, value ->> 0, cast(value ->> 1 as bigint), cast(value ->> 2 as bigint), cast(value ->> 3 as bigint),
        cast(value ->> 4 as bigint), value ->> 5
      from json_each($4) where true
    on conflict (registration_id) do update set rule = excluded.rule, counted_at = excluded.counted_at, minutes = excluded.minutes,
        share = excluded.share, checkpoints = excluded.checkpoints, is_present = excluded.is_present, because = excluded.because";
const TOTALS: &str = "
    select a.is_present, count(*) as n from education_attendance a
      join education_registration r on r.id = a.registration_id and r.seated_at is not null and r.cancelled_at is null
     where a.activity_id = $1 group by a.is_present";
const COUNT_OF: &str = "select * from education_attendance where registration_id = $1";

/// The parts of the session for which anybody entered a code, in order.
pub(crate) async fn used_parts(tx: &mut Tx, activity_id: &str) -> Outcome<Vec<Part>> {
    let names: Vec<String> = tx.all(USED_PARTS, [activity_id.into()], |row| row.get("kind")).await?;
    let mut parts: Vec<Part> = names.iter().filter_map(|it| Part::parse(it)).collect();
    parts.sort_unstable();
    Ok(parts)
}

pub(crate) async fn keep(tx: &mut Tx, activity_id: &str, now: i64, counts: &[(String, Count)]) -> Outcome<()> {
    let row = |(id, it): &(String, Count)| {
        json!([id, it.minutes, it.share, it.checkpoints, i64::from(it.is_present), it.because.name()])
    };
    let rows: Vec<_> = counts.iter().map(row).collect();
    tx.run(KEEP, [activity_id.into(), RULE.into(), now.into(), json!(rows).into()]).await.map(drop)
}

/// How many were present and how many absent, of those counted who still have a place.
pub(crate) async fn totals(db: &Db, activity_id: &str) -> Outcome<(i64, i64)> {
    Ok(sums(db.all(TOTALS, [activity_id.into()], total).await?))
}

pub(crate) async fn totals_held(tx: &mut Tx, activity_id: &str) -> Outcome<(i64, i64)> {
    Ok(sums(tx.all(TOTALS, [activity_id.into()], total).await?))
}

pub(crate) async fn count_of(db: &Db, registration_id: &str) -> Outcome<Option<Count>> {
    db.maybe(COUNT_OF, [registration_id.into()], read_count).await
}

pub(crate) fn read_count(row: &Row) -> Outcome<Count> {
    Ok(Count {
        minutes: row.get("minutes")?,
        share: row.get("share")?,
        checkpoints: row.get("checkpoints")?,
        is_present: row.get::<i64>("is_present")? == 1,
        because: Because::parse(&row.get::<String>("because")?),
    })
}

fn total(row: &Row) -> Outcome<(i64, i64)> {
    Ok((row.get("is_present")?, row.get("n")?))
}

fn sums(rows: Vec<(i64, i64)>) -> (i64, i64) {
    let of = |wanted| rows.iter().find(|it| it.0 == wanted).map_or(0, |it| it.1);
    (of(1), of(0))
}
