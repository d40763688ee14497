//! A made-up national rule with boards of three quarters, and shared activities that put offices into every state. Not test data.

use directory::lookup;
use kernel::{
    Actor, App, Outcome,
    clock::{DAY, HOUR},
    outbox,
};
use ui::Zone;

use super::{coordinator_of, samples::SHARED, titled_draft};
use crate::{
    activity::{
        self, actions, load,
        policy::{self, Editable},
        queries::Maker,
    },
    host,
    obligation::{
        period::{Period, Rhythm},
        rule::{
            self,
            load::NATION,
            model::{Criteria, Terms},
        },
        standing::{opening, round},
    },
    published::ActivityPublished,
};

const NAME: &str = "Setiap kantor menyelenggarakan satu edukasi lintas instansi per triwulan";
/// Quarters before this one that have a board.
const PAST: i64 = 2;

/// Two offices that hold an activity together: so many days from now.
pub(super) struct Shared {
    pub(super) owners: [&'static str; 2],
    pub(super) title: &'static str,
    pub(super) days: i64,
    pub(super) regions: &'static [&'static str],
}

/// Adds the rule and its activities unless they are there; boards open by themselves when the jobs run.
pub(super) async fn add(app: &App) -> Outcome<()> {
    let running = Rhythm::Quarter.running(app.now());
    let known = rule::queries::holding_in(app.db(), running).await?;
    if known.iter().any(|it| it.terms.name == NAME) {
        return Ok(());
    }
    for shared in SHARED {
        if lookup::agencies(app.db(), &shared.owners.map(str::to_owned)).await?.len() == shared.owners.len() {
            hold(app, shared, running).await?;
        }
    }
    make(app, running).await
}

async fn make(app: &App, running: Period) -> Outcome<()> {
    let by = Actor { duties: vec![kernel::Duty { kind: "admin".to_owned(), node: NATION.to_owned() }], ..nobody() };
    let proof = rule::policy::rulable(&by, &[NATION.to_owned()])?;
    let terms = Terms {
        name: NAME.to_owned(),
        source: "Surat edaran rekaan nomor 1 tahun 2026, untuk peragaan".to_owned(),
        kinds: ["kanwil", "kantor"].map(str::to_owned).to_vec(),
        region_id: String::new(),
        many: 1,
        criteria: Criteria { hosts: 2, is_open: true, present: 0, is_evaluated: false },
    };
    let mut tx = app.db().begin().await?;
    let id = rule::queries::add(&mut tx, &proof, (running.back(PAST), &terms), (&by.id, app.now())).await?;
    for back in 0..=PAST {
        opening::plan(&mut tx, &id, running.back(back), app.now()).await?;
    }
    round::plan(&mut tx, app.now()).await?;
    tx.commit().await
}

/// Drafts, shares and publishes; what is to be over was published in its time.
async fn hold(app: &App, shared: &Shared, running: Period) -> Outcome<()> {
    let [first, second] = shared.owners;
    let earliest = running.back(PAST).opens_at(Zone::Wib);
    let day = Zone::Wita.start_of_day((app.now() + shared.days * DAY).max(earliest + DAY));
    let (starts_at, then) = (day + 9 * HOUR, day.min(app.now()) - DAY);
    let one = coordinator_of(app, first, Zone::Wita).await?;
    let lineage = lookup::lineage(app.db(), first).await?;
    let proof = policy::draftable(&one, first, &lineage)?;
    let maker = Maker { person_id: &one.id, proof: &proof, now: then, cloned_from: None };
    let mut tx = app.db().begin().await?;
    let id = actions::insert(&mut tx, &titled_draft(shared.title, shared.regions, starts_at), &maker).await?;
    tx.commit().await?;
    let editable: Editable = policy::editable(&one, load::hosted(app.db(), &id).await?)?;
    let mut tx = app.db().begin().await?;
    host::queries::ask(&mut tx, &editable, second, (&one.id, then), "").await?;
    tx.commit().await?;
    let other = coordinator_of(app, second, Zone::Wita).await?;
    let answerable = policy::answerable(&other, load::hosted(app.db(), &id).await?, second)?;
    let publishable = policy::publishable(policy::editable(&one, load::hosted(app.db(), &id).await?)?, then)?;
    let mut tx = app.db().begin().await?;
    host::queries::accept(&mut tx, &answerable, (&other.id, then)).await?;
    activity::queries::publish(&mut tx, &publishable, &one.id, then).await?;
    outbox::publish(&mut tx, app.now(), &id, &ActivityPublished { activity_id: id.clone() }).await?;
    tx.commit().await
}

fn nobody() -> Actor {
    Actor {
        id: "demo".to_owned(),
        name: String::new(),
        home: NATION.to_owned(),
        zone: Zone::Wib.name().to_owned(),
        labels: Vec::new(),
        duties: Vec::new(),
        way: kernel::Way::Token { id: "demo".to_owned(), scopes: Vec::new() },
    }
}
