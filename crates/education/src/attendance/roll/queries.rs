//! Every statement about the attendance list.

use std::collections::HashMap;

use kernel::{
    Db, Outcome,
    db::{Row, Value},
};

use super::rows::{Counted, Filter};
use crate::{
    activity::queries::list,
    attendance::{
        model::{Kind, Seat},
        queries::read_count,
    },
};

pub(crate) const ALL: &[&str] = &[ROLL, ONE, KINDS, REPORTS];

const ROLL: &str = "
    select r.*, a.minutes, a.share, a.checkpoints, a.is_present, a.because, a.counted_at from education_registration r
      left join education_attendance a on a.registration_id = r.id
     where r.activity_id = $1 and r.number > $2 and r.seated_at is not null and r.cancelled_at is null
       and coalesce(a.is_present, -1) between $3 and $4
     order by r.number limit $5";
const ONE: &str = "
    select r.*, a.minutes, a.share, a.checkpoints, a.is_present, a.because, a.counted_at from education_registration r
      left join education_attendance a on a.registration_id = r.id
     where r.activity_id = $1 and r.id = $2";

/// Those with a place after a number, in the order of numbers.
pub(super) async fn roll(db: &Db, activity_id: &str, filter: Filter, (after, most): (i64, i64)) -> Outcome<Vec<Counted>> {
    let (from, until) = match filter {
        Filter::All => (-1, 1),
        Filter::Present => (1, 1),
        Filter::Absent => (0, 0),
        Filter::NotCounted => (-1, -1),
    };
    let args: [Value; 5] = [activity_id.into(), after.into(), from.into(), until.into(), most.into()];
    db.all(ROLL, args, counted).await
}

pub(super) async fn one(db: &Db, activity_id: &str, registration_id: &str) -> Outcome<Counted> {
    db.one(ONE, [activity_id.into(), registration_id.into()], counted).await
}

const KINDS: &str = "
    select distinct registration_id, kind from education_evidence
     where activity_id = $1 and revoked_at is null and registration_id in (select value ->> 0 from json_each($2))";

/// The kinds of standing evidence of each, in a fixed order.
pub(super) async fn kinds(db: &Db, activity_id: &str, registrations: &[String]) -> Outcome<HashMap<String, Vec<Kind>>> {
    let pair = |row: &Row| Ok((row.get::<String>("registration_id")?, row.get::<String>("kind")?));
    let mut kinds: HashMap<String, Vec<Kind>> = HashMap::new();
    for (registration_id, kind) in db.all(KINDS, [activity_id.into(), list(registrations)], pair).await? {
        kinds.entry(registration_id).or_default().extend(Kind::parse(&kind));
    }
    kinds.values_mut().for_each(|it| it.sort_unstable());
    Ok(kinds)
}

const REPORTS: &str = "select count(*) as n from education_report where activity_id = $1 and withdrawn_at is null";

/// How many meeting reports the list rests on.
pub(super) async fn reports(db: &Db, activity_id: &str) -> Outcome<i64> {
    db.one(REPORTS, [activity_id.into()], |row| row.get("n")).await
}

fn counted(row: &Row) -> Outcome<Counted> {
    let counted_at: Option<i64> = row.get("counted_at")?;
    let count = match counted_at {
        Some(_) => Some(read_count(row)?),
        None => None,
    };
    Ok(Counted { seat: Seat::read(row)?, count, counted_at })
}
