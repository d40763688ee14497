//! Every statement about lists of registrations. Pages begin after a number, so that the thousandth is as quick as the first.

use kernel::{Db, Outcome};

use super::model::Filter;
use crate::registration::model::{Registration, Standing};

pub(crate) const ALL: &[&str] = &[SEATED, WAITING, CANCELLED, CURRENT, BY_AGENCY];

const SEATED: &str = "
    select * from education_registration
     where activity_id = $1 and number > $2 and seated_at is not null and cancelled_at is null and search_name like $3
     order by number limit 51";
const WAITING: &str = "
    select * from education_registration
     where activity_id = $1 and number > $2 and seated_at is null and cancelled_at is null and search_name like $3
     order by number limit 51";
const CANCELLED: &str = "
    select * from education_registration
     where activity_id = $1 and number > $2 and cancelled_at is not null and search_name like $3 order by number limit 51";

/// On a page; one more is read, to know whether there is a next.
pub(super) const PAGE: usize = 50;

pub(super) async fn page(db: &Db, activity_id: &str, filter: &Filter) -> Outcome<Vec<Registration>> {
    let sql = match filter.standing() {
        Standing::Seated => SEATED,
        Standing::Waiting => WAITING,
        Standing::Cancelled => CANCELLED,
    };
    db.all(sql, [activity_id.into(), filter.setelah.into(), filter.pattern().into()], Registration::read).await
}

const CURRENT: &str = "
    select * from education_registration where activity_id = $1 and number > $2 and cancelled_at is null order by number limit $3";

/// Seated and waiting in the order of the line, in portions for files.
pub(super) async fn current(db: &Db, activity_id: &str, (after, most): (i64, i64)) -> Outcome<Vec<Registration>> {
    db.all(CURRENT, [activity_id.into(), after.into(), most.into()], Registration::read).await
}

const BY_AGENCY: &str = "
    select agency_id, count(*) as n, cast(sum(case when seated_at is null then 1 else 0 end) as bigint) as waiting
      from education_registration where activity_id = $1 and cancelled_at is null
     group by agency_id order by n desc, agency_id limit 50";

/// Per unit as it was at registration, the largest first: unit (none for guests), all, of which waiting.
pub(super) async fn by_agency(db: &Db, activity_id: &str) -> Outcome<Vec<(Option<String>, i64, i64)>> {
    db.all(BY_AGENCY, [activity_id.into()], |row| Ok((row.get("agency_id")?, row.get("n")?, row.get("waiting")?))).await
}
