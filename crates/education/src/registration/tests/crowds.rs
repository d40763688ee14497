//! Crowds: thousands at once, from one node and from two.

use std::collections::HashSet;

use super::world::{assert_sound, crowd, entrant, hall, hosted, node_beside, request, rows, story, told};
use crate::registration::{
    desk,
    model::{News, Place, Standing},
};

fn people(count: usize) -> Vec<String> {
    (0..count).map(|it| format!("p{it}")).collect()
}

fn seated(places: &[Place]) -> usize {
    places.iter().filter(|it| it.standing == Standing::Seated).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_at_once_for_five_hundred_seats() {
    story(async |app| {
        let id = hall(&app, Some(500)).await;

        let places = crowd(&app, &id, &people(2_000)).await;

        assert_eq!(seated(&places), 500);
        let mut numbers: Vec<i64> = places.iter().map(|it| it.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=2_000).collect::<Vec<_>>(), "drawn without gap or double");
        let mut line: Vec<i64> = places.iter().filter_map(|it| it.in_line).collect();
        line.sort_unstable();
        assert_eq!(line, (1..=1_500).collect::<Vec<_>>(), "places in line without gap or double");
        assert!(places.iter().all(|it| it.in_line.is_none_or(|place| place + 500 == it.number)), "in the order of asking");
        assert_sound(&app, &id).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn as_many_as_want_to_come_when_seats_are_not_limited() {
    story(async |app| {
        let id = hall(&app, None).await;

        let places = crowd(&app, &id, &people(700)).await;

        assert_eq!(seated(&places), 700);
        assert_sound(&app, &id).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_on_one_database_behave_as_one() {
    story(async |app| {
        let (id, beside) = (hall(&app, Some(300)).await, node_beside(&app));
        let everybody = people(1_200);

        let (here, there) = tokio::join!(crowd(&app, &id, &everybody[..800]), crowd(&beside, &id, &everybody[400..]));

        let places: Vec<&Place> = here.iter().chain(&there).collect();
        let seats: HashSet<&str> = places.iter().filter(|it| it.standing == Standing::Seated).map(|it| it.id.as_str()).collect();
        assert_eq!(seats.len(), 300);
        let new = places.iter().filter(|it| it.news == News::New).count();
        assert_eq!((new, rows(&app, &id).await.len()), (1_200, 1_200), "four hundred asked at both nodes and are there once");
        for (one, other) in here[400..].iter().zip(&there) {
            assert_eq!((&one.id, one.number, one.standing), (&other.id, other.number, other.standing));
        }
        assert_sound(&app, &id).await;
    })
    .await;
}

#[tokio::test]
async fn a_batch_is_one_fact_and_as_many_statements_as_a_single_one() {
    story(async |app| {
        let id = hall(&app, Some(100)).await;
        let hosted = hosted(&app, &id).await;
        let settle = async |people: &[String]| {
            let requests: Vec<_> = people.iter().map(|it| request(vec![entrant(&hosted, it, app.now())], app.now())).collect();
            let mut tx = app.db().begin().await.expect("a transaction");
            let counted = kernel::db::counted(desk::register(&mut tx, &id, &requests, (app.now(), ""))).await;
            tx.commit().await.expect("committed");
            assert_eq!(counted.0.expect("settled").len(), people.len());
            counted.1
        };

        let everybody = people(400);
        let (one, many) = (settle(&everybody[..1]).await, settle(&everybody[1..]).await);

        assert_eq!((one, many), (7, 7));
        assert_eq!(told(&app, "education.people-registered").await, 2);
        assert_eq!(settle(&everybody).await, 3, "nothing new, nothing written");
        assert_eq!(told(&app, "education.people-registered").await, 2);
        assert_sound(&app, &id).await;
    })
    .await;
}
