//! What stands for an owner on certificates. No I/O.

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Crest {
    pub(crate) agency_id: String,
    /// Of the picture; none where it was taken off.
    pub(crate) hash: Option<String>,
    /// Uploaded in another activity.
    pub(crate) is_taken_over: bool,
}

/// An owner, in the order in which certificates name them.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct CrestRow {
    pub(crate) agency_id: String,
    pub(crate) agency: String,
    /// SHA-256 of the picture, if it has one here.
    pub(crate) hash: Option<String>,
    /// Uploaded in another activity.
    pub(crate) is_taken_over: bool,
}

/// Owners by code and name, with what stands for each.
pub(crate) fn rows<'a>(crests: &[Crest], owners: impl Iterator<Item = (&'a String, &'a String)>) -> Vec<CrestRow> {
    let row = |(code, name): (&String, &String)| {
        let found = crests.iter().find(|it| it.agency_id == *code && it.hash.is_some());
        CrestRow {
            agency_id: code.clone(),
            agency: name.clone(),
            hash: found.and_then(|it| it.hash.clone()),
            is_taken_over: found.is_some_and(|it| it.is_taken_over),
        }
    };
    owners.map(row).collect()
}

impl Crest {
    pub(super) fn read(row: &Row) -> Outcome<Crest> {
        Ok(Crest { agency_id: row.get("agency_id")?, hash: row.get("hash")?, is_taken_over: row.get::<i64>("is_here")? == 0 })
    }
}
