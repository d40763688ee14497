//! Every statement that lists activities: for calendars, offices, heads, and beside a draft.

use kernel::{
    Db, Outcome,
    db::{NONE, Tx, Value},
};

use crate::activity::{draft::LONGEST_ACTIVITY, model::Activity, queries::list};

pub(crate) const ALL: &[&str] =
    &[OWNED, COMING, OF_THEME, AT_ONCE, SOON_AFTER, LATE_DRAFTS, UNCOUNTED, VERSION, MOVE_ON, MOVE_ON_IF_FILLED];

const OWNED: &str = "
    select a.* from education_activity a join education_host h on h.activity_id = a.id
     where h.agency_id in (select value ->> 0 from json_each($1)) and h.accepted_at is not null and a.archived_at is null
     order by a.starts_at desc, a.id desc limit 200";

/// What these agencies own and is not archived, latest first.
pub(crate) async fn owned_by(db: &Db, agencies: &[String]) -> Outcome<Vec<Activity>> {
    db.all(OWNED, [list(agencies)], Activity::read).await
}

const COMING: &str = "
    select a.* from education_activity a
     where a.published_at is not null and a.archived_at is null and a.cancelled_at is null and a.ends_at > $1
       and (a.starts_at > $2 or (a.starts_at = $3 and a.id > $4))
       and ($5 = '' or a.theme = $6)
       and ((a.listed = 'public' and $7 = 0)
            or exists (select 1 from education_audience u
                        where u.activity_id = a.id and u.label in (select value ->> 0 from json_each($8))))
       and ($9 = '' or exists (select 1 from education_audience u
                                where u.activity_id = a.id and (u.label = 'asn' or u.label like $10 or u.label like $11)))
       and ($12 = '' or exists (select 1 from education_host h
                                 where h.activity_id = a.id and h.agency_id = $13 and h.accepted_at is not null))
       and lower(a.title) like $14
     order by a.starts_at, a.id limit $15";

/// What a list of coming activities is to hold. Empty texts ask for nothing special.
pub(crate) struct Wanted<'a> {
    pub(crate) labels: &'a [String],
    pub(crate) is_for_me: bool,
    pub(crate) theme: &'a str,
    pub(crate) region: &'a str,
    pub(crate) agency: &'a str,
    /// In lower case.
    pub(crate) words: &'a str,
    pub(crate) now: i64,
    /// Start and id of the last row before.
    pub(crate) after: i64,
    pub(crate) after_id: &'a str,
    pub(crate) most: i64,
}

/// Only what the holder of the labels may open, soonest first.
pub(crate) async fn coming(db: &Db, wanted: &Wanted<'_>) -> Outcome<Vec<Activity>> {
    // What is for the region or a part of it, and what is for all of its province.
    let in_region = format!("%@{}%", wanted.region);
    let in_province = format!("%@{}", wanted.region.split('.').next().unwrap_or_default());
    // What began earlier is over: the index need not be read from the first activity ever.
    let after = wanted.after.max(wanted.now - LONGEST_ACTIVITY);
    let args: [Value; 15] = [
        wanted.now.into(),
        after.into(),
        after.into(),
        wanted.after_id.into(),
        wanted.theme.into(),
        wanted.theme.into(),
        i64::from(wanted.is_for_me).into(),
        list(wanted.labels),
        wanted.region.into(),
        in_region.into(),
        in_province.into(),
        wanted.agency.into(),
        wanted.agency.into(),
        format!("%{}%", wanted.words).into(),
        wanted.most.into(),
    ];
    db.all(COMING, args, Activity::read).await
}

const OF_THEME: &str = "
    select * from education_activity
     where theme = $1 and starts_at >= $2 and starts_at < $3 and id <> $4 and cancelled_at is null and archived_at is null
     order by starts_at, id limit 50";
const AT_ONCE: &str = "
    select * from education_activity
     where starts_at > $1 and starts_at < $2 and ends_at > $3 and id <> $4 and cancelled_at is null and archived_at is null
     order by starts_at, id limit 200";

const VERSION: &str = "select version from education_listing where id = 'coming'";
const MOVE_ON: &str = "update education_listing set version = version + 1 where id = 'coming'";
const MOVE_ON_IF_FILLED: &str = "
    update education_listing set version = version + 1
     where id = 'coming'
       and exists (select 1 from education_activity where id = $1 and (taken >= seats) <> (cast($2 as bigint) >= seats))";

/// Moves with whatever a list of coming activities shows, but for the number of seats.
pub(crate) async fn version(db: &Db) -> Outcome<Option<i64>> {
    db.maybe(VERSION, NONE, |row| row.get("version")).await
}

/// Every change of what lists show ends with this.
pub(crate) async fn move_on(tx: &mut Tx) -> Outcome<()> {
    tx.run(MOVE_ON, NONE).await.map(drop)
}

/// Before so many seats are written as taken: lists say whether an activity is full.
pub(crate) async fn move_on_if_filled(tx: &mut Tx, activity_id: &str, taken: i64) -> Outcome<()> {
    tx.run(MOVE_ON_IF_FILLED, [activity_id.into(), taken.into()]).await.map(drop)
}

/// Others of the same theme that start in a period.
pub(crate) async fn of_theme(db: &Db, activity: &Activity, period: (i64, i64)) -> Outcome<Vec<Activity>> {
    db.all(OF_THEME, [(&activity.theme).into(), period.0.into(), period.1.into(), (&activity.id).into()], Activity::read).await
}

/// Others that run during any part of this one.
pub(crate) async fn at_once(db: &Db, activity: &Activity) -> Outcome<Vec<Activity>> {
    let earliest = activity.starts_at - LONGEST_ACTIVITY;
    db.all(AT_ONCE, [earliest.into(), activity.ends_at.into(), activity.starts_at.into(), (&activity.id).into()], Activity::read)
        .await
}

const SOON_AFTER: &str = "
    select * from education_activity
     where starts_at > $1 and starts_at < $2 and id <> $3 and cancelled_at is null and archived_at is null
     order by starts_at, id limit 500";

/// Others that start in the next two weeks or a little.
pub(crate) async fn soon_after(db: &Db, activity: &Activity) -> Outcome<Vec<Activity>> {
    let latest = activity.ends_at + 15 * kernel::clock::DAY;
    db.all(SOON_AFTER, [activity.starts_at.into(), latest.into(), (&activity.id).into()], Activity::read).await
}

const LATE_DRAFTS: &str = "
    select a.* from education_activity a join education_host h on h.activity_id = a.id
     where h.agency_id in (select value ->> 0 from json_each($1)) and h.accepted_at is not null
       and a.published_at is null and a.cancelled_at is null and a.archived_at is null and a.starts_at < $2
     order by a.starts_at, a.id limit 20";
const UNCOUNTED: &str = "
    select a.* from education_activity a join education_host h on h.activity_id = a.id
     where h.agency_id in (select value ->> 0 from json_each($1)) and h.accepted_at is not null
       and a.published_at is not null and a.cancelled_at is null and a.archived_at is null and a.ends_at < $2 and a.taken > 0
       and not exists (select 1 from education_attendance t where t.activity_id = a.id)
     order by a.starts_at, a.id limit 20";

/// Drafts of these agencies that are to start before a moment.
pub(crate) async fn drafts_starting_before(db: &Db, agencies: &[String], moment: i64) -> Outcome<Vec<Activity>> {
    db.all(LATE_DRAFTS, [list(agencies), moment.into()], Activity::read).await
}

/// Activities of these agencies that are over without an attendance list.
pub(crate) async fn uncounted(db: &Db, agencies: &[String], now: i64) -> Outcome<Vec<Activity>> {
    db.all(UNCOUNTED, [list(agencies), now.into()], Activity::read).await
}
