//! Every statement about warnings themselves and for whom they are.

use kernel::{
    Db, Outcome,
    db::{Row, Tx, Value},
};

use super::{
    model::{Draft, Warning},
    policy::{Editable, Endable, Writable},
};
use crate::activity::queries::list;

pub(crate) const ALL: &[&str] = &[
    FIND,
    AUDIENCE,
    LABELLED,
    PUBLISHED,
    DRAFTS,
    IS_TITLED,
    INSERT,
    UPDATE,
    DROP_AUDIENCE,
    ADD_AUDIENCE,
    ADD_LABELS,
    PUBLISH,
    SUPERSEDE,
    WITHDRAW,
    UNCONFIRMED,
    IN_FORCE_SINCE,
];

const FIND: &str = "select * from education_warning where id = $1";
const AUDIENCE: &str = "select label from education_warning_audience where warning_id = $1 order by label";

pub(crate) async fn find(db: &Db, id: &str) -> Outcome<Warning> {
    db.one(FIND, [id.into()], Warning::read).await
}

pub(crate) async fn audience(db: &Db, id: &str) -> Outcome<Vec<String>> {
    db.all(AUDIENCE, [id.into()], label).await
}

const LABELLED: &str = "
    select u.warning_id, u.label from education_warning_audience u join education_warning w on w.id = u.warning_id
     where w.withdrawn_at is null and w.superseded_at is null and (u.label = $1 or u.label like $2)
     order by u.warning_id, u.label";

/// Warnings not ended that name the agency in their audience, with the label.
pub(crate) async fn labelled(db: &Db, agency_id: &str) -> Outcome<Vec<(String, String)>> {
    let pair = |row: &Row| Ok((row.get("warning_id")?, row.get("label")?));
    db.all(LABELLED, [format!("agency:{agency_id}").into(), format!("agency:{agency_id}@%").into()], pair).await
}

const PUBLISHED: &str = "
    select w.* from education_warning w
     where w.published_at is not null and (w.published_at < $1 or (w.published_at = $2 and w.id < $3))
       and case when w.withdrawn_at is null and w.superseded_at is null then 1 else 0 end = $4
       and (w.is_public = 1
            or exists (select 1 from education_warning_audience u
                        where u.warning_id = w.id and u.label in (select value ->> 0 from json_each($5))))
       and ($6 = '' or exists (select 1 from education_warning_audience u
                                where u.warning_id = w.id and (u.label = 'asn' or u.label like $7 or u.label like $8)))
       and ($9 = '' or w.agency_id = $10)
       and lower(w.title) like $11
     order by w.published_at desc, w.id desc limit $12";

/// What a list of warnings is to hold. Empty texts ask for nothing special.
pub(crate) struct Wanted<'a> {
    pub(crate) labels: &'a [String],
    pub(crate) is_in_force: bool,
    pub(crate) region: &'a str,
    pub(crate) agency: &'a str,
    /// In lower case.
    pub(crate) words: &'a str,
    /// When the last row before was published, and its id.
    pub(crate) before: (i64, &'a str),
    pub(crate) most: i64,
}

/// Only what the holder of the labels may open, newest first.
pub(crate) async fn published(db: &Db, wanted: &Wanted<'_>) -> Outcome<Vec<Warning>> {
    let in_region = format!("%@{}%", wanted.region);
    let in_province = format!("%@{}", wanted.region.split('.').next().unwrap_or_default());
    let (at, id) = wanted.before;
    let args: [Value; 12] = [
        at.into(),
        at.into(),
        id.into(),
        i64::from(wanted.is_in_force).into(),
        list(wanted.labels),
        wanted.region.into(),
        in_region.into(),
        in_province.into(),
        wanted.agency.into(),
        wanted.agency.into(),
        format!("%{}%", wanted.words).into(),
        wanted.most.into(),
    ];
    db.all(PUBLISHED, args, Warning::read).await
}

const DRAFTS: &str = "
    select * from education_warning
     where published_at is null and agency_id in (select value ->> 0 from json_each($1)) order by id desc limit 20";
const IS_TITLED: &str = "select 1 as found from education_warning where agency_id = $1 and title = $2";

pub(crate) async fn drafts(db: &Db, agencies: &[String]) -> Outcome<Vec<Warning>> {
    db.all(DRAFTS, [list(agencies)], Warning::read).await
}

pub(crate) async fn is_titled(db: &Db, agency_id: &str, title: &str) -> Outcome<bool> {
    Ok(db.maybe(IS_TITLED, [agency_id.into(), title.into()], |_| Ok(())).await?.is_some())
}

const INSERT: &str = "
    insert into education_warning (id, agency_id, supersedes_id, created_at, created_by, title, avoid, consequence, remedy, rule, link,
        is_public, read_by, zone, activity_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
const UPDATE: &str = "
    update education_warning set title = $1, avoid = $2, consequence = $3, remedy = $4, rule = $5, link = $6, is_public = $7, read_by = $8,
        zone = $9, activity_id = $10, version = version + 1
     where id = $11 and version = $12 and published_at is null";
const DROP_AUDIENCE: &str = "delete from education_warning_audience where warning_id = $1";
const ADD_AUDIENCE: &str = "
    insert into education_warning_audience (warning_id, label) select $1, value ->> 0 from json_each($2) where true on conflict do nothing";

/// Who writes it, when, and what it is to take the place of.
pub(crate) struct Maker<'a> {
    pub(crate) person_id: &'a str,
    pub(crate) now: i64,
    pub(crate) supersedes: Option<&'a Endable>,
}

pub(crate) async fn insert(tx: &mut Tx, proof: &Writable, draft: &Draft, maker: &Maker<'_>) -> Outcome<String> {
    let id = kernel::id::fresh();
    let supersedes = maker.supersedes.map(|it| it.warning().id.as_str());
    let mut args: Vec<Value> =
        vec![(&id).into(), proof.agency_id().into(), supersedes.into(), maker.now.into(), maker.person_id.into()];
    args.extend(columns(draft));
    tx.run(INSERT, args).await?;
    add_audience(tx, &id, &draft.audience).await?;
    Ok(id)
}

/// Answers false when somebody else changed it after `version`, or published it.
pub(crate) async fn update(tx: &mut Tx, proof: &Editable, draft: &Draft, version: i64) -> Outcome<bool> {
    let id = &proof.warning().id;
    let mut args: Vec<Value> = columns(draft).into();
    args.extend([id.into(), version.into()]);
    if tx.run(UPDATE, args).await? == 0 {
        return Ok(false);
    }
    tx.run(DROP_AUDIENCE, [id.into()]).await?;
    add_audience(tx, id, &draft.audience).await?;
    Ok(true)
}

const ADD_LABELS: &str = "
    insert into education_warning_audience (warning_id, label) select value ->> 0, value ->> 1 from json_each($1) where true
    on conflict do nothing";

/// Warnings with a label for more people than before; those they were for stay.
pub(crate) async fn add_labels(tx: &mut Tx, labels: &[(String, String)]) -> Outcome<()> {
    if labels.is_empty() {
        return Ok(());
    }
    tx.run(ADD_LABELS, [serde_json::json!(labels).into()]).await.map(drop)
}

async fn add_audience(tx: &mut Tx, id: &str, labels: &[String]) -> Outcome<()> {
    tx.run(ADD_AUDIENCE, [id.into(), list(labels)]).await.map(drop)
}

const PUBLISH: &str =
    "update education_warning set published_at = $1, published_by = $2 where id = $3 and version = $4 and published_at is null";
const SUPERSEDE: &str = "
    update education_warning set superseded_at = $1, superseded_by = $2
     where id = $3 and published_at is not null and withdrawn_at is null and superseded_at is null";
const WITHDRAW: &str = "
    update education_warning set withdrawn_at = $1, withdrawn_by = $2, withdraw_reason = $3
     where id = $4 and published_at is not null and withdrawn_at is null and superseded_at is null";

/// Answers false when it was changed, or published, since it was read.
pub(crate) async fn publish(tx: &mut Tx, proof: &Editable, by: &str, now: i64) -> Outcome<bool> {
    Ok(tx.run(PUBLISH, [now.into(), by.into(), (&proof.warning().id).into(), proof.warning().version.into()]).await? == 1)
}

/// The one that this proof publishes takes the place of another. Answers false when that has ended meanwhile.
pub(crate) async fn supersede(tx: &mut Tx, proof: &Editable, superseded_id: &str, now: i64) -> Outcome<bool> {
    Ok(tx.run(SUPERSEDE, [now.into(), (&proof.warning().id).into(), superseded_id.into()]).await? == 1)
}

/// Answers false when it has ended meanwhile.
pub(crate) async fn withdraw(tx: &mut Tx, proof: &Endable, reason: &str, (by, now): (&str, i64)) -> Outcome<bool> {
    Ok(tx.run(WITHDRAW, [now.into(), by.into(), reason.into(), (&proof.warning().id).into()]).await? == 1)
}

const UNCONFIRMED: &str = "
    select w.* from education_warning w
     where w.id in (select u.warning_id from education_warning_audience u where u.label in (select value ->> 0 from json_each($1)))
       and w.published_at is not null and w.withdrawn_at is null and w.superseded_at is null
       and not exists (select 1 from education_warning_reader r
                        where r.warning_id = w.id and r.person_id = $2 and r.confirmed_at is not null)
     order by case when w.read_by is null then 1 else 0 end, w.read_by, w.id limit $3";
const IN_FORCE_SINCE: &str = "
    select id from education_warning
     where published_at > $1 and withdrawn_at is null and superseded_at is null and id > $2 order by id limit $3";

/// In force, for the holder of the labels, and not confirmed by this person; the most pressing first.
pub(crate) async fn unconfirmed(db: &Db, labels: &[String], person_id: &str, most: i64) -> Outcome<Vec<Warning>> {
    db.all(UNCONFIRMED, [list(labels), person_id.into(), most.into()], Warning::read).await
}

/// Published after a moment and in force still, a page by id.
pub(crate) async fn in_force_since(db: &Db, moment: i64, after: &str, most: i64) -> Outcome<Vec<String>> {
    db.all(IN_FORCE_SINCE, [moment.into(), after.into(), most.into()], |row| row.get("id")).await
}

fn columns(draft: &Draft) -> [Value; 10] {
    let words = &draft.words;
    [
        (&words.title).into(),
        (&words.avoid).into(),
        (&words.consequence).into(),
        (&words.remedy).into(),
        (&words.rule).into(),
        (&words.link).into(),
        i64::from(draft.is_public).into(),
        draft.read_by.into(),
        draft.zone.name().into(),
        (&draft.activity_id).into(),
    ]
}

fn label(row: &Row) -> Outcome<String> {
    row.get("label")
}
