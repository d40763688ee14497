//! Work for later or for long: a row written with the change, run by any node, retried with back-off, visible to the operator.

use std::{future::Future, pin::Pin, time::Duration};

use serde::Serialize;
use tokio::task::JoinSet;

use crate::{
    App, Failure, Outcome,
    clock::{DAY, HOUR, MINUTE, SECOND},
    db::{self, Row, Tx},
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

pub const STATEMENTS: &[&str] = &[PLAN, CLAIM, RENEW, FORGET, FINISH, STUMBLE, WAITING, DUE, DROP];

const PLAN: &str = "
    insert into kernel_job (id, key, kind, payload, run_at, planned_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (key) do nothing";
const CLAIM: &str = "
    update kernel_job set claimed_until = $1, attempts = attempts + 1
     where id = (select id from kernel_job
                  where finished_at is null and run_at <= $2 and claimed_until <= $3 order by run_at, id limit 1)
       and claimed_until <= $4 and finished_at is null
    returning id, kind, payload, run_at, attempts, stumbled_on";
const RENEW: &str = "update kernel_job set claimed_until = $1 where id = $2 and finished_at is null";
/// What was given up stays for the operator to see.
const FORGET: &str = "
    delete from kernel_job where id in
           (select id from kernel_job where finished_at < $1 and stumbled_on is null order by finished_at limit 500)";
const FINISH: &str = "update kernel_job set finished_at = $1, stumbled_on = $2 where id = $3";
const STUMBLE: &str = "update kernel_job set claimed_until = 0, run_at = $1, stumbled_on = $2 where id = $3";
const WAITING: &str = "
    select id, kind, payload, run_at, attempts, stumbled_on from kernel_job
     where finished_at is null order by run_at, id limit 200";
const DUE: &str = "select count(*) as n from kernel_job where finished_at is null and run_at <= $1";
const DROP: &str = "delete from kernel_job where key = $1 and finished_at is null";

/// Jobs under way at once on one node, so that a long one holds up no other.
const AT_ONCE: usize = 4;
/// How long after the last sign of life of a job it may be taken for dead, and run again.
const CLAIM_LASTS: i64 = 2 * MINUTE;
/// A key is planned once for ever; every key names a moment or a row, so after this long none comes again.
const KEPT: i64 = 90 * DAY;
/// When a running job gives a sign of life.
const RENEWED_AFTER: i64 = CLAIM_LASTS / 4;
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
    app.db().all(WAITING, db::NONE, job).await
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

/// Forgets some of what was done long ago; answers how much.
pub async fn forget_old(app: &App) -> Outcome<u64> {
    let mut tx = app.db().begin().await?;
    let forgotten = tx.run(FORGET, [(app.now() - KEPT).into()]).await?;
    tx.commit().await?;
    Ok(forgotten)
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
        Some(kind) => guarded(app, kind, job).await,
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
async fn guarded(app: &App, kind: &'static JobKind, job: &Job) -> Outcome<()> {
    let (own, payload) = (app.clone(), job.payload.clone());
    let mut task = JoinSet::new();
    task.spawn(db::behind(async move { (kind.run)(&own, &payload).await }));
    let mut claimed_at = app.now();
    let ended = loop {
        match tokio::time::timeout(Duration::from_secs(1), task.join_next()).await {
            Ok(ended) => break ended.unwrap_or(Ok(Err(Failure::broken("the job vanished")))),
            Err(_) if app.now() < claimed_at + RENEWED_AFTER => {}
            Err(_) => {
                claimed_at = app.now();
                renew(app, &job.id, claimed_at).await.unwrap_or_else(|it| tracing::warn!(%it, "a claim was not renewed"));
            }
        }
    };
    ended.unwrap_or_else(|it| Err(Failure::broken(format!("the job panicked: {it}"))))
}

async fn renew(app: &App, id: &str, now: i64) -> Outcome<()> {
    let mut tx = app.db().begin().await?;
    tx.run(RENEW, [(now + CLAIM_LASTS).into(), id.into()]).await?;
    tx.commit().await
}

/// Runs jobs for as long as the process lives.
pub async fn run(app: App) {
    let (mut running, mut tidied_at) = (JoinSet::new(), 0);
    loop {
        let rung = app.bell().notified();
        if app.now() - tidied_at > HOUR {
            match forget_old(&app).await {
                Ok(0) => tidied_at = app.now(),
                Ok(_) => {}
                Err(failure) => tracing::error!(%failure, "old jobs could not be forgotten"),
            }
        }
        if let Err(failure) = start_due(&app, &mut running).await {
            tracing::error!(%failure, "jobs could not be started");
        }
        tokio::select! {
            Some(ended) = running.join_next() => {
                if let Ok(Err(failure)) = ended {
                    tracing::error!(%failure, "how a job ended could not be written down");
                }
            }
            _ = tokio::time::timeout(Duration::from_secs(2), rung) => {}
        }
    }
}

async fn start_due(app: &App, running: &mut JoinSet<Outcome<()>>) -> Outcome<()> {
    while running.len() < AT_ONCE
        && let Some(job) = claim(app).await?
    {
        let app = app.clone();
        running.spawn(db::behind(async move { run_one(&app, &job).await }));
    }
    Ok(())
}
