//! What other domains may ask about agencies, people and regions: one query each, for whole lists at once. Decides no rights.

mod branches;

use std::collections::HashMap;

use kernel::{
    App, Db, Failure, Outcome,
    db::{NONE, Row, Value},
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    agency,
    identity::{Identity, PersonName},
    import::rows::UnitReference,
    labels::{Standing, labels_for},
    person, region,
};

pub use crate::agency::KINDS;
pub use branches::{Audience, Branch, Staff, below, count_below, ended_since, holders_at, reached, staff, successors};

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Agency {
    /// Its code, e.g. `kemenkeu.djpb.kppn-mamuju`.
    pub id: String,
    pub name: String,
    pub short_name: String,
    pub kind: String,
    pub region_id: String,
    pub region_name: String,
    /// WIB, WITA or WIT.
    pub zone: String,
    pub parent_id: Option<String>,
    pub ended_at: Option<i64>,
    pub successor_id: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Person {
    pub id: String,
    /// With titles.
    pub full_name: String,
    /// Without titles.
    pub plain_name: String,
    /// The full number: mask it before showing.
    pub nip: Option<String>,
    pub mail: Option<String>,
    pub position: String,
    pub agency_id: String,
    /// The short one.
    pub agency_name: String,
    pub zone: String,
    pub region_id: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Region {
    /// Kemendagri code, e.g. `76.02`.
    pub id: String,
    pub name: String,
    /// `provinsi`, `kabupaten` or `kota`.
    pub kind: String,
    pub zone: String,
    pub parent_id: Option<String>,
}

pub async fn agencies(db: &Db, ids: &[String]) -> Outcome<HashMap<String, Agency>> {
    let found = db.all(agency::queries::AGENCIES, [list(ids)], read_agency).await?;
    Ok(found.into_iter().map(|it| (it.id.clone(), it)).collect())
}

pub async fn agency(db: &Db, id: &str) -> Outcome<Agency> {
    db.one(agency::queries::AGENCIES, [list(&[id])], read_agency).await
}

/// The agency itself, its ancestors from near to far, and the nation `*`.
pub async fn lineage(db: &Db, agency_id: &str) -> Outcome<Vec<String>> {
    let lineage: Vec<String> = db.all(agency::queries::LINEAGES, [list(&[agency_id])], |row| row.get("ancestor_id")).await?;
    if lineage.is_empty() { Err(Failure::NotFound) } else { Ok(lineage) }
}

pub async fn lineages(db: &Db, ids: &[String]) -> Outcome<HashMap<String, Vec<String>>> {
    let pair = |row: &Row| Ok((row.get::<String>("agency_id")?, row.get::<String>("ancestor_id")?));
    let mut lineages: HashMap<String, Vec<String>> = HashMap::new();
    for (agency, ancestor) in db.all(agency::queries::LINEAGES, [list(ids)], pair).await? {
        lineages.entry(agency).or_default().push(ancestor);
    }
    Ok(lineages)
}

/// Agencies that have not ended and whose name, short name or code has all the words; spaces and hyphens do not count.
pub async fn search_agencies(db: &Db, words: &str, most: i64) -> Outcome<Vec<Agency>> {
    let words: Vec<String> = words.split_whitespace().map(UnitReference::folded).filter(|it| !it.is_empty()).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    db.all(agency::queries::SEARCH, [list(&words), words.concat().into(), most.into()], read_agency).await
}

pub async fn people(db: &Db, ids: &[String]) -> Outcome<HashMap<String, Person>> {
    let found = db.all(person::queries::PEOPLE, [list(ids)], read_person).await?;
    Ok(found.into_iter().map(|it| (it.id.clone(), it)).collect())
}

/// By service number without spaces; the answer is keyed by that number.
pub async fn people_by_nip(db: &Db, nips: &[String]) -> Outcome<HashMap<String, Person>> {
    let found = db.all(person::queries::PEOPLE_BY_NUMBER, [list(nips)], read_person).await?;
    Ok(found.into_iter().filter_map(|it| Some((it.nip.clone()?, it))).collect())
}

/// The labels that each person's actor would hold; nothing for people who left.
pub async fn labels_of(db: &Db, person_ids: &[String]) -> Outcome<HashMap<String, Vec<String>>> {
    Ok(db.all(person::queries::STANDINGS, [list(person_ids)], labels).await?.into_iter().collect())
}

pub async fn provinces(db: &Db) -> Outcome<Vec<Region>> {
    db.all(region::queries::PROVINCES, NONE, read_region).await
}

pub async fn regions(db: &Db, ids: &[String]) -> Outcome<HashMap<String, Region>> {
    let found = db.all(region::queries::REGIONS, [list(ids)], read_region).await?;
    Ok(found.into_iter().map(|it| (it.id.clone(), it)).collect())
}

/// Who holds one of these duties now at the agency or above it, nearest first.
pub async fn duty_holders(app: &App, kinds: &[&str], agency_id: &str) -> Outcome<Vec<Person>> {
    app.db().all(person::queries::DUTY_HOLDERS, duty_holders_of(app, kinds, agency_id), read_person).await
}

/// Those of the duty holders who stand nearest: at the agency itself, or else at the first node above it that has any.
pub async fn nearest_duty_holders(app: &App, kinds: &[&str], agency_id: &str) -> Outcome<Vec<Person>> {
    let at_distance = |row: &Row| Ok((row.get::<i64>("distance")?, read_person(row)?));
    let holders = app.db().all(person::queries::DUTY_HOLDERS, duty_holders_of(app, kinds, agency_id), at_distance).await?;
    let nearest = holders.first().map(|it| it.0);
    Ok(holders.into_iter().filter(|it| Some(it.0) == nearest).map(|it| it.1).collect())
}

fn duty_holders_of(app: &App, kinds: &[&str], agency_id: &str) -> [Value; 4] {
    [app.now().into(), app.now().into(), list(kinds), agency_id.into()]
}

/// `19840213••••••••••`: for everybody but those who keep the list.
pub fn masked(nip: &str) -> String {
    let kinds = ["nip", "nrp"].into_iter();
    kinds.filter_map(|kind| Identity::restore(kind, nip)).map(|it| it.masked()).next().unwrap_or_default()
}

/// `nip` (PNS), `ni-pppk`, `nrp` or `none`, told from the number.
pub fn kind_of_number(number: Option<&str>) -> &'static str {
    let read = |number: &str| ["nip", "nrp"].iter().find_map(|kind| Identity::restore(kind, number));
    number.and_then(read).map_or("none", |it| it.kind())
}

pub(crate) fn list<S: AsRef<str>>(items: &[S]) -> Value {
    serde_json::Value::from_iter(items.iter().map(|it| serde_json::json!([it.as_ref()]))).into()
}

pub(crate) fn read_agency(row: &Row) -> Outcome<Agency> {
    Ok(Agency {
        id: row.get("id")?,
        name: row.get("name")?,
        short_name: row.get("short_name")?,
        kind: row.get("kind")?,
        region_id: row.get("region_id")?,
        region_name: row.get("region_name")?,
        zone: row.get("zone")?,
        parent_id: row.get("parent_id")?,
        ended_at: row.get("ended_at")?,
        successor_id: row.get("successor_id")?,
    })
}

pub(crate) fn read_person(row: &Row) -> Outcome<Person> {
    Ok(Person {
        id: row.get("id")?,
        full_name: full_name(row)?,
        plain_name: row.get("name")?,
        nip: row.get("identity_number")?,
        mail: row.get("mail")?,
        position: row.get("position")?,
        agency_id: row.get("agency_id")?,
        agency_name: row.get("agency_name")?,
        zone: row.get("zone")?,
        region_id: row.get("region_id")?,
    })
}

pub(crate) fn full_name(row: &Row) -> Outcome<String> {
    Ok(PersonName { before: row.get("title_before")?, name: row.get("name")?, after: row.get("title_after")? }.full())
}

pub(crate) fn read_region(row: &Row) -> Outcome<Region> {
    Ok(Region {
        id: row.get("id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        zone: row.get("zone")?,
        parent_id: row.get("parent_id")?,
    })
}

fn labels(row: &Row) -> Outcome<(String, Vec<String>)> {
    let (person_id, lineage): (String, String) = (row.get("id")?, row.get("lineage")?);
    let lineage: Vec<String> = lineage.split(',').map(str::to_owned).collect();
    let province: Option<String> = row.get("province_id")?;
    let regions: Vec<String> = [row.get("region_id")?].into_iter().chain(province).collect();
    let labels = labels_for(&Standing { person_id: &person_id, lineage: &lineage, regions: &regions });
    Ok((person_id, labels))
}
