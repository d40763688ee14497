//! A hall with seats, and people who want in, without a directory behind them.

use std::collections::HashMap;

use kernel::{
    Actor, App, Domain, Migration, Outcome,
    db::NONE,
    testing::both,
    web::{Identifying, Knock, Setup},
};
use ui::{Tongue, Zone};

use crate::{
    activity::{
        draft::Draft,
        model::Host,
        policy::{self, Hosted, RUNNERS},
        queries::{self, Maker},
    },
    registration::{
        desk::{Answer, Request, desk},
        line,
        model::{Place, Standing},
        policy::{Entrant, admit},
    },
};

pub(super) const HOUR: i64 = kernel::clock::HOUR;

pub(super) const SETUP: Setup = Setup { domains: &[crate::DOMAIN], identify, dress: ui::visit::dress };
const OWNER: &str = "kppn";

/// Runs a story on both databases; the directory's tables are there and empty.
pub(super) async fn story(tell: impl AsyncFn(App)) {
    let texts: Vec<_> = ui::text::TEXTS.iter().chain(crate::TEXTS).copied().collect();
    ui::text::install(&texts);
    let migrations: Vec<Migration> = directory::MIGRATIONS.iter().chain(crate::MIGRATIONS).copied().collect();
    both(SETUP, &migrations, tell).await;
}

/// Another node on the same database: its own desk, its own memory.
pub(super) fn node_beside(app: &App) -> App {
    const DOMAINS: &[Domain] = &[crate::DOMAIN];
    App::new(app.db().clone(), app.clock().clone(), app.settings().clone(), Setup { domains: DOMAINS, ..SETUP })
}

/// Whoever says who they are is believed.
fn identify<'a>(_: &'a App, knock: &'a Knock) -> Identifying<'a> {
    Box::pin(async move {
        let (Knock::Cookie(id) | Knock::Bearer(id)) = knock;
        Ok(Some(person(id)))
    })
}

pub(super) fn person(id: &str) -> Actor {
    Actor {
        id: id.to_owned(),
        name: format!("Pegawai {id}"),
        home: "kantor".to_owned(),
        zone: "WITA".to_owned(),
        labels: vec!["public".to_owned(), "asn".to_owned()],
        duties: Vec::new(),
        way: kernel::Way::Session { id: String::new() },
    }
}

fn owner() -> Actor {
    let duty = kernel::Duty { kind: RUNNERS[0].to_owned(), node: OWNER.to_owned() };
    Actor { duties: vec![duty], ..person("pengelola") }
}

/// Publishes an activity for all civil servants that starts in a day; answers its id.
pub(super) async fn hall(app: &App, seats: Option<i64>) -> String {
    opened(app, seats).await.expect("a hall")
}

async fn opened(app: &App, seats: Option<i64>) -> Outcome<String> {
    let (id, now) = (kernel::id::fresh(), app.now());
    let mut tx = app.db().begin().await?;
    let proof = policy::draftable(&owner(), OWNER, &[OWNER.to_owned()])?;
    let maker = Maker { person_id: "pengelola", proof: &proof, now, cloned_from: None };
    queries::insert(&mut tx, &id, &draft(now, seats), &maker).await?;
    tx.commit().await?;
    let proof = policy::editable(&owner(), hosted(app, &id).await)?;
    let mut tx = app.db().begin().await?;
    queries::publish(&mut tx, &policy::publishable(proof, now)?, "pengelola", now).await?;
    tx.commit().await?;
    Ok(id)
}

fn draft(now: i64, seats: Option<i64>) -> Draft {
    Draft {
        title: "Inflasi dan APBN".into(),
        summary: String::new(),
        theme: "lainnya".into(),
        form: "seminar".into(),
        mode: "online".into(),
        starts_at: now + 24 * HOUR,
        ends_at: now + 26 * HOUR,
        zone: Zone::Wita,
        place: String::new(),
        meeting_server: String::new(),
        meeting_link: "https://rapat.example/abc".into(),
        contact: String::new(),
        seats,
        audience: vec!["asn".to_owned()],
        is_open_to_public: false,
        listed: "public".into(),
        registration_closes_at: None,
        minimum_share: 700,
        agenda: Vec::new(),
        speakers: Vec::new(),
    }
}

/// The activity as policy sees it, with its one owner at the top of its own line.
pub(super) async fn hosted(app: &App, id: &str) -> Hosted {
    let host = Host {
        agency_id: OWNER.to_owned(),
        invited_at: 0,
        invited_by: String::new(),
        message: String::new(),
        accepted_at: Some(0),
        declined_at: None,
        answer_reason: None,
        in_charge: None,
    };
    let activity = queries::find(app.db(), id).await.expect("the activity");
    let lineages = HashMap::from([(OWNER.to_owned(), vec![OWNER.to_owned()])]);
    Hosted { activity, hosts: vec![host], lineages, audience: vec!["asn".to_owned()] }
}

pub(super) fn entrant(hosted: &Hosted, id: &str, now: i64) -> Entrant {
    admit(&person(id), hosted, now).expect("admitted")
}

pub(super) fn request(entrants: Vec<Entrant>, asked_at: i64) -> Request {
    Request { entrants, by: None, asked_at, tongue: Tongue::default() }
}

/// All of them at once, each in a task of their own; their places in the order of `people`.
pub(super) async fn crowd(node: &App, id: &str, people: &[String]) -> Vec<Place> {
    let hosted = hosted(node, id).await;
    let asking: Vec<_> = people
        .iter()
        .map(|it| {
            let (node, id, request) = (node.clone(), id.to_owned(), request(vec![entrant(&hosted, it, node.now())], node.now()));
            tokio::spawn(async move { desk(&node).ask(&id, request).await })
        })
        .collect();
    let mut places = Vec::new();
    for it in asking {
        let answer: Answer = it.await.expect("no panic").expect("settled");
        places.push(line::only(answer).expect("a place"));
    }
    places
}

/// A registration row, as far as counting goes.
#[derive(Debug, PartialEq)]
pub(super) struct RowSeen {
    pub(super) who: String,
    pub(super) number: i64,
    pub(super) standing: Standing,
}

/// All rows by number.
pub(super) async fn rows(app: &App, id: &str) -> Vec<RowSeen> {
    let sql = "select * from education_registration where activity_id = $1 order by number";
    let read = |row: &kernel::db::Row| {
        let standing = crate::registration::model::standing(row.get("seated_at")?, row.get("cancelled_at")?);
        Ok(RowSeen { who: row.get::<Option<String>>("person_id")?.unwrap_or_default(), number: row.get("number")?, standing })
    };
    app.db().all(sql, [id.into()], read).await.expect("rows")
}

/// Fails unless the counters are what the rows say, nobody sits who need not wait, and no seat is sold twice.
pub(super) async fn assert_sound(app: &App, id: &str) {
    let rows = rows(app, id).await;
    let count = |standing: Standing| rows.iter().filter(|it| it.standing == standing).count() as i64;
    let sql = "select seats, taken, waiting, drawn from education_activity where id = $1";
    let read = |row: &kernel::db::Row| {
        Ok((row.get::<Option<i64>>("seats")?, row.get::<i64>("taken")?, row.get::<i64>("waiting")?, row.get::<i64>("drawn")?))
    };
    let (seats, taken, waiting, drawn) = app.db().one(sql, [id.into()], read).await.expect("counters");
    assert_eq!((taken, waiting), (count(Standing::Seated), count(Standing::Waiting)), "counters are what the rows say");
    assert!(seats.is_none_or(|it| taken <= it), "oversold: {taken} of {seats:?}");
    assert!(waiting == 0 || Some(taken) == seats, "somebody waits beside a free seat");
    assert!(rows.iter().all(|it| (1..=drawn).contains(&it.number)), "a number that nobody drew");
    let first_waiting = rows.iter().find(|it| it.standing == Standing::Waiting).map_or(i64::MAX, |it| it.number);
    let last_seated = rows.iter().rev().find(|it| it.standing == Standing::Seated).map_or(0, |it| it.number);
    assert!(last_seated < first_waiting, "somebody overtook the line");
}

/// How many facts of a topic were told.
pub(super) async fn told(app: &App, topic: &str) -> i64 {
    let all = app.db().all("select topic from kernel_fact", NONE, |row| row.get::<String>("topic")).await.expect("facts");
    all.iter().filter(|it| *it == topic).count() as i64
}
