//! Whole branches of the tree: who is in them, who took over from whom, who speaks for whom. One query each, in pages by key.

use std::collections::HashMap;

use kernel::{
    App, Db, Outcome,
    db::{Row, Value},
};

use super::{Agency, Person, full_name, list, read_agency, read_person};
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

/// People at or below a node (`*`: all) and, unless the region is empty, in that region or in a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    pub node: String,
    pub region: String,
}

/// A page of the people in service who are in any of these audiences, by id, beginning after one.
pub async fn reached(db: &Db, audiences: &[Audience], after: &str, most: i64) -> Outcome<Vec<Person>> {
    let rows: Vec<_> = audiences.iter().map(|it| serde_json::json!([it.node, it.region])).collect();
    let args: [Value; 3] = [after.into(), serde_json::json!(rows).into(), most.into()];
    db.all(person::queries::REACHED, args, read_person).await
}

/// Somebody to choose from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    pub id: String,
    /// With titles.
    pub full_name: String,
    pub position: String,
}

/// The people in service in the unit itself, by name.
pub async fn staff(db: &Db, agency_id: &str, most: i64) -> Outcome<Vec<Staff>> {
    let read = |row: &Row| Ok(Staff { id: row.get("id")?, full_name: full_name(row)?, position: row.get("position")? });
    db.all(person::queries::OF_UNIT, [agency_id.into(), "".into(), "".into(), most.into()], read).await
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
