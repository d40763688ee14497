//! Stories of reads for many at once: who is answered from which, and what becomes of those whose read fails.

#![allow(clippy::unwrap_used)]

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    sync::atomic::{AtomicI64, AtomicU32, Ordering::SeqCst},
    task::Poll,
};

use crowd::together::{Reading, Together};
use kernel::{
    App, Failure, Migration,
    db::NONE,
    testing::both,
    web::{Identifying, Knock, Setup},
};
use tokio::sync::Semaphore;

const TABLE: Migration =
    Migration { id: "20260101_0000_sample", sql: "create table sample_sum (name text primary key, total bigint not null);\n" };
const SETUP: Setup =
    Setup { domains: &[], identify: nobody, dress: |_, _, note| axum::response::IntoResponse::into_response(note.status) };

fn nobody<'a>(_: &'a App, _: &'a Knock) -> Identifying<'a> {
    Box::pin(async { Ok(None) })
}

static VERSION: AtomicI64 = AtomicI64::new(0);
static READS: AtomicU32 = AtomicU32::new(0);
static GATE: Semaphore = Semaphore::const_new(0);

fn slow<'a>(_: &'a App, keys: &'a [String]) -> Reading<'a, String, i64> {
    Box::pin(async {
        let seen = VERSION.load(SeqCst);
        READS.fetch_add(1, SeqCst);
        GATE.acquire().await.unwrap().forget();
        Ok(keys.iter().filter(|it| seen >= 0 && *it != "gone").map(|it| (it.clone(), seen)).collect())
    })
}

/// Polls once, so that the future has begun to wait.
async fn waits<F: Future>(mut future: Pin<&mut F>) -> bool {
    poll_fn(|context| Poll::Ready(future.as_mut().poll(context).is_pending())).await
}

#[tokio::test]
async fn whoever_comes_during_a_read_shares_the_next_one() {
    both(SETUP, &[TABLE], async |app| {
        VERSION.store(1, SeqCst);
        READS.store(0, SeqCst);
        let versions = Together::read_by(&app, slow);
        let mut first = pin!(versions.of("a"));
        while READS.load(SeqCst) == 0 {
            assert!(waits(first.as_mut()).await);
            tokio::task::yield_now().await;
        }

        VERSION.store(2, SeqCst);
        let (mut second, mut third) = (pin!(versions.of("a")), pin!(versions.of("a")));
        let (mut other, mut gone) = (pin!(versions.of("b")), pin!(versions.of("gone")));
        assert!(waits(second.as_mut()).await && waits(third.as_mut()).await);
        assert!(waits(other.as_mut()).await && waits(gone.as_mut()).await);
        GATE.add_permits(2);

        assert_eq!(first.await.unwrap(), Some(1));
        assert_eq!((second.await.unwrap(), third.await.unwrap()), (Some(2), Some(2)));
        assert_eq!((other.await.unwrap(), gone.await.unwrap()), (Some(2), None), "each key its own answer");
        assert_eq!(READS.load(SeqCst), 2);
        VERSION.store(-1, SeqCst);
        GATE.add_permits(1);
        assert_eq!(versions.of("a").await.unwrap(), None, "a row that is gone has no version");
    })
    .await;
}

fn fails<'a>(_: &'a App, keys: &'a [String]) -> Reading<'a, String, i64> {
    Box::pin(async move { if keys.iter().any(|it| it == "panics") { panic!("on purpose") } else { Err(Failure::NotFound) } })
}

#[tokio::test]
async fn a_read_that_fails_tells_all_to_come_back_and_the_next_may_ask_again() {
    both(SETUP, &[TABLE], async |app| {
        let versions = Together::read_by(&app, fails);
        for id in ["fails", "panics", "fails", "panics"] {
            assert!(matches!(versions.of(id).await, Err(Failure::Busy { .. })), "{id}");
        }
    })
    .await;
}

fn total<'a>(app: &'a App, _: &'a [&'static str]) -> Reading<'a, &'static str, i64> {
    READS_OF_TOTAL.fetch_add(1, SeqCst);
    let read = |row: &kernel::db::Row| Ok(("sum", row.get("total")?));
    Box::pin(app.db().all("select total from sample_sum where name = 'sum'", NONE, read))
}

static READS_OF_TOTAL: AtomicU32 = AtomicU32::new(0);

#[tokio::test]
async fn a_recent_answer_is_never_from_before_a_change_that_was_made_here() {
    both(SETUP, &[TABLE], async |app| {
        READS_OF_TOTAL.store(0, SeqCst);
        let totals = Together::read_by(&app, total);
        assert_eq!(totals.recent("sum").await.unwrap(), None);

        for n in 1..=100 {
            let mut tx = app.db().begin().await.unwrap();
            let put =
                "insert into sample_sum (name, total) values ('sum', $1) on conflict (name) do update set total = excluded.total";
            tx.run(put, [i64::from(n).into()]).await.unwrap();
            tx.commit().await.unwrap();

            let seen = [totals.recent("sum").await.unwrap(), totals.recent("sum").await.unwrap()];
            assert_eq!(seen, [Some(n.into()); 2]);
        }
        assert!(READS_OF_TOTAL.load(SeqCst) < 201, "one read serves whoever asks soon after");
    })
    .await;
}
