//! Every statement about feeds: which activities they hold, when they changed, and whose the personal ones are.

use kernel::{
    Db, Outcome,
    clock::DAY,
    db::{Row, Tx, Value},
};

use crate::activity::{model::Activity, queries::list};

pub(crate) const ALL: &[&str] = &[LISTED, LISTED_MARK, OF_PERSON, OWNER, OWN, MAKE, END];

/// What is over, or was cancelled, leaves feeds after this; clients have asked again by then.
const PAST: i64 = 30 * DAY;
const AHEAD: i64 = 400 * DAY;
/// No activity is longer, so earlier starts need not be looked at.
const LONGEST_ACTIVITY: i64 = 14 * DAY;
const MOST: i64 = 2_000;

const LISTED: &str = "
    select a.* from education_activity a
     where a.published_at is not null and a.archived_at is null and a.listed = 'public'
       and a.starts_at > $1 and a.starts_at < $2 and a.ends_at > $3 and (a.cancelled_at is null or a.cancelled_at > $4)
       and ($5 = '' or a.theme = $6)
       and ($7 = '' or exists (select 1 from education_host h
                                where h.activity_id = a.id and h.agency_id = $8 and h.accepted_at is not null))
       and ($9 = '' or exists (select 1 from education_audience u where u.activity_id = a.id
                                and (u.label = 'asn' or u.label like $10 or u.label like $11)))
     order by a.starts_at, a.id limit $12";

/// Sums tell one set of activities from another as well as from its own earlier state.
const LISTED_MARK: &str = "
    select count(*) as n, cast(coalesce(sum(a.version), 0) as bigint) as versions, cast(coalesce(sum(a.starts_at), 0) as bigint) as starts
      from education_activity a
     where a.published_at is not null and a.archived_at is null and a.listed = 'public'
       and a.starts_at > $1 and a.starts_at < $2 and a.ends_at > $3 and (a.cancelled_at is null or a.cancelled_at > $4)
       and ($5 = '' or a.theme = $6)
       and ($7 = '' or exists (select 1 from education_host h
                                where h.activity_id = a.id and h.agency_id = $8 and h.accepted_at is not null))
       and ($9 = '' or exists (select 1 from education_audience u where u.activity_id = a.id
                                and (u.label = 'asn' or u.label like $10 or u.label like $11)))";

/// What a public feed is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Everything,
    Theme(String),
    /// Owned by this agency.
    Agency(String),
    /// For this region, the one around it, those inside it, or the whole nation.
    Region(String),
}

/// Only what anybody may open.
pub(crate) async fn listed(db: &Db, scope: &Scope, now: i64) -> Outcome<Vec<Activity>> {
    let mut args = arguments(scope, now);
    args.push(MOST.into());
    db.all(LISTED, args, Activity::read).await
}

/// Changes whenever what `listed` answers does, at the cost of counting.
pub(crate) async fn listed_mark(db: &Db, scope: &Scope, now: i64) -> Outcome<[i64; 3]> {
    let read = |row: &Row| Ok([row.get("n")?, row.get("versions")?, row.get("starts")?]);
    db.one(LISTED_MARK, arguments(scope, now), read).await
}

fn arguments(scope: &Scope, now: i64) -> Vec<Value> {
    let (theme, agency, region) = match scope {
        Scope::Everything => ("", "", ""),
        Scope::Theme(it) => (it.as_str(), "", ""),
        Scope::Agency(it) => ("", it.as_str(), ""),
        Scope::Region(it) => ("", "", it.as_str()),
    };
    let own = format!("%@{region}");
    let around = match region.split_once('.') {
        Some((province, _)) => format!("%@{province}"),
        None => format!("%@{region}.%"),
    };
    let mut args = window(now).to_vec();
    args.extend([theme, theme, agency, agency, region, own.as_str(), around.as_str()].map(Value::from));
    args
}

fn window(now: i64) -> [Value; 4] {
    [(now - PAST - LONGEST_ACTIVITY).into(), (now + AHEAD).into(), (now - PAST).into(), (now - PAST).into()]
}

const OF_PERSON: &str = "
    select a.* from education_activity a
     where a.published_at is not null and a.archived_at is null
       and a.starts_at > $1 and a.starts_at < $2 and a.ends_at > $3 and (a.cancelled_at is null or a.cancelled_at > $4)
       and (a.id in (select r.activity_id from education_registration r
                      where r.person_id = $5 and r.cancelled_at is null and r.seated_at is not null)
            or a.id in (select h.activity_id from education_host h
                         where h.accepted_at is not null and h.agency_id in (select value ->> 0 from json_each($6))))
     order by a.starts_at, a.id limit $7";

/// What a person has a seat in, and what these agencies own.
pub(crate) async fn of_person(db: &Db, person_id: &str, agencies: &[String], now: i64) -> Outcome<Vec<Activity>> {
    let mut args = window(now).to_vec();
    args.extend([person_id.into(), list(agencies), MOST.into()]);
    db.all(OF_PERSON, args, Activity::read).await
}

const OWNER: &str = "select person_id from education_feed where fingerprint = $1 and ended_at is null";
const OWN: &str = "select id, fingerprint, made_at from education_feed where person_id = $1 and ended_at is null";
const MAKE: &str = "insert into education_feed (id, fingerprint, person_id, made_at) values ($1, $2, $3, $4)";
const END: &str = "update education_feed set ended_at = $1 where person_id = $2 and ended_at is null";

/// A personal feed: its id, from which the secret is made, and what is kept of that.
pub(crate) struct OwnFeed {
    pub(crate) id: String,
    pub(crate) fingerprint: String,
    pub(crate) made_at: i64,
}

pub(crate) async fn owner(db: &Db, fingerprint: &str) -> Outcome<String> {
    db.one(OWNER, [fingerprint.into()], |row| row.get("person_id")).await
}

pub(crate) async fn own(db: &Db, person_id: &str) -> Outcome<Option<OwnFeed>> {
    let read = |row: &Row| Ok(OwnFeed { id: row.get("id")?, fingerprint: row.get("fingerprint")?, made_at: row.get("made_at")? });
    db.maybe(OWN, [person_id.into()], read).await
}

pub(crate) async fn make(tx: &mut Tx, person_id: &str, feed: &OwnFeed) -> Outcome<()> {
    let args = [(&feed.id).into(), (&feed.fingerprint).into(), person_id.into(), feed.made_at.into()];
    tx.run(MAKE, args).await.map(drop)
}

/// From then on the address leads nowhere.
pub(crate) async fn end(tx: &mut Tx, person_id: &str, now: i64) -> Outcome<()> {
    tx.run(END, [now.into(), person_id.into()]).await.map(drop)
}
