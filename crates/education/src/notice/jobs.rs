//! The slow work of telling people, and the daily round that archives what is long over.

use jiff::civil::Time;
use kernel::{
    App, Outcome,
    clock::DAY,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
};
use ui::Zone;

use super::{mailing, telling};
use crate::activity;

pub(crate) const MAILING: JobKind = JobKind { name: mailing::JOB, run: mailing::run };
pub(crate) const TELLING: JobKind = JobKind { name: telling::JOB, run: telling::run };
pub(crate) const ARCHIVE: JobKind = JobKind { name: "education.archive", run: archive };

/// After this an activity leaves the lists of those who run it; its page stays.
const KEPT: i64 = 400 * DAY;

/// Plans the round of the coming night; may be repeated, each night has one.
pub(super) async fn plan_archive(tx: &mut Tx, now: i64) -> Outcome<()> {
    let zone = Zone::default();
    let tomorrow = zone.civil(now + DAY).date();
    let run_at = zone.moment(tomorrow, Time::constant(2, 0, 0, 0));
    jobs::plan(tx, ARCHIVE.name, &tomorrow.to_string(), &(), Times { run_at, now }).await
}

fn archive<'a>(app: &'a App, _: &'a str) -> Running<'a> {
    Box::pin(async move {
        let now = app.now();
        let mut tx = app.db().begin().await?;
        activity::queries::archive_ended_before(&mut tx, now - KEPT, now).await?;
        plan_archive(&mut tx, now).await?;
        tx.commit().await
    })
}
