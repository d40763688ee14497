//! Whole branches of the tree: who is in them, who took over from whom, who speaks for whom. One query each, in pages by key.

use std::collections::HashMap;

use kernel::{
    App, Db, Outcome,
    db::{Row, Value},
};

use super::{Agency, Person, list, read_agency, read_person};
use crate::{agency, person};

/// Agencies at or below a node (`*`: all) that have not ended.
#[derive(Clone, Copy, Debug)]
pub struct Branch<'a> {
    pub node: &'a str,
    /// None: of any kind.
    pub kinds: &'a [String],
    /// Empty: anywhere; a province holds its regencies and cities.
    pub region: &'a str,
}

/// A page of them by id, beginning after one.
pub async fn below(db: &Db, branch: &Branch<'_>, after: &str, most: i64) -> Outcome<Vec<Agency>> {
    let (kinds, region) = (list(branch.kinds), branch.region);
    let args = [branch.node.into(), after.into(), kinds.clone(), kinds, region.into(), region.into(), region.into(), most.into()];
    db.all(agency::queries::OF_BRANCH, args, read_agency).await
}

pub async fn count_below(db: &Db, branch: &Branch<'_>) -> Outcome<i64> {
    let (kinds, region) = (list(branch.kinds), branch.region);
    let args: [Value; 6] = [branch.node.into(), kinds.clone(), kinds, region.into(), region.into(), region.into()];
    db.one(agency::queries::COUNT_OF_BRANCH, args, |row| row.get("n")).await
}

/// Who stands for each agency now: itself, or whoever took over. Those that ended without a successor are left out.
pub async fn successors(db: &Db, ids: &[String]) -> Outcome<HashMap<String, String>> {
    let pair = |row: &Row| Ok((row.get("id")?, row.get("now_id")?));
    Ok(db.all(agency::queries::SUCCESSORS, [list(ids)], pair).await?.into_iter().collect())
}

/// Ids of agencies that ended at that moment (epoch ms) or later.
pub async fn ended_since(db: &Db, moment: i64) -> Outcome<Vec<String>> {
    db.all(agency::queries::ENDED_SINCE, [moment.into()], |row| row.get("id")).await
}

/// Who holds one of these duties now at each of the agencies itself: kind and person, by agency.
pub async fn holders_at(app: &App, kinds: &[&str], agencies: &[String]) -> Outcome<HashMap<String, Vec<(String, Person)>>> {
    let args = [app.now().into(), app.now().into(), list(kinds), list(agencies)];
    let holder = |row: &Row| Ok((row.get::<String>("held_at")?, row.get::<String>("held_as")?, read_person(row)?));
    let mut holders: HashMap<String, Vec<(String, Person)>> = HashMap::new();
    for (agency, kind, person) in app.db().all(person::queries::HOLDERS_AT, args, holder).await? {
        holders.entry(agency).or_default().push((kind, person));
    }
    Ok(holders)
}
