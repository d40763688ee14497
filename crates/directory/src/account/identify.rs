//! Who is behind a cookie or a token: one light query, shared by all who come at once, and what that person may read and do from memory, per version of the
//! person and of the tree. Not how the cookie or token came about.

use std::{collections::HashMap, sync::Arc, time::Duration};

use crowd::{
    desk::{Desk, Settling},
    together::{Reading, Together},
};
use kernel::{
    Actor, App, Duty, Failure, Outcome, Way,
    clock::MINUTE,
    db::Row,
    id,
    web::{Identifying, Knock},
};
use moka::sync::Cache;

use super::{queries, session};
use crate::{
    identity::PersonName,
    labels::{Standing, labels_for},
    lookup::list,
    tree::Tree,
};

/// Coarse enough that seeing people costs next to no writes, fine enough for "last seen".
const SEEN_EVERY: i64 = 10 * MINUTE;
/// About 1.5 KB each.
const MOST_ACTORS: u64 = 20_000;
const LONGEST_SECRET: usize = 100;

/// Turns what a visitor showed into an actor: `None` when it is unknown, ended or expired, or when the person has left.
pub fn identify<'a>(app: &'a App, knock: &'a Knock) -> Identifying<'a> {
    Box::pin(async move {
        let found = match knock {
            Knock::Cookie(secret) => by_session(app, secret).await?,
            Knock::Bearer(secret) => by_token(app, secret).await?,
        };
        let Some(found) = found else { return Ok(None) };
        note_seen(app, &found).await;
        match actor(app, &found).await {
            Ok(actor) => Ok(Some(Actor { way: found.way, ..actor })),
            // Left between the two looks.
            Err(Failure::NotFound) => Ok(None),
            Err(failure) => Err(failure),
        }
    })
}

/// The person as an actor without a request, for jobs that look again whether they may: `None` when they have left.
pub async fn acting(app: &App, person_id: &str) -> Outcome<Option<Actor>> {
    let found = load(app, &[person_id.to_owned()]).await?;
    Ok(found.into_iter().next().map(|it| it.1.actor.clone()))
}

/// What the light query answers.
#[derive(Clone)]
struct Found {
    way: Way,
    person_id: String,
    seen_at: Option<i64>,
    /// Of the person and of the tree: either changes whatever may change rights.
    versions: (i64, i64),
}

/// By fingerprint.
struct Sessions(Together<String, Found>);

async fn by_session(app: &App, secret: &str) -> Outcome<Option<Found>> {
    if secret.len() > LONGEST_SECRET {
        return Ok(None);
    }
    app.kept(|app| Sessions(Together::read_by(app, sessions))).0.of(id::fingerprint(secret)).await
}

fn sessions<'a>(app: &'a App, fingerprints: &'a [String]) -> Reading<'a, String, Found> {
    let now = app.now();
    let args = [list(fingerprints), now.into(), (now - session::IDLE).into()];
    Box::pin(
        app.db().all(queries::BY_SESSION, args, |row| {
            Ok((row.get("fingerprint")?, found(row, Way::Session { id: row.get("id")? })?))
        }),
    )
}

async fn by_token(app: &App, secret: &str) -> Outcome<Option<Found>> {
    if secret.len() > LONGEST_SECRET {
        return Ok(None);
    }
    let args = [id::fingerprint(secret).into(), app.now().into()];
    app.db()
        .maybe(queries::BY_TOKEN, args, |row| {
            let scopes = row.get::<String>("scopes")?.split_whitespace().map(str::to_owned).collect();
            found(row, Way::Token { id: row.get("id")?, scopes })
        })
        .await
}

fn found(row: &Row, way: Way) -> Outcome<Found> {
    Ok(Found {
        way,
        person_id: row.get("person_id")?,
        seen_at: row.get("seen_at")?,
        versions: (row.get("version")?, row.get("tree_version")?),
    })
}

/// What is kept of a person between requests.
struct Kept {
    actor: Actor,
    /// When the first of the duties ends, so that none counts a moment longer.
    good_until: i64,
}

struct Actors {
    kept: Cache<(String, (i64, i64)), Arc<Kept>>,
    read: Together<String, Arc<Kept>>,
}

async fn actor(app: &App, found: &Found) -> Outcome<Actor> {
    let actors = app.kept(|app| Actors {
        kept: Cache::builder().max_capacity(MOST_ACTORS).time_to_idle(Duration::from_secs(3600)).build(),
        read: Together::read_by(app, |app, ids| Box::pin(load(app, ids))),
    });
    let key = (found.person_id.clone(), found.versions);
    if let Some(kept) = actors.kept.get(&key).filter(|it| app.now() < it.good_until) {
        return Ok(kept.actor.clone());
    }
    let kept = actors.read.of(&found.person_id).await?.ok_or(Failure::NotFound)?;
    actors.kept.insert(key, Arc::clone(&kept));
    Ok(kept.actor.clone())
}

/// Those of them who have not left, by id.
async fn load(app: &App, ids: &[String]) -> Outcome<Vec<(String, Arc<Kept>)>> {
    let (db, now) = (app.db(), app.now());
    let standings = db.all(queries::STANDING, [list(ids)], standing).await?;
    let mut duties: HashMap<String, Vec<(Duty, i64)>> = HashMap::new();
    for (person_id, it) in db.all(queries::DUTIES, [list(ids), now.into(), now.into()], duty).await? {
        duties.entry(person_id).or_default().push(it);
    }
    let homes: Vec<String> = standings.iter().map(|it| it.0.home.clone()).collect();
    let lineages = Tree::exact(app).await?.lineages(&homes).await?;
    let kept = standings.into_iter().map(|(mut actor, regions)| {
        let lineage = lineages.get(&actor.home).map(Vec::as_slice).unwrap_or_default();
        actor.labels = labels_for(&Standing { person_id: &actor.id, lineage, regions: &regions });
        let duties = duties.remove(&actor.id).unwrap_or_default();
        let good_until = duties.iter().map(|it| it.1).min().unwrap_or(i64::MAX);
        actor.duties = duties.into_iter().map(|it| it.0).collect();
        (actor.id.clone(), Arc::new(Kept { actor, good_until }))
    });
    Ok(kept.collect())
}

/// The actor, still without labels and duties, and their regions from near to far.
fn standing(row: &Row) -> Outcome<(Actor, Vec<String>)> {
    let name = PersonName { before: row.get("title_before")?, name: row.get("name")?, after: row.get("title_after")? };
    let province: Option<String> = row.get("province_id")?;
    let regions = [row.get("region_id")?].into_iter().chain(province).collect();
    let actor = Actor {
        id: row.get("id")?,
        name: name.full(),
        home: row.get("agency_id")?,
        zone: row.get("zone")?,
        labels: Vec::new(),
        duties: Vec::new(),
        way: Way::Session { id: String::new() },
    };
    Ok((actor, regions))
}

/// Whose duty, and when it ends, which is never for most.
fn duty(row: &Row) -> Outcome<(String, (Duty, i64))> {
    let own: Option<i64> = row.get("ends_at")?;
    let source: Option<i64> = row.get("source_ends_at")?;
    let duty = Duty { kind: row.get("kind")?, node: row.get("agency_id")? };
    Ok((row.get("person_id")?, (duty, own.unwrap_or(i64::MAX).min(source.unwrap_or(i64::MAX)))))
}

/// Those seen are written down by the hundred, so that a whole country coming at once does not queue for it.
struct Seen(Desk<String, ()>);

async fn note_seen(app: &App, found: &Found) {
    if found.seen_at.is_some_and(|it| app.now() - it < SEEN_EVERY) {
        return;
    }
    let (object, id) = match &found.way {
        Way::Session { id } => ("session", id),
        Way::Token { id, .. } => ("token", id),
    };
    let desk = app.kept(|app| Seen(Desk::open(app, write_seen)));
    if let Err(failure) = desk.0.ask(object, id.clone()).await {
        tracing::warn!(%failure, "when a visitor was seen could not be written");
    }
}

fn write_seen(app: App, object: Arc<str>, ids: Vec<String>) -> Settling<()> {
    Box::pin(async move {
        let now = app.now();
        let statement = if &*object == "session" { queries::SEE_SESSIONS } else { queries::SEE_TOKENS };
        let rows: Vec<[&String; 1]> = ids.iter().map(|it| [it]).collect();
        let mut tx = app.db().begin().await?;
        tx.run(statement, [now.into(), serde_json::json!(rows).into(), (now - SEEN_EVERY).into()]).await?;
        tx.commit().await?;
        Ok(ids.iter().map(|_| Ok(())).collect())
    })
}
