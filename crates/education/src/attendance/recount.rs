//! Counting the ledger of an activity anew, in bounded batches. What counts, and how, is in `count`.

use std::collections::HashMap;

use kernel::{
    App, Outcome,
    clock::SECOND,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
    outbox,
};
use serde::{Deserialize, Serialize};

use super::{
    count::{Session, count},
    model::Evidence,
    queries,
};
use crate::{activity, published::AttendanceCounted};

/// Runs when whoever changed the ledger did not live to count it.
pub(crate) const JOB: JobKind = JobKind { name: "education.recount", run };

const BATCH: i64 = 500;

#[derive(Serialize, Deserialize)]
struct Recount {
    activity_id: String,
}

/// Counts these registrations in the transaction that changed their ledger. Counts of one activity wait for each other, so that the
/// last one has seen everything.
pub(crate) async fn some(tx: &mut Tx, activity_id: &str, registrations: &[String], now: i64) -> Outcome<()> {
    let activity = activity::queries::find_locked(tx, activity_id).await?;
    let parts = queries::used_parts(tx, activity_id).await?;
    let session =
        Session { starts_at: activity.starts_at, ends_at: activity.ends_at, minimum_share: activity.minimum_share, parts };
    let mut ledgers: HashMap<String, Vec<Evidence>> = HashMap::new();
    for evidence in queries::ledgers_held(tx, activity_id, registrations).await? {
        ledgers.entry(evidence.registration_id.clone()).or_default().push(evidence);
    }
    let of = |id: &String| ledgers.get(id).map_or(&[][..], Vec::as_slice);
    let counts: Vec<_> = registrations.iter().map(|it| (it.clone(), count(&session, of(it)))).collect();
    queries::keep(tx, activity_id, now, &counts).await
}

/// Tells how the list stands, with the change that made it so.
pub(crate) async fn tell(tx: &mut Tx, activity_id: &str, now: i64) -> Outcome<()> {
    let (present, absent) = queries::totals_held(tx, activity_id).await?;
    let fact = AttendanceCounted { activity_id: activity_id.to_owned(), present, absent };
    outbox::publish(tx, now, activity_id, &fact).await
}

/// When a count runs that the change itself did not live to do.
pub(crate) fn soon(now: i64) -> Times {
    Times { run_at: now + 30 * SECOND, now }
}

/// Plans a count with the change that needs it. `cause` is unique to the change.
pub(crate) async fn plan(tx: &mut Tx, activity_id: &str, cause: &str, times: Times) -> Outcome<()> {
    let payload = Recount { activity_id: activity_id.to_owned() };
    jobs::plan(tx, JOB.name, &format!("{activity_id}/{cause}"), &payload, times).await
}

/// After an edit that moves what attendance is held against: plans a count if there was one before.
pub(crate) async fn follow(tx: &mut Tx, activity_id: &str, now: i64) -> Outcome<()> {
    match queries::totals_held(tx, activity_id).await? {
        (0, 0) => Ok(()),
        _ => plan(tx, activity_id, &kernel::id::fresh(), Times { run_at: now, now }).await,
    }
}

/// Counts everybody with a place, after a change that planned it; the plan is dropped when all is counted.
pub(crate) async fn all(app: &App, activity_id: &str, cause: &str) -> Outcome<()> {
    batches(app, activity_id).await?;
    let mut tx = app.db().begin().await?;
    tell(&mut tx, activity_id, app.now()).await?;
    jobs::unplan(&mut tx, JOB.name, &format!("{activity_id}/{cause}")).await?;
    tx.commit().await?;
    app.ring();
    Ok(())
}

async fn batches(app: &App, activity_id: &str) -> Outcome<()> {
    let mut after = 0;
    loop {
        let seats = queries::seats_after(app.db(), activity_id, after, BATCH).await?;
        let Some(last) = seats.last() else {
            return Ok(());
        };
        after = last.number;
        let registrations: Vec<String> = seats.into_iter().map(|it| it.registration_id).collect();
        let mut tx = app.db().begin().await?;
        some(&mut tx, activity_id, &registrations, app.now()).await?;
        tx.commit().await?;
    }
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let Recount { activity_id } = serde_json::from_str(payload)?;
        batches(app, &activity_id).await?;
        let mut tx = app.db().begin().await?;
        tell(&mut tx, &activity_id, app.now()).await?;
        tx.commit().await
    })
}
