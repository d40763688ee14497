//! Jobs beside each other, on one node and on two.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use kernel::{
    App, Domain, Outcome,
    clock::{DAY, MINUTE, SECOND},
    jobs::{self, JobKind, Running, Times},
    testing::both,
    web::Setup,
};
use tokio::sync::Semaphore;

use crate::{SETUP, TABLE};

static GATE: Semaphore = Semaphore::const_new(0);
static RELEASE: Semaphore = Semaphore::const_new(0);
static IS_HELD: AtomicBool = AtomicBool::new(false);

fn waits_at_the_gate<'a>(_: &'a App, _: &'a str) -> Running<'a> {
    Box::pin(async {
        GATE.acquire().await.unwrap().forget();
        Ok(())
    })
}

fn is_held<'a>(_: &'a App, _: &'a str) -> Running<'a> {
    Box::pin(async {
        IS_HELD.store(true, SeqCst);
        RELEASE.acquire().await.unwrap().forget();
        Ok(())
    })
}

fn opens_the_gate<'a>(_: &'a App, _: &'a str) -> Running<'a> {
    Box::pin(async {
        GATE.add_permits(1);
        Ok(())
    })
}

const GATED: Setup = Setup {
    domains: &[Domain {
        jobs: &[
            JobKind { name: "sample.long", run: waits_at_the_gate },
            JobKind { name: "sample.short", run: opens_the_gate },
            JobKind { name: "sample.held", run: is_held },
        ],
        ..Domain::named("sample")
    }],
    ..SETUP
};

async fn plan(app: &App, kind: &'static str, run_at: i64) {
    let mut tx = app.db().begin().await.unwrap();
    jobs::plan(&mut tx, kind, "once", &"", Times { run_at, now: app.now() }).await.unwrap();
    tx.commit().await.unwrap();
}

async fn until(mut is_so: impl AsyncFnMut() -> bool) {
    while !is_so().await {
        tokio::task::yield_now().await;
    }
}

async fn all_done(app: &App) -> bool {
    jobs::waiting(app).await.unwrap().is_empty()
}

async fn claimed_until(app: &App) -> Outcome<i64> {
    app.db().one("select claimed_until from kernel_job", kernel::db::NONE, |row| row.get("claimed_until")).await
}

#[tokio::test]
async fn a_long_job_holds_up_no_other() {
    both(GATED, &[TABLE], async |app| {
        plan(&app, "sample.long", app.now() - SECOND).await;
        plan(&app, "sample.short", app.now()).await;

        let node = tokio::spawn(jobs::run(app.clone()));

        until(async || all_done(&app).await).await;
        node.abort();
    })
    .await;
}

#[tokio::test]
async fn what_was_done_long_ago_is_forgotten_and_nothing_else() {
    both(GATED, &[TABLE], async |app| {
        plan(&app, "sample.short", app.now()).await;
        assert_eq!(jobs::run_due(&app).await.unwrap(), 1);
        plan(&app, "sample.held", app.now() + 200 * DAY).await;
        plan(&app, "sample.long", app.now()).await;
        let mut tx = app.db().begin().await.unwrap();
        let give_up = "update kernel_job set finished_at = $1, stumbled_on = 'the server was gone' where kind = 'sample.long'";
        tx.run(give_up, [app.now().into()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(jobs::forget_old(&app).await.unwrap(), 0);

        app.clock().move_to(app.now() + 91 * DAY);

        assert_eq!((jobs::forget_old(&app).await.unwrap(), jobs::forget_old(&app).await.unwrap()), (1, 0));
        let left =
            app.db().all("select kind from kernel_job order by kind", kernel::db::NONE, |row| row.get::<String>("kind")).await;
        assert_eq!(left.unwrap(), ["sample.held", "sample.long"]);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_lives_is_not_taken_for_dead() {
    both(GATED, &[TABLE], async |app| {
        IS_HELD.store(false, SeqCst);
        plan(&app, "sample.held", app.now()).await;
        let node = tokio::spawn(jobs::run(app.clone()));
        until(async || IS_HELD.load(SeqCst)).await;
        let first = claimed_until(&app).await.unwrap();

        app.clock().move_to(first - MINUTE);
        until(async || claimed_until(&app).await.unwrap() > first).await;
        app.clock().move_to(first + SECOND);

        assert_eq!(jobs::run_due(&app).await.unwrap(), 0, "another node leaves it alone");
        RELEASE.add_permits(1);
        until(async || all_done(&app).await).await;
        node.abort();
    })
    .await;
}
