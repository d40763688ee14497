//! The nightly round: closes periods that are over, moves what merged offices owed to their successors, counts what ended, opens what comes.
//! Safe to run twice, on any night.

use std::collections::HashMap;

use directory::lookup::{self, Agency};
use jiff::civil::Time;
use kernel::{
    App, Outcome,
    clock::DAY,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
};
use ui::Zone;

use super::{
    keeping,
    model::{Standing, State},
    opening, queries, recount,
};
use crate::obligation::{
    period::Rhythm,
    rule::{self, model::Rule},
};

pub(crate) const JOB: JobKind = JobKind { name: "education.obligation-round", run };

/// Standings or activities of one transaction.
const AT_ONCE: i64 = 500;
/// Longer than any period lasts.
const LONGEST: i64 = 200 * DAY;

/// Plans the round of the coming night; each night has one.
pub(crate) async fn plan(tx: &mut Tx, now: i64) -> Outcome<()> {
    let zone = Zone::default();
    let tomorrow = zone.civil(now + DAY).date();
    let run_at = zone.moment(tomorrow, Time::constant(0, 10, 0, 0));
    jobs::plan(tx, JOB.name, &tomorrow.to_string(), &(), Times { run_at, now }).await
}

fn run<'a>(app: &'a App, _: &'a str) -> Running<'a> {
    Box::pin(async move {
        go(app).await?;
        let mut tx = app.db().begin().await?;
        plan(&mut tx, app.now()).await?;
        tx.commit().await?;
        app.ring();
        Ok(())
    })
}

/// The round itself, except for planning the next.
pub(crate) async fn go(app: &App) -> Outcome<()> {
    take_over(app).await?;
    count_ended(app).await?;
    close(app).await?;
    open(app).await
}

async fn close(app: &App) -> Outcome<()> {
    loop {
        let mut tx = app.db().begin().await?;
        let overdue = queries::overdue(&mut tx, app.now(), AT_ONCE).await?;
        let is_last = (overdue.len() as i64) < AT_ONCE;
        keeping::settle(&mut tx, overdue, app.now()).await?;
        tx.commit().await?;
        if is_last {
            return Ok(());
        }
    }
}

async fn open(app: &App) -> Outcome<()> {
    let now = app.now();
    for rhythm in Rhythm::ALL {
        let running = rhythm.running(now);
        for period in [running, running.next()].into_iter().filter(|it| it.is_due(now)) {
            let rules = rule::queries::holding_in(app.db(), period).await?;
            let mut tx = app.db().begin().await?;
            for it in &rules {
                opening::plan(&mut tx, &it.id, period, now).await?;
            }
            tx.commit().await?;
        }
    }
    Ok(())
}

/// A net below the facts: what ended since the night before last is looked at once more.
async fn count_ended(app: &App) -> Outcome<()> {
    let (now, mut after) = (app.now(), String::new());
    loop {
        let ids = queries::ended_between(app.db(), (now - 2 * DAY, now), &after, AT_ONCE).await?;
        let Some(last) = ids.last() else { return Ok(()) };
        after.clone_from(last);
        let mut tx = app.db().begin().await?;
        recount::follow(app, &mut tx, &ids).await?;
        tx.commit().await?;
    }
}

/// The successor of an office that was merged away within a period owes what it owed, and is credited with what it did.
async fn take_over(app: &App) -> Outcome<()> {
    let ended = lookup::ended_since(app.db(), app.now() - LONGEST).await?;
    if ended.is_empty() {
        return Ok(());
    }
    let left = queries::open_of(app.db(), &ended, app.now()).await?;
    for some in left.chunks(AT_ONCE as usize) {
        hand_over(app, some).await?;
    }
    Ok(())
}

async fn hand_over(app: &App, left: &[Standing]) -> Outcome<()> {
    let offices: Vec<String> = left.iter().map(|it| it.agency_id.clone()).collect();
    let successors = lookup::successors(app.db(), &offices).await?;
    let heirs: Vec<String> = successors.values().cloned().collect();
    let heirs = lookup::agencies(app.db(), &heirs).await?;
    let heir_of = |it: &Standing| successors.get(&it.agency_id).and_then(|id| heirs.get(id));
    let inherited: Vec<Standing> = left.iter().filter_map(|it| Some(inherited(it, heir_of(it)?))).collect();
    let branches = branches(app, left).await?;
    let now = app.now();
    let mut tx = app.db().begin().await?;
    keeping::open(app.db(), &mut tx, (&inherited, &branches), now).await?;
    let moved: Vec<(State, Standing)> = left.iter().map(|it| (State::Moved, it.clone())).collect();
    keeping::put(&mut tx, &moved, now).await?;
    let activities = queries::credited_to(&mut tx, left).await?;
    recount::follow(app, &mut tx, &activities).await?;
    tx.commit().await
}

/// The same debt, in the heir's region and on its clock.
fn inherited(of: &Standing, heir: &Agency) -> Standing {
    let zone = Zone::parse(&heir.zone).unwrap_or_default();
    let shift = |at: i64| zone.start_of_day(at + DAY / 2);
    Standing {
        agency_id: heir.id.clone(),
        region_id: heir.region_id.clone(),
        opens_at: shift(of.opens_at),
        closes_at: shift(of.closes_at),
        counted: 0,
        pending: 0,
        state: State::None,
        ..of.clone()
    }
}

/// The top node of each rule that these standings are of.
async fn branches(app: &App, standings: &[Standing]) -> Outcome<HashMap<String, String>> {
    let mut found: HashMap<String, String> = HashMap::new();
    for it in standings {
        if !found.contains_key(&it.obligation_id) {
            let rule: Rule = rule::queries::find(app.db(), &it.obligation_id, it.period).await?;
            found.insert(rule.id, rule.branch_id);
        }
    }
    Ok(found)
}
