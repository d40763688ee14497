//! Standings kept with every change are the same as standings counted from nothing, after any sequence of changes, on both databases.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{
    App, Migration,
    clock::{DAY, HOUR},
    db::{NONE, Row},
    testing::both,
    web::Setup,
};

use super::{
    model::{Credit, Standing, Verdict},
    opening, queries, recount, round,
};
use crate::obligation::{
    period::Rhythm,
    rule::{
        self,
        model::{Criteria, Terms},
        policy,
    },
};

const SETUP: Setup =
    Setup { domains: &[directory::DOMAIN, crate::DOMAIN], identify: directory::identify, dress: ui::visit::dress };
const OFFICES: [&str; 5] = ["kemenkeu.djpb.kppn-mamuju", "bps.sulbar", "bps.7602", "bnn.sulbar", "kemenag.7602"];
const ACTIVITIES: usize = 6;
const STEPS: usize = 60;

/// The same numbers for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

#[tokio::test]
async fn counters_kept_with_every_change_equal_a_count_from_nothing() {
    let migrations: Vec<Migration> = directory::MIGRATIONS.iter().chain(crate::MIGRATIONS).copied().collect();
    both(SETUP, &migrations, async |app| {
        directory::testing::sulbar(&app).await;
        let mut dice = Dice(20_261_122);
        rules(&app).await;
        for n in 0..ACTIVITIES {
            draft(&app, n).await;
        }

        for step in 0..STEPS {
            change(&app, &mut dice).await;
            if step % 20 == 19 {
                round::go(&app).await.expect("a round");
                kernel::jobs::run_due(&app).await.expect("openings");
            }
            agree(&app, step).await;
        }
        let worth: BTreeSet<&str> = credits(&app).await.iter().map(|it| it.verdict.name()).collect();
        assert!(worth.len() > 1, "the dice made different things happen: {worth:?}");
    })
    .await;
}

async fn rules(app: &App) {
    let criteria = [
        Criteria { hosts: 1, is_open: false, present: 0, is_evaluated: false },
        Criteria { hosts: 2, is_open: true, present: 1, is_evaluated: true },
    ];
    for (criteria, rhythm) in criteria.into_iter().zip(Rhythm::ALL) {
        let terms = Terms {
            name: "Aturan rekaan".to_owned(),
            source: "Surat rekaan".to_owned(),
            kinds: Vec::new(),
            region_id: "76".to_owned(),
            many: 1,
            criteria,
        };
        let period = rhythm.running(app.now());
        let mut tx = app.db().begin().await.expect("a transaction");
        let proof = policy::rulable(&admin(), &["*".to_owned()]).expect("an administrator");
        let id = rule::queries::add(&mut tx, &proof, (period, &terms), ("01j", app.now())).await.expect("a rule");
        opening::plan(&mut tx, &id, period, app.now()).await.expect("its opening");
        tx.commit().await.expect("kept");
    }
    kernel::jobs::run_due(app).await.expect("openings");
}

fn admin() -> kernel::Actor {
    kernel::Actor {
        id: "01j".to_owned(),
        name: String::new(),
        home: "kemenkeu".to_owned(),
        zone: "WIB".to_owned(),
        labels: Vec::new(),
        duties: vec![kernel::Duty { kind: "admin".to_owned(), node: "*".to_owned() }],
        way: kernel::Way::Session { id: String::new() },
    }
}

async fn run(app: &App, sql: &'static str, args: Vec<kernel::db::Value>) {
    let mut tx = app.db().begin().await.expect("a transaction");
    tx.run(sql, args).await.unwrap_or_else(|it| panic!("{it}: {sql}"));
    tx.commit().await.expect("the commit");
}

fn id(n: usize) -> String {
    format!("01activity{n}")
}

async fn draft(app: &App, n: usize) {
    let starts_at = app.now() + (n as i64 + 1) * DAY;
    let sql = "insert into education_activity (id, title, theme, form, mode, starts_at, ends_at, zone, code_secret, created_at, created_by, changed_at)
        values ($1, 'Rekaan', 'hukum', 'seminar', 'online', $2, $3, 'WITA', '', 0, '', 0)";
    run(app, sql, vec![id(n).into(), starts_at.into(), (starts_at + HOUR).into()]).await;
    let owner =
        "insert into education_host (activity_id, agency_id, invited_at, invited_by, accepted_at) values ($1, $2, 0, '', 0)";
    run(app, owner, vec![id(n).into(), OFFICES[n % OFFICES.len()].into()]).await;
}

/// One thing that may happen, followed as its fact would be.
async fn change(app: &App, dice: &mut Dice) {
    let activity = id(dice.below(ACTIVITIES));
    let office = OFFICES[dice.below(OFFICES.len())];
    let one: Vec<kernel::db::Value> = vec![activity.clone().into()];
    match dice.below(11) {
        0 | 1 => run(app, "update education_activity set published_at = 1 where id = $1", one).await,
        2 => run(app, "update education_activity set published_at = null where id = $1", one).await,
        3 => {
            run(app, "update education_activity set cancelled_at = case when cancelled_at is null then 1 end where id = $1", one)
                .await
        }
        4 | 5 => {
            let sql = "insert into education_host (activity_id, agency_id, invited_at, invited_by, accepted_at) values ($1, $2, 0, '', 0)
                on conflict (activity_id, agency_id) do update set accepted_at = coalesce(education_host.accepted_at, 0)";
            run(app, sql, vec![activity.clone().into(), office.into()]).await;
        }
        6 => {
            let label = ["asn", "asn@76", "asn@73", "agency:bps"][dice.below(4)];
            let sql = "insert into education_audience (activity_id, label) values ($1, $2) on conflict do nothing";
            run(app, sql, vec![activity.clone().into(), label.into()]).await;
        }
        7 => {
            let starts_at = app.now() + (dice.below(90) as i64 - 20) * DAY;
            let sql = "update education_activity set starts_at = $1, ends_at = $2 where id = $3";
            run(app, sql, vec![starts_at.into(), (starts_at + HOUR).into(), activity.clone().into()]).await;
        }
        8 => attended(app, &activity, dice.below(2) as i64).await,
        9 => {
            let mut tx = app.db().begin().await.expect("a transaction");
            queries::add_evaluated(&mut tx, &activity, app.now()).await.expect("evaluated");
            tx.commit().await.expect("the commit");
        }
        _ => app.clock().move_to(app.now() + (dice.below(4) as i64) * DAY),
    }
    let everything: Vec<String> = (0..ACTIVITIES).map(id).collect();
    follow(app, &[activity]).await;
    // time passes for all of them, and their ends are followed as jobs do
    follow(app, &everything).await;
}

async fn follow(app: &App, ids: &[String]) {
    let mut tx = app.db().begin().await.expect("a transaction");
    recount::follow(app, &mut tx, ids).await.expect("followed");
    tx.commit().await.expect("the commit");
}

async fn attended(app: &App, activity: &str, present: i64) {
    let registration = format!("{activity}-r");
    let sql = "insert into education_registration (id, activity_id, person_id, number, registered_at, ticket) values ($1, $2, $3, 1, 0, $4)
        on conflict do nothing";
    run(app, sql, vec![registration.clone().into(), activity.into(), activity.into(), activity.into()]).await;
    let sql = "insert into education_attendance (registration_id, activity_id, minutes, share, checkpoints, is_present, because, rule, counted_at)
        values ($1, $2, 1, 1, 0, $3, 'manual', '1', 0) on conflict (registration_id) do update set is_present = excluded.is_present";
    run(app, sql, vec![registration.into(), activity.into(), present.into()]).await;
}

async fn credits(app: &App) -> Vec<Credit> {
    app.db().all("select * from education_credit", NONE, Credit::read).await.expect("credits")
}

/// Obligation, period, node, state.
type TotalKey = (String, i64, String, String);

/// Counters, states, places, totals and log say what the activities say.
async fn agree(app: &App, step: usize) {
    let standings = app.db().all("select * from education_standing", NONE, Standing::read).await.expect("standings");
    let credits = credits(app).await;
    for it in &standings {
        let of = |verdict| credits.iter().filter(|credit| credit.key() == it.key() && credit.verdict == verdict).count() as i64;
        assert_eq!((it.counted, it.pending), (of(Verdict::Counts), of(Verdict::Pending)), "step {step}: {}", it.agency_id);
        let is_open = app.now() < it.closes_at;
        assert!(!is_open || it.state == it.due_state(app.now()), "step {step}: {it:?}");
    }
    assert_eq!(totals(app).await, expected(app, &standings).await, "step {step}: totals");
    let log = "select s.agency_id from education_standing s where not exists (select 1 from education_standing_change c
        where c.obligation_id = s.obligation_id and c.period = s.period and c.agency_id = s.agency_id and c.state = s.state and c.until_at is null)
        or s.state <> (select p.state from education_standing_place p
        where p.obligation_id = s.obligation_id and p.period = s.period and p.agency_id = s.agency_id and p.node = '*')";
    let astray: Vec<String> = app.db().all(log, NONE, |row| row.get("agency_id")).await.expect("the log");
    assert_eq!(astray, Vec::<String>::new(), "step {step}: log and places follow");
}

async fn totals(app: &App) -> BTreeMap<TotalKey, i64> {
    let total = |row: &Row| {
        let key = (row.get("obligation_id")?, row.get("period")?, row.get("node")?, row.get("state")?);
        Ok((key, row.get::<i64>("n")?))
    };
    let kept = "select * from education_standing_total where n <> 0";
    app.db().all(kept, NONE, total).await.expect("totals").into_iter().collect()
}

/// Every office once at each node above it, and in its regions.
async fn expected(app: &App, standings: &[Standing]) -> BTreeMap<TotalKey, i64> {
    let offices: Vec<String> = standings.iter().map(|it| it.agency_id.clone()).collect();
    let lineages = directory::lookup::lineages(app.db(), &offices).await.expect("lineages");
    let mut expected = BTreeMap::new();
    for it in standings {
        let province = it.region_id.split('.').next().expect("a province").to_owned();
        let mut nodes: BTreeSet<String> = lineages[&it.agency_id].iter().cloned().collect();
        nodes.extend([format!("@{province}"), format!("@{}", it.region_id)]);
        for node in nodes {
            *expected.entry((it.obligation_id.clone(), it.period, node, it.state.name().to_owned())).or_default() += 1;
        }
    }
    expected
}
