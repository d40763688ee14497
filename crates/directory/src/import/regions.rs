//! Keeps the rows of a file of regions.

use std::collections::HashMap;

use kernel::{
    Db, Outcome,
    db::{NONE, Row, Tx},
};
use serde_json::json;

use super::{
    model::Mode,
    queries,
    reading::Line,
    rows::{Fault, RegionRow, UnitReference},
    run::{Fate, Settle, Settled},
};
use crate::{agency, region};

/// Small enough to be held: the country has 552.
pub(super) struct Regions {
    mode: Mode,
    known: HashMap<String, Known>,
    /// The first line of each code in this file.
    seen: HashMap<String, u64>,
    waiting: Vec<Line<RegionRow>>,
    is_last_call: bool,
}

#[derive(PartialEq)]
struct Known {
    name: String,
    kind: String,
    parent: Option<String>,
    zone: String,
}

impl Regions {
    pub(super) async fn load(db: &Db, mode: Mode) -> Outcome<Regions> {
        let known = db.all(queries::REGIONS, NONE, known).await?.into_iter().collect();
        Ok(Regions { mode, known, seen: HashMap::new(), waiting: Vec::new(), is_last_call: false })
    }

    fn decide(&mut self, line: Line<RegionRow>, keep: &mut Vec<serde_json::Value>) -> Option<super::run::Verdict> {
        let row = match &line.read {
            Ok(row) => row,
            Err(faults) => {
                return Some({
                    let faults = faults.clone();
                    line.verdict(Fate::Refused(faults))
                });
            }
        };
        let wanted = Known::of(row);
        let known = self.known.get(&row.code);
        let first = *self.seen.entry(row.code.clone()).or_insert(line.line);
        if first != line.line {
            let is_same = known.is_some_and(|it| *it == wanted);
            let fault = Fault::new("kode", "import-code-twice").with("line", first);
            return Some(if is_same { line.verdict(Fate::Unchanged) } else { line.refuse(fault) });
        }
        if let Some(parent) = row.parent.as_ref().filter(|it| !self.known.contains_key(*it)) {
            let fault = Fault::new("induk", "import-parent-unknown").with("parent", parent);
            if self.is_last_call {
                return Some(line.refuse(fault));
            }
            self.waiting.push(line);
            return None;
        }
        let fate = match known {
            None => Fate::Created,
            Some(known) if *known == wanted => return Some(line.verdict(Fate::Unchanged)),
            Some(_) => Fate::Changed,
        };
        keep.push(json!([row.code, row.name, row.kind.slug(), row.parent, row.zone, UnitReference::folded(&row.name)]));
        self.known.insert(row.code.clone(), wanted);
        Some(line.verdict(fate))
    }
}

impl Settle for Regions {
    type Row = RegionRow;

    async fn settle(&mut self, tx: &mut Tx, lines: Vec<Line<RegionRow>>, _: i64) -> Outcome<Settled> {
        let mut keep = Vec::new();
        let settled: Settled = lines.into_iter().filter_map(|line| self.decide(line, &mut keep)).collect();
        if self.mode == Mode::Keep && !keep.is_empty() {
            tx.run(region::queries::UPSERT, [json!(keep).into()]).await?;
            // labels and zones of people follow the region of their unit
            tx.run(agency::queries::GROW_TREE, NONE).await?;
        }
        Ok(settled)
    }

    fn waiting(&mut self) -> Vec<Line<RegionRow>> {
        std::mem::take(&mut self.waiting)
    }

    fn wait_no_more(&mut self) {
        self.is_last_call = true;
    }
}

impl Known {
    fn of(row: &RegionRow) -> Known {
        let (kind, zone) = (row.kind.slug().to_owned(), row.zone.to_owned());
        Known { name: row.name.clone(), kind, parent: row.parent.clone(), zone }
    }
}

fn known(row: &Row) -> Outcome<(String, Known)> {
    let known = Known { name: row.get("name")?, kind: row.get("kind")?, parent: row.get("parent_id")?, zone: row.get("zone")? };
    Ok((row.get("id")?, known))
}
