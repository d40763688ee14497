//! Everybody of a branch who has not confirmed, as CSV that is sent while it is read; for those who see names.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use directory::lookup::{self, Branch};
use kernel::{Ask, Db, Failure, Outcome};
use ui::Frame;

use super::{
    board_page::{View, open},
    queries,
};
use crate::{
    streamed::{self, Rows},
    warning::policy::Sight,
};

const UNITS: i64 = 200;
const PEOPLE: i64 = 1_000;
const COLUMNS: [&str; 4] = ["warning-column-code", "warning-column-unit", "warning-column-name", "warning-column-position"];

pub(crate) async fn csv(ask: Ask, Path(id): Path<String>, Query(view): Query<View>) -> Outcome<Response> {
    let opened = open(&ask, &id, &view).await?;
    if opened.sight == Sight::Totals {
        return Err(Failure::Forbidden("warning-only-heads"));
    }
    let t = Frame::of(&ask).t;
    let export = Export { db: ask.db().reports(), warning_id: id, node: opened.node, units: Units::default() };
    streamed::csv("belum-membaca.csv", &COLUMNS.map(|it| t.say(it)), export)
}

/// Where reading the branch has come to.
struct Export {
    db: Db,
    warning_id: String,
    node: String,
    units: Units,
}

/// A page of units, and the last unit and person of whom names were read.
#[derive(Default)]
struct Units {
    ids: Vec<String>,
    after: (String, String),
    last: String,
}

impl Rows for Export {
    async fn next(&mut self) -> Outcome<Option<Vec<Vec<String>>>> {
        if self.units.ids.is_empty() {
            let branch = Branch { node: &self.node, kinds: &[], region: "" };
            let page = lookup::below(&self.db, &branch, &self.units.last, UNITS).await?;
            let Some(last) = page.last() else { return Ok(None) };
            let last = last.id.clone();
            self.units = Units { ids: page.into_iter().map(|it| it.id).collect(), after: Default::default(), last };
        }
        let after = (self.units.after.0.as_str(), self.units.after.1.as_str());
        let found = queries::open(&self.db, &self.warning_id, &self.units.ids, (after, PEOPLE)).await?;
        match found.last() {
            Some((person_id, unit_id)) if found.len() as i64 == PEOPLE => self.units.after = (unit_id.clone(), person_id.clone()),
            _ => self.units.ids.clear(),
        }
        let ids: Vec<String> = found.into_iter().map(|it| it.0).collect();
        let people = lookup::people(&self.db, &ids).await?;
        let row =
            |it: &lookup::Person| vec![it.agency_id.clone(), it.agency_name.clone(), it.full_name.clone(), it.position.clone()];
        Ok(Some(ids.iter().filter_map(|it| people.get(it)).map(row).collect()))
    }
}
