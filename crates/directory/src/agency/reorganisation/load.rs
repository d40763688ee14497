//! An agency as it is looked at before it changes: with its place, its version and the tree's.

use kernel::{Db, Failure, Outcome, db::Row};
use schemars::JsonSchema;
use serde::Serialize;

use super::{model::Basis, queries};
use crate::lookup::{self, Agency};

pub(crate) struct Subject {
    pub(crate) agency: Agency,
    /// The agency first, then those above it.
    pub(crate) lineage: Vec<String>,
    pub(crate) version: i64,
    /// Of the tree, read before everything else.
    pub(crate) tree_version: i64,
}

/// What stands at an agency itself.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Counts {
    pub(crate) people: i64,
    /// Units directly below it.
    pub(crate) below: i64,
    pub(crate) duties: i64,
}

#[derive(Clone)]
pub(crate) struct Staff {
    pub(crate) id: String,
    pub(crate) number: Option<String>,
    pub(crate) position: String,
}

impl Subject {
    /// Two who change the same agency at once: the second is told.
    pub(crate) fn is_as_seen(&self, basis: &Basis) -> Outcome<()> {
        let is_same = basis.versi.trim().parse() == Ok(self.version);
        if is_same { Ok(()) } else { Err(Failure::Conflict("reorganisation-changed-meanwhile")) }
    }
}

impl Counts {
    pub(crate) fn read(row: &Row) -> Outcome<Counts> {
        Ok(Counts { people: row.get("people")?, below: row.get("below")?, duties: row.get("duties")? })
    }
}

impl Staff {
    pub(crate) fn read(row: &Row) -> Outcome<Staff> {
        Ok(Staff { id: row.get("id")?, number: row.get("identity_number")?, position: row.get("position")? })
    }
}

pub(crate) async fn subject(db: &Db, id: &str) -> Outcome<Subject> {
    let versions = |row: &Row| Ok((row.get("version")?, row.get("tree_version")?));
    let (version, tree_version) = db.one(queries::STATE, [id.into()], versions).await?;
    Ok(Subject { agency: lookup::agency(db, id).await?, lineage: lookup::lineage(db, id).await?, version, tree_version })
}

pub(crate) async fn counts(db: &Db, id: &str, now: i64) -> Outcome<Counts> {
    db.one(queries::COUNTS, [id.into(), id.into(), id.into(), now.into()], Counts::read).await
}
