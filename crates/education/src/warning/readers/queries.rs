//! Every statement about the people of a warning, and about their counts by unit and by node of the tree.

use std::collections::HashMap;

use kernel::{
    Db, Outcome,
    db::{Row, Tx},
};
use serde_json::{Value as Json, json};

use super::super::policy::Confirmable;
use crate::activity::queries::list;

pub(crate) const ALL: &[&str] =
    &[OF_PERSON, KNOWN, ADD, PLACE, RELOCATE, CONFIRM, ADD_UNITS, ADD_TOTALS, UNITS, REDRAW, REACHED, TOTAL, BELOW, OPEN, TOLD];

const OF_PERSON: &str = "select confirmed_at from education_warning_reader where warning_id = $1 and person_id = $2";
const KNOWN: &str = "
    select person_id, unit_id, confirmed_at, gone_at from education_warning_reader
     where warning_id = $1 and person_id in (select value ->> 0 from json_each($2))";

/// Somebody whom a warning is, or was, for.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    pub(crate) person_id: String,
    pub(crate) unit_id: String,
    pub(crate) has_confirmed: bool,
    pub(crate) is_gone: bool,
}

/// When this person confirmed.
pub(crate) async fn confirmed_at(db: &Db, warning_id: &str, person_id: &str) -> Outcome<Option<i64>> {
    Ok(db.maybe(OF_PERSON, [warning_id.into(), person_id.into()], |row| row.get("confirmed_at")).await?.flatten())
}

/// Whether they have, also in a turn that shares its commit with this one.
pub(crate) async fn has_confirmed(tx: &mut Tx, proof: &Confirmable) -> Outcome<bool> {
    let args = [(&proof.warning().id).into(), proof.person_id().into()];
    let found: Option<Option<i64>> = tx.maybe(OF_PERSON, args, |row| row.get("confirmed_at")).await?;
    Ok(found.flatten().is_some())
}

pub(crate) async fn known(db: &Db, warning_id: &str, people: &[String]) -> Outcome<HashMap<String, Reader>> {
    let readers = db.all(KNOWN, [warning_id.into(), list(people)], reader).await?;
    Ok(readers.into_iter().map(|it| (it.person_id.clone(), it)).collect())
}

fn reader(row: &Row) -> Outcome<Reader> {
    Ok(Reader {
        person_id: row.get("person_id")?,
        unit_id: row.get("unit_id")?,
        has_confirmed: row.get::<Option<i64>>("confirmed_at")?.is_some(),
        is_gone: row.get::<Option<i64>>("gone_at")?.is_some(),
    })
}

const ADD: &str = "
    insert into education_warning_reader (warning_id, told_at, person_id, unit_id)
    select $1, $2, value ->> 0, value ->> 1 from json_each($3) where true
    on conflict (warning_id, person_id) do nothing returning person_id, unit_id, confirmed_at, gone_at";
const PLACE: &str = "
    update education_warning_reader set unit_id = n.to_id, gone_at = null
      from (select value ->> 0 as id, value ->> 1 as from_id, value ->> 2 as was_gone, value ->> 3 as to_id from json_each($1)) n
     where person_id = n.id and unit_id = n.from_id and case when gone_at is null then 'no' else 'yes' end = n.was_gone and warning_id = $2
    returning person_id, unit_id, confirmed_at, gone_at";
/// A person who left meets no audience any more.
const RELOCATE: &str = "
    update education_warning_reader
       set unit_id = $1,
           gone_at = case when exists (select 1 from education_warning_audience u
                                        where u.warning_id = education_warning_reader.warning_id
                                          and u.label in (select value ->> 0 from json_each($2)))
                          then null else cast($3 as bigint) end
     where person_id = $4 and unit_id = $5 and gone_at is null
       and exists (select 1 from education_warning w
                    where w.id = education_warning_reader.warning_id and w.withdrawn_at is null and w.superseded_at is null)
    returning warning_id, person_id, unit_id, confirmed_at, gone_at";
const CONFIRM: &str = "
    update education_warning_reader set confirmed_at = $1
     where warning_id = $2 and person_id = $3 and confirmed_at is null
       and exists (select 1 from education_warning w
                    where w.id = warning_id and w.published_at is not null and w.withdrawn_at is null and w.superseded_at is null)
    returning person_id, unit_id, confirmed_at, gone_at";

/// People with their units; answers those who were not there yet.
pub(crate) async fn add(tx: &mut Tx, warning_id: &str, people: &[(String, String)], now: i64) -> Outcome<Vec<Reader>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<&(String, String)> = people.iter().collect();
    rows.sort();
    tx.all(ADD, [warning_id.into(), now.into(), json!(rows).into()], reader).await
}

/// Where somebody was counted, and their unit now; answers those who were so, as they are now.
pub(crate) async fn place(tx: &mut Tx, warning_id: &str, moved: &[(&Reader, &String)]) -> Outcome<Vec<Reader>> {
    if moved.is_empty() {
        return Ok(Vec::new());
    }
    let was_gone = |it: &Reader| if it.is_gone { "yes" } else { "no" };
    let rows: Vec<_> = moved.iter().map(|(was, unit)| json!([was.person_id, was.unit_id, was_gone(was), unit])).collect();
    tx.all(PLACE, [Json::from(rows).into(), warning_id.into()], reader).await
}

/// Somebody from one unit to another, with the labels that they hold there; answers the warnings that knew them, with how they are now.
pub(crate) async fn relocate(
    tx: &mut Tx,
    (person_id, labels): (&str, &[String]),
    (from, to): (&str, &str),
    now: i64,
) -> Outcome<Vec<(String, Reader)>> {
    let args = [to.into(), list(labels), now.into(), person_id.into(), from.into()];
    tx.all(RELOCATE, args, |row| Ok((row.get("warning_id")?, reader(row)?))).await
}

/// Nothing when they had confirmed before, or when the warning has ended.
pub(crate) async fn confirm(tx: &mut Tx, proof: &Confirmable, now: i64) -> Outcome<Option<Reader>> {
    tx.maybe(CONFIRM, [now.into(), (&proof.warning().id).into(), proof.person_id().into()], reader).await
}

const ADD_UNITS: &str = "
    insert into education_warning_unit (warning_id, unit_id, lineage, people, confirmed)
    select value ->> 0, value ->> 1, value ->> 2, cast(value ->> 3 as bigint), cast(value ->> 4 as bigint) from json_each($1) where true
    on conflict (warning_id, unit_id) do update set people = education_warning_unit.people + excluded.people,
        confirmed = education_warning_unit.confirmed + excluded.confirmed
    returning warning_id, unit_id, lineage, people, confirmed";
const ADD_TOTALS: &str = "
    insert into education_warning_total (warning_id, node, parent, people, confirmed)
    select value ->> 0, value ->> 1, value ->> 2, cast(value ->> 3 as bigint), cast(value ->> 4 as bigint) from json_each($1) where true
    on conflict (warning_id, node) do update set parent = excluded.parent,
        people = education_warning_total.people + excluded.people, confirmed = education_warning_total.confirmed + excluded.confirmed";
const UNITS: &str = "
    select unit_id, lineage, people, confirmed from education_warning_unit
     where warning_id = $1 and unit_id > $2 order by unit_id limit $3";
const REDRAW: &str = "
    update education_warning_unit set lineage = n.drawn
      from (select value ->> 0 as id, value ->> 1 as before, value ->> 2 as drawn from json_each($1)) n
     where unit_id = n.id and lineage = n.before and warning_id = $2 returning unit_id, lineage, people, confirmed";

/// A unit with the line up the tree in which it is counted: codes from near to far, with commas.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) unit_id: String,
    pub(crate) lineage: String,
    pub(crate) people: i64,
    pub(crate) confirmed: i64,
}

fn unit(row: &Row) -> Outcome<Unit> {
    Ok(Unit {
        unit_id: row.get("unit_id")?,
        lineage: row.get("lineage")?,
        people: row.get("people")?,
        confirmed: row.get("confirmed")?,
    })
}

/// Rows of warning, unit, lineage where it is new, people and confirmed to add; answers the lineage that holds by warning and unit.
pub(crate) async fn add_units(tx: &mut Tx, rows: Vec<Json>) -> Outcome<HashMap<(String, String), String>> {
    let read = |row: &Row| Ok(((row.get("warning_id")?, row.get("unit_id")?), row.get("lineage")?));
    Ok(tx.all(ADD_UNITS, [Json::from(rows).into()], read).await?.into_iter().collect())
}

/// Rows of warning, node, the one above it, people and confirmed to add.
pub(crate) async fn add_totals(tx: &mut Tx, rows: Vec<Json>) -> Outcome<()> {
    tx.run(ADD_TOTALS, [Json::from(rows).into()]).await.map(drop)
}

pub(crate) async fn units(db: &Db, warning_id: &str, after: &str, most: i64) -> Outcome<Vec<Unit>> {
    db.all(UNITS, [warning_id.into(), after.into(), most.into()], unit).await
}

/// Units with the lineage in which they are to be counted; answers those that were as they are given, as they are now.
pub(crate) async fn redraw(tx: &mut Tx, warning_id: &str, moved: &[(Unit, String)]) -> Outcome<Vec<Unit>> {
    let rows: Vec<_> = moved.iter().map(|(it, drawn)| json!([it.unit_id, it.lineage, drawn])).collect();
    tx.all(REDRAW, [Json::from(rows).into(), warning_id.into()], unit).await
}

const REACHED: &str = "
    select node from education_warning_total
     where warning_id = $1 and people > 0 and node in (select value ->> 0 from json_each($2)) order by node";
const TOTAL: &str = "select people, confirmed from education_warning_total where warning_id = $1 and node = $2";
const BELOW: &str = "
    select node, people, confirmed from education_warning_total
     where warning_id = $1 and parent = $2 and node > $3 and people > 0 order by node limit $4";
const OPEN: &str = "
    select person_id, unit_id from education_warning_reader
     where warning_id = $1 and unit_id in (select value ->> 0 from json_each($2)) and confirmed_at is null and gone_at is null
       and (unit_id, person_id) > ($3, $4) order by unit_id, person_id limit $5";
const TOLD: &str = "
    select person_id, unit_id, confirmed_at, gone_at from education_warning_reader
     where warning_id = $1 and person_id > $2 and gone_at is null order by person_id limit $3";

/// Of these nodes, those with people whom it is for.
pub(crate) async fn reached(db: &Db, warning_id: &str, nodes: &[String]) -> Outcome<Vec<String>> {
    db.all(REACHED, [warning_id.into(), list(nodes)], |row| row.get("node")).await
}

/// People and how many of them have confirmed, at the node and below it.
pub(crate) async fn total(db: &Db, warning_id: &str, node: &str) -> Outcome<(i64, i64)> {
    let found = db.maybe(TOTAL, [warning_id.into(), node.into()], |row| Ok((row.get("people")?, row.get("confirmed")?))).await?;
    Ok(found.unwrap_or_default())
}

/// The nodes directly below with people and confirmed, beginning after one.
pub(crate) async fn below(db: &Db, warning_id: &str, (node, after): (&str, &str), most: i64) -> Outcome<Vec<(String, i64, i64)>> {
    let read = |row: &Row| Ok((row.get("node")?, row.get("people")?, row.get("confirmed")?));
    db.all(BELOW, [warning_id.into(), node.into(), after.into(), most.into()], read).await
}

/// Who has not confirmed in these units, as person and unit, by unit and person, beginning after one.
pub(crate) async fn open(
    db: &Db,
    warning_id: &str,
    units: &[String],
    ((unit_id, person_id), most): ((&str, &str), i64),
) -> Outcome<Vec<(String, String)>> {
    let args = [warning_id.into(), list(units), unit_id.into(), person_id.into(), most.into()];
    db.all(OPEN, args, |row| Ok((row.get("person_id")?, row.get("unit_id")?))).await
}

/// Everybody it is for now, a page by id.
pub(crate) async fn told(db: &Db, warning_id: &str, after: &str, most: i64) -> Outcome<Vec<Reader>> {
    db.all(TOLD, [warning_id.into(), after.into(), most.into()], reader).await
}
