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
    if scale.visitors.len() < each || scale.visitors.len().is_multiple_of(STRIDE) || scale.venues.is_empty() {
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

/// One activity: its place in the row of all, and when it was made.
struct Made<'a> {
    n: usize,
    id: String,
    venue: &'a Venue,
    by: &'a str,
    starts_at: i64,
    made_at: i64,
}

impl<'a> Made<'a> {
    /// Nine in ten activities are over, the others come within half a year.
    fn new(n: usize, scale: &Scale<'a>, now: i64) -> Made<'a> {
        let days = if n.is_multiple_of(10) { 1 + (n / 10 % 180) as i64 } else { -1 - (n % 1_000) as i64 };
        let starts_at = (now / DAY + days) * DAY + (1 + n as i64 % 8) * HOUR;
        let venue = &scale.venues[n * 11 % scale.venues.len()];
        let by = &scale.visitors[n % scale.visitors.len()].person_id;
        Made { n, id: id::fresh(), venue, by, starts_at, made_at: starts_at - 40 * DAY }
    }

    fn row(&self, each: usize) -> Value {
        let (theme, form) = (THEMES[self.n % THEMES.len()], FORMS[self.n % FORMS.len()]);
        let title = format!("Kegiatan rekaan {}: {}", self.n, theme.replace('-', " "));
        let seats = (!self.n.is_multiple_of(3)).then_some(each.max(1) * 2);
        let (ends_at, is_public, secret) = (self.starts_at + 2 * HOUR, i64::from(self.n.is_multiple_of(5)), id::secret());
        let what = (&self.id, title, theme, form, self.starts_at, ends_at, &self.venue.zone);
        let who = (seats, each, is_public, secret, self.made_at, self.by);
        json!([what.0, what.1, what.2, what.3, what.4, what.5, what.6, who.0, who.1, who.2, who.3, who.4, who.5])
    }
}

impl Rows {
    fn add(&mut self, n: usize, (scale, each): (&Scale<'_>, usize), now: i64) {
        let made = Made::new(n, scale, now);
        let id = &made.id;
        self.activities.push(made.row(each));
        self.hosts.push(json!([id, made.venue.agency_id, made.made_at, made.by]));
        self.audiences.extend(labels(n, made.venue).iter().map(|it| json!([id, it])));
        for k in 0..each {
            let visitor = &scale.visitors[(n * 7_919 + k * STRIDE) % scale.visitors.len()];
            let (at, name) = (made.made_at + k as i64, visitor.name.to_lowercase());
            let who = (&visitor.person_id, &visitor.agency_id, name);
            self.registrations.push(json!([id::fresh(), id, who.0, who.1, who.2, k + 1, at, id::secret()]));
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
