//! Every statement about the tasks of an activity.

use kernel::{
    Db, Outcome,
    db::{Row, Tx},
};
use serde_json::json;

use super::{super::model::Task, Kept};
use crate::activity::policy::Editable;

pub(crate) const ALL: &[&str] = &[OF, ADD, TICK, UNTICK];

const OF: &str = "select position, days, title, done_at, done_by from education_task where activity_id = $1 order by position";
const ADD: &str = "
    insert into education_task (activity_id, position, days, title)
    select $1, key, cast(value ->> 0 as bigint), value ->> 1 from json_each($2) where true on conflict do nothing";
const TICK: &str = "
    update education_task set done_at = $1, done_by = $2 where activity_id = $3 and position = $4 and done_at is null";
const UNTICK: &str = "update education_task set done_at = null, done_by = null where activity_id = $1 and position = $2";

pub(crate) async fn of(db: &Db, activity_id: &str) -> Outcome<Vec<Kept>> {
    let read = |row: &Row| {
        Ok(Kept {
            position: row.get("position")?,
            task: Task { days: row.get("days")?, title: row.get("title")? },
            done_at: row.get("done_at")?,
            done_by: row.get("done_by")?,
        })
    };
    db.all(OF, [activity_id.into()], read).await
}

/// In their order.
pub(crate) async fn add(tx: &mut Tx, activity_id: &str, tasks: &[Task]) -> Outcome<()> {
    if tasks.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = tasks.iter().map(|it| json!([it.days, it.title])).collect();
    tx.run(ADD, [activity_id.into(), json!(rows).into()]).await.map(drop)
}

/// Who ticked it first stays written.
pub(crate) async fn tick(tx: &mut Tx, proof: &Editable, position: i64, (by, now): (&str, i64)) -> Outcome<()> {
    tx.run(TICK, [now.into(), by.into(), (&proof.activity().id).into(), position.into()]).await.map(drop)
}

pub(crate) async fn untick(tx: &mut Tx, proof: &Editable, position: i64) -> Outcome<()> {
    tx.run(UNTICK, [(&proof.activity().id).into(), position.into()]).await.map(drop)
}
