//! Finds the people whom a warning is for, page by page, tells each once, and counts them; again every night for those who came since.
//! Each page is a job and a transaction that plans the next. Safe to run twice.

use std::collections::{BTreeSet, HashSet};

use directory::lookup::{self, Audience, Person};
use jiff::civil::Time;
use kernel::{
    App, Outcome,
    clock::DAY,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
};
use serde::{Deserialize, Serialize};
use ui::Zone;

use super::{
    counting,
    letters::{self, Kind},
    queries as readers,
};
use crate::{
    activity::audience::Label,
    warning::{
        model::{State, Warning},
        queries,
    },
};

pub(crate) const JOB: JobKind = JobKind { name: "education.warning-telling", run };
pub(crate) const ROUND: JobKind = JobKind { name: "education.warning-round", run: round };

/// People of one page.
const AT_ONCE: i64 = 1_000;
/// Warnings of one page of the round.
const WARNINGS: i64 = 500;
/// After this nobody new is told: the warning stands in the list of those in force.
const TOLD_FOR: i64 = 370 * DAY;

#[derive(Clone, Serialize, Deserialize)]
struct Telling {
    warning_id: String,
    /// What makes people be looked for: publication, a night, a change of the tree.
    occasion: String,
    /// The last person of the page before.
    after: String,
}

/// Looks for the people of every warning in force.
#[derive(Serialize, Deserialize)]
struct Round {
    occasion: String,
    /// The nightly one plans the next.
    is_nightly: bool,
}

/// Plans the first page; the same occasion once for ever.
pub(crate) async fn plan(tx: &mut Tx, warning_id: &str, occasion: &str, now: i64) -> Outcome<()> {
    let first = Telling { warning_id: warning_id.to_owned(), occasion: occasion.to_owned(), after: String::new() };
    first.plan(tx, now).await
}

/// Plans the round of the coming night; each night has one.
pub(crate) async fn plan_round(tx: &mut Tx, now: i64) -> Outcome<()> {
    let zone = Zone::default();
    let tomorrow = zone.civil(now + DAY).date();
    let run_at = zone.moment(tomorrow, Time::constant(0, 40, 0, 0));
    let night = Round { occasion: tomorrow.to_string(), is_nightly: true };
    jobs::plan(tx, ROUND.name, &night.occasion, &night, Times { run_at, now }).await
}

/// Plans a round for a change that cannot wait for the night.
pub(crate) async fn plan_extra_round(tx: &mut Tx, occasion: String, now: i64) -> Outcome<()> {
    let extra = Round { occasion, is_nightly: false };
    jobs::plan(tx, ROUND.name, &extra.occasion, &extra, Times { run_at: now, now }).await
}

/// Labels as directory looks for their people.
pub(crate) fn audience(labels: &[String]) -> Vec<Audience> {
    let parsed = labels.iter().map(|it| Label::parse(it)).filter(|it| !it.is_public);
    let node = |it: &Label<'_>| if it.agency.is_empty() { "*" } else { it.agency }.to_owned();
    parsed.map(|it| Audience { node: node(&it), region: it.region.to_owned() }).collect()
}

impl Telling {
    async fn plan(&self, tx: &mut Tx, now: i64) -> Outcome<()> {
        let key = format!("{}/{}/{}", self.warning_id, self.occasion, self.after);
        jobs::plan(tx, JOB.name, &key, self, Times { run_at: now, now }).await
    }
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let telling: Telling = serde_json::from_str(payload)?;
        let warning = queries::find(app.db(), &telling.warning_id).await?;
        if warning.state() != State::InForce {
            return Ok(());
        }
        if telling.after.is_empty() {
            counting::follow_tree(app, &warning.id).await?;
        }
        let labels = queries::audience(app.db(), &warning.id).await?;
        let people = lookup::reached(app.db(), &audience(&labels), &telling.after, AT_ONCE).await?;
        tell(app, &warning, people, telling).await?;
        app.ring();
        Ok(())
    })
}

async fn tell(app: &App, warning: &Warning, people: Vec<Person>, telling: Telling) -> Outcome<()> {
    let (db, now) = (app.db(), app.now());
    let ids: Vec<String> = people.iter().map(|it| it.id.clone()).collect();
    let placed: Vec<(String, String)> = people.iter().map(|it| (it.id.clone(), it.agency_id.clone())).collect();
    let known = readers::known(db, &warning.id, &ids).await?;
    let units: BTreeSet<String> = placed.iter().map(|it| it.1.clone()).collect();
    let lines = lookup::lineages(db, &Vec::from_iter(units)).await?;
    let mut tx = db.begin().await?;
    let new: HashSet<String> =
        counting::settle(&lines, &mut tx, (&warning.id, &known), (&placed, now)).await?.into_iter().collect();
    let told: Vec<Person> = people.into_iter().filter(|it| new.contains(&it.id)).collect();
    letters::send(app, &mut tx, (warning, Kind::Published), &told).await?;
    if let (Some(last), true) = (ids.last(), ids.len() as i64 == AT_ONCE) {
        Telling { after: last.clone(), ..telling }.plan(&mut tx, now).await?;
    }
    tx.commit().await
}

fn round<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let round: Round = serde_json::from_str(payload)?;
        plan_all(app, &round.occasion).await?;
        if round.is_nightly {
            let mut tx = app.db().begin().await?;
            plan_round(&mut tx, app.now()).await?;
            tx.commit().await?;
        }
        app.ring();
        Ok(())
    })
}

/// Looks for the people of every warning in force that is not old.
async fn plan_all(app: &App, occasion: &str) -> Outcome<()> {
    let (now, mut after) = (app.now(), String::new());
    loop {
        let some = queries::in_force_since(app.db(), now - TOLD_FOR, &after, WARNINGS).await?;
        let Some(last) = some.last() else { return Ok(()) };
        after.clone_from(last);
        let mut tx = app.db().begin().await?;
        for id in &some {
            plan(&mut tx, id, occasion, now).await?;
        }
        tx.commit().await?;
    }
}
