//! Made-up activities and registrations by the hundred thousand, for measuring and for trying things out at scale. The same every
//! time, with counters that agree with the rows.

mod board;
pub(crate) mod queries;

pub use board::board;

use directory::measuring::{person_id, units};
use kernel::{
    App, Db, Outcome,
    clock::{DAY, HOUR, MINUTE},
    db::NONE,
    id,
};
use serde_json::{Value, json};

use ui::Zone;

use crate::{
    activity::model::{FORMS, THEMES},
    demo,
};

/// How much to make. People 0 to `people` must be there.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    pub people: i64,
    pub activities: i64,
    pub registrations: i64,
}

/// What an activity's counters and rows say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub taken: i64,
    pub waiting: i64,
    pub seated_rows: i64,
    pub waiting_rows: i64,
    /// Of those in line.
    pub first_number: i64,
    pub last_number: i64,
    pub different_people: i64,
}

const BATCH: usize = 10_000;
const SPEAKERS: i64 = 2;
const ITEMS: i64 = 3;
const ZONES: &[&str] = &["WIB", "WITA", "WIT"];
const SUBJECTS: &[&str] = &["Inflasi dan APBN", "Data desa", "Antikorupsi"];

/// The id of the `number`th activity, counting from 0.
pub fn activity_id(number: i64) -> String {
    format!("01dem0act1v1ty{number:012}")
}

pub async fn is_filled(db: &Db) -> Outcome<bool> {
    Ok(db.maybe(queries::VERSION, [activity_id(0).into()], |row| row.get::<i64>("version")).await?.is_some())
}

/// Fills an installation that has people 0 to `people` of `directory::measuring`.
pub async fn fill(app: &App, scale: Scale) -> Outcome<()> {
    let units = units(app).await?;
    let made = Making { scale, units: &units, now: app.now() / DAY * DAY };
    for numbers in batches(scale.activities, BATCH / 10) {
        made.activities(app, &numbers).await?;
    }
    for numbers in batches(scale.activities, (BATCH as i64 * scale.activities / scale.registrations.max(1)).max(1) as usize) {
        write(app, queries::ADD_REGISTRATIONS, &[made.now.into()], made.registrations(&numbers)).await?;
    }
    Ok(())
}

/// Tells the database what is where, so that it plans well after so many new rows.
pub async fn settle(app: &App) -> Outcome<()> {
    let mut tx = app.db().begin().await?;
    tx.run(queries::ANALYZE, NONE).await?;
    tx.commit().await
}

/// An activity to be measured on: for everybody, published, with people 0 to `registered` in its seats.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub seats: Option<i64>,
    pub starts_at: i64,
    pub registered: i64,
}

/// Adds an activity of the first unit; answers its id.
pub async fn activity(app: &App, wanted: Wanted) -> Outcome<String> {
    let (id, units) = (id::fresh(), units(app).await?);
    let scale = Scale { people: i64::MAX, activities: 1, registrations: wanted.registered };
    let made = Making { scale, units: &units, now: app.now() };
    let mut row = made.activity(0);
    (row[0], row[5], row[6]) = (json!(id), json!(wanted.starts_at), json!(wanted.starts_at + 2 * HOUR));
    row[11] = json!(wanted.seats);
    write(app, queries::ADD_ACTIVITIES, &[], vec![row]).await?;
    write(app, queries::ADD_HOSTS, &[], vec![json!([id, units[0], made.now, person_id(0)])]).await?;
    write(app, queries::ADD_AUDIENCES, &[], vec![json!([id, "asn"])]).await?;
    let registrations: Vec<Value> =
        (0..wanted.registered).map(|it| json!([id::fresh(), id, person_id(it), it + 1, made.now, id::secret()])).collect();
    for rows in registrations.chunks(BATCH) {
        write(app, queries::ADD_REGISTRATIONS, &[made.now.into()], rows.to_vec()).await?;
    }
    Ok(id)
}

/// Everybody registered for an activity was there.
pub async fn attend(app: &App, activity_id: &str) -> Outcome<()> {
    let mut tx = app.db().begin().await?;
    tx.run(queries::ADD_ATTENDANCE, [app.now().into(), activity_id.into()]).await?;
    tx.commit().await
}

/// Gives everybody who was at an activity a certificate; answers their ids.
pub async fn certificates(app: &App, activity_id: &str) -> Outcome<Vec<String>> {
    let units = units(app).await?;
    let by = demo::coordinator_of(app, &units[0], Zone::default()).await?;
    Ok(demo::certificates::to_all(app, activity_id, &by).await?.into_iter().map(|it| it.id).collect())
}

/// How many have evaluated, and how many answers wait.
pub async fn evaluations(db: &Db, activity_id: &str) -> Outcome<(i64, i64)> {
    let read = |row: &kernel::db::Row| Ok((row.get("tokens")?, row.get("waiting")?));
    db.one(queries::EVALUATIONS, [activity_id.into(), activity_id.into()], read).await
}

/// Seats and places of an activity, by its counters and by its rows.
pub async fn count(db: &Db, activity_id: &str) -> Outcome<Count> {
    db.one(queries::COUNT, [activity_id.into()], |row| {
        Ok(Count {
            taken: row.get("taken")?,
            waiting: row.get("waiting")?,
            seated_rows: row.get("seated_rows")?,
            waiting_rows: row.get("waiting_rows")?,
            first_number: row.get("first_number")?,
            last_number: row.get("last_number")?,
            different_people: row.get("different_people")?,
        })
    })
    .await
}

/// Four queries as the page of an activity makes them, and nothing else; answers how many rows came.
pub async fn four_queries(db: &Db, activity_id: &str) -> Outcome<usize> {
    let version = db.all(queries::VERSION, [activity_id.into()], |row| row.get::<i64>("version")).await?;
    let hosts = db.all(queries::HOSTS, [activity_id.into()], |row| row.get::<String>("agency_id")).await?;
    let agenda = db.all(queries::AGENDA, [activity_id.into()], |row| row.get::<String>("title")).await?;
    let speakers = db.all(queries::SPEAKERS, [activity_id.into()], |row| row.get::<String>("name")).await?;
    Ok(version.len() + hosts.len() + agenda.len() + speakers.len())
}

/// What all rows are made from.
struct Making<'a> {
    scale: Scale,
    units: &'a [String],
    now: i64,
}

impl Making<'_> {
    async fn activities(&self, app: &App, numbers: &[i64]) -> Outcome<()> {
        let rows = |make: &dyn Fn(i64) -> Value| numbers.iter().map(|it| make(*it)).collect::<Vec<_>>();
        let times = |times: i64, make: &dyn Fn(i64, i64) -> Value| {
            numbers.iter().flat_map(|it| (0..times).map(|at| make(*it, at))).collect::<Vec<_>>()
        };
        write(app, queries::ADD_ACTIVITIES, &[], rows(&|it| self.activity(it))).await?;
        write(app, queries::ADD_HOSTS, &[], rows(&|it| json!([activity_id(it), self.unit(it), self.now, person_id(0)]))).await?;
        write(app, queries::ADD_AUDIENCES, &[], rows(&|it| json!([activity_id(it), self.audience(it)]))).await?;
        let item = |it: i64, at: i64| json!([activity_id(it), at, self.starts_at(it) + at * 30 * MINUTE, format!("Sesi {at}")]);
        write(app, queries::ADD_AGENDA, &[], times(ITEMS, &item)).await?;
        let speaker = |it: i64, at: i64| json!([activity_id(it), at, format!("Narasumber {it}-{at}"), self.unit(it + at)]);
        write(app, queries::ADD_SPEAKERS, &[], times(SPEAKERS, &speaker)).await
    }

    fn activity(&self, number: i64) -> Value {
        let (starts_at, taken, waiting) =
            (self.starts_at(number), self.taken(number), self.registered(number) - self.taken(number));
        let title = format!("{} {number}: apa yang perlu diketahui", pick(SUBJECTS, number));
        let seats = (number % 2 == 1).then_some(self.seats(number));
        json!([
            activity_id(number),
            title,
            "Penjelasan singkat bagi pegawai dan warga, dengan waktu untuk bertanya.",
            pick(THEMES, number),
            pick(FORMS, number),
            starts_at,
            starts_at + 2 * HOUR,
            pick(ZONES, number),
            id::fingerprint(&activity_id(number)),
            person_id(0),
            starts_at - 60 * DAY,
            seats,
            taken,
            waiting
        ])
    }

    /// From a year ago to half a year ahead.
    fn starts_at(&self, number: i64) -> i64 {
        self.now + (number % 540 - 360) * DAY + (1 + number % 8) * HOUR
    }

    fn unit(&self, number: i64) -> &str {
        &self.units[number as usize % self.units.len()]
    }

    fn audience(&self, number: i64) -> String {
        if number % 4 == 0 { format!("agency:{}", self.unit(number)) } else { "asn".to_owned() }
    }

    fn registered(&self, number: i64) -> i64 {
        let (each, rest) = (self.scale.registrations / self.scale.activities, self.scale.registrations % self.scale.activities);
        (each + i64::from(number < rest)).min(self.scale.people)
    }

    /// Every tenth limited activity has a waiting list.
    fn seats(&self, number: i64) -> i64 {
        if number % 10 == 1 { (self.registered(number) * 4 / 5).max(1) } else { self.registered(number) + 20 }
    }

    fn taken(&self, number: i64) -> i64 {
        if number % 2 == 0 { self.registered(number) } else { self.registered(number).min(self.seats(number)) }
    }

    fn registrations(&self, numbers: &[i64]) -> Vec<Value> {
        numbers.iter().flat_map(|it| (0..self.registered(*it)).map(|place| self.registration(*it, place))).collect()
    }

    fn registration(&self, number: i64, place: i64) -> Value {
        let person = (number * 53 + place) % self.scale.people;
        let key = number * self.scale.people + place;
        let seated_at = (place < self.taken(number)).then_some(self.now - DAY);
        json!([
            format!("01dem0reg{key:017}"),
            activity_id(number),
            person_id(person),
            place + 1,
            seated_at,
            format!("dem0t1cket{key:022}")
        ])
    }
}

async fn write(app: &App, sql: &'static str, first: &[kernel::db::Value], rows: Vec<Value>) -> Outcome<()> {
    let mut tx = app.db().begin().await?;
    tx.run(sql, [first, &[json!(rows).into()]].concat()).await?;
    tx.commit().await
}

fn pick(from: &[&'static str], number: i64) -> &'static str {
    from[number as usize % from.len()]
}

fn batches(count: i64, size: usize) -> impl Iterator<Item = Vec<i64>> {
    (0..count).step_by(size).map(move |first| (first..(first + size as i64).min(count)).collect())
}

#[cfg(test)]
mod tests;
