//! Every statement about how an evaluation is set up.

use std::collections::HashMap;

use kernel::{
    Db, Outcome,
    db::{NONE, Row, Tx, Value},
};
use serde_json::json;
use ui::{Choice, Lang};

use crate::evaluation::{model::Evaluation, policy::Configurable};

pub(crate) const ALL: &[&str] = &[FORMS, CONFIGURE, SPEAKERS, UNLINK, LINK];

const FORMS: &str = "select id, name_id, name_en from education_evaluation_form order by made_at, id desc";

/// The forms to choose from, in the reader's language.
pub(super) async fn forms(db: &Db, lang: Lang) -> Outcome<Vec<Choice>> {
    let names = |row: &Row| Ok((row.get::<String>("id")?, row.get::<String>("name_id")?, row.get::<String>("name_en")?));
    let forms = db.all(FORMS, NONE, names).await?;
    Ok(forms
        .into_iter()
        .map(|(id, name_id, name_en)| Choice::new(id, if lang == Lang::Id { name_id } else { name_en }))
        .collect())
}

const CONFIGURE: &str = "
    update education_evaluation set form_id = $1, table_id = $2, closes_at = $3, certificate_needs_evaluation = $4, is_index_public = $5
     where activity_id = $6";

pub(super) async fn configure(tx: &mut Tx, proof: &Configurable, wanted: &Evaluation) -> Outcome<()> {
    let args: [Value; 6] = [
        (&wanted.form_id).into(),
        (&wanted.table_id).into(),
        wanted.closes_at.into(),
        i64::from(wanted.certificate_needs_evaluation).into(),
        i64::from(wanted.is_index_public).into(),
        (&proof.activity().id).into(),
    ];
    tx.run(CONFIGURE, args).await.map(drop)
}

const SPEAKERS: &str = "select name, person_id from education_evaluation_speaker where activity_id = $1";
const UNLINK: &str = "delete from education_evaluation_speaker where activity_id = $1";
const LINK: &str = "
    insert into education_evaluation_speaker (activity_id, name, person_id) select $1, value ->> 0, value ->> 1 from json_each($2)";

/// People by the name under which they speak.
pub(super) async fn speakers(db: &Db, activity_id: &str) -> Outcome<HashMap<String, String>> {
    Ok(db.all(SPEAKERS, [activity_id.into()], |row| Ok((row.get("name")?, row.get("person_id")?))).await?.into_iter().collect())
}

/// Names and people, instead of those before.
pub(super) async fn link(tx: &mut Tx, proof: &Configurable, speakers: &[(String, String)]) -> Outcome<()> {
    let activity_id = &proof.activity().id;
    tx.run(UNLINK, [activity_id.into()]).await?;
    let rows: Vec<_> = speakers.iter().map(|(name, person_id)| [name, person_id]).collect();
    tx.run(LINK, [activity_id.into(), json!(rows).into()]).await.map(drop)
}
