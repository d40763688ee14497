//! What becomes of answers that wait: every hour, when enough of them do, some are opened, counted in an order that is nobody's, and
//! forgotten. Each state that can be seen differs from the one before by at least five answers.

pub(crate) mod queries;

use kernel::{
    App, Outcome,
    clock::{HOUR, MINUTE},
    db::Tx,
    jobs::{self, JobKind, Running, Times},
    outbox,
};
use serde::{Deserialize, Serialize};

use super::{
    answering::desk::shuffle,
    index::{Element, Index, Weight, index},
    load,
    model::{Answers, Counts, FEWEST, Kind, Window},
    seal,
};
use crate::{activity, published::ActivityEvaluated};

pub(crate) const JOB: JobKind = JobKind { name: "education.evaluation-release", run };

/// Who sent the form in the last moment is still in line at the desk.
const GRACE: i64 = 10 * MINUTE;

#[derive(Serialize, Deserialize)]
struct Release {
    activity_id: String,
}

/// For the next full hour; once in an hour.
pub(super) async fn plan(tx: &mut Tx, activity_id: &str, now: i64) -> Outcome<()> {
    let run_at = (now / HOUR + 1) * HOUR;
    plan_at(tx, activity_id, Times { run_at, now }).await
}

/// For the moment when everything may go.
pub(super) async fn plan_end(tx: &mut Tx, activity_id: &str, closes_at: i64, now: i64) -> Outcome<()> {
    plan_at(tx, activity_id, Times { run_at: closes_at + GRACE, now }).await
}

async fn plan_at(tx: &mut Tx, activity_id: &str, times: Times) -> Outcome<()> {
    let payload = Release { activity_id: activity_id.to_owned() };
    jobs::plan(tx, JOB.name, &format!("{activity_id}/{}", times.run_at), &payload, times).await
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let Release { activity_id } = serde_json::from_str(payload)?;
        release(app, &activity_id).await
    })
}

/// How many of those that wait may go. Until the last have come five stay behind, so that whoever comes last is never alone.
fn portion(waiting: usize, are_all: bool) -> usize {
    let fewest = FEWEST.unsigned_abs() as usize;
    match waiting {
        _ if are_all => waiting,
        _ if waiting >= 2 * fewest => waiting - fewest,
        _ => 0,
    }
}

pub(super) async fn release(app: &App, activity_id: &str) -> Outcome<()> {
    let now = app.now();
    let activity = activity::queries::find(app.db(), activity_id).await?;
    let mut tx = app.db().begin().await?;
    // Held to the end: of two nodes, one waits and finds the other's work done.
    let evaluation = queries::hold(&mut tx, activity_id).await?;
    let window: Window = load::window(app.db(), &activity, &evaluation).await?;
    let has_closed = now >= window.closes_at + GRACE;
    let some = queries::waiting(&mut tx, activity_id).await?;
    let has_more = some.len() == queries::AT_ONCE;
    let mut waiting = readable(app, activity_id, some);
    shuffle(&mut waiting);
    let (ids, answers): (Vec<String>, Vec<Answers>) = waiting.drain(..portion(waiting.len(), has_closed && !has_more)).unzip();
    if !ids.is_empty() {
        if has_more {
            plan_at(&mut tx, activity_id, Times { run_at: now + MINUTE, now }).await?;
        }
        count(&mut tx, activity_id, (&ids, &answers)).await?;
        tell(&mut tx, activity_id, (now, has_closed)).await?;
    }
    if !waiting.is_empty() && !has_closed {
        plan_end(&mut tx, activity_id, window.closes_at, now).await?;
    }
    tx.commit().await?;
    app.ring();
    Ok(())
}

/// What was sealed with another secret waits until that is back.
fn readable(app: &App, activity_id: &str, waiting: Vec<(String, String)>) -> Vec<(String, Answers)> {
    let all = waiting.len();
    let open = |(id, body): (String, String)| Some((id, seal::opened(&app.settings().secret, activity_id, &body).ok()?));
    let readable: Vec<_> = waiting.into_iter().filter_map(open).collect();
    if readable.len() < all {
        tracing::error!(activity_id, many = all - readable.len(), "waiting answers were sealed with another secret");
    }
    readable
}

async fn count(tx: &mut Tx, activity_id: &str, (ids, answers): (&[String], &[Answers])) -> Outcome<()> {
    queries::forget(tx, ids).await?;
    queries::tally(tx, activity_id, answers).await?;
    queries::keep_words(tx, activity_id, answers).await?;
    queries::show(tx, activity_id).await
}

/// Keeps the index of what is shown now, and tells it.
async fn tell(tx: &mut Tx, activity_id: &str, (now, has_closed): (i64, bool)) -> Outcome<()> {
    let cells: Vec<Counts> = queries::shown(tx, activity_id).await?;
    let answers = cells.iter().map(|it| it.answers()).min().unwrap_or_default();
    let elements: Vec<Element> = cells.iter().map(|it| it.element()).collect();
    let Some(Index { hundredths, conversion }) = index(&elements, Weight::Exact).filter(|_| answers >= FEWEST) else {
        return Ok(());
    };
    queries::keep_index(tx, activity_id, (answers, hundredths, conversion), now / HOUR * HOUR).await?;
    let activity_id = activity_id.to_owned();
    let fact = ActivityEvaluated { answers, index: hundredths, conversion, has_closed, activity_id };
    outbox::publish(tx, now, &fact.activity_id, &fact).await
}

/// The subject of a count and the value that was given.
pub(super) type Given<'a> = (Kind, &'a str, u8);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn few_wait_until_the_end() {
        assert_eq!([0, 4, 5, 9].map(|it| portion(it, false)), [0; 4]);
        assert_eq!([10, 11, 500].map(|it| portion(it, false)), [5, 6, 495]);
        assert_eq!([0, 4, 12].map(|it| portion(it, true)), [0, 4, 12]);
    }

    proptest! {
        #[test]
        fn every_step_is_of_five_or_more_once_anything_was_released(arrivals in prop::collection::vec(0_usize..12, 1..40)) {
            let (mut waiting, mut released) = (0, 0);
            for (hour, arrived) in arrivals.iter().enumerate() {
                waiting += arrived;
                let goes = portion(waiting, hour + 1 == arrivals.len());
                prop_assert!(goes == 0 || goes >= 5 || released == 0, "{goes} after {released}");
                waiting -= goes;
                released += goes;
            }
            prop_assert_eq!(released, arrivals.iter().sum::<usize>());
        }
    }
}
