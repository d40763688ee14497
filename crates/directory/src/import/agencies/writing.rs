//! Writes a batch of agencies: rows, lineages, history and the tree's version, each with one statement.

use kernel::{
    Outcome,
    db::{NONE, Tx, Value},
    id,
};
use serde_json::json;

use super::{AgencyRow, Known, Plan, short_name};
use crate::{
    agency::{queries, search_name},
    lookup::list,
};

pub(super) async fn write(tx: &mut Tx, plan: &Plan, by: Option<&str>, now: i64) -> Outcome<()> {
    if plan.created.is_empty() && plan.changed.is_empty() {
        return Ok(());
    }
    // first, so that two who change the tree follow each other on every database
    tx.run(queries::GROW_TREE, NONE).await?;
    if !plan.created.is_empty() {
        tx.run(queries::ADD, [rows(plan.created.iter()), now.into()]).await?;
    }
    if !plan.changed.is_empty() {
        tx.run(queries::CHANGE, [rows(plan.changed.iter().map(|it| &it.0))]).await?;
        tx.run(queries::ADD_EVENTS, [events(&plan.changed), now.into(), by.into()]).await?;
    }
    draw_lineages(tx, plan).await
}

/// Of the new agencies, and of those that moved with all that stands below them.
async fn draw_lineages(tx: &mut Tx, plan: &Plan) -> Outcome<()> {
    let moved: Vec<&str> =
        plan.changed.iter().filter(|(row, before)| row.parent != before.parent).map(|(row, _)| row.code.as_str()).collect();
    let mut redrawn: Vec<String> = plan.created.iter().map(|it| it.code.clone()).collect();
    if !moved.is_empty() {
        redrawn.extend(tx.all(queries::BELOW, [list(&moved)], |row| row.get::<String>("agency_id")).await?);
        redrawn.sort();
        redrawn.dedup();
        tx.run(queries::FORGET_LINEAGE, [list(&redrawn)]).await?;
    }
    tx.run(queries::DRAW_LINEAGE, [list(&redrawn)]).await.map(drop)
}

fn rows<'a>(rows: impl Iterator<Item = &'a AgencyRow>) -> Value {
    let row = |it: &AgencyRow| {
        let search = search_name(short_name(it), &it.name, &it.code);
        json!([it.code, it.parent, it.kind, it.name, short_name(it), search, it.region, it.satker])
    };
    serde_json::Value::from_iter(rows.map(row)).into()
}

fn events(changed: &[(AgencyRow, Known)]) -> Value {
    let mut events = Vec::new();
    for (row, before) in changed {
        if before.name != row.name {
            events.push(json!([id::fresh(), row.code, "renamed", before.name, row.name]));
        }
        if before.parent != row.parent {
            events.push(json!([id::fresh(), row.code, "moved", before.parent, row.parent]));
        }
    }
    json!(events).into()
}
