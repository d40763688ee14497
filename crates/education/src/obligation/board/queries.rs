//! Every statement that a board reads: totals by key, rows by page, the log for boards of the past.

use std::collections::HashMap;

use kernel::{
    Db, Outcome,
    db::{Row, Value},
};

use super::model::Totals;
use crate::{
    activity::queries::list,
    obligation::{
        period::Rhythm,
        standing::model::{Credit, Standing, State},
    },
};

pub(crate) const ALL: &[&str] =
    &[VERSIONS, TOTALS, ROOTS, UNDONE, BELOW, TREND, ROWS, ROWS_IN_STATE, ROWS_THEN, OWN, OF_AGENCIES, CREDITS];

/// Whose board, when, where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) obligation_id: &'a str,
    pub(crate) period: i64,
    /// Code of an agency, or `@` and the code of a region.
    pub(crate) node: &'a str,
}

/// Every change of a standing moves totals at the rule's branch, in whatever period.
const VERSIONS: &str = "
    select o.id, cast(sum(t.version) as bigint) as version
      from json_each($1) j cross join education_obligation o cross join education_standing_total t
     where o.id = j.value ->> 0 and t.obligation_id = o.id and t.node = o.branch_id group by o.id";
const TOTALS: &str = "
    select state, n from education_standing_total where obligation_id = $1 and period = $2 and node = $3";
const ROOTS: &str = "
    select t.obligation_id, t.state, t.n
      from education_obligation o join education_standing_total t
        on t.obligation_id = o.id and t.node = o.branch_id and t.period = case when o.rhythm = 'quarter' then cast($1 as bigint) else cast($2 as bigint) end
     where o.id in (select value ->> 0 from json_each($3))";
/// Offices whose state changed after a moment, by what it was and what it became. Begins with the changes, which are few.
const UNDONE: &str = "
    select c.before, c.state, count(*) as n
      from education_standing_change c cross join education_standing_place p
     where p.obligation_id = c.obligation_id and p.period = c.period and p.node = $1 and p.agency_id = c.agency_id
       and c.obligation_id = $2 and c.period = $3 and c.from_at > $4 group by c.before, c.state";

/// By rule; none while nobody owes anything. The same number means the same totals, everywhere in the tree and in every period.
pub(crate) async fn versions(db: &Db, rules: &[String]) -> Outcome<Vec<(String, i64)>> {
    db.all(VERSIONS, [list(rules)], |row| Ok((row.get("id")?, row.get("version")?))).await
}

pub(crate) async fn totals(db: &Db, place: Place<'_>) -> Outcome<Totals> {
    let args = [place.obligation_id.into(), place.period.into(), place.node.into()];
    let rows = db.all(TOTALS, args, |row| Ok((state(row, "state")?, row.get::<i64>("n")?))).await?;
    let mut totals = Totals::default();
    rows.into_iter().for_each(|(state, n)| totals.add(state, n));
    Ok(totals)
}

/// Totals of whole rules in a quarter or a semester, as their rhythm is.
pub(crate) async fn roots(db: &Db, rules: &[String], (quarter, semester): (i64, i64)) -> Outcome<HashMap<String, Totals>> {
    let read = |row: &Row| Ok((row.get::<String>("obligation_id")?, state(row, "state")?, row.get::<i64>("n")?));
    let mut found: HashMap<String, Totals> = HashMap::new();
    for (rule, state, n) in db.all(ROOTS, [quarter.into(), semester.into(), list(rules)], read).await? {
        found.entry(rule).or_default().add(state, n);
    }
    Ok(found)
}

/// The totals as they were, told from those of today and the log.
pub(crate) async fn totals_at(db: &Db, place: Place<'_>, moment: i64) -> Outcome<Totals> {
    let mut totals = totals(db, place).await?;
    let args = [place.node.into(), place.obligation_id.into(), place.period.into(), moment.into()];
    let read = |row: &Row| Ok((State::parse(&row.get::<String>("before")?), state(row, "state")?, row.get::<i64>("n")?));
    for (before, state, n) in db.all(UNDONE, args, read).await? {
        totals.add(state, -n);
        if let Some(before) = before {
            totals.add(before, n);
        }
    }
    Ok(totals)
}

const BELOW: &str = "
    select node, cast(sum(case when state = 'fulfilled' then n else 0 end) as bigint) as fulfilled,
           cast(sum(case when state = 'underway' then n else 0 end) as bigint) as underway,
           cast(sum(case when state = 'none' then n else 0 end) as bigint) as none,
           cast(sum(case when state = 'missed' then n else 0 end) as bigint) as missed
      from education_standing_total
     where obligation_id = $1 and period = $2 and parent = $3 and node > $4
     group by node having sum(case when state = 'moved' then 0 else n end) >= $5 order by node limit $6";

/// The nodes directly below, beginning after one, that hold at least so many offices.
pub(crate) async fn below(db: &Db, place: Place<'_>, after: &str, (least, most): (i64, i64)) -> Outcome<Vec<(String, Totals)>> {
    let args = [place.obligation_id.into(), place.period.into(), place.node.into(), after.into(), least.into(), most.into()];
    let read = |row: &Row| {
        let totals = Totals {
            fulfilled: row.get("fulfilled")?,
            underway: row.get("underway")?,
            none: row.get("none")?,
            missed: row.get("missed")?,
        };
        Ok((row.get("node")?, totals))
    };
    db.all(BELOW, args, read).await
}

const TREND: &str = "
    select period, state, n from education_standing_total
     where obligation_id = $1 and node = $2 and period >= $3 and period <= $4 order by period";

/// Totals of a node in the periods up to this one, oldest first; periods without a board are left out.
pub(crate) async fn trend(db: &Db, place: Place<'_>, periods: i64) -> Outcome<Vec<(i64, Totals)>> {
    let first = place.period - periods + 1;
    let args = [place.obligation_id.into(), place.node.into(), first.into(), place.period.into()];
    let read = |row: &Row| Ok((row.get::<i64>("period")?, state(row, "state")?, row.get::<i64>("n")?));
    let mut found: Vec<(i64, Totals)> = Vec::new();
    for (period, state, n) in db.all(TREND, args, read).await? {
        if found.last().is_none_or(|it| it.0 != period) {
            found.push((period, Totals::default()));
        }
        if let Some(last) = found.last_mut() {
            last.1.add(state, n);
        }
    }
    Ok(found)
}

const ROWS: &str = "
    select s.* from education_standing_place p join education_standing s
        on s.obligation_id = p.obligation_id and s.period = p.period and s.agency_id = p.agency_id
     where p.obligation_id = $1 and p.period = $2 and p.node = $3 and p.agency_id > $4 and p.state <> 'moved'
     order by p.agency_id limit $5";
const ROWS_IN_STATE: &str = "
    select s.* from education_standing_place p join education_standing s
        on s.obligation_id = p.obligation_id and s.period = p.period and s.agency_id = p.agency_id
     where p.obligation_id = $1 and p.period = $2 and p.node = $3 and p.state = $4 and p.agency_id > $5
     order by p.agency_id limit $6";
/// The states as they were at a moment.
const ROWS_THEN: &str = "
    select s.obligation_id, s.period, s.agency_id, s.version, s.region_id, s.opens_at, s.closes_at, s.many, s.counted, s.pending, c.state
      from education_standing_place p join education_standing s
        on s.obligation_id = p.obligation_id and s.period = p.period and s.agency_id = p.agency_id
      join education_standing_change c
        on c.obligation_id = p.obligation_id and c.period = p.period and c.agency_id = p.agency_id
       and c.from_at <= $1 and (c.until_at is null or c.until_at > $2)
     where p.obligation_id = $3 and p.period = $4 and p.node = $5 and p.agency_id > $6 and c.state <> 'moved'
       and ($7 = '' or c.state = $8)
     order by p.agency_id limit $9";

/// Which rows of a board: in a state or in any, after an office, so many.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    pub(crate) state: Option<State>,
    pub(crate) after: &'a str,
    pub(crate) most: i64,
}

/// Offices by code.
pub(crate) async fn rows(db: &Db, place: Place<'_>, wanted: Wanted<'_>) -> Outcome<Vec<Standing>> {
    let mut args: Vec<Value> = vec![place.obligation_id.into(), place.period.into(), place.node.into()];
    let sql = match wanted.state {
        Some(state) => {
            args.push(state.name().into());
            ROWS_IN_STATE
        }
        None => ROWS,
    };
    args.extend([wanted.after.into(), wanted.most.into()]);
    db.all(sql, args, Standing::read).await
}

/// Offices by code, in the states they had at a moment.
pub(crate) async fn rows_at(db: &Db, place: Place<'_>, wanted: Wanted<'_>, moment: i64) -> Outcome<Vec<Standing>> {
    let state = wanted.state.map(State::name).unwrap_or_default();
    let args: [Value; 9] = [
        moment.into(),
        moment.into(),
        place.obligation_id.into(),
        place.period.into(),
        place.node.into(),
        wanted.after.into(),
        state.into(),
        state.into(),
        wanted.most.into(),
    ];
    db.all(ROWS_THEN, args, Standing::read).await
}

const OWN: &str = "
    select * from education_standing
     where obligation_id = $1 and period = $2 and agency_id in (select value ->> 0 from json_each($3)) and state <> 'moved'
     order by agency_id limit 20";
const OF_AGENCIES: &str = "
    select s.*, v.name, o.rhythm from education_standing s
      join education_obligation_version v on v.obligation_id = s.obligation_id and v.number = s.version
      join education_obligation o on o.id = s.obligation_id
     where s.agency_id in (select value ->> 0 from json_each($1)) and s.opens_at <= $2 and s.closes_at > $3 and s.state <> 'moved'
     order by s.closes_at, s.obligation_id, s.agency_id limit 50";

/// How these offices stand under one rule.
pub(crate) async fn own(db: &Db, place: Place<'_>, agencies: &[String]) -> Outcome<Vec<Standing>> {
    db.all(OWN, [place.obligation_id.into(), place.period.into(), list(agencies)], Standing::read).await
}

/// A standing in a running period, with the name and the rhythm of its rule.
pub(crate) struct Running {
    pub(crate) name: String,
    pub(crate) rhythm: Rhythm,
    pub(crate) standing: Standing,
}

/// How these offices stand under every rule whose period runs.
pub(crate) async fn running_of(db: &Db, agencies: &[String], now: i64) -> Outcome<Vec<Running>> {
    let read = |row: &Row| {
        let rhythm = Rhythm::parse(&row.get::<String>("rhythm")?).unwrap_or(Rhythm::Quarter);
        Ok(Running { name: row.get("name")?, rhythm, standing: Standing::read(row)? })
    };
    db.all(OF_AGENCIES, [list(agencies), now.into(), now.into()], read).await
}

const CREDITS: &str = "
    select c.*, a.title, a.starts_at, a.zone, a.listed
      from education_credit c join education_activity a on a.id = c.activity_id
     where c.obligation_id = $1 and c.period = $2 and c.agency_id in (select value ->> 0 from json_each($3))
     order by c.agency_id, a.starts_at, a.id limit 2000";

/// A credit with what its activity is called.
pub(crate) struct Titled {
    pub(crate) credit: Credit,
    pub(crate) title: String,
    pub(crate) starts_at: i64,
    pub(crate) zone: String,
    pub(crate) is_public: bool,
}

pub(crate) async fn credits(db: &Db, (obligation_id, period): (&str, i64), agencies: &[String]) -> Outcome<Vec<Titled>> {
    let read = |row: &Row| {
        Ok(Titled {
            credit: Credit::read(row)?,
            title: row.get("title")?,
            starts_at: row.get("starts_at")?,
            zone: row.get("zone")?,
            is_public: row.get::<String>("listed")? == "public",
        })
    };
    db.all(CREDITS, [obligation_id.into(), period.into(), list(agencies)], read).await
}

fn state(row: &Row, column: &str) -> Outcome<State> {
    Ok(State::parse(&row.get::<String>(column)?).unwrap_or(State::Moved))
}
