//! Duties: what somebody may do at a node of the tree and everything below it; given, lent, ended, and ended by a move. What a duty opens,
//! each domain's policy says.

pub(crate) mod actions;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;
pub(crate) mod succession;

use std::collections::HashMap;

use kernel::{Db, Outcome, db::Row};
use model::{Held, Kind, OwnDuty};

use crate::{
    identity::PersonName,
    lookup::{self, Agency},
};

/// Those that count now, of one person.
pub(crate) async fn own(db: &Db, person_id: &str, now: i64) -> Outcome<Vec<OwnDuty>> {
    let duties = db.all(queries::OF_PERSON, [person_id.into(), now.into(), now.into()], held).await?;
    let nodes: Vec<String> = duties.iter().map(|it| it.node.clone()).collect();
    let agencies = lookup::agencies(db, &nodes).await?;
    Ok(duties.into_iter().map(|it| OwnDuty::of(it, &agencies)).collect())
}

/// One that counts now; `NotFound` otherwise.
pub(crate) async fn one(db: &Db, id: &str, now: i64) -> Outcome<Held> {
    db.one(queries::ONE, [id.into(), now.into(), now.into()], held).await
}

/// The short name of a node; nothing for the nation, which pages name themselves.
pub(crate) fn node_name(node: &str, agencies: &HashMap<String, Agency>) -> Option<String> {
    agencies.get(node).map(|it| it.short_name.clone())
}

pub(crate) fn held(row: &Row) -> Outcome<Held> {
    let lender: Option<String> = row.get("lender_name")?;
    let lent_by = match lender {
        Some(name) => {
            let (before, after) = (row.get("lender_title_before")?, row.get("lender_title_after")?);
            Some(PersonName { before, name, after }.full())
        }
        None => None,
    };
    Ok(Held {
        id: row.get("id")?,
        kind: Kind::read(&row.get::<String>("kind")?)?,
        node: row.get("agency_id")?,
        person_id: row.get("person_id")?,
        name: lookup::full_name(row)?,
        position: row.get("position")?,
        given_at: row.get("given_at")?,
        ends_at: row.get("ends_at")?,
        reason: row.get("reason")?,
        lender_id: row.get("lender_id")?,
        lent_by,
    })
}
