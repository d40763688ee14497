//! How one domain tells the others what happened: written in the same transaction as the change itself, heard at least once, in order per object.

use std::{collections::HashSet, future::Future, pin::Pin, time::Duration};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    App, Failure, Outcome,
    clock::{MINUTE, SECOND},
    db::{NONE, Row, Tx},
    id,
};

/// Something that happened, named in the past tense.
pub trait Fact: Serialize + DeserializeOwned {
    const TOPIC: &'static str;
}

pub type Hearing<'a> = Pin<Box<dyn Future<Output = Outcome<()>> + Send + 'a>>;

/// One listener of one topic. Must be safe to run twice: its mark is written in its own transaction, which may be repeated.
#[derive(Clone, Copy)]
pub struct Reaction {
    /// Unique for ever: the mark that a fact was heard bears this name.
    pub name: &'static str,
    pub topic: &'static str,
    pub hear: for<'a> fn(&'a App, &'a mut Tx, &'a str) -> Hearing<'a>,
}

pub const STATEMENTS: &[&str] = &[PUBLISH, PUBLISH_MANY, WAITING, HEARD, MARK, SETTLE, STUMBLE, PENDING];

const PUBLISH: &str = "insert into kernel_fact (id, topic, object, body, happened_at) values ($1, $2, $3, $4, $5)";
const PUBLISH_MANY: &str = "
    insert into kernel_fact (id, topic, object, body, happened_at)
    select value ->> 0, $1, value ->> 1, value ->> 2, $2 from json_each($3) order by key";
const WAITING: &str = "
    select place, topic, object, body, attempts, next_at from kernel_fact
     where settled_at is null order by place limit 500";
const HEARD: &str = "select reaction from kernel_fact_heard where place = $1";
const MARK: &str = "insert into kernel_fact_heard (place, reaction, heard_at) values ($1, $2, $3) on conflict do nothing";
const SETTLE: &str =
    "update kernel_fact set settled_at = $1 where place in (select cast(value ->> 0 as bigint) from json_each($2))";
const STUMBLE: &str = "update kernel_fact set attempts = attempts + 1, next_at = $1, stumbled_on = $2 where place = $3";
const PENDING: &str = "select count(*) as n from kernel_fact where settled_at is null";

/// Tells a fact about one object. Facts about the same object are heard in the order in which they were told.
pub async fn publish<F: Fact>(tx: &mut Tx, now: i64, object: &str, fact: &F) -> Outcome<()> {
    let body = serde_json::to_string(fact)?;
    tx.run(PUBLISH, [id::fresh().into(), F::TOPIC.into(), object.into(), body.into(), now.into()]).await.map(drop)
}

/// Tells many facts of one kind with one statement.
pub async fn publish_all<F: Fact>(tx: &mut Tx, now: i64, facts: &[(&str, F)]) -> Outcome<()> {
    if facts.is_empty() {
        return Ok(());
    }
    let rows: Vec<[String; 3]> = facts
        .iter()
        .map(|(object, fact)| Ok([id::fresh(), (*object).to_owned(), serde_json::to_string(fact)?]))
        .collect::<Outcome<_>>()?;
    tx.run(PUBLISH_MANY, [F::TOPIC.into(), now.into(), serde_json::json!(rows).into()]).await.map(drop)
}

pub fn read<F: Fact>(body: &str) -> Outcome<F> {
    Ok(serde_json::from_str(body)?)
}

struct Waiting {
    place: i64,
    topic: String,
    object: String,
    body: String,
    attempts: i64,
    next_at: i64,
}

fn waiting(row: &Row) -> Outcome<Waiting> {
    Ok(Waiting {
        place: row.get("place")?,
        topic: row.get("topic")?,
        object: row.get("object")?,
        body: row.get("body")?,
        attempts: row.get("attempts")?,
        next_at: row.get("next_at")?,
    })
}

/// Delivers what is waiting, oldest first; answers how many facts were settled. A fact is found by its missing mark and not by a
/// cursor, so one that committed late with a smaller place is not skipped.
pub async fn deliver(app: &App) -> Outcome<usize> {
    let facts = app.db().all(WAITING, NONE, waiting).await?;
    let mut held_up: HashSet<&str> = HashSet::new();
    let mut settled = Vec::new();
    for fact in &facts {
        if held_up.contains(fact.object.as_str()) || fact.next_at > app.now() {
            held_up.insert(&fact.object);
            continue;
        }
        match hear(app, fact).await {
            Ok(()) => settled.push([fact.place]),
            Err(failure) => {
                held_up.insert(&fact.object);
                stumble(app, fact, &failure).await?;
            }
        }
    }
    if !settled.is_empty() {
        let mut tx = app.db().begin().await?;
        tx.run(SETTLE, [app.now().into(), serde_json::json!(settled).into()]).await?;
        tx.commit().await?;
    }
    Ok(settled.len())
}

async fn hear(app: &App, fact: &Waiting) -> Outcome<()> {
    let listeners: Vec<&Reaction> = app.reactions().filter(|it| it.topic == fact.topic).collect();
    if listeners.is_empty() {
        return Ok(());
    }
    let heard: Vec<String> = app.db().all(HEARD, [fact.place.into()], |row| row.get("reaction")).await?;
    for reaction in listeners.iter().filter(|it| !heard.iter().any(|name| name == it.name)) {
        let mut tx = app.db().begin().await?;
        // The mark comes first: of two nodes that hear the same fact at once, the second waits here and then finds it marked.
        if tx.run(MARK, [fact.place.into(), reaction.name.into(), app.now().into()]).await? == 1 {
            (reaction.hear)(app, &mut tx, &fact.body).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

async fn stumble(app: &App, fact: &Waiting, failure: &Failure) -> Outcome<()> {
    tracing::warn!(topic = fact.topic, object = fact.object, attempts = fact.attempts, %failure, "a reaction failed; it will be tried again");
    let pause = (SECOND << fact.attempts.clamp(0, 9)).min(10 * MINUTE);
    let mut tx = app.db().begin().await?;
    tx.run(STUMBLE, [(app.now() + pause).into(), failure.to_string().into(), fact.place.into()]).await?;
    tx.commit().await
}

/// How many facts wait, for the operator.
pub async fn pending(app: &App) -> Outcome<i64> {
    app.db().one(PENDING, NONE, |row| row.get("n")).await
}

/// Delivers for as long as the process lives; several nodes may, as each mark is written once.
pub async fn run(app: App) {
    loop {
        let rung = app.bell().notified();
        match deliver(&app).await {
            Ok(0) => {
                let _ = tokio::time::timeout(Duration::from_secs(2), rung).await;
            }
            // Whoever heard may have planned jobs, or written letters.
            Ok(_) => app.ring(),
            Err(failure) => {
                tracing::error!(%failure, "delivery failed");
                let _ = tokio::time::timeout(Duration::from_secs(5), rung).await;
            }
        }
    }
}
