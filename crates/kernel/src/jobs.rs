//! Work for later or for long: a row written with the change, run by any node, retried with back-off, visible to the operator.

use std::{future::Future, pin::Pin, time::Duration};

use serde::Serialize;
use tokio::task::JoinSet;

use crate::{
    App, Failure, Outcome,
    clock::{HOUR, MINUTE, SECOND},
    db::{Row, Tx},
    id,
};

pub type Running<'a> = Pin<Box<dyn Future<Output = Outcome<()>> + Send + 'a>>;

#[derive(Clone, Copy)]
pub struct JobKind {
    /// Domain and noun, e.g. "education.reminder".
    pub name: &'static str,
    /// Must be safe to run twice; checks rights and state again, as time has passed.
    pub run: for<'a> fn(&'a App, &'a str) -> Running<'a>,
}

/// A job as the operator sees it.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Job {
    pub id: String,
    pub kind: String,
    pub payload: String,
    pub run_at: i64,
    pub attempts: i64,
    pub stumbled_on: Option<String>,
}

pub const STATEMENTS: &[&str] = &[PLAN, CLAIM, FINISH, STUMBLE, WAITING, DUE, DROP];

const PLAN: &str = "
    insert into kernel_job (id, key, kind, payload, run_at, planned_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (key) do nothing";
const CLAIM: &str = "
    update kernel_job set claimed_until = $1, attempts = attempts + 1
     where id = (select id from kernel_job
                  where finished_at is null and run_at <= $2 and claimed_until <= $3 order by run_at, id limit 1)
       and claimed_until <= $4 and finished_at is null
    returning id, kind, payload, run_at, attempts, stumbled_on";
const FINISH: &str = "update kernel_job set finished_at = $1, stumbled_on = $2 where id = $3";
const STUMBLE: &str = "update kernel_job set claimed_until = 0, run_at = $1, stumbled_on = $2 where id = $3";
const WAITING: &str = "
    select id, kind, payload, run_at, attempts, stumbled_on from kernel_job
     where finished_at is null order by run_at, id limit 200";
const DUE: &str = "select count(*) as n from kernel_job where finished_at is null and run_at <= $1";
const DROP: &str = "delete from kernel_job where key = $1 and finished_at is null";

/// How long one node may work on a job before another may think it died.
const CLAIM_LASTS: i64 = 10 * MINUTE;
const MOST_ATTEMPTS: i64 = 12;

/// Plans a job at a time (epoch ms). The same key is planned once for ever, so planning may be repeated.
pub async fn plan(tx: &mut Tx, kind: &'static str, key: &str, payload: &impl Serialize, times: Times) -> Outcome<()> {
    let payload = serde_json::to_string(payload)?;
    let key = format!("{kind}/{key}");
    let args = [id::fresh().into(), key.into(), kind.into(), payload.into(), times.run_at.into(), times.now.into()];
    tx.run(PLAN, args).await.map(drop)
}

/// When a job is to run, and when that was decided.
#[derive(Clone, Copy)]
pub struct Times {
    pub run_at: i64,
    pub now: i64,
}

/// Takes back a job that has not run.
pub async fn unplan(tx: &mut Tx, kind: &'static str, key: &str) -> Outcome<()> {
    tx.run(DROP, [format!("{kind}/{key}").into()]).await.map(drop)
}

fn job(row: &Row) -> Outcome<Job> {
    Ok(Job {
        id: row.get("id")?,
        kind: row.get("kind")?,
        payload: row.get("payload")?,
        run_at: row.get("run_at")?,
        attempts: row.get("attempts")?,
        stumbled_on: row.get("stumbled_on")?,
    })
}

/// What has not been done yet, soonest first.
pub async fn waiting(app: &App) -> Outcome<Vec<Job>> {
    app.db().all(WAITING, crate::db::NONE, job).await
}

/// How many should have run by now, for the operator.
pub async fn due(app: &App) -> Outcome<i64> {
    app.db().one(DUE, [app.now().into()], |row| row.get("n")).await
}

/// Runs what is due until nothing is; answers how many jobs were run.
pub async fn run_due(app: &App) -> Outcome<usize> {
    let mut done = 0;
    while let Some(job) = claim(app).await? {
        run_one(app, &job).await?;
        done += 1;
    }
    Ok(done)
}

async fn claim(app: &App) -> Outcome<Option<Job>> {
    let now = app.now();
    let mut tx = app.db().begin().await?;
    let claimed = tx.maybe(CLAIM, [(now + CLAIM_LASTS).into(), now.into(), now.into(), now.into()], job).await?;
    tx.commit().await?;
    Ok(claimed)
}

async fn run_one(app: &App, job: &Job) -> Outcome<()> {
    let kind = app.domains().iter().flat_map(|it| it.jobs).find(|it| it.name == job.kind);
    let result = match kind {
        Some(kind) => guarded(app, kind, &job.payload).await,
        None => Err(Failure::broken(format!("no job is called {}", job.kind))),
    };
    let mut tx = app.db().begin().await?;
    match result {
        Ok(()) => tx.run(FINISH, [app.now().into(), None::<String>.into(), job.id.as_str().into()]).await?,
        Err(failure) if job.attempts >= MOST_ATTEMPTS => {
            tracing::error!(kind = job.kind, id = job.id, %failure, "a job was given up");
            tx.run(FINISH, [app.now().into(), failure.to_string().into(), job.id.as_str().into()]).await?
        }
        Err(failure) => {
            tracing::warn!(kind = job.kind, id = job.id, %failure, "a job failed; it will be tried again");
            let pause = ((5 * SECOND) << job.attempts.clamp(0, 12)).min(6 * HOUR);
            tx.run(STUMBLE, [(app.now() + pause).into(), failure.to_string().into(), job.id.as_str().into()]).await?
        }
    };
    tx.commit().await
}

/// A panic in one job never ends the process, and a job never outlives who runs it: its claim would go to another meanwhile.
async fn guarded(app: &App, kind: &'static JobKind, payload: &str) -> Outcome<()> {
    let (app, payload) = (app.clone(), payload.to_owned());
    let mut task = JoinSet::new();
    task.spawn(async move { (kind.run)(&app, &payload).await });
    let ended = task.join_next().await.unwrap_or(Ok(Err(Failure::broken("the job vanished"))));
    ended.unwrap_or_else(|it| Err(Failure::broken(format!("the job panicked: {it}"))))
}

/// Runs jobs for as long as the process lives.
pub async fn run(app: App) {
    loop {
        let rung = app.bell().notified();
        if let Err(failure) = run_due(&app).await {
            tracing::error!(%failure, "jobs could not be run");
        }
        let _ = tokio::time::timeout(Duration::from_secs(2), rung).await;
    }
}
