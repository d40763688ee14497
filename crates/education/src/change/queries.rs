//! Every statement about changes.

use kernel::{
    Db, Outcome,
    db::{Row, Tx},
};

use super::{By, Change, Difference};

pub(crate) const ALL: &[&str] = &[RECORD, OF, SINCE];

const RECORD: &str = "
    insert into education_change (id, activity_id, happened_at, by_id, by_agency_id, kind, details) values ($1, $2, $3, $4, $5, $6, $7)";
const OF: &str = "select * from education_change where activity_id = $1 order by id desc limit 100";
const SINCE: &str = "select * from education_change where activity_id = $1 and happened_at >= $2 order by id desc limit 20";

pub(crate) async fn record(tx: &mut Tx, activity_id: &str, by: By<'_>, kind: &str, differences: &[Difference]) -> Outcome<()> {
    let details = serde_json::to_string(differences)?;
    let args = [
        kernel::id::fresh().into(),
        activity_id.into(),
        by.now.into(),
        by.person_id.into(),
        by.agency_id.into(),
        kind.into(),
        details.into(),
    ];
    tx.run(RECORD, args).await.map(drop)
}

/// The latest hundred, newest first.
pub(crate) async fn of(db: &Db, activity_id: &str) -> Outcome<Vec<Change>> {
    db.all(OF, [activity_id.into()], change).await
}

pub(crate) async fn since(db: &Db, activity_id: &str, moment: i64) -> Outcome<Vec<Change>> {
    db.all(SINCE, [activity_id.into(), moment.into()], change).await
}

fn change(row: &Row) -> Outcome<Change> {
    Ok(Change {
        happened_at: row.get("happened_at")?,
        by_id: row.get("by_id")?,
        by_agency_id: row.get("by_agency_id")?,
        kind: row.get("kind")?,
        differences: serde_json::from_str(&row.get::<String>("details")?)?,
    })
}
