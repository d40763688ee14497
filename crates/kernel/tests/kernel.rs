//! The kernel's promises, on both databases.

#![allow(clippy::unwrap_used)]

mod files;
mod working;

use std::sync::{Arc, Mutex};

use kernel::{
    Access, Actor, App, Clock, Domain, Failure, Migration, Outcome, Routes, Settings,
    db::{NONE, Tx, Value},
    jobs::{self, JobKind, Times},
    mail::{self, Letter, Postman},
    outbox::{self, Fact, Hearing, Reaction},
    testing::both,
    web::{Identifying, Knock, Setup, Visit},
};
use serde::{Deserialize, Serialize};
use tower::ServiceExt;

#[derive(Serialize, Deserialize)]
struct Counted {
    by: i64,
}
impl Fact for Counted {
    const TOPIC: &'static str = "sample.counted";
}

const TABLE: Migration = Migration {
    id: "20260101_0000_sample",
    sql: "create table sample_sum (name text primary key, total bigint not null);\ncreate table sample_seen (by bigint not null);\n",
};

fn add<'a>(_: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: Counted = outbox::read(body)?;
        if fact.by < 0 {
            return Err(Failure::broken("cannot hear this"));
        }
        tx.run("insert into sample_seen (by) values ($1)", [fact.by.into()]).await.map(drop)
    })
}

static JOBS_RUN: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn note<'a>(_: &'a App, payload: &'a str) -> jobs::Running<'a> {
    Box::pin(async move {
        JOBS_RUN.lock().unwrap().push(payload.to_owned());
        if payload.contains("panic") { panic!("on purpose") } else { Ok(()) }
    })
}

const DOMAINS: &[Domain] = &[Domain {
    reactions: &[Reaction { name: "sample-adds", topic: "sample.counted", hear: add }],
    jobs: &[JobKind { name: "sample.note", run: note }],
    ..Domain::named("sample")
}];

fn nobody<'a>(_: &'a App, _: &'a Knock) -> Identifying<'a> {
    Box::pin(async { Ok(None::<Actor>) })
}

const SETUP: Setup =
    Setup { domains: DOMAINS, identify: nobody, dress: |_, _, note| axum::response::IntoResponse::into_response(note.status) };

async fn seen(app: &App) -> Vec<i64> {
    app.db().all("select by from sample_seen order by by", NONE, |row| row.get("by")).await.unwrap()
}

#[tokio::test]
async fn every_statement_of_the_kernel_prepares() {
    both(SETUP, &[TABLE], async |app| {
        for sql in kernel::schema::statements() {
            app.db().check(sql).await.unwrap_or_else(|it| panic!("{it}\n{sql}"));
        }
        assert!(app.db().check("select nothing from nowhere").await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_write_that_is_dropped_leaves_nothing_and_the_next_one_goes_on() {
    both(SETUP, &[TABLE], async |app| {
        let mut dropped = app.db().begin().await.unwrap();
        dropped.run("insert into sample_seen (by) values ($1)", [1.into()]).await.unwrap();
        drop(dropped);

        let mut kept = app.db().begin().await.unwrap();
        kept.run("insert into sample_seen (by) values ($1)", [2.into()]).await.unwrap();
        kept.commit().await.unwrap();

        assert_eq!(seen(&app).await, [2]);
    })
    .await;
}

#[tokio::test]
async fn two_hundred_writers_at_once_all_keep_their_write_and_failures_hurt_only_themselves() {
    both(SETUP, &[TABLE], async |app| {
        let writes = (0..200).map(|n| {
            let app = app.clone();
            tokio::spawn(async move {
                let mut tx = app.db().begin().await?;
                tx.run("insert into sample_sum (name, total) values ($1, $2)", [(n % 150).to_string().into(), n.into()]).await?;
                tx.commit().await
            })
        });
        let results: Vec<Outcome<()>> = futures_util::future::join_all(writes).await.into_iter().map(|it| it.unwrap()).collect();

        let refused = results.iter().filter(|it| matches!(it, Err(Failure::Taken(_)))).count();
        assert_eq!((results.iter().filter(|it| it.is_ok()).count(), refused), (150, 50));
        let rows = app.db().one("select count(*) as n from sample_sum", NONE, |row| row.get::<i64>("n")).await.unwrap();
        assert_eq!(rows, 150);
    })
    .await;
}

#[tokio::test]
async fn facts_are_heard_once_and_a_failing_one_holds_up_only_its_own_object() {
    both(SETUP, &[TABLE], async |app| {
        let mut tx = app.db().begin().await.unwrap();
        outbox::publish(&mut tx, app.now(), "a", &Counted { by: -1 }).await.unwrap();
        outbox::publish(&mut tx, app.now(), "a", &Counted { by: 1 }).await.unwrap();
        outbox::publish_all(&mut tx, app.now(), &[("b", Counted { by: 2 }), ("c", Counted { by: 3 })]).await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(outbox::deliver(&app).await.unwrap(), 2);
        assert_eq!(outbox::deliver(&app).await.unwrap(), 0);

        assert_eq!(seen(&app).await, [2, 3]);
        assert_eq!(outbox::pending(&app).await.unwrap(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_fact_that_commits_late_is_not_skipped() {
    both(SETUP, &[TABLE], async |app| {
        if app.db().is_sqlite() {
            return; // One writer: nothing can commit late there.
        }
        let mut late = app.db().begin().await.unwrap();
        outbox::publish(&mut late, app.now(), "late", &Counted { by: 1 }).await.unwrap();
        let mut early = app.db().begin().await.unwrap();
        outbox::publish(&mut early, app.now(), "early", &Counted { by: 2 }).await.unwrap();
        early.commit().await.unwrap();
        assert_eq!(outbox::deliver(&app).await.unwrap(), 1);

        late.commit().await.unwrap();

        assert_eq!(outbox::deliver(&app).await.unwrap(), 1);
        assert_eq!(seen(&app).await, [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn a_job_is_planned_once_runs_when_due_and_survives_a_panic() {
    both(SETUP, &[TABLE], async |app| {
        JOBS_RUN.lock().unwrap().clear();
        let times = Times { run_at: app.now() + 1_000, now: app.now() };
        let mut tx = app.db().begin().await.unwrap();
        jobs::plan(&mut tx, "sample.note", "once", &"hello", times).await.unwrap();
        jobs::plan(&mut tx, "sample.note", "once", &"again", times).await.unwrap();
        jobs::plan(&mut tx, "sample.note", "bad", &"panic", times).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(jobs::run_due(&app).await.unwrap(), 0);

        app.clock().move_to(app.now() + 1_000);

        assert_eq!(jobs::run_due(&app).await.unwrap(), 2);
        assert_eq!(jobs::run_due(&app).await.unwrap(), 0);
        assert_eq!(*JOBS_RUN.lock().unwrap(), ["\"hello\"", "\"panic\""]);
        assert_eq!(jobs::waiting(&app).await.unwrap().len(), 1, "the one that panicked waits for another try");
    })
    .await;
}

#[tokio::test]
async fn a_letter_with_a_known_key_is_posted_once() {
    both(SETUP, &[TABLE], async |app| {
        let calendar = Some(("REQUEST".to_owned(), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned()));
        let letter = Letter {
            key: "k".into(),
            to: "rina@contoh.go.id.example".into(),
            to_name: "Rina, S.E.".into(),
            subject: "Halo".into(),
            text: "Isi".into(),
            calendar,
        };
        for _ in 0..2 {
            let mut tx = app.db().begin().await.unwrap();
            mail::post(&mut tx, app.now(), std::slice::from_ref(&letter)).await.unwrap();
            tx.commit().await.unwrap();
        }
        let postman = Postman::of(&app.settings().mail_url).unwrap();

        assert_eq!(mail::send_waiting(&app, &postman).await.unwrap(), 1);
        assert_eq!(mail::send_waiting(&app, &postman).await.unwrap(), 0);
        assert_eq!(mail::letters_to(&app, "rina@contoh.go.id.example").await.unwrap(), std::slice::from_ref(&letter));
    })
    .await;
}

#[tokio::test]
async fn a_snapshot_shows_every_table_as_it_was_when_it_was_taken() {
    both(SETUP, &[TABLE], async |app| {
        let mut tx = app.db().begin().await.unwrap();
        tx.run("insert into sample_sum (name, total) values ($1, $2)", ["b".into(), 2.into()]).await.unwrap();
        tx.run("insert into sample_sum (name, total) values ($1, $2)", ["a".into(), 1.into()]).await.unwrap();
        tx.commit().await.unwrap();
        let mut snapshot = app.db().snapshot().await.unwrap();
        let tables = snapshot.tables().await.unwrap();
        let sums = tables.iter().find(|it| it.name == "sample_sum").unwrap();

        let mut tx = app.db().begin().await.unwrap();
        tx.run("insert into sample_sum (name, total) values ($1, $2)", ["late".into(), 3.into()]).await.unwrap();
        tx.commit().await.unwrap();
        let mut rows = Vec::new();
        let count = snapshot
            .each(sums, &mut |row| {
                rows.push(row);
                Ok(())
            })
            .await
            .unwrap();

        assert_eq!(sums.columns, ["name", "total"]);
        assert_eq!(count, 2);
        assert_eq!(rows, [vec!["a".into(), Value::from(1)], vec!["b".into(), 2.into()]]);
        assert!(tables.iter().any(|it| it.name == "kernel_fact"));
    })
    .await;
}

#[tokio::test]
async fn a_database_tells_about_itself() {
    both(SETUP, &[TABLE], async |app| {
        let about = app.db().about().await.unwrap();

        assert!(about.version.starts_with(|it: char| it.is_ascii_digit()), "{about:?}");
        assert!(about.encoding.to_lowercase().starts_with("utf"), "{about:?}");
        assert!((Clock::System.now() - about.now).abs() < 3_600_000, "{about:?}");
        assert_eq!(app.db().usage().map(|it| it.pool), ["pages", "reports"]);
    })
    .await;
}

#[tokio::test]
async fn the_host_of_an_address_is_without_its_port() {
    both(SETUP, &[TABLE], async |app| {
        let host = |base_url: &str| Settings { base_url: base_url.into(), ..app.settings().clone() }.host().to_owned();

        assert_eq!(host("https://guyub.example"), "guyub.example");
        assert_eq!(host("http://127.0.0.1:8080/"), "127.0.0.1");
        assert_eq!(host("http://[::1]:8080"), "[::1]");
    })
    .await;
}

async fn stumbles() -> Outcome<&'static str> {
    panic!("on purpose")
}

const DOORS: &[Domain] =
    &[Domain { routes: || Routes::of("sample").get("/tersandung/{id}", Access::Anyone, stumbles), ..Domain::named("sample") }];

#[tokio::test]
async fn a_panic_answers_500_names_its_door_and_the_next_visitor_is_served() {
    both(Setup { domains: DOORS, ..SETUP }, &[TABLE], async |app| {
        let router = kernel::web::serve(app, axum::Router::new());
        let request = || axum::http::Request::get("/tersandung/7").body(axum::body::Body::empty()).unwrap();

        let answer = router.clone().oneshot(request()).await.unwrap();
        let visit = answer.extensions().get::<Arc<Visit>>().unwrap();

        assert_eq!(answer.status(), 500);
        assert_eq!(visit.door.get(), Some(&"/tersandung/{id}"));
        assert_eq!(router.oneshot(request()).await.unwrap().status(), 500);
    })
    .await;
}
