//! Every statement that keeps standings: what activities have, how offices stand, totals, and the log.

use std::collections::HashMap;

use kernel::{
    Db, Outcome,
    db::{Row, Tx, Value},
};
use serde_json::json;

use super::model::{Credit, Standing, State};
use crate::{activity::queries::list, obligation::rule::model::Criteria};

pub(crate) const ALL: &[&str] = &[
    HOLD,
    OWNERS,
    LABELS,
    PRESENT,
    EVALUATED,
    ADD_EVALUATED,
    CREDITS,
    CANDIDATES,
    DROP_CREDITS,
    ADD_CREDITS,
    COUNT,
    SET_STATES,
    MOVE_PLACES,
    ADD_TOTALS,
    END_CHANGES,
    ADD_CHANGES,
    ADD_STANDINGS,
    ADD_PLACES,
    IN_PERIOD,
    OVERDUE,
    OPEN_OF,
    CREDITED_TO,
    ENDED_BETWEEN,
];

/// An activity as far as counting needs it.
pub(super) struct Held {
    pub(super) id: String,
    pub(super) starts_at: i64,
    pub(super) ends_at: i64,
    pub(super) is_published: bool,
    pub(super) is_cancelled: bool,
}

const HOLD: &str = "
    update education_activity set version = version where id in (select value ->> 0 from json_each($1))
    returning id, starts_at, ends_at, published_at, cancelled_at";

/// The activities as they are now, held until the transaction ends: counts of one activity follow each other.
pub(super) async fn hold(tx: &mut Tx, ids: &[String]) -> Outcome<Vec<Held>> {
    let held = |row: &Row| {
        Ok(Held {
            id: row.get("id")?,
            starts_at: row.get("starts_at")?,
            ends_at: row.get("ends_at")?,
            is_published: row.get::<Option<i64>>("published_at")?.is_some(),
            is_cancelled: row.get::<Option<i64>>("cancelled_at")?.is_some(),
        })
    };
    tx.all(HOLD, [list(ids)], held).await
}

const OWNERS: &str = "
    select activity_id as k, agency_id as v from education_host
     where accepted_at is not null and activity_id in (select value ->> 0 from json_each($1)) order by activity_id, agency_id";
const LABELS: &str = "
    select activity_id as k, label as v from education_audience where activity_id in (select value ->> 0 from json_each($1))";
const PRESENT: &str = "
    select activity_id as k, cast(sum(is_present) as bigint) as v from education_attendance
     where activity_id in (select value ->> 0 from json_each($1)) group by activity_id";
const EVALUATED: &str =
    "select activity_id as k, 1 as v from education_evaluated where activity_id in (select value ->> 0 from json_each($1))";

pub(super) async fn owners(tx: &mut Tx, ids: &[String]) -> Outcome<HashMap<String, Vec<String>>> {
    gathered(tx, OWNERS, ids).await
}

pub(super) async fn labels(tx: &mut Tx, ids: &[String]) -> Outcome<HashMap<String, Vec<String>>> {
    gathered(tx, LABELS, ids).await
}

/// How many were present at those that have an attendance list.
pub(super) async fn present(tx: &mut Tx, ids: &[String]) -> Outcome<HashMap<String, i64>> {
    Ok(tx.all(PRESENT, [list(ids)], |row| Ok((row.get("k")?, row.get("v")?))).await?.into_iter().collect())
}

pub(super) async fn evaluated(tx: &mut Tx, ids: &[String]) -> Outcome<Vec<String>> {
    tx.all(EVALUATED, [list(ids)], |row| row.get("k")).await
}

async fn gathered(tx: &mut Tx, sql: &'static str, ids: &[String]) -> Outcome<HashMap<String, Vec<String>>> {
    let mut by_key: HashMap<String, Vec<String>> = HashMap::new();
    for (key, value) in tx.all(sql, [list(ids)], |row| Ok((row.get::<String>("k")?, row.get::<String>("v")?))).await? {
        by_key.entry(key).or_default().push(value);
    }
    Ok(by_key)
}

const ADD_EVALUATED: &str = "insert into education_evaluated (activity_id, told_at) values ($1, $2) on conflict do nothing";

pub(super) async fn add_evaluated(tx: &mut Tx, activity_id: &str, now: i64) -> Outcome<()> {
    tx.run(ADD_EVALUATED, [activity_id.into(), now.into()]).await.map(drop)
}

const CREDITS: &str = "select * from education_credit where activity_id in (select value ->> 0 from json_each($1))";
const CANDIDATES: &str = "
    select s.*, v.hosts, v.is_open, v.present, v.is_evaluated
      from education_standing s join education_obligation_version v on v.obligation_id = s.obligation_id and v.number = s.version
     where s.agency_id in (select value ->> 0 from json_each($1)) and s.opens_at <= $2 and s.closes_at > $3 and s.state <> 'moved'";

pub(super) async fn credits(tx: &mut Tx, ids: &[String]) -> Outcome<Vec<Credit>> {
    tx.all(CREDITS, [list(ids)], Credit::read).await
}

/// Standings of these agencies in periods that touch the time given, with what their rules ask.
pub(super) async fn candidates(tx: &mut Tx, agencies: &[String], (from, to): (i64, i64)) -> Outcome<Vec<(Standing, Criteria)>> {
    let both = |row: &Row| Ok((Standing::read(row)?, Criteria::read(row)?));
    tx.all(CANDIDATES, [list(agencies), to.into(), from.into()], both).await
}

const DROP_CREDITS: &str = "delete from education_credit where activity_id in (select value ->> 0 from json_each($1))";
const ADD_CREDITS: &str = "
    insert into education_credit (activity_id, obligation_id, period, agency_id, verdict, reasons, decided_at)
    select value ->> 0, value ->> 1, cast(value ->> 2 as bigint), value ->> 3, value ->> 4, value ->> 5, $1 from json_each($2)";

/// Puts these in the place of all that the activities had.
pub(super) async fn replace_credits(tx: &mut Tx, ids: &[String], credits: &[Credit], now: i64) -> Outcome<()> {
    let row = |it: &Credit| {
        let reasons = serde_json::to_string(&it.reasons)?;
        Ok(json!([it.activity_id, it.obligation_id, it.period, it.agency_id, it.verdict.name(), reasons]))
    };
    let rows = credits.iter().map(row).collect::<Outcome<Vec<_>>>()?;
    tx.run(DROP_CREDITS, [list(ids)]).await?;
    tx.run(ADD_CREDITS, [now.into(), json!(rows).into()]).await.map(drop)
}

const COUNT: &str = "
    update education_standing set counted = counted + n.more_counted, pending = pending + n.more_pending
      from (select value ->> 0 as rule_id, cast(value ->> 1 as bigint) as at_period, value ->> 2 as office,
                   cast(value ->> 3 as bigint) as more_counted, cast(value ->> 4 as bigint) as more_pending from json_each($1)) n
     where obligation_id = n.rule_id and period = n.at_period and agency_id = n.office
    returning obligation_id, period, agency_id, version, region_id, opens_at, closes_at, many, counted, pending, state";

/// Rows of obligation, period, agency, more that count, more that may. Answers the standings as they are then.
pub(super) async fn count(tx: &mut Tx, rows: Vec<serde_json::Value>) -> Outcome<Vec<Standing>> {
    tx.all(COUNT, [json!(rows).into()], Standing::read).await
}

const SET_STATES: &str = "
    update education_standing set state = n.new_state, changed_at = $1
      from (select value ->> 0 as rule_id, cast(value ->> 1 as bigint) as at_period, value ->> 2 as office, value ->> 4 as new_state
              from json_each($2)) n
     where obligation_id = n.rule_id and period = n.at_period and agency_id = n.office";
const MOVE_PLACES: &str = "
    update education_standing_place set state = n.new_state
      from (select value ->> 0 as rule_id, cast(value ->> 1 as bigint) as at_period, value ->> 2 as office, value ->> 4 as new_state
              from json_each($1)) n
     where obligation_id = n.rule_id and period = n.at_period and agency_id = n.office
    returning obligation_id, period, agency_id, node, parent";
const END_CHANGES: &str = "
    update education_standing_change set until_at = $1
      from (select value ->> 0 as rule_id, cast(value ->> 1 as bigint) as at_period, value ->> 2 as office from json_each($2)) n
     where obligation_id = n.rule_id and period = n.at_period and agency_id = n.office and until_at is null";
const ADD_CHANGES: &str = "
    insert into education_standing_change (id, obligation_id, period, agency_id, before, state, from_at)
    select value ->> 5, value ->> 0, cast(value ->> 1 as bigint), value ->> 2, value ->> 3, value ->> 4, $1 from json_each($2)";

/// One node of the tree or region where an office is counted.
pub(super) struct Place {
    pub(super) key: (String, i64, String),
    pub(super) node: String,
    pub(super) parent: String,
}

/// Rows of obligation, period, agency, state before, state, id. Answers every place whose totals must follow.
pub(super) async fn set_states(tx: &mut Tx, rows: Vec<serde_json::Value>, now: i64) -> Outcome<Vec<Place>> {
    let rows: Value = json!(rows).into();
    tx.run(SET_STATES, [now.into(), rows.clone()]).await?;
    tx.run(END_CHANGES, [now.into(), rows.clone()]).await?;
    tx.run(ADD_CHANGES, [now.into(), rows.clone()]).await?;
    let place = |row: &Row| {
        let key = (row.get("obligation_id")?, row.get("period")?, row.get("agency_id")?);
        Ok(Place { key, node: row.get("node")?, parent: row.get("parent")? })
    };
    tx.all(MOVE_PLACES, [rows], place).await
}

const ADD_TOTALS: &str = "
    insert into education_standing_total (obligation_id, period, node, state, parent, n)
    select value ->> 0, cast(value ->> 1 as bigint), value ->> 2, value ->> 3, value ->> 4, cast(value ->> 5 as bigint)
      from json_each($1) where true
    on conflict (obligation_id, period, node, state) do update
       set n = education_standing_total.n + excluded.n, version = education_standing_total.version + 1";

/// Rows of obligation, period, node, state, parent, how many more.
pub(super) async fn add_totals(tx: &mut Tx, rows: Vec<serde_json::Value>) -> Outcome<()> {
    tx.run(ADD_TOTALS, [json!(rows).into()]).await.map(drop)
}

const ADD_STANDINGS: &str = "
    insert into education_standing (obligation_id, period, agency_id, version, region_id, opens_at, closes_at, many, state, changed_at)
    select value ->> 0, cast(value ->> 1 as bigint), value ->> 2, cast(value ->> 3 as bigint), value ->> 4, cast(value ->> 5 as bigint),
           cast(value ->> 6 as bigint), cast(value ->> 7 as bigint), 'none', $1
      from json_each($2) where true
    on conflict do nothing
    returning obligation_id, period, agency_id";
const ADD_PLACES: &str = "
    insert into education_standing_place (obligation_id, period, agency_id, node, parent, state)
    select value ->> 0, cast(value ->> 1 as bigint), value ->> 2, value ->> 3, value ->> 4, 'none' from json_each($1)";

/// Answers the keys of those that were not there.
pub(super) async fn add_standings(tx: &mut Tx, standings: &[Standing], now: i64) -> Outcome<Vec<(String, i64, String)>> {
    let row = |it: &Standing| {
        json!([it.obligation_id, it.period, it.agency_id, it.version, it.region_id, it.opens_at, it.closes_at, it.many])
    };
    let rows: Vec<_> = standings.iter().map(row).collect();
    let key = |row: &Row| Ok((row.get("obligation_id")?, row.get("period")?, row.get("agency_id")?));
    tx.all(ADD_STANDINGS, [now.into(), json!(rows).into()], key).await
}

/// Their places, and the first line of their log.
pub(super) async fn add_places(tx: &mut Tx, places: &[Place], keys: &[(String, i64, String)], now: i64) -> Outcome<()> {
    let rows: Vec<_> = places.iter().map(|it| json!([it.key.0, it.key.1, it.key.2, it.node, it.parent])).collect();
    tx.run(ADD_PLACES, [json!(rows).into()]).await?;
    let first = State::None.name();
    let changes: Vec<_> = keys.iter().map(|it| json!([it.0, it.1, it.2, "", first, kernel::id::fresh()])).collect();
    tx.run(ADD_CHANGES, [now.into(), json!(changes).into()]).await.map(drop)
}

const IN_PERIOD: &str = "
    select distinct a.id from education_host h join education_activity a on a.id = h.activity_id
     where h.agency_id in (select value ->> 0 from json_each($1)) and h.accepted_at is not null and a.published_at is not null
       and a.starts_at >= $2 and a.starts_at < $3";
const ENDED_BETWEEN: &str = "
    select id from education_activity
     where starts_at > $1 and ends_at > $2 and ends_at <= $3 and published_at is not null and archived_at is null and id > $4
     order by id limit $5";

/// Published activities of these agencies that start within a time.
pub(super) async fn in_period(tx: &mut Tx, agencies: &[String], (from, until): (i64, i64)) -> Outcome<Vec<String>> {
    tx.all(IN_PERIOD, [list(agencies), from.into(), until.into()], |row| row.get("id")).await
}

/// A page of published activities that ended within a time; none lasts longer than 14 days.
pub(super) async fn ended_between(db: &Db, (from, until): (i64, i64), after: &str, most: i64) -> Outcome<Vec<String>> {
    let earliest = from - 15 * kernel::clock::DAY;
    let args = [earliest.into(), from.into(), until.into(), after.into(), most.into()];
    db.all(ENDED_BETWEEN, args, |row| row.get("id")).await
}

const OVERDUE: &str = "
    update education_standing set changed_at = $1
     where (obligation_id, period, agency_id) in (
           select s.obligation_id, s.period, s.agency_id from education_standing s
            where s.closes_at <= $2 and s.state in ('underway', 'none') order by s.closes_at limit $3)
    returning obligation_id, period, agency_id, version, region_id, opens_at, closes_at, many, counted, pending, state";
const OPEN_OF: &str = "
    select * from education_standing
     where agency_id in (select value ->> 0 from json_each($1)) and closes_at > $2 and state <> 'moved'
     order by obligation_id, period, agency_id";
const CREDITED_TO: &str = "
    select distinct activity_id from education_credit
     where (obligation_id, period, agency_id) in (
           select value ->> 0, cast(value ->> 1 as bigint), value ->> 2 from json_each($1))";

/// Standings whose period is over and that still look as if it ran, held.
pub(super) async fn overdue(tx: &mut Tx, now: i64, most: i64) -> Outcome<Vec<Standing>> {
    tx.all(OVERDUE, [now.into(), now.into(), most.into()], Standing::read).await
}

/// Standings of these agencies in periods that are not over.
pub(super) async fn open_of(db: &Db, agencies: &[String], now: i64) -> Outcome<Vec<Standing>> {
    db.all(OPEN_OF, [list(agencies), now.into()], Standing::read).await
}

/// Activities that were judged for these standings.
pub(super) async fn credited_to(tx: &mut Tx, standings: &[Standing]) -> Outcome<Vec<String>> {
    let keys: Vec<_> = standings.iter().map(|it| json!([it.obligation_id, it.period, it.agency_id])).collect();
    tx.all(CREDITED_TO, [json!(keys).into()], |row| row.get("activity_id")).await
}
