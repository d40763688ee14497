//! Everybody of a branch who has not confirmed, as CSV that is sent while it is read; for those who see names.

use axum::{
    body::Body,
    extract::{Path, Query},
    response::Response,
};
use directory::lookup::{self, Branch};
use futures_util::stream;
use kernel::{
    Ask, Db, Failure, Outcome,
    sheet::{Csv, Written},
    web::attachment,
};
use ui::{Frame, Tongue};

use super::{
    board_page::{View, open},
    queries,
};
use crate::warning::policy::Sight;

const UNITS: i64 = 200;
const PEOPLE: i64 = 1_000;
const COLUMNS: [&str; 4] = ["warning-column-code", "warning-column-unit", "warning-column-name", "warning-column-position"];

pub(crate) async fn csv(ask: Ask, Path(id): Path<String>, Query(view): Query<View>) -> Outcome<Response> {
    let opened = open(&ask, &id, &view).await?;
    if opened.sight == Sight::Totals {
        return Err(Failure::Forbidden("warning-only-heads"));
    }
    let t = Frame::of(&ask).t;
    let export = Export { db: ask.db().reports(), warning_id: id, node: opened.node, units: Units::default(), t };
    let written = Written::default();
    let sheet = Csv::new(written.clone(), &COLUMNS.map(|it| export.t.say(it)))?;
    let parts = stream::try_unfold(Some((export, sheet)), move |state| {
        let written = written.clone();
        async move {
            match state {
                Some((export, sheet)) => part(export, sheet).await.map(|next| Some((written.take(), next))),
                None => Ok::<_, Failure>(None),
            }
        }
    });
    Ok(attachment("belum-membaca.csv", "text/csv; charset=utf-8", Body::from_stream(parts)))
}

/// Writes the next rows; answers nothing to go on with after the last.
async fn part(mut export: Export, mut sheet: Csv<Written>) -> Outcome<Option<(Export, Csv<Written>)>> {
    let Some(rows) = export.next().await? else {
        sheet.finish()?;
        return Ok(None);
    };
    for row in rows {
        sheet.row(&row)?;
    }
    Ok(Some((export, sheet)))
}

/// Where reading the branch has come to.
struct Export {
    db: Db,
    warning_id: String,
    node: String,
    units: Units,
    t: Tongue,
}

/// A page of units, and the last unit and person of whom names were read.
#[derive(Default)]
struct Units {
    ids: Vec<String>,
    after: (String, String),
    last: String,
}

impl Export {
    /// The next rows as cells, which may be none for a page of units; nothing at the end.
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
