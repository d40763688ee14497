//! Decides about the rows of a file of people: who is new, who changed, who moved. What is written is in `people/writing.rs`.

mod suggestions;
mod writing;

use std::collections::HashMap;

use kernel::{
    Outcome,
    db::{Row, Tx},
};

use self::suggestions::Suggestions;
use super::{
    model::Mode,
    queries,
    reading::Line,
    rows::{Fault, PersonRow, Seen, Sighting, UnitReference},
    run::{Fate, Settle, Settled, Verdict},
};
use crate::{lookup::list, person::placement::recording::Relocation};

pub(super) struct People {
    /// Nodes in whose units people may be brought, changed and moved.
    scope: Vec<String>,
    mode: Mode,
    by: Option<String>,
    seen: Seen,
    suggestions: Suggestions,
    /// The file has columns for titles: an empty cell there means that somebody has none.
    has_titles: bool,
}

/// What a batch is compared with.
struct Present {
    units: HashMap<String, Unit>,
    people: HashMap<String, Known>,
    /// Whose service number has this address.
    mails: HashMap<String, String>,
}

struct Unit {
    has_ended: bool,
    successor: Option<String>,
    is_mine: bool,
}

/// A person as kept.
#[derive(Clone)]
struct Known {
    id: String,
    before: String,
    name: String,
    after: String,
    position: String,
    agency: String,
    mail: Option<String>,
    phone: String,
    has_left: bool,
    is_mine: bool,
}

/// What a batch writes.
#[derive(Default)]
struct Plan {
    created: Vec<(PersonRow, String)>,
    /// As they are to be.
    changed: Vec<Known>,
    /// Those of them who come to another unit, or are back.
    moved: Vec<Relocation>,
}

impl People {
    pub(super) fn within(scope: Vec<String>, mode: Mode, by: Option<String>) -> People {
        People { scope, mode, by, seen: Seen::default(), suggestions: Suggestions::default(), has_titles: true }
    }

    async fn present(&self, tx: &mut Tx, lines: &[Line<PersonRow>]) -> Outcome<Present> {
        let rows: Vec<&PersonRow> = lines.iter().filter_map(|it| it.read.as_ref().ok()).collect();
        let codes: Vec<&str> = rows.iter().filter_map(|it| code(&it.unit)).collect();
        let numbers: Vec<&str> = rows.iter().filter_map(|it| it.identity.number()).collect();
        let mails: Vec<&str> = rows.iter().filter_map(|it| it.mail.as_deref()).collect();
        Ok(Present {
            units: tx.all(queries::UNITS, [list(&self.scope), list(&codes)], unit).await?.into_iter().collect(),
            people: tx.all(queries::PEOPLE, [list(&self.scope), list(&numbers)], known).await?.into_iter().collect(),
            mails: tx.all(queries::MAIL_OWNERS, [list(&mails)], owner).await?.into_iter().collect(),
        })
    }

    fn decide(&mut self, line: Line<PersonRow>, present: &Present, plan: &mut Plan) -> Verdict {
        let row = match line.read.as_ref() {
            Ok(row) => row.clone(),
            Err(faults) => {
                let faults = faults.clone();
                return line.verdict(Fate::Refused(faults));
            }
        };
        let unit = match self.unit(&row.unit, present) {
            Ok(unit) => unit,
            Err(fault) => return line.refuse(fault),
        };
        let warnings = row.warnings.clone();
        let known = row.identity.number().and_then(|number| present.people.get(number));
        let fate = match admit(&row, known, present).and_then(|()| self.seen.meet(&row)) {
            Err(fault) => Fate::Refused(vec![fault]),
            Ok(Sighting::Again { .. }) => return line.verdict(Fate::Unchanged),
            Ok(Sighting::New) => self.compare(row, (unit, known), plan),
        };
        Verdict { warnings, ..line.verdict(fate) }
    }

    /// The code of the unit, if people may come to it.
    fn unit(&self, unit: &UnitReference, present: &Present) -> Result<String, Fault> {
        let found = code(unit).and_then(|code| Some((code, present.units.get(code)?)));
        match found {
            None => Err(self.suggestions.fault(unit)),
            Some((code, Unit { has_ended: true, successor: Some(successor), .. })) => {
                Err(Fault::new("unit", "import-unit-merged").with("unit", code).with("code", successor))
            }
            Some((code, Unit { has_ended: true, .. })) => Err(Fault::new("unit", "import-unit-ended").with("unit", code)),
            Some((code, Unit { is_mine: false, .. })) => Err(Fault::new("unit", "import-unit-not-yours").with("unit", code)),
            Some((code, _)) => Ok(code.to_owned()),
        }
    }

    fn compare(&self, row: PersonRow, (unit, known): (String, Option<&Known>), plan: &mut Plan) -> Fate {
        let Some(known) = known else {
            plan.created.push((row, unit));
            return Fate::Created;
        };
        let wanted = self.wanted(known, &row, unit);
        let stays = wanted.agency == known.agency && !known.has_left;
        if stays && wanted.says_the_same(known) {
            return Fate::Unchanged;
        }
        if !stays {
            plan.moved.push(wanted.coming_from(known));
        }
        plan.changed.push(wanted);
        Fate::Changed
    }

    /// An empty cell takes nothing away.
    fn wanted(&self, known: &Known, row: &PersonRow, agency: String) -> Known {
        let title = |wanted: &str, kept: &str| {
            if self.has_titles || !wanted.is_empty() { wanted.to_owned() } else { kept.to_owned() }
        };
        Known {
            before: title(&row.name.before, &known.before),
            name: row.name.name.clone(),
            after: title(&row.name.after, &known.after),
            position: row.position.clone().unwrap_or_else(|| known.position.clone()),
            mail: row.mail.clone().or_else(|| known.mail.clone()),
            phone: row.phone.clone().unwrap_or_else(|| known.phone.clone()),
            agency,
            has_left: false,
            ..known.clone()
        }
    }
}

impl Settle for People {
    type Row = PersonRow;

    async fn settle(&mut self, tx: &mut Tx, lines: Vec<Line<PersonRow>>, now: i64) -> Outcome<Settled> {
        let present = self.present(tx, &lines).await?;
        let rows = lines.iter().filter_map(|it| it.read.as_ref().ok());
        let unknown: Vec<&UnitReference> =
            rows.map(|it| &it.unit).filter(|unit| code(unit).is_none_or(|it| !present.units.contains_key(it))).collect();
        self.suggestions.learn(tx, &unknown).await?;
        let mut plan = Plan::default();
        let settled: Settled = lines.into_iter().map(|line| self.decide(line, &present, &mut plan)).collect();
        if self.mode == Mode::Keep {
            writing::write(tx, &plan, self.by.as_deref(), now).await?;
        }
        Ok(settled)
    }

    fn header(&mut self, names: &[String]) {
        self.has_titles = names.iter().any(|it| it.to_lowercase().contains("gelar"));
    }
}

/// Somebody else's people and addresses are not taken.
fn admit(row: &PersonRow, known: Option<&Known>, present: &Present) -> Result<(), Fault> {
    if let Some(known) = known.filter(|it| !it.is_mine) {
        return Err(Fault::new("nip", "import-person-elsewhere").with("unit", &known.agency));
    }
    let owner = row.mail.as_ref().and_then(|mail| present.mails.get(mail));
    match owner {
        Some(owner) if Some(owner.as_str()) != row.identity.number() => Err(Fault::new("surel", "import-mail-taken")),
        _ => Ok(()),
    }
}

fn code(unit: &UnitReference) -> Option<&str> {
    match unit {
        UnitReference::Code(code) => Some(code),
        UnitReference::Name(_) => None,
    }
}

impl Known {
    fn coming_from(&self, before: &Known) -> Relocation {
        Relocation {
            person_id: self.id.clone(),
            from: before.agency.clone(),
            to: self.agency.clone(),
            position: self.position.clone(),
        }
    }

    fn says_the_same(&self, other: &Known) -> bool {
        let parts = |it: &Known| (it.before.clone(), it.name.clone(), it.after.clone(), it.position.clone());
        parts(self) == parts(other) && self.mail == other.mail && self.phone == other.phone
    }
}

fn unit(row: &Row) -> Outcome<(String, Unit)> {
    let (ended_at, mine): (Option<i64>, i64) = (row.get("ended_at")?, row.get("mine")?);
    Ok((row.get("id")?, Unit { has_ended: ended_at.is_some(), successor: row.get("successor_id")?, is_mine: mine > 0 }))
}

fn owner(row: &Row) -> Outcome<(String, String)> {
    Ok((row.get("mail")?, row.get("identity_number")?))
}

fn known(row: &Row) -> Outcome<(String, Known)> {
    let (left_at, mine): (Option<i64>, i64) = (row.get("left_at")?, row.get("mine")?);
    let known = Known {
        id: row.get("id")?,
        before: row.get("title_before")?,
        name: row.get("name")?,
        after: row.get("title_after")?,
        position: row.get("position")?,
        agency: row.get("agency_id")?,
        mail: row.get("mail")?,
        phone: row.get("phone")?,
        has_left: left_at.is_some(),
        is_mine: mine > 0,
    };
    Ok((row.get("identity_number")?, known))
}
