//! Very many made-up activities with registrations, written in bulk: for measuring. No fact is told of them and nobody is reminded.

pub(crate) mod queries;

use kernel::{
    App, Db, Failure, Outcome,
    clock::{DAY, HOUR},
    db::NONE,
    id,
};
use serde_json::{Value, json};

use crate::activity::{
    audience,
    model::{FORMS, THEMES},
};

/// Activities whose rows are written in one transaction.
const BATCH: usize = 100;
/// Coprime to every number of people that is no multiple of it, so that nobody is registered twice.
const STRIDE: usize = 4_001;

/// Who registers.
pub struct Visitor {
    pub person_id: String,
    pub agency_id: String,
    pub name: String,
}

/// Where an activity may be held.
pub struct Venue {
    pub agency_id: String,
    pub region_id: String,
    pub zone: String,
}

pub struct Scale<'a> {
    /// How many there shall be in the end; what is there already counts.
    pub activities: usize,
    pub registrations: usize,
    pub visitors: &'a [Visitor],
    pub venues: &'a [Venue],
    /// Hears how many activities are done, of how many.
    pub progress: &'a (dyn Fn(u64, u64) + Sync),
}

/// Fills up to the numbers asked for, the same number of registrations for every new activity.
pub async fn fill(app: &App, scale: &Scale<'_>) -> Outcome<()> {
    let (activities, registrations) = there(app.db()).await?;
    let missing = scale.activities.saturating_sub(activities);
    if missing == 0 {
        return Ok(());
    }
    let each = scale.registrations.saturating_sub(registrations) / missing;
    if scale.visitors.len() < each || scale.visitors.len() % STRIDE == 0 || scale.venues.is_empty() {
        return Err(Failure::broken("there are too few people or agencies for so many registrations"));
    }
    for from in (0..missing).step_by(BATCH) {
        let until = (from + BATCH).min(missing);
        write(app, (scale, each), from..until).await?;
        (scale.progress)(until as u64, missing as u64);
    }
    Ok(())
}

async fn there(db: &Db) -> Outcome<(usize, usize)> {
    let activities: i64 = db.one(queries::COUNT_ACTIVITIES, NONE, |row| row.get("n")).await?;
    let registrations: i64 = db.one(queries::COUNT_REGISTRATIONS, NONE, |row| row.get("n")).await?;
    Ok((activities.unsigned_abs() as usize, registrations.unsigned_abs() as usize))
}

#[derive(Default)]
struct Rows {
    activities: Vec<Value>,
    hosts: Vec<Value>,
    audiences: Vec<Value>,
    registrations: Vec<Value>,
}

async fn write(app: &App, (scale, each): (&Scale<'_>, usize), numbers: std::ops::Range<usize>) -> Outcome<()> {
    let mut rows = Rows::default();
    for n in numbers {
        rows.add(n, (scale, each), app.now());
    }
    let mut tx = app.db().begin().await?;
    tx.run(queries::ACTIVITIES, [Value::Array(rows.activities).into()]).await?;
    tx.run(queries::HOSTS, [Value::Array(rows.hosts).into()]).await?;
    tx.run(queries::AUDIENCES, [Value::Array(rows.audiences).into()]).await?;
    tx.run(queries::REGISTRATIONS, [Value::Array(rows.registrations).into()]).await?;
    tx.commit().await
}

impl Rows {
    /// Nine in ten activities are over, the others come within half a year.
    fn add(&mut self, n: usize, (scale, each): (&Scale<'_>, usize), now: i64) {
        let (venue, by) = (&scale.venues[n * 11 % scale.venues.len()], &scale.visitors[n % scale.visitors.len()].person_id);
        let days = if n.is_multiple_of(10) { 1 + (n / 10 % 180) as i64 } else { -1 - (n % 1_000) as i64 };
        let starts_at = (now / DAY + days) * DAY + (1 + n as i64 % 8) * HOUR;
        let (made_at, is_public) = (starts_at - 40 * DAY, n.is_multiple_of(5));
        let (theme, form) = (THEMES[n % THEMES.len()], FORMS[n % FORMS.len()]);
        let seats = (!n.is_multiple_of(3)).then_some(each.max(1) * 2);
        let id = id::fresh();
        let title = format!("Kegiatan rekaan {n}: {}", theme.replace('-', " "));
        let times = (starts_at, starts_at + 2 * HOUR);
        let secret = id::secret();
        self.activities.push(json!([
            id,
            title,
            theme,
            form,
            times.0,
            times.1,
            venue.zone,
            seats,
            each,
            i64::from(is_public),
            secret,
            made_at,
            by
        ]));
        self.hosts.push(json!([id, venue.agency_id, made_at, by]));
        self.audiences.extend(labels(n, venue).iter().map(|it| json!([id, it])));
        for k in 0..each {
            let visitor = &scale.visitors[(n * 7_919 + k * STRIDE) % scale.visitors.len()];
            let (at, name) = (made_at + k as i64, visitor.name.to_lowercase());
            self.registrations.push(json!([
                id::fresh(),
                id,
                visitor.person_id,
                visitor.agency_id,
                name,
                k + 1,
                at,
                id::secret()
            ]));
        }
    }
}

fn labels(n: usize, venue: &Venue) -> Vec<String> {
    let province = venue.region_id.split('.').next().unwrap_or_default();
    let root = venue.agency_id.split('.').next().unwrap_or_default();
    let (agencies, regions): (&[&str], &[&str]) = match n % 5 {
        0 | 1 => (&[], &[]),
        2 => (&[], &[province]),
        3 => (&[], &[&venue.region_id]),
        _ => (&[root], &[]),
    };
    let owned = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    audience::labels(&owned(agencies), &owned(regions), n.is_multiple_of(5))
}
