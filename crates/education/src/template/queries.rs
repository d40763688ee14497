//! Every statement about templates and the drafts that were made from them.

use kernel::{
    Db, Outcome,
    db::{Row, Tx, Value},
};
use serde_json::json;

use super::{
    model::{ActivityTemplate, CertificateLook, Content, EvaluationLook},
    policy::{Makeable, Removable, Usable},
};
use crate::{
    activity::{model::Activity, policy::Draftable, queries::list},
    certificate::model::Signatory,
};

pub(crate) const ALL: &[&str] =
    &[FIND, OFFERED, MOST_USED, MAKE, REMOVE, CREDIT, COUNT_USE, CREDITED, USES, ORIGIN, SET_EVALUATION, SET_CERTIFICATE];

const FIND: &str = "select * from education_template where id = $1";
const OFFERED: &str = "
    select * from education_template where removed_at is null and ($1 = '' or theme = $2) and ($3 = '' or id < $4)
     order by id desc limit $5";
const MOST_USED: &str = "select * from education_template where removed_at is null order by uses desc, id desc limit $1";

pub(crate) async fn find(db: &Db, id: &str) -> Outcome<ActivityTemplate> {
    db.one(FIND, [id.into()], ActivityTemplate::read).await
}

/// The newest before an id, or the newest of all. An empty theme asks for all.
pub(crate) async fn offered(db: &Db, theme: &str, before: &str, most: i64) -> Outcome<Vec<ActivityTemplate>> {
    db.all(OFFERED, [theme.into(), theme.into(), before.into(), before.into(), most.into()], ActivityTemplate::read).await
}

pub(crate) async fn most_used(db: &Db, most: i64) -> Outcome<Vec<ActivityTemplate>> {
    db.all(MOST_USED, [most.into()], ActivityTemplate::read).await
}

const MAKE: &str = "
    insert into education_template (id, agency_id, activity_id, title, lead, theme, content, made_at, made_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const REMOVE: &str = "update education_template set removed_at = $1, removed_by = $2 where id = $3 and removed_at is null";

/// Its words: what it is called and what it is good for.
pub(crate) struct Named<'a> {
    pub(crate) title: &'a str,
    pub(crate) lead: &'a str,
}

pub(crate) async fn make(
    tx: &mut Tx,
    proof: &Makeable,
    (named, content): (Named<'_>, &Content),
    (agency_id, by, now): (&str, &str, i64),
) -> Outcome<String> {
    let id = kernel::id::fresh();
    let args: [Value; 9] = [
        (&id).into(),
        agency_id.into(),
        (&proof.activity().id).into(),
        named.title.into(),
        named.lead.into(),
        (&content.theme).into(),
        serde_json::to_value(content)?.into(),
        now.into(),
        by.into(),
    ];
    tx.run(MAKE, args).await?;
    Ok(id)
}

/// Answers false when it was removed already.
pub(crate) async fn remove(tx: &mut Tx, proof: &Removable, by: &str, now: i64) -> Outcome<bool> {
    Ok(tx.run(REMOVE, [now.into(), by.into(), (&proof.template().id).into()]).await? == 1)
}

const CREDIT: &str = "
    insert into education_template_use (activity_id, template_id, used_at, used_by) values ($1, $2, $3, $4)";
const COUNT_USE: &str = "update education_template set uses = uses + 1 where id = $1 and removed_at is null";
const CREDITED: &str = "
    select t.* from education_template_use u join education_template t on t.id = u.template_id where u.activity_id = $1";

/// Answers false when the template was removed meanwhile.
pub(crate) async fn credit(tx: &mut Tx, proof: &Usable, activity_id: &str, (by, now): (&str, i64)) -> Outcome<bool> {
    if tx.run(COUNT_USE, [(&proof.template.id).into()]).await? == 0 {
        return Ok(false);
    }
    tx.run(CREDIT, [activity_id.into(), (&proof.template.id).into(), now.into(), by.into()]).await?;
    Ok(true)
}

/// The template that an activity was made from.
pub(crate) async fn credited(db: &Db, activity_id: &str) -> Outcome<Option<ActivityTemplate>> {
    db.maybe(CREDITED, [activity_id.into()], ActivityTemplate::read).await
}

const USES: &str = "
    select a.*, e.table_id, e.answers, e.index_hundredths, e.conversion_hundredths, e.is_index_public
      from education_template_use u join education_activity a on a.id = u.activity_id
      left join education_evaluation e on e.activity_id = a.id
     where u.template_id = $1 and a.published_at is not null and a.cancelled_at is null
       and (a.listed = 'public'
            or exists (select 1 from education_audience x
                        where x.activity_id = a.id and x.label in (select value ->> 0 from json_each($2))))
     order by a.starts_at desc, a.id desc limit 30";
const ORIGIN: &str = "
    select a.*, e.table_id, e.answers, e.index_hundredths, e.conversion_hundredths, e.is_index_public
      from education_activity a left join education_evaluation e on e.activity_id = a.id where a.id = $1";

/// An activity with what its evaluation lets everybody know.
pub(crate) struct Held {
    pub(crate) activity: Activity,
    /// Table, answers, index and conversion in hundredths; absent where owners keep it, or where none was released.
    pub(crate) judged: Option<(String, i64, i64, i64)>,
}

fn held(row: &Row) -> Outcome<Held> {
    let is_public = row.get::<Option<i64>>("is_index_public")? == Some(1);
    let index: Option<i64> = row.get("index_hundredths")?;
    let conversion: Option<i64> = row.get("conversion_hundredths")?;
    let table_id: Option<String> = row.get("table_id")?;
    let answers = row.get::<Option<i64>>("answers")?.filter(|it| *it >= crate::evaluation::model::FEWEST);
    let judged = match (is_public, table_id, answers, index, conversion) {
        (true, Some(table), Some(answers), Some(index), Some(conversion)) => Some((table, answers, index, conversion)),
        _ => None,
    };
    Ok(Held { activity: Activity::read(row)?, judged })
}

/// What was held from the template and is open to the holder of the labels, latest first.
pub(crate) async fn uses(db: &Db, template_id: &str, labels: &[String]) -> Outcome<Vec<Held>> {
    db.all(USES, [template_id.into(), list(labels)], held).await
}

pub(crate) async fn origin(db: &Db, activity_id: &str) -> Outcome<Held> {
    db.one(ORIGIN, [activity_id.into()], held).await
}

const SET_EVALUATION: &str = "
    insert into education_evaluation (activity_id, form_id, table_id, certificate_needs_evaluation, is_index_public)
    values ($1, $2, $3, $4, $5) on conflict do nothing";
const SET_CERTIFICATE: &str = "
    insert into education_certificate_design (activity_id, template, heading, number_pattern, place, minutes_per_jp, jp,
        form, signatories, with_agenda, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing";

/// For the draft that the proof makes.
pub(crate) async fn set_evaluation(tx: &mut Tx, _: &Draftable, activity_id: &str, look: &EvaluationLook) -> Outcome<()> {
    let args: [Value; 5] = [
        activity_id.into(),
        (&look.form_id).into(),
        (&look.table_id).into(),
        i64::from(look.certificate_needs_evaluation).into(),
        i64::from(look.is_index_public).into(),
    ];
    tx.run(SET_EVALUATION, args).await.map(drop)
}

/// Where and by whom certificates of the draft are signed, and since when it is so; on the day of issue, as the draft may move.
pub(crate) struct Signing {
    pub(crate) place: String,
    pub(crate) signatories: Vec<Signatory>,
    pub(crate) now: i64,
    pub(crate) by: String,
}

/// For the draft that the proof makes.
pub(crate) async fn set_certificate(
    tx: &mut Tx,
    _: &Draftable,
    (activity_id, look): (&str, &CertificateLook),
    signing: &Signing,
) -> Outcome<()> {
    let args: [Value; 12] = [
        activity_id.into(),
        (&look.template).into(),
        (&look.heading).into(),
        (&look.number_pattern).into(),
        (&signing.place).into(),
        look.minutes_per_jp.into(),
        look.jp.into(),
        (&look.form).into(),
        json!(signing.signatories).into(),
        i64::from(look.with_agenda).into(),
        signing.now.into(),
        (&signing.by).into(),
    ];
    tx.run(SET_CERTIFICATE, args).await.map(drop)
}
