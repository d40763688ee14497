//! List equals open: a public feed shows an activity if and only if a stranger can open its page.

use kernel::clock::DAY;
use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use super::feeds::feed;
use crate::world::*;

/// What may be different between activities.
#[derive(Clone, Debug)]
struct Made {
    labels: Vec<&'static str>,
    listed: &'static str,
    is_published: bool,
    cancelled_days_ago: Option<i64>,
    starts_in_days: i64,
}

fn made() -> impl Strategy<Value = Made> {
    let labels = vec(select(vec!["public", "asn", "asn@76", "asn@76.02", "agency:bps", "agency:bps@73", "person:x"]), 0..4);
    let listed = select(vec!["public", "audience"]);
    let cancelled = prop::option::weighted(0.3, 0..25i64);
    (labels, listed, prop::bool::weighted(0.7), cancelled, -20..380i64).prop_map(|it| Made {
        labels: it.0,
        listed: it.1,
        is_published: it.2,
        cancelled_days_ago: it.3,
        starts_in_days: it.4,
    })
}

async fn keep(world: &World, id: &str, made: &Made) {
    let now = world.app.now();
    let starts_at = now + made.starts_in_days * DAY;
    let mut tx = world.app.db().begin().await.unwrap();
    let sql = "update education_activity set listed = $1, published_at = $2, cancelled_at = $3, starts_at = $4, ends_at = $5 where id = $6";
    let published_at = made.is_published.then_some(now);
    let cancelled_at = made.cancelled_days_ago.map(|it| now - it * DAY);
    let args = [
        made.listed.into(),
        published_at.into(),
        cancelled_at.into(),
        starts_at.into(),
        (starts_at + 3_600_000).into(),
        id.into(),
    ];
    tx.run(sql, args).await.unwrap();
    tx.run("delete from education_audience where activity_id = $1", [id.into()]).await.unwrap();
    for label in &made.labels {
        let sql = "insert into education_audience (activity_id, label) values ($1, $2) on conflict do nothing";
        tx.run(sql, [id.into(), (*label).into()]).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_feed_shows_an_activity_if_and_only_if_its_page_opens() {
    story(async |world| {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let all = vec(made(), 60).new_tree(&mut runner).unwrap().current();
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let (mut listed, mut opened) = (0, 0);

        let mut ids = Vec::new();
        for made in &all {
            let id = drafted(&mut kppn, &[]).await;
            keep(&world, &id, made).await;
            ids.push(id);
        }
        let shown: Vec<String> = feed(&world, "/kalender/semua.ics").await.iter().map(|it| it.text("UID").unwrap()).collect();

        for (id, made) in ids.iter().zip(&all) {
            let opens = world.stranger().get(&format!("/kegiatan/{id}")).await.status == 200;
            let is_shown = shown.contains(&format!("{id}@guyub.test"));
            assert_eq!(is_shown, opens, "{made:?}");
            listed += i32::from(is_shown);
            opened += i32::from(!opens);
        }
        assert!(listed > 5 && opened > 5, "both kinds are there");
    })
    .await;
}
