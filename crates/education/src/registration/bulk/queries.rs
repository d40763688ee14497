//! Every statement about lists.

use kernel::{
    Db, Outcome,
    db::{Row, Tx},
};

use super::model::ListResult;

pub(crate) const ALL: &[&str] = &[KEEP, FORGET, FIND];

const KEEP: &str =
    "insert into education_registration_list (id, activity_id, made_at, made_by, results) values ($1, $2, $3, $4, $5)";
const FORGET: &str = "delete from education_registration_list where made_at < $1";
const FIND: &str = "
    select made_at, results from education_registration_list where id = $1 and activity_id = $2 and made_by = $3";

/// Results name people: they are kept for a month, for the one who made the list.
const KEPT: i64 = 31 * kernel::clock::DAY;

pub(super) async fn keep(tx: &mut Tx, activity_id: &str, by: (&str, i64), results: &[ListResult]) -> Outcome<String> {
    let (id, results) = (kernel::id::fresh(), serde_json::to_string(results)?);
    tx.run(KEEP, [(&id).into(), activity_id.into(), by.1.into(), by.0.into(), results.into()]).await?;
    tx.run(FORGET, [(by.1 - KEPT).into()]).await?;
    Ok(id)
}

/// When it was made, and its results.
pub(super) async fn find(db: &Db, id: &str, activity_id: &str, made_by: &str) -> Outcome<(i64, Vec<ListResult>)> {
    let read = |row: &Row| Ok((row.get("made_at")?, serde_json::from_str(&row.get::<String>("results")?)?));
    db.one(FIND, [id.into(), activity_id.into(), made_by.into()], read).await
}
