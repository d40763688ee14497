//! Making new agencies from one: what the form means, looked up, and how it is written. Who may is in `policy`.

use std::collections::HashMap;

use kernel::{
    Db, Failure, Fault, Outcome, Word,
    db::{NONE, Tx},
    outbox,
};
use serde_json::json;

use super::{
    handover::{self, Handover, Rest},
    load::{Staff, Subject},
    parts::{Part, SplitForm, fault},
    policy::Splittable,
    queries,
    recording::{self, Change, Event},
};
use crate::{
    agency::{
        published::{AgencyEnded, AgencySplit},
        queries as tree, search_name,
    },
    import::rows::UnitReference,
    lookup::{self, Agency, Region, list},
    person::placement::recording::Relocation,
    region,
};

const MOST_NAMED: usize = 10;

/// New agencies whose codes are free, in regions that exist, with people who are there.
pub(super) struct Plan {
    pub(super) parts: Vec<Part>,
    pub(super) is_end: bool,
}

pub(super) async fn plan(db: &Db, subject: &Subject, typed: &SplitForm) -> Outcome<Result<Plan, Vec<Fault>>> {
    let mut parts = match typed.parts() {
        Ok(parts) => parts,
        Err(faults) => return Ok(Err(faults)),
    };
    let codes: Vec<String> = parts.iter().map(|it| it.code.clone()).collect();
    let taken = lookup::agencies(db, &codes).await?;
    let regions = regions(db).await?;
    let staff = db.all(queries::STAFF, [subject.agency.id.as_str().into()], Staff::read).await?;
    let mut faults = Vec::new();
    for part in &mut parts {
        if taken.contains_key(&part.code) {
            faults.push(fault("kode", part.place, "reorganisation-code-taken"));
        }
        match find(&regions, &part.region) {
            Ok(region) => part.region = region.id.clone(),
            Err(word) => faults.push(fault("wilayah", part.place, word)),
        }
        faults.extend(strangers(part, &staff));
    }
    Ok(if faults.is_empty() { Ok(Plan { parts, is_end: typed.is_end() }) } else { Err(faults) })
}

pub(super) async fn write(db: &Db, it: &Splittable<'_>, plan: &Plan, change: &Change<'_>) -> Outcome<()> {
    let old = it.agency();
    let from = old.id.as_str();
    let rest = plan.rest();
    let mut tx = recording::begin(db, change).await?;
    create(&mut tx, old, &plan.parts, change).await?;
    if let Rest::GoesTo(first) = rest {
        recording::adopt(&mut tx, from, first, change).await?;
    }
    let staff = handover::staff(&mut tx, from).await?;
    let moved = plan.relocations(&staff, from)?;
    handover::hand_over(&mut tx, &Handover { from, moved, rest }, change).await?;
    let events = plan.parts.iter().map(|it| it.code.as_str());
    let events: Vec<Event> =
        events.flat_map(|new| [(from, "split", None, Some(new)), (new, "split", Some(from), None)]).collect();
    recording::note(&mut tx, &events, change).await?;
    let new_agency_ids = plan.parts.iter().map(|it| it.code.clone()).collect();
    let fact = AgencySplit { agency_id: old.id.clone(), new_agency_ids, at: change.at };
    outbox::publish(&mut tx, change.now, from, &fact).await?;
    match rest {
        Rest::Stays => _ = tx.run(queries::TOUCH, [from.into()]).await?,
        Rest::GoesTo(first) => end(&mut tx, from, first, change).await?,
    }
    tx.commit().await
}

/// All of them, for finding one by code or name.
pub(super) async fn regions(db: &Db) -> Outcome<Vec<Region>> {
    db.all(region::queries::ALL_REGIONS, NONE, lookup::read_region).await
}

/// By code, or by a name that only one has.
pub(super) fn find<'a>(regions: &'a [Region], typed: &str) -> Result<&'a Region, Word> {
    let (code, name) = (typed.trim(), UnitReference::folded(typed));
    if let Some(region) = regions.iter().find(|it| it.id == code) {
        return Ok(region);
    }
    let mut named = regions.iter().filter(|it| UnitReference::folded(&it.name) == name);
    match (named.next(), named.next()) {
        (Some(region), None) => Ok(region),
        _ => Err(Word::new("reorganisation-region-unknown")),
    }
}

impl Plan {
    fn rest(&self) -> Rest<'_> {
        match self.parts.first() {
            Some(first) if self.is_end => Rest::GoesTo(&first.code),
            _ => Rest::Stays,
        }
    }

    /// Whoever is named must still be there.
    fn relocations(&self, staff: &[Staff], from: &str) -> Outcome<Vec<Relocation>> {
        let goals = self.parts.iter().flat_map(|part| part.people.iter().map(|it| (it.as_str(), part.code.as_str())));
        let mut goals: HashMap<&str, &str> = goals.collect();
        let goal = |it: &Staff| match (it.number.as_deref().and_then(|number| goals.remove(number)), self.rest()) {
            (Some(goal), _) | (None, Rest::GoesTo(goal)) => Some(handover::relocation(it, from, goal)),
            (None, Rest::Stays) => None,
        };
        let relocations = staff.iter().filter_map(goal).collect();
        if goals.is_empty() { Ok(relocations) } else { Err(Failure::Conflict("reorganisation-changed-meanwhile")) }
    }
}

async fn create(tx: &mut Tx, old: &Agency, parts: &[Part], change: &Change<'_>) -> Outcome<()> {
    let row = |it: &Part| {
        let search = search_name(&it.short_name, &it.name, &it.code);
        json!([it.code, old.parent_id, it.kind, it.name, it.short_name, search, it.region, null])
    };
    let rows: Vec<_> = parts.iter().map(row).collect();
    let codes: Vec<&str> = parts.iter().map(|it| it.code.as_str()).collect();
    tx.run(tree::ADD, [json!(rows).into(), change.at.into()]).await?;
    tx.run(tree::DRAW_LINEAGE, [list(&codes)]).await.map(drop)
}

async fn end(tx: &mut Tx, from: &str, successor: &str, change: &Change<'_>) -> Outcome<()> {
    recording::close(tx, from, Some(successor), change).await?;
    recording::note(tx, &[(from, "ended", None, None)], change).await?;
    let fact = AgencyEnded { agency_id: from.to_owned(), successor_id: Some(successor.to_owned()), at: change.at };
    outbox::publish(tx, change.now, from, &fact).await
}

fn strangers(part: &Part, staff: &[Staff]) -> Option<Fault> {
    let is_stranger = |number: &&String| !staff.iter().any(|it| it.number.as_ref() == Some(*number));
    let strangers: Vec<String> = part.people.iter().filter(is_stranger).take(MOST_NAMED).map(|it| lookup::masked(it)).collect();
    let word = || Word::new("reorganisation-numbers-strange").with("numbers", strangers.join(", "));
    (!strangers.is_empty()).then(|| fault("pegawai", part.place, word()))
}
