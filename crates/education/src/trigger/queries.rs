//! Every statement about people in charge, and about what an office could hold.

use kernel::{
    Db, Outcome,
    db::{Row, Tx, Value},
};

use super::{model::Assignment, policy::Entrustable};
use crate::activity::{model::Activity, queries::list};

pub(crate) const ALL: &[&str] = &[ENTRUST, FOLLOWED, HELD, COMING, JUDGED];

const ENTRUST: &str = "
    insert into education_assignment (activity_id, agency_id, person_id, given_at, given_by) values ($1, $2, $3, $4, $5)
    on conflict (activity_id, agency_id) do update set person_id = excluded.person_id,
        given_at = excluded.given_at, given_by = excluded.given_by
     where education_assignment.person_id <> excluded.person_id";
const FOLLOWED: &str = "
    select a.*, g.agency_id, g.person_id from education_assignment g join education_activity a on a.id = g.activity_id
     where g.agency_id in (select value ->> 0 from json_each($1)) and a.cancelled_at is null and a.archived_at is null and a.ends_at > $2
     order by a.starts_at, a.id limit 10";

fn assignment(row: &Row) -> Outcome<Assignment> {
    Ok(Assignment { agency_id: row.get("agency_id")?, person_id: row.get("person_id")? })
}

/// Puts the person in charge for the office, in the place of whoever was before; answers false when it was they.
pub(crate) async fn entrust(tx: &mut Tx, proof: &Entrustable, activity_id: &str, (by, now): (&str, i64)) -> Outcome<bool> {
    let args: [Value; 5] = [activity_id.into(), proof.office().into(), proof.person_id().into(), now.into(), by.into()];
    Ok(tx.run(ENTRUST, args).await? == 1)
}

/// What these offices have entrusted to somebody and is not over, soonest first.
pub(crate) async fn followed(db: &Db, offices: &[String], since: i64) -> Outcome<Vec<(Activity, Assignment)>> {
    db.all(FOLLOWED, [list(offices), since.into()], |row| Ok((Activity::read(row)?, assignment(row)?))).await
}

const HELD: &str = "
    select 1 as found from education_host h join education_activity a on a.id = h.activity_id
     where h.agency_id = $1 and h.accepted_at is not null and a.published_at is not null and a.cancelled_at is null
       and a.starts_at >= $2 and a.starts_at < $3 limit 1";
const COMING: &str = "
    select a.* from education_activity a
     where a.id in (select u.activity_id from education_audience u where u.label in (select value ->> 0 from json_each($1)))
       and a.published_at is not null and a.cancelled_at is null and a.archived_at is null and a.listed = 'public' and a.starts_at > $2
       and not exists (select 1 from education_host h where h.activity_id = a.id and h.agency_id = $3)
     order by a.starts_at, a.id limit 20";
const JUDGED: &str = "
    select a.*, e.index_hundredths from education_evaluation e join education_activity a on a.id = e.activity_id
     where a.id in (select u.activity_id from education_audience u where u.label in (select value ->> 0 from json_each($1)))
       and e.is_index_public = 1 and e.answers >= 5 and e.index_hundredths >= 300
       and a.published_at is not null and a.cancelled_at is null and a.listed = 'public' and a.ends_at > $2
       and not exists (select 1 from education_host h where h.activity_id = a.id and h.agency_id = $3)
     order by e.index_hundredths desc, a.ends_at desc, a.id limit 3";

/// Whether the office holds, or has published, anything that starts in the period.
pub(crate) async fn holds_in(db: &Db, office: &str, (from, until): (i64, i64)) -> Outcome<bool> {
    Ok(db.maybe(HELD, [office.into(), from.into(), until.into()], |_| Ok(())).await?.is_some())
}

/// What others announce for the same people, soonest first.
pub(crate) async fn coming_of_others(db: &Db, labels: &[String], (office, now): (&str, i64)) -> Outcome<Vec<Activity>> {
    db.all(COMING, [list(labels), now.into(), office.into()], Activity::read).await
}

/// What others held for the same people and everybody may know was judged good (3,00 of 4 at least), best first.
pub(crate) async fn judged_of_others(db: &Db, labels: &[String], (office, since): (&str, i64)) -> Outcome<Vec<(Activity, i64)>> {
    let read = |row: &Row| Ok((Activity::read(row)?, row.get("index_hundredths")?));
    db.all(JUDGED, [list(labels), since.into(), office.into()], read).await
}
