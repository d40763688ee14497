//! Which unit may be meant by a code or name that no unit has. Looks at every unit, so it does so for a limited number of mistakes only.

use std::collections::{HashMap, HashSet};

use kernel::{
    Outcome,
    db::{NONE, Row, Tx},
};

use super::{Fault, UnitReference, queries};

/// A file with more mistakes than this has one cause, which the first of them tell.
const MOST: usize = 200;

#[derive(Default)]
pub(super) struct Suggestions {
    faults: HashMap<UnitReference, Fault>,
}

struct Name {
    code: String,
    long: String,
    short: String,
}

impl Suggestions {
    pub(super) async fn learn(&mut self, tx: &mut Tx, units: &[&UnitReference]) -> Outcome<()> {
        let new: HashSet<&UnitReference> = units.iter().copied().filter(|it| !self.faults.contains_key(*it)).collect();
        let room = MOST.saturating_sub(self.faults.len());
        if new.is_empty() || room == 0 {
            return Ok(());
        }
        let names = tx.all(queries::UNIT_NAMES, NONE, name).await?;
        for unit in new.into_iter().take(room) {
            let meant = match unit {
                UnitReference::Code(_) => unit.nearest(names.iter().map(|it| it.code.as_str())),
                UnitReference::Name(name) => named(&names, &UnitReference::folded(name)),
            };
            self.faults.insert(unit.clone(), meant.map_or_else(|| unit.unknown(), |code| unit.meant(code)));
        }
        Ok(())
    }

    pub(super) fn fault(&self, unit: &UnitReference) -> Fault {
        self.faults.get(unit).cloned().unwrap_or_else(|| unit.unknown())
    }
}

fn named<'n>(names: &'n [Name], folded: &str) -> Option<&'n str> {
    names.iter().find(|it| it.long == folded || it.short == folded).map(|it| it.code.as_str())
}

fn name(row: &Row) -> Outcome<Name> {
    let (long, short): (String, String) = (row.get("name")?, row.get("short_name")?);
    Ok(Name { code: row.get("id")?, long: UnitReference::folded(&long), short: UnitReference::folded(&short) })
}
