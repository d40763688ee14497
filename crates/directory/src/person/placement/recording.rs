//! What every move of people writes besides the people themselves: places, the end of what the old unit gave, facts. For import, form and
//! merger alike.

use kernel::{Outcome, db::Tx, id, outbox};
use serde_json::json;

use crate::{
    account::duty::succession,
    lookup::list,
    person::{published::PersonMoved, queries},
};

pub(crate) struct Relocation {
    pub(crate) person_id: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) position: String,
}

/// Who decided, since when the new places hold, and when that was written down.
#[derive(Clone, Copy)]
pub(crate) struct Decision<'a> {
    pub(crate) by: Option<&'a str>,
    pub(crate) at: i64,
    pub(crate) now: i64,
}

/// The people must be at their new units already.
pub(crate) async fn record(tx: &mut Tx, moved: &[Relocation], decision: Decision<'_>) -> Outcome<()> {
    if moved.is_empty() {
        return Ok(());
    }
    let Decision { by, at, now } = decision;
    let ids: Vec<&str> = moved.iter().map(|it| it.person_id.as_str()).collect();
    let places = moved.iter().map(|it| json!([id::fresh(), it.person_id, it.to, it.position]));
    tx.run(queries::LEAVE_PLACE, [at.into(), list(&ids)]).await?;
    tx.run(queries::PLACE, [serde_json::Value::from_iter(places).into(), at.into(), by.into()]).await?;
    succession::moved(tx, &ids, by, at).await?;
    let facts: Vec<(&str, PersonMoved)> = moved.iter().map(|it| (it.person_id.as_str(), fact(it))).collect();
    outbox::publish_all(tx, now, &facts).await
}

fn fact(it: &Relocation) -> PersonMoved {
    PersonMoved { person_id: it.person_id.clone(), from_agency_id: it.from.clone(), to_agency_id: it.to.clone() }
}
