//! Writes a batch of people: who is new with a first place, who changed, who moved with their history and rights.

use kernel::{
    Outcome,
    db::{Tx, Value},
    id,
};
use serde_json::json;

use super::{Known, Plan};
use crate::{
    import::rows::PersonRow,
    person::{
        placement::recording::{self, Decision},
        queries, search_name,
    },
};

pub(super) async fn write(tx: &mut Tx, plan: &Plan, by: Option<&str>, now: i64) -> Outcome<()> {
    if !plan.created.is_empty() {
        let ids: Vec<String> = plan.created.iter().map(|_| id::fresh()).collect();
        tx.run(queries::ADD, [added(&ids, &plan.created), now.into()]).await?;
        let places = ids.iter().zip(&plan.created);
        let places =
            places.map(|(person, (row, unit))| json!([id::fresh(), person, unit, row.position.as_deref().unwrap_or("")]));
        tx.run(queries::PLACE, [serde_json::Value::from_iter(places).into(), now.into(), by.into()]).await?;
    }
    if !plan.changed.is_empty() {
        tx.run(queries::CHANGE, [changed(&plan.changed)]).await?;
        let decision = Decision { by, at: now, now };
        recording::record(tx, &plan.moved, decision).await?;
    }
    Ok(())
}

fn added(ids: &[String], created: &[(PersonRow, String)]) -> Value {
    let row = |(id, (row, unit)): (&String, &(PersonRow, String))| {
        let (identity, name) = (&row.identity, &row.name);
        let position = row.position.as_deref().unwrap_or("");
        let phone = row.phone.as_deref().unwrap_or("");
        let names = [&name.before, &name.name, &name.after];
        let search = search_name(&name.name);
        json!([id, identity.kind(), identity.number(), names[0], names[1], names[2], search, position, unit, row.mail, phone])
    };
    serde_json::Value::from_iter(ids.iter().zip(created).map(row)).into()
}

fn changed(changed: &[Known]) -> Value {
    let row = |it: &Known| {
        json!([it.id, it.before, it.name, it.after, search_name(&it.name), it.position, it.agency, it.mail, it.phone])
    };
    serde_json::Value::from_iter(changed.iter().map(row)).into()
}
