//! Made-up people by the hundred thousand, for measuring and for trying things out at scale. The same every time; not an import.

pub(crate) mod queries;

use kernel::{
    App, Outcome,
    clock::{DAY, HOUR},
    db::{NONE, Tx},
    id,
};
use serde_json::{Value, json};

use crate::{agency, person, region};

const BATCH: i64 = 5_000;
const PROVINCES: i64 = 38;
const BODIES: i64 = 40;
const OFFICES: i64 = 50;
const GIVEN: &[&str] =
    &["Ayu", "Bagus", "Citra", "Dewi", "Eko", "Fitri", "Gilang", "Hasan", "Intan", "Joko", "Kartika", "Lukman"];
const FAMILY: &[&str] = &["Contoh", "Lestari", "Pratama", "Rahmah", "Saputra", "Setiawan", "Siregar", "Wulandari", "Manurung"];
const POSITIONS: &[&str] =
    &["Analis Kebijakan Ahli Pertama", "Arsiparis Mahir", "Pranata Komputer Ahli Muda", "Penyuluh Ahli Pertama"];

/// Who the `number`th person is, counting from 0.
pub fn person_id(number: i64) -> String {
    format!("01dem0person{number:014}")
}

/// Adds people 0 to `count`, spread over the units that are there; makes units first where there are none.
pub async fn people(app: &App, count: i64) -> Outcome<()> {
    let units = units(app).await?;
    for first in (0..count).step_by(BATCH as usize) {
        let numbers = first..(first + BATCH).min(count);
        let unit = |it: i64| units[it as usize % units.len()].as_str();
        let rows: Vec<Value> = numbers.clone().map(|it| person(it, unit(it))).collect();
        let places: Vec<Value> =
            numbers.map(|it| json!([format!("01dem0place{it:015}"), person_id(it), unit(it), position(it)])).collect();
        let mut tx = app.db().begin().await?;
        tx.run(person::queries::ADD, [json!(rows).into(), app.now().into()]).await?;
        tx.run(person::queries::PLACE, [json!(places).into(), app.now().into(), None::<String>.into()]).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Opens a session for each of the people 0 to `count`; answers what their browsers keep. For measuring only.
pub async fn sessions(app: &App, count: i64) -> Outcome<Vec<String>> {
    let now = app.now();
    let secrets: Vec<String> = (0..count).map(|_| id::secret()).collect();
    for (batch, secrets) in secrets.chunks(BATCH as usize).enumerate() {
        let first = batch as i64 * BATCH;
        let numbered = (first..).zip(secrets);
        let rows: Vec<Value> =
            numbered.map(|(it, secret)| json!([id::fresh(), id::fingerprint(secret), person_id(it)])).collect();
        let mut tx = app.db().begin().await?;
        let times = [now.into(), now.into(), (now + 8 * HOUR).into(), json!(rows).into()];
        tx.run(queries::START_SESSIONS, times).await?;
        tx.commit().await?;
    }
    Ok(secrets)
}

/// Lets a made-up person run the activities of a unit.
pub async fn appoint(app: &App, person_id: &str, unit: &str) -> Outcome<()> {
    let mut tx = app.db().begin().await?;
    tx.run(person::queries::GIVE_DUTY, [id::fresh().into(), person_id.into(), "pengelola".into(), unit.into(), app.now().into()])
        .await?;
    tx.commit().await
}

/// Lets a made-up person see and rule the whole nation.
pub async fn supervise(app: &App, person_id: &str) -> Outcome<()> {
    let mut tx = app.db().begin().await?;
    tx.run(person::queries::GIVE_DUTY, [id::fresh().into(), person_id.into(), "pembina".into(), "*".into(), app.now().into()])
        .await?;
    tx.commit().await
}

/// Adds so many more offices, spread over the made-up bodies; does nothing when they are there.
pub async fn offices(app: &App, count: i64) -> Outcome<()> {
    let present = units(app).await?;
    if present.iter().any(|it| it.contains(".wajib-")) {
        return Ok(());
    }
    for first in (0..count).step_by(BATCH as usize) {
        let numbers = first..(first + BATCH).min(count);
        let office = |it: i64| {
            let body = body_id(it % BODIES);
            unit(&format!("{body}.wajib-{it}"), json!(body), ("kantor", &format!("Kantor Wajib {it}")), it)
        };
        let rows: Vec<Value> = numbers.map(office).collect();
        let ids: Vec<Value> = rows.iter().map(|it| json!([it[0]])).collect();
        let mut tx = app.db().begin().await?;
        tx.run(agency::queries::ADD, [json!(rows).into(), app.now().into()]).await?;
        tx.run(agency::queries::DRAW_LINEAGE, [json!(ids).into()]).await?;
        tx.run(agency::queries::GROW_TREE, NONE).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The ids of all units that are there, in their order; of made-up ones where there are none.
pub async fn units(app: &App) -> Outcome<Vec<String>> {
    let present: Vec<String> = app.db().all(queries::UNITS, NONE, |row| row.get("id")).await?;
    if !present.is_empty() {
        return Ok(present);
    }
    let mut tx = app.db().begin().await?;
    make_units(&mut tx, app.now()).await?;
    tx.commit().await?;
    app.db().all(queries::UNITS, NONE, |row| row.get("id")).await
}

async fn make_units(tx: &mut Tx, now: i64) -> Outcome<()> {
    let zone = |it: i64| ["WIB", "WITA", "WIT"][it as usize % 3];
    let regions: Vec<Value> = (0..PROVINCES)
        .map(|it| json!([region_id(it), format!("Provinsi {it}"), "provinsi", null, zone(it), format!("provinsi{it}")]))
        .collect();
    tx.run(region::queries::UPSERT, [json!(regions).into()]).await?;
    let bodies = (0..BODIES).map(|it| unit(&body_id(it), Value::Null, ("lembaga", &format!("Badan Contoh {it}")), it));
    let offices = (0..BODIES * OFFICES).map(|it| {
        let (body, office) = (it / OFFICES, it % OFFICES);
        let name = format!("Kantor Contoh {office} Badan {body}");
        unit(&format!("{}.kantor-{office}", body_id(body)), json!(body_id(body)), ("kantor", &name), it)
    });
    let rows: Vec<Value> = bodies.chain(offices).collect();
    let ids: Vec<Value> = rows.iter().map(|it| json!([it[0]])).collect();
    tx.run(agency::queries::ADD, [json!(rows).into(), now.into()]).await?;
    tx.run(agency::queries::DRAW_LINEAGE, [json!(ids).into()]).await.map(drop)
}

fn unit(id: &str, parent: Value, (kind, name): (&str, &str), number: i64) -> Value {
    json!([id, parent, kind, name, name, agency::search_name(name, name, id), region_id(number % PROVINCES), null])
}

fn region_id(number: i64) -> String {
    format!("{}", 11 + number)
}

fn body_id(number: i64) -> String {
    format!("badan-{number}")
}

/// A row as for `person::queries::ADD`.
fn person(number: i64, unit: &str) -> Value {
    let name = format!("{} {}", pick(GIVEN, number), pick(FAMILY, number / GIVEN.len() as i64));
    let mail = format!("orang.{number}@contoh.go.id.example");
    json!([person_id(number), "nip", nip(number), "", name, "", person::search_name(&name), position(number), unit, mail, ""])
}

fn position(number: i64) -> &'static str {
    pick(POSITIONS, number)
}

/// The service number of the `number`th person. Serials 900 to 999 are given to nobody real.
pub fn nip(number: i64) -> String {
    const FIRST_BIRTHDAY: i64 = 0;
    let born = jiff::Timestamp::from_millisecond(FIRST_BIRTHDAY + number / 100 % 10_000 * DAY)
        .unwrap_or_default()
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date();
    let began = born.year() + 24;
    format!(
        "{:04}{:02}{:02}{began:04}{:02}{}{}",
        born.year(),
        born.month(),
        born.day(),
        born.month(),
        1 + number % 2,
        900 + number % 100
    )
}

fn pick(from: &[&'static str], number: i64) -> &'static str {
    from[number as usize % from.len()]
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::identity::Identity;

    #[test]
    fn everybody_has_a_number_of_their_own_that_the_product_accepts() {
        let numbers: HashSet<String> = (0..200_000).map(nip).collect();

        assert_eq!(numbers.len(), 200_000);
        for number in (0..200_000).step_by(7_919).map(nip) {
            assert!(Identity::parse(&number).is_ok(), "{number}");
        }
    }
}
