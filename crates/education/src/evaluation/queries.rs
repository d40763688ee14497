//! Every statement about who may evaluate and has, and about what an evaluation asks.

use std::collections::HashSet;

use crowd::together::{Reading, Together, gathered};
use kernel::{
    App, Db, Outcome,
    clock::DAY,
    db::{NONE, Row, Tx, Value},
};
use serde_json::json;
use ui::Lang;

use super::{
    index::Class,
    model::{Attendee, Evaluation, IntervalTable, Subject},
    policy::Evaluable,
};
use crate::activity::{model::Activity, queries::list};

pub(crate) const ALL: &[&str] = &[
    EVALUATION,
    QUESTIONS,
    TABLES,
    LAST_CHECKPOINT,
    ATTENDEE,
    ATTENDEE_BY_TICKET,
    CONSUME,
    WAIT,
    EVALUATED,
    HAS_EVALUATED,
    UNEVALUATED,
    MINE,
];

const EVALUATION: &str = "select * from education_evaluation where activity_id = $1";

/// As the owners set it up, or as it is by default.
pub(crate) async fn evaluation(db: &Db, activity_id: &str) -> Outcome<Evaluation> {
    Ok(db.maybe(EVALUATION, [activity_id.into()], read_evaluation).await?.unwrap_or_default())
}

pub(super) fn read_evaluation(row: &Row) -> Outcome<Evaluation> {
    Ok(Evaluation {
        form_id: row.get("form_id")?,
        table_id: row.get("table_id")?,
        closes_at: row.get("closes_at")?,
        certificate_needs_evaluation: row.get::<i64>("certificate_needs_evaluation")? == 1,
        is_index_public: row.get::<i64>("is_index_public")? == 1,
        answers: row.get("answers")?,
        index: row.get("index_hundredths")?,
        conversion: row.get("conversion_hundredths")?,
    })
}

const QUESTIONS: &str = "select * from education_evaluation_question where form_id = $1 order by position";
const TABLES: &str = "
    select t.id, t.name_id, t.name_en, c.begins_at, c.letter, c.name_id as class_id, c.name_en as class_en
      from education_interval_table t join education_interval_class c on c.table_id = t.id order by t.position, c.begins_at";
const LAST_CHECKPOINT: &str = "select min(opened_at) as at from education_checkpoint where activity_id = $1 and kind = 'end'";

/// The questions of a form in the reader's language.
pub(crate) async fn questions(db: &Db, form_id: &str, lang: Lang) -> Outcome<Vec<Subject>> {
    let rows: Vec<[String; 3]> =
        db.all(QUESTIONS, [form_id.into()], |row| Ok([row.get("slug")?, row.get("text_id")?, row.get("text_en")?])).await?;
    Ok(rows.iter().map(|[slug, id, en]| Subject::question(slug, if lang == Lang::Id { id } else { en })).collect())
}

/// The tables of categories, the one in force first.
pub(crate) async fn tables(db: &Db, lang: Lang) -> Outcome<Vec<IntervalTable>> {
    let read = |row: &Row| {
        let names: [String; 4] = [row.get("name_id")?, row.get("name_en")?, row.get("class_id")?, row.get("class_en")?];
        Ok((row.get::<String>("id")?, names, row.get::<i64>("begins_at")?, row.get::<String>("letter")?))
    };
    let mut tables: Vec<IntervalTable> = Vec::new();
    for (id, [name_id, name_en, class_id, class_en], begins_at, letter) in db.all(TABLES, NONE, read).await? {
        let (name, class) = if lang == Lang::Id { (name_id, class_id) } else { (name_en, class_en) };
        if tables.last().is_none_or(|it| it.id != id) {
            tables.push(IntervalTable { id, name, classes: Vec::new() });
        }
        if let Some(table) = tables.last_mut() {
            table.classes.push(Class { begins_at, letter, name: class });
        }
    }
    Ok(tables)
}

/// When the checkpoint for the last part of the session was opened.
pub(crate) async fn last_checkpoint_at(db: &Db, activity_id: &str) -> Outcome<Option<i64>> {
    db.one(LAST_CHECKPOINT, [activity_id.into()], |row| row.get("at")).await
}

/// $1 pairs of activity and person.
const ATTENDEE: &str = "
    select r.activity_id, r.id, r.ticket, r.person_id, r.seated_at, r.cancelled_at, c.is_present,
           (select count(*) from education_evidence e where e.registration_id = r.id and e.revoked_at is null
               and e.kind in ('checkpoint', 'scan')) as checked_in,
           (select count(*) from education_evaluation_token t where t.activity_id = r.activity_id and t.registration_id = r.id) as consumed
      from json_each($1) k join education_registration r on r.activity_id = k.value ->> 0 and r.person_id = k.value ->> 1
      left join education_attendance c on c.registration_id = r.id";
const ATTENDEE_BY_TICKET: &str = "
    select r.id, r.ticket, r.activity_id, r.person_id, r.seated_at, r.cancelled_at, c.is_present,
           (select count(*) from education_evidence e where e.registration_id = r.id and e.revoked_at is null
               and e.kind in ('checkpoint', 'scan')) as checked_in,
           (select count(*) from education_evaluation_token t where t.activity_id = r.activity_id and t.registration_id = r.id) as consumed
      from education_registration r left join education_attendance c on c.registration_id = r.id
     where r.ticket = $1";

/// An activity and a person.
type Pair = (String, String);
struct Attendees(Together<Pair, Attendee>);

/// One statement for all who ask at once.
pub(crate) async fn attendee(app: &App, activity_id: &str, person_id: &str) -> Outcome<Option<Attendee>> {
    app.kept(|app| Attendees(Together::read_by(app, attendees))).0.of((activity_id.to_owned(), person_id.to_owned())).await
}

fn attendees<'a>(app: &'a App, pairs: &'a [Pair]) -> Reading<'a, Pair, Attendee> {
    Box::pin(
        app.db().all(ATTENDEE, [json!(pairs).into()], |row| {
            Ok(((row.get("activity_id")?, row.get("person_id")?), read_attendee(row)?))
        }),
    )
}

/// With the activity's id.
pub(crate) async fn attendee_by_ticket(db: &Db, ticket: &str) -> Outcome<(String, Attendee)> {
    db.one(ATTENDEE_BY_TICKET, [ticket.into()], |row| Ok((row.get("activity_id")?, read_attendee(row)?))).await
}

fn read_attendee(row: &Row) -> Outcome<Attendee> {
    let counted: Option<i64> = row.get("is_present")?;
    let checked_in: i64 = row.get("checked_in")?;
    Ok(Attendee {
        registration_id: row.get("id")?,
        ticket: row.get("ticket")?,
        is_guest: row.get::<Option<String>>("person_id")?.is_none(),
        is_seated: row.get::<Option<i64>>("seated_at")?.is_some() && row.get::<Option<i64>>("cancelled_at")?.is_none(),
        has_attended: counted.map_or(checked_in > 0, |it| it == 1),
        has_evaluated: row.get::<i64>("consumed")? > 0,
    })
}

const CONSUME: &str = "
    insert into education_evaluation_token (activity_id, consumed_at, registration_id)
    select $1, $2, value ->> 0 from json_each($3) where true
    on conflict do nothing returning registration_id";
const WAIT: &str = "
    insert into education_evaluation_sealed (activity_id, id, body) select $1, value ->> 0, value ->> 1 from json_each($2)";

/// Consumes the tokens of these; answers whose were not consumed before. `hour` is all that is kept of the time.
pub(crate) async fn consume(tx: &mut Tx, activity_id: &str, proofs: &[&Evaluable], hour: i64) -> Outcome<HashSet<String>> {
    let rows: Vec<_> = proofs.iter().map(|it| [it.registration_id()]).collect();
    let args: [Value; 3] = [activity_id.into(), hour.into(), json!(rows).into()];
    Ok(tx.all(CONSUME, args, |row| row.get("registration_id")).await?.into_iter().collect())
}

/// Puts sealed answers among those that wait, under ids that say nothing.
pub(crate) async fn wait(tx: &mut Tx, activity_id: &str, sealed: &[String]) -> Outcome<()> {
    let rows: Vec<_> = sealed.iter().map(|it| json!([kernel::id::secret(), it])).collect();
    tx.run(WAIT, [activity_id.into(), json!(rows).into()]).await.map(drop)
}

const EVALUATED: &str = "select registration_id from education_evaluation_token where activity_id = $1";
const HAS_EVALUATED: &str = "select 1 as found from education_evaluation_token where activity_id = $1 and registration_id = $2";

/// Ids of the registrations that have evaluated. What they answered is not to be found.
#[allow(dead_code)]
pub(crate) async fn evaluated(db: &Db, activity_id: &str) -> Outcome<HashSet<String>> {
    Ok(db.all(EVALUATED, [activity_id.into()], |row| row.get("registration_id")).await?.into_iter().collect())
}

#[allow(dead_code)]
pub(crate) async fn has_evaluated(db: &Db, activity_id: &str, registration_id: &str) -> Outcome<bool> {
    Ok(db.maybe(HAS_EVALUATED, [activity_id.into(), registration_id.into()], |_| Ok(())).await?.is_some())
}

const UNEVALUATED: &str = "
    select r.id from education_registration r left join education_attendance c on c.registration_id = r.id
     where r.activity_id = $1 and r.id in (select value ->> 0 from json_each($2))
       and r.seated_at is not null and r.cancelled_at is null
       and coalesce(c.is_present, (select count(*) from education_evidence e where e.registration_id = r.id
           and e.revoked_at is null and e.kind in ('checkpoint', 'scan'))) > 0
       and not exists (select 1 from education_evaluation_token t where t.activity_id = r.activity_id and t.registration_id = r.id)";

/// Of these registrations, those that attended and have not evaluated.
pub(crate) async fn unevaluated(db: &Db, activity_id: &str, registrations: &[String]) -> Outcome<HashSet<String>> {
    Ok(db.all(UNEVALUATED, [activity_id.into(), list(registrations)], |row| row.get("id")).await?.into_iter().collect())
}

/// $1 people, $2 now, $3 since when.
const MINE: &str = "
    select * from (
    select r.person_id as for_person, a.*, v.closes_at as evaluation_closes_at,
           (select min(k.opened_at) from education_checkpoint k where k.activity_id = a.id and k.kind = 'end') as last_checkpoint_at,
           row_number() over (partition by r.person_id order by a.ends_at desc, a.id desc) as r_row
      from json_each($1) one
      join education_registration r on r.person_id = one.value ->> 0
      join education_activity a on a.id = r.activity_id
      left join education_evaluation v on v.activity_id = a.id
      left join education_attendance c on c.registration_id = r.id
     where r.seated_at is not null and r.cancelled_at is null
       and a.cancelled_at is null and a.published_at is not null and a.starts_at <= $2 and a.ends_at > $3
       and coalesce(c.is_present, (select count(*) from education_evidence e where e.registration_id = r.id
           and e.revoked_at is null and e.kind in ('checkpoint', 'scan'))) > 0
       and not exists (select 1 from education_evaluation_token t where t.activity_id = r.activity_id and t.registration_id = r.id)
    ) mine where r_row <= 10 order by for_person, r_row";

/// An activity that somebody attended and has not evaluated, with when its evaluation closes and when its last checkpoint was opened.
pub(crate) type Unevaluated = (Activity, Option<i64>, Option<i64>);

/// Longer than owners can keep an evaluation open.
const FORGOTTEN_AFTER: i64 = 100 * DAY;
struct Mine(Together<String, Vec<Unevaluated>>);

/// The latest first; one statement for all who ask at once.
pub(crate) async fn mine(app: &App, person_id: &str) -> Outcome<Vec<Unevaluated>> {
    Ok(app.kept(|app| Mine(Together::read_by(app, mine_of))).0.of(person_id).await?.unwrap_or_default())
}

fn mine_of<'a>(app: &'a App, people: &'a [String]) -> Reading<'a, String, Vec<Unevaluated>> {
    let read = |row: &Row| {
        let unevaluated = (Activity::read(row)?, row.get("evaluation_closes_at")?, row.get("last_checkpoint_at")?);
        Ok((row.get("for_person")?, unevaluated))
    };
    let args = [list(people), app.now().into(), (app.now() - FORGOTTEN_AFTER).into()];
    Box::pin(async move { Ok(gathered(app.db().all(MINE, args, read).await?)) })
}
