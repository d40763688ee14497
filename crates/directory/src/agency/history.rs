//! What happened to an agency: renamed, moved, merged, split, ended. Public, without who did it.

use std::collections::HashMap;

use kernel::{Db, Outcome, db::Row};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Tongue;

use super::queries;
use crate::lookup::{self, Agency};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Happening {
    pub(crate) happened_at: i64,
    /// `created`, `renamed`, `moved`, `merged`, `split` or `ended`.
    pub(crate) kind: String,
    /// A name before, the code of another agency, or `@` and the name of a region.
    before: Option<String>,
    after: Option<String>,
    /// The legal basis, as the administrator wrote it.
    pub(crate) reason: Option<String>,
    /// The other agency, where there is one.
    pub(crate) other: Option<Other>,
}

#[derive(Clone, Serialize, JsonSchema)]
pub(crate) struct Other {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// Latest first.
pub(crate) async fn of(db: &Db, agency_id: &str) -> Outcome<Vec<Happening>> {
    let mut happenings = db.all(queries::HISTORY, [agency_id.into()], happening).await?;
    let named = happenings.iter().flat_map(|it| it.agencies()).flatten().cloned().collect::<Vec<_>>();
    let agencies = if named.is_empty() { HashMap::new() } else { lookup::agencies(db, &named).await? };
    for it in &mut happenings {
        let named = it.agencies().into_iter().rev().flatten().find_map(|id| agencies.get(id)).map(other);
        it.other = named;
    }
    Ok(happenings)
}

impl Happening {
    /// One sentence.
    pub(crate) fn said(&self, t: &Tongue) -> String {
        let part = |it: &Option<String>| it.clone().unwrap_or_default();
        let other = self.other.as_ref().map(|it| it.name.clone()).unwrap_or_default();
        match (self.kind.as_str(), &self.after) {
            ("renamed", _) => t.with("before", part(&self.before)).with("after", part(&self.after)).say("agency-event-renamed"),
            ("moved", Some(after)) if after.starts_with('@') => region_change(t, &part(&self.before), after),
            ("moved", None) => t.say("agency-event-moved-out").to_owned(),
            ("moved", Some(_)) => t.fill("agency-event-moved", "other", other),
            ("merged", None) => t.fill("agency-event-merged-in", "other", other),
            ("merged", Some(_)) => t.fill("agency-event-merged", "other", other),
            ("split", None) => t.fill("agency-event-split-from", "other", other),
            ("split", Some(_)) => t.fill("agency-event-split", "other", other),
            ("ended", _) => t.say("agency-event-ended").to_owned(),
            _ => t.say("agency-event-created").to_owned(),
        }
    }

    /// The agencies it names, the later last.
    fn agencies(&self) -> [Option<&String>; 2] {
        match self.kind.as_str() {
            "moved" | "merged" | "split" => [self.before.as_ref(), self.after.as_ref()],
            _ => [None, None],
        }
    }
}

/// Names of regions, each behind `@`.
fn region_change(t: &Tongue, before: &str, after: &str) -> String {
    t.with("before", before.trim_start_matches('@')).with("after", after.trim_start_matches('@')).say("agency-event-region")
}

fn other(agency: &Agency) -> Other {
    Other { id: agency.id.clone(), name: agency.short_name.clone() }
}

fn happening(row: &Row) -> Outcome<Happening> {
    Ok(Happening {
        happened_at: row.get("happened_at")?,
        kind: row.get("kind")?,
        before: row.get("before")?,
        after: row.get("after")?,
        reason: row.get("reason")?,
        other: None,
    })
}
