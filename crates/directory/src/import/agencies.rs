//! Decides about the rows of a file of agencies: the whole tree is in memory as codes, so that parents may come after children and no circle
//! can close. What is written is in `agencies/writing.rs`.

mod writing;

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasher, RandomState},
};

use kernel::{
    Db, Outcome,
    db::{NONE, Row, Tx},
};

use super::{
    model::Mode,
    queries,
    reading::Line,
    rows::{AgencyRow, Fault, UnitReference},
    run::{Fate, Settle, Settled, Verdict},
};
use crate::lookup::list;

pub(super) struct Agencies {
    mode: Mode,
    by: Option<String>,
    tree: Tree,
    regions: HashSet<String>,
    /// The first line of each code in this file, and a digest of what it says.
    seen: HashMap<String, (u64, u64)>,
    digest: RandomState,
    waiting: Vec<Line<AgencyRow>>,
    is_last_call: bool,
}

/// Which node stands under which.
struct Tree(HashMap<String, Node>);

struct Node {
    parent: Option<String>,
    has_ended: bool,
}

/// An agency as it is kept.
#[derive(Clone, Hash, PartialEq)]
struct Known {
    parent: Option<String>,
    kind: String,
    name: String,
    short_name: String,
    region: String,
    satker: Option<String>,
}

/// What a batch writes.
#[derive(Default)]
struct Plan {
    created: Vec<AgencyRow>,
    changed: Vec<(AgencyRow, Known)>,
}

impl Agencies {
    pub(super) async fn load(db: &Db, mode: Mode, by: Option<String>) -> Outcome<Agencies> {
        let nodes = db.all(queries::TREE, NONE, node).await?.into_iter().collect();
        let regions = db.all(queries::REGIONS, NONE, |row| row.get("id")).await?.into_iter().collect();
        let (seen, waiting) = (HashMap::new(), Vec::new());
        let digest = RandomState::new();
        Ok(Agencies { mode, by, tree: Tree(nodes), regions, seen, digest, waiting, is_last_call: false })
    }

    /// `None` when the row waits for another.
    fn decide(&mut self, line: Line<AgencyRow>, known: &mut HashMap<String, Known>, plan: &mut Plan) -> Option<Verdict> {
        let row = match line.read.as_ref() {
            Ok(row) => row.clone(),
            Err(faults) => {
                let faults = faults.clone();
                return Some(line.verdict(Fate::Refused(faults)));
            }
        };
        let wanted = Known::of(&row);
        let digest = self.digest.hash_one(&wanted);
        let (first, said) = *self.seen.entry(row.code.clone()).or_insert((line.line, digest));
        let is_repeated = first != line.line && said == digest;
        let is_kept = known.get(&row.code) == Some(&wanted) && !self.tree.has_ended(&row.code);
        if is_repeated || is_kept {
            return Some(line.verdict(Fate::Unchanged));
        }
        if let Err(fault) = self.check(&row, (first, line.line)) {
            return Some(line.refuse(fault));
        }
        if !self.tree.takes(&row) {
            if self.is_last_call {
                let fault = self.why_not(&row);
                return Some(line.refuse(fault));
            }
            self.waiting.push(line);
            return None;
        }
        self.tree.0.insert(row.code.clone(), Node { parent: row.parent.clone(), has_ended: false });
        let fate = match known.insert(row.code.clone(), wanted) {
            None => {
                plan.created.push(row);
                Fate::Created
            }
            Some(before) => {
                plan.changed.push((row, before));
                Fate::Changed
            }
        };
        Some(line.verdict(fate))
    }

    fn check(&self, row: &AgencyRow, (first, line): (u64, u64)) -> Result<(), Fault> {
        if first != line {
            return Err(Fault::new("kode", "import-code-twice").with("line", first));
        }
        if self.tree.has_ended(&row.code) {
            return Err(Fault::new("kode", "import-agency-ended").with("code", &row.code));
        }
        if !self.regions.contains(&row.region) {
            return Err(Fault::new("wilayah", "import-region-unknown").with("code", &row.region));
        }
        Ok(())
    }
}

impl Agencies {
    fn why_not(&self, row: &AgencyRow) -> Fault {
        let parent = row.parent.clone().unwrap_or_default();
        let fault = |key| Fault::new("induk", key).with("parent", &parent);
        match self.tree.0.get(&parent) {
            Some(node) if node.has_ended => fault("import-parent-ended"),
            Some(_) => fault("import-parent-circle").with("code", &row.code),
            None if self.seen.contains_key(&parent) => fault("import-parent-refused"),
            None => match UnitReference::Code(parent.clone()).nearest(self.tree.0.keys().map(String::as_str)) {
                Some(code) => fault("import-parent-nearest").with("code", code),
                None => fault("import-parent-unknown"),
            },
        }
    }
}

impl Settle for Agencies {
    type Row = AgencyRow;

    async fn settle(&mut self, tx: &mut Tx, lines: Vec<Line<AgencyRow>>, now: i64) -> Outcome<Settled> {
        let codes: Vec<&str> = lines.iter().filter_map(|it| it.read.as_ref().ok()).map(|it| it.code.as_str()).collect();
        let mut known: HashMap<String, Known> = tx.all(queries::AGENCIES, [list(&codes)], known).await?.into_iter().collect();
        let mut plan = Plan::default();
        let settled: Settled = lines.into_iter().filter_map(|line| self.decide(line, &mut known, &mut plan)).collect();
        if self.mode == Mode::Keep {
            writing::write(tx, &plan, self.by.as_deref(), now).await?;
        }
        Ok(settled)
    }

    fn waiting(&mut self) -> Vec<Line<AgencyRow>> {
        std::mem::take(&mut self.waiting)
    }

    fn wait_no_more(&mut self) {
        self.is_last_call = true;
    }
}

impl Tree {
    fn has_ended(&self, code: &str) -> bool {
        self.0.get(code).is_some_and(|it| it.has_ended)
    }

    /// Whether the parent is there, has not ended, and does not stand below the row itself.
    fn takes(&self, row: &AgencyRow) -> bool {
        let Some(parent) = &row.parent else { return true };
        self.0.get(parent).is_some_and(|it| !it.has_ended) && !self.stands_below(parent, &row.code)
    }

    fn stands_below(&self, code: &str, ancestor: &str) -> bool {
        let mut above = Some(code);
        while let Some(code) = above {
            if code == ancestor {
                return true;
            }
            above = self.0.get(code).and_then(|it| it.parent.as_deref());
        }
        false
    }
}

impl Known {
    fn of(row: &AgencyRow) -> Known {
        Known {
            parent: row.parent.clone(),
            kind: row.kind.clone(),
            name: row.name.clone(),
            short_name: short_name(row).to_owned(),
            region: row.region.clone(),
            satker: row.satker.clone(),
        }
    }
}

fn short_name(row: &AgencyRow) -> &str {
    row.short_name.as_deref().unwrap_or(&row.name)
}

fn node(row: &Row) -> Outcome<(String, Node)> {
    let ended_at: Option<i64> = row.get("ended_at")?;
    Ok((row.get("id")?, Node { parent: row.get("parent_id")?, has_ended: ended_at.is_some() }))
}

fn known(row: &Row) -> Outcome<(String, Known)> {
    let known = Known {
        parent: row.get("parent_id")?,
        kind: row.get("kind")?,
        name: row.get("name")?,
        short_name: row.get("short_name")?,
        region: row.get("region_id")?,
        satker: row.get("office_code")?,
    };
    Ok((row.get("id")?, known))
}
