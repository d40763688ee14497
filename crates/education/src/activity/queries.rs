//! Every statement about activities themselves, their hosts and their parts.

use std::collections::HashMap;

use kernel::{
    Db, Outcome,
    db::{Row, Tx, Value},
};
use serde_json::json;

use super::{
    draft::Draft,
    model::{Activity, AgendaItem, Host, Speaker},
    policy::{Draftable, Editable, Publishable},
};
use crate::listing::queries as listing;

pub(crate) const ALL: &[&str] = &[
    FIND,
    FIND_LOCKED,
    VERSION,
    SHOWN_VERSIONS,
    HOSTS,
    HOSTS_OF_MANY,
    AUDIENCE,
    AUDIENCES,
    AGENDA,
    SPEAKERS,
    INSERT,
    IS_TITLED,
    UPDATE,
    TOUCH,
    DROP_PARTS[0],
    DROP_PARTS[1],
    DROP_PARTS[2],
    ADD_AUDIENCE,
    ADD_AGENDA,
    ADD_SPEAKERS,
    ADD_OWNER,
    PUBLISH,
    WITHDRAW,
    CANCEL,
    ARCHIVE_OLD,
];

const FIND: &str = "select * from education_activity where id = $1";
const FIND_LOCKED: &str = "update education_activity set version = version where id = $1 returning *";
const VERSION: &str = "select version from education_activity where id = $1";
const SHOWN_VERSIONS: &str = "
    select id, version + seats_version as version from education_activity where id in (select value ->> 0 from json_each($1))";

pub(crate) async fn find(db: &Db, id: &str) -> Outcome<Activity> {
    db.one(FIND, [id.into()], Activity::read).await
}

/// The activity as it is now, held until the transaction ends, so that what is decided stays true.
pub(crate) async fn find_locked(tx: &mut Tx, id: &str) -> Outcome<Activity> {
    tx.one(FIND_LOCKED, [id.into()], Activity::read).await
}

pub(crate) async fn version(db: &Db, id: &str) -> Outcome<i64> {
    db.one(VERSION, [id.into()], |row| row.get("version")).await
}

/// Moves with every edit and with every seat taken or left: neither part ever goes back.
pub(crate) async fn shown_versions(db: &Db, ids: &[String]) -> Outcome<Vec<(String, i64)>> {
    db.all(SHOWN_VERSIONS, [list(ids)], |row| Ok((row.get("id")?, row.get("version")?))).await
}

const HOSTS: &str = "select h.*, g.person_id as in_charge from education_host h left join education_assignment g on g.activity_id = h.activity_id and g.agency_id = h.agency_id where h.activity_id = $1 order by case when h.accepted_at is null then 1 else 0 end, h.accepted_at, h.invited_at, h.agency_id";
const HOSTS_OF_MANY: &str = "
    select * from education_host where accepted_at is not null and activity_id in (select value ->> 0 from json_each($1))
     order by activity_id, accepted_at, agency_id";

/// Owners first, in the order in which they joined.
pub(crate) async fn hosts(db: &Db, id: &str) -> Outcome<Vec<Host>> {
    db.all(HOSTS, [id.into()], host).await
}

/// Ids of the owning agencies of many activities.
pub(crate) async fn owners(db: &Db, ids: &[String]) -> Outcome<HashMap<String, Vec<String>>> {
    let rows: Vec<(String, String)> =
        db.all(HOSTS_OF_MANY, [list(ids)], |row| Ok((row.get("activity_id")?, row.get("agency_id")?))).await?;
    Ok(gathered(rows))
}

const AUDIENCE: &str = "select label from education_audience where activity_id = $1 order by label";
const AUDIENCES: &str = "select activity_id, label from education_audience where activity_id in (select value ->> 0 from json_each($1)) order by label";

pub(crate) async fn audience(db: &Db, id: &str) -> Outcome<Vec<String>> {
    db.all(AUDIENCE, [id.into()], |row| row.get("label")).await
}

pub(crate) async fn audiences(db: &Db, ids: &[String]) -> Outcome<HashMap<String, Vec<String>>> {
    let rows: Vec<(String, String)> =
        db.all(AUDIENCES, [list(ids)], |row| Ok((row.get("activity_id")?, row.get("label")?))).await?;
    Ok(gathered(rows))
}

const AGENDA: &str = "select starts_at, title, speaker from education_agenda_item where activity_id = $1 order by position";
const SPEAKERS: &str = "select name, affiliation, role from education_speaker where activity_id = $1 order by position";

pub(crate) async fn agenda(db: &Db, id: &str) -> Outcome<Vec<AgendaItem>> {
    db.all(AGENDA, [id.into()], AgendaItem::read).await
}

pub(crate) async fn speakers(db: &Db, id: &str) -> Outcome<Vec<Speaker>> {
    db.all(SPEAKERS, [id.into()], Speaker::read).await
}

const IS_TITLED: &str = "
    select 1 as found from education_activity a join education_host h on h.activity_id = a.id where h.agency_id = $1 and a.title = $2";

/// Whether the agency has an activity of that title.
pub(crate) async fn is_titled(db: &Db, agency_id: &str, title: &str) -> Outcome<bool> {
    Ok(db.maybe(IS_TITLED, [agency_id.into(), title.into()], |_| Ok(())).await?.is_some())
}

const INSERT: &str = "
    insert into education_activity (id, title, summary, theme, form, mode, starts_at, ends_at, zone, place, meeting_link, contact, seats,
        is_open_to_public, listed, registration_closes_at, minimum_share, meeting_server, code_secret, created_at, created_by, changed_at,
        cloned_from)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)";
const ADD_OWNER: &str = "
    insert into education_host (activity_id, agency_id, invited_at, invited_by, accepted_at, answered_by) values ($1, $2, $3, $4, $5, $6)";

/// Who makes a draft, and the proof for which agency.
pub(crate) struct Maker<'a> {
    pub(crate) person_id: &'a str,
    pub(crate) proof: &'a Draftable,
    pub(crate) now: i64,
    pub(crate) cloned_from: Option<&'a str>,
}

pub(crate) async fn insert(tx: &mut Tx, id: &str, draft: &Draft, maker: &Maker<'_>) -> Outcome<()> {
    let mut args = vec![id.into()];
    args.extend(columns(draft));
    let made: [Value; 5] =
        [kernel::id::secret().into(), maker.now.into(), maker.person_id.into(), maker.now.into(), maker.cloned_from.into()];
    args.extend(made);
    tx.run(INSERT, args).await?;
    let owner = [
        id.into(),
        maker.proof.agency_id().into(),
        maker.now.into(),
        maker.person_id.into(),
        maker.now.into(),
        maker.person_id.into(),
    ];
    tx.run(ADD_OWNER, owner).await?;
    add_parts(tx, id, draft).await
}

const UPDATE: &str = "
    update education_activity set title = $1, summary = $2, theme = $3, form = $4, mode = $5, starts_at = $6, ends_at = $7, zone = $8, place = $9,
        meeting_link = $10, contact = $11, seats = $12, is_open_to_public = $13, listed = $14, registration_closes_at = $15, minimum_share = $16,
        meeting_server = $17, changed_at = $18, calendar_sequence = calendar_sequence + $19, version = version + 1
     where id = $20 and version = $21";
const DROP_PARTS: [&str; 3] = [
    "delete from education_audience where activity_id = $1",
    "delete from education_agenda_item where activity_id = $1",
    "delete from education_speaker where activity_id = $1",
];

/// Answers false when somebody else changed the activity after `version`.
pub(crate) async fn update(tx: &mut Tx, proof: &Editable, draft: &Draft, version: i64, now: i64) -> Outcome<bool> {
    let activity = proof.activity();
    let mut args: Vec<Value> = columns(draft).into();
    let moves = i64::from(activity.published_at.is_some());
    args.extend([now.into(), moves.into(), (&activity.id).into(), version.into()]);
    if tx.run(UPDATE, args).await? == 0 {
        return Ok(false);
    }
    for sql in DROP_PARTS {
        tx.run(sql, [(&activity.id).into()]).await?;
    }
    add_parts(tx, &activity.id, draft).await?;
    listing::move_on(tx).await?;
    Ok(true)
}

const TOUCH: &str = "update education_activity set version = version + 1, changed_at = $1 where id = $2";

/// Marks the activity as changed, for caches and editors.
pub(crate) async fn touch(tx: &mut Tx, id: &str, now: i64) -> Outcome<()> {
    tx.run(TOUCH, [now.into(), id.into()]).await?;
    listing::move_on(tx).await
}

const PUBLISH: &str = "
    update education_activity set published_at = $1, published_by = $2, version = version + 1, changed_at = $3
     where id = $4 and published_at is null and cancelled_at is null";
const WITHDRAW: &str = "
    update education_activity set published_at = null, published_by = null, version = version + 1, changed_at = $1
     where id = $2 and published_at is not null and cancelled_at is null and taken + waiting = 0";
const CANCEL: &str = "
    update education_activity set cancelled_at = $1, cancelled_by = $2, cancel_reason = $3, calendar_sequence = calendar_sequence + 1,
        version = version + 1, changed_at = $4
     where id = $5 and cancelled_at is null";
const ARCHIVE_OLD: &str = "
    update education_activity set archived_at = $1, version = version + 1
     where archived_at is null and ends_at < $2 and published_at is not null";

/// Answers false when it was published already.
pub(crate) async fn publish(tx: &mut Tx, proof: &Publishable, by: &str, now: i64) -> Outcome<bool> {
    listed(tx, PUBLISH, [now.into(), by.into(), now.into(), (&proof.activity().id).into()]).await
}

/// Answers false when people have registered meanwhile.
pub(crate) async fn withdraw(tx: &mut Tx, proof: &Editable, now: i64) -> Outcome<bool> {
    listed(tx, WITHDRAW, [now.into(), (&proof.activity().id).into()]).await
}

/// Answers false when it was cancelled already.
pub(crate) async fn cancel(tx: &mut Tx, proof: &Editable, by: &str, reason: &str, now: i64) -> Outcome<bool> {
    let args = [now.into(), by.into(), reason.into(), now.into(), (&proof.activity().id).into()];
    listed(tx, CANCEL, args).await
}

/// Archives what ended before a moment; answers how many.
pub(crate) async fn archive_ended_before(tx: &mut Tx, moment: i64, now: i64) -> Outcome<u64> {
    let archived = tx.run(ARCHIVE_OLD, [now.into(), moment.into()]).await?;
    if archived > 0 {
        listing::move_on(tx).await?;
    }
    Ok(archived)
}

/// A change of one activity that lists show; answers whether it applied.
async fn listed<const N: usize>(tx: &mut Tx, sql: &'static str, args: [Value; N]) -> Outcome<bool> {
    let is_changed = tx.run(sql, args).await? == 1;
    if is_changed {
        listing::move_on(tx).await?;
    }
    Ok(is_changed)
}

const ADD_AUDIENCE: &str = "insert into education_audience (activity_id, label) select $1, value ->> 0 from json_each($2) where true on conflict do nothing";
const ADD_AGENDA: &str = "
    insert into education_agenda_item (activity_id, position, starts_at, title, speaker)
    select $1, key, cast(value ->> 0 as bigint), value ->> 1, value ->> 2 from json_each($2)";
const ADD_SPEAKERS: &str = "
    insert into education_speaker (activity_id, position, name, affiliation, role)
    select $1, key, value ->> 0, value ->> 1, value ->> 2 from json_each($2)";

async fn add_parts(tx: &mut Tx, id: &str, draft: &Draft) -> Outcome<()> {
    let agenda: Vec<_> = draft.agenda.iter().map(|it| json!([it.starts_at, it.title, it.speaker])).collect();
    let speakers: Vec<_> = draft.speakers.iter().map(|it| json!([it.name, it.affiliation, it.role])).collect();
    tx.run(ADD_AUDIENCE, [id.into(), list(&draft.audience)]).await?;
    tx.run(ADD_AGENDA, [id.into(), json!(agenda).into()]).await?;
    tx.run(ADD_SPEAKERS, [id.into(), json!(speakers).into()]).await.map(drop)
}

fn columns(draft: &Draft) -> [Value; 17] {
    [
        (&draft.title).into(),
        (&draft.summary).into(),
        (&draft.theme).into(),
        (&draft.form).into(),
        (&draft.mode).into(),
        draft.starts_at.into(),
        draft.ends_at.into(),
        draft.zone.name().into(),
        (&draft.place).into(),
        (&draft.meeting_link).into(),
        (&draft.contact).into(),
        draft.seats.into(),
        i64::from(draft.is_open_to_public).into(),
        (&draft.listed).into(),
        draft.registration_closes_at.into(),
        draft.minimum_share.into(),
        (&draft.meeting_server).into(),
    ]
}

pub(super) fn host(row: &Row) -> Outcome<Host> {
    Ok(Host {
        agency_id: row.get("agency_id")?,
        invited_at: row.get("invited_at")?,
        invited_by: row.get("invited_by")?,
        message: row.get("message")?,
        accepted_at: row.get("accepted_at")?,
        declined_at: row.get("declined_at")?,
        answer_reason: row.get("answer_reason")?,
        in_charge: row.get("in_charge")?,
    })
}

/// One argument that `json_each` unfolds into rows with one cell.
pub(crate) fn list(values: &[String]) -> Value {
    json!(values.iter().map(|it| [it]).collect::<Vec<_>>()).into()
}

fn gathered(rows: Vec<(String, String)>) -> HashMap<String, Vec<String>> {
    let mut by_key: HashMap<String, Vec<String>> = HashMap::new();
    for (key, value) in rows {
        by_key.entry(key).or_default().push(value);
    }
    by_key
}
