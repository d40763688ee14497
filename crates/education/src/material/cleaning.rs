//! The nightly job that removes files that nothing leads to (of materials removed a month ago, and of uploads that were never finished) and forgets
//! forms sent long ago.

use jiff::civil::Time;
use kernel::{
    App, Outcome,
    clock::DAY,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
};
use ui::Zone;

use super::{queries, shelf};
use crate::once;

pub(crate) const JOB: JobKind = JobKind { name: "education.material-cleaning", run };

/// After it was taken off a page.
const KEPT: i64 = 30 * DAY;
const AT_ONCE: i64 = 200;

/// Plans the coming night's; may be repeated, each night has one.
pub(crate) async fn plan(tx: &mut Tx, now: i64) -> Outcome<()> {
    let zone = Zone::default();
    let tomorrow = zone.civil(now + DAY).date();
    let run_at = zone.moment(tomorrow, Time::constant(2, 30, 0, 0));
    jobs::plan(tx, JOB.name, &tomorrow.to_string(), &(), Times { run_at, now }).await
}

fn run<'a>(app: &'a App, _: &'a str) -> Running<'a> {
    Box::pin(async move {
        let now = app.now();
        let mut tx = app.db().begin().await?;
        plan(&mut tx, now).await?;
        queries::let_go(&mut tx, now - KEPT).await?;
        tx.commit().await?;
        once::queries::forget_old(app).await?;
        loop {
            let mut tx = app.db().begin().await?;
            queries::mark(&mut tx, now, AT_ONCE).await?;
            tx.commit().await?;
            if !sweep(app).await? {
                return Ok(());
            }
        }
    })
}

/// The content first, then the row: between the two nobody can claim it. Answers whether there may be more.
async fn sweep(app: &App) -> Outcome<bool> {
    let depot = shelf::of(app)?;
    let marked = queries::removing(app.db(), AT_ONCE).await?;
    for hash in &marked {
        depot.remove(hash).await.map_err(shelf::failure)?;
    }
    let mut tx = app.db().begin().await?;
    queries::forget(&mut tx, &marked).await?;
    tx.commit().await?;
    Ok(marked.len() as i64 == AT_ONCE)
}
