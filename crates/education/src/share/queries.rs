//! Every statement about pages made to be shared, and about how often they were opened.

use kernel::{
    Db, Outcome,
    db::{Tx, Value},
};
use serde_json::json;

use super::{
    model::{Share, Words},
    policy::Publishable,
};
use crate::activity::{model::Activity, policy::Editable, queries::list};

pub(crate) const ALL: &[&str] = &[OF, BY_CODE, SAVE, PUBLISH, WITHDRAW, TURN, ADD_VIEWS, BY_CHANNEL, BY_DAY, UNSHARED, OPENED];

const OF: &str = "select * from education_share where activity_id = $1";
const BY_CODE: &str = "select * from education_share where code = $1";

/// The empty one before it was saved.
pub(crate) async fn of(db: &Db, activity_id: &str) -> Outcome<Share> {
    let found = db.maybe(OF, [activity_id.into()], Share::read).await?;
    Ok(found.unwrap_or_else(|| Share { activity_id: activity_id.to_owned(), ..Share::default() }))
}

pub(crate) async fn by_code(db: &Db, code: &str) -> Outcome<Share> {
    db.one(BY_CODE, [code.into()], Share::read).await
}

const SAVE: &str = "
    insert into education_share (activity_id, code, summary, takeaways, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)
    on conflict (activity_id) do update set summary = excluded.summary, takeaways = excluded.takeaways,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = education_share.version + 1
     where education_share.version = $7";

/// Who saves which words over which version, and when.
pub(crate) struct Saving<'a> {
    pub(crate) words: &'a Words,
    pub(crate) version: i64,
    pub(crate) code: &'a str,
    pub(crate) by: &'a str,
    pub(crate) now: i64,
}

/// Answers false when somebody else was faster.
pub(crate) async fn save(tx: &mut Tx, proof: &Editable, it: &Saving<'_>) -> Outcome<bool> {
    let args: [Value; 7] = [
        (&proof.activity().id).into(),
        it.code.into(),
        (&it.words.summary).into(),
        json!(it.words.takeaways).into(),
        it.now.into(),
        it.by.into(),
        it.version.into(),
    ];
    Ok(tx.run(SAVE, args).await? == 1)
}

const PUBLISH: &str = "update education_share set published_at = $1 where activity_id = $2 and published_at is null";
const WITHDRAW: &str = "update education_share set published_at = null where activity_id = $1 and published_at is not null";

pub(super) async fn publish(tx: &mut Tx, proof: &Publishable, now: i64) -> Outcome<bool> {
    Ok(tx.run(PUBLISH, [now.into(), (&proof.editable().activity().id).into()]).await? == 1)
}

pub(crate) async fn withdraw(tx: &mut Tx, proof: &Editable) -> Outcome<bool> {
    Ok(tx.run(WITHDRAW, [(&proof.activity().id).into()]).await? == 1)
}

const TURN: &str = "update education_activity set seats_version = seats_version + 1 where id = $1";

/// Pages that were made before are out of date from now on.
pub(crate) async fn turn(tx: &mut Tx, proof: &Editable) -> Outcome<()> {
    tx.run(TURN, [(&proof.activity().id).into()]).await.map(drop)
}

const ADD_VIEWS: &str = "
    insert into education_reach (activity_id, day, channel, views)
    select value ->> 0, value ->> 1, value ->> 2, cast(value ->> 3 as bigint) from json_each($1) where true order by key
    on conflict (activity_id, day, channel) do update set views = education_reach.views + excluded.views";

/// Activity, day and way, with how often: in one order everywhere, so that nodes wait for each other and never in a circle.
pub(super) async fn add_views(tx: &mut Tx, rows: &[(String, String, &str, i64)]) -> Outcome<()> {
    tx.run(ADD_VIEWS, [json!(rows).into()]).await.map(drop)
}

const BY_CHANNEL: &str = "
    select channel as name, cast(sum(views) as bigint) as views from education_reach where activity_id = $1
     group by channel order by views desc, channel";
const BY_DAY: &str = "
    select day as name, cast(sum(views) as bigint) as views from education_reach where activity_id = $1
     group by day order by day desc limit 14";

pub(super) async fn by_channel(db: &Db, activity_id: &str) -> Outcome<Vec<(String, i64)>> {
    db.all(BY_CHANNEL, [activity_id.into()], |row| Ok((row.get("name")?, row.get("views")?))).await
}

/// The last days on which somebody came, newest first.
pub(super) async fn by_day(db: &Db, activity_id: &str) -> Outcome<Vec<(String, i64)>> {
    db.all(BY_DAY, [activity_id.into()], |row| Ok((row.get("name")?, row.get("views")?))).await
}

const UNSHARED: &str = "
    select a.* from education_activity a
     where a.id in (select h.activity_id from education_host h
                     where h.agency_id in (select value ->> 0 from json_each($1)) and h.accepted_at is not null)
       and a.published_at is not null and a.cancelled_at is null and a.listed = 'public' and a.ends_at > $2 and a.ends_at < $3
       and not exists (select 1 from education_share s where s.activity_id = a.id and s.published_at is not null)
     order by a.ends_at desc, a.id limit 3";
const OPENED: &str = "
    select a.*, v.views from education_activity a
      join (select r.activity_id, cast(sum(r.views) as bigint) as views from education_reach r
             where r.activity_id in (select h.activity_id from education_host h
                                      where h.agency_id in (select value ->> 0 from json_each($1)) and h.accepted_at is not null)
             group by r.activity_id) v on v.activity_id = a.id
     where a.ends_at > $2 and a.cancelled_at is null
     order by v.views desc, a.id limit 3";

/// What these agencies own, is over since a moment, and has no page for neighbours.
pub(super) async fn unshared(db: &Db, agencies: &[String], (since, now): (i64, i64)) -> Outcome<Vec<Activity>> {
    db.all(UNSHARED, [list(agencies), since.into(), now.into()], Activity::read).await
}

/// What these agencies own and was not over before a moment, with how often its page was opened: most first.
pub(super) async fn opened(db: &Db, agencies: &[String], since: i64) -> Outcome<Vec<(Activity, i64)>> {
    db.all(OPENED, [list(agencies), since.into()], |row| Ok((Activity::read(row)?, row.get("views")?))).await
}
