//! What others learn from the directory, on both databases.

use directory::{lookup, testing};
use kernel::{App, web::serve};

use crate::both;

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|it| (*it).to_owned()).collect()
}

async fn labels(app: &App, nip: &str) -> Vec<String> {
    let id = testing::person_id(app, nip).await;
    lookup::labels_of(app.db(), std::slice::from_ref(&id)).await.unwrap().remove(&id).unwrap()
}

#[tokio::test]
async fn a_lineage_goes_from_the_office_to_the_nation() {
    both(async |app| {
        testing::sulbar(&app).await;

        let lineage = lookup::lineage(app.db(), "kemenkeu.djpb.kppn-mamuju").await.unwrap();
        let many = lookup::lineages(app.db(), &ids(&["bps.7602", "pemda.76.02", "atlantis"])).await.unwrap();

        let up = ["kemenkeu.djpb.kppn-mamuju", "kemenkeu.djpb.kanwil-sulbar", "kemenkeu.djpb", "kemenkeu", "*"];
        assert_eq!(lineage, up);
        assert_eq!(many["bps.7602"], ["bps.7602", "bps.sulbar", "bps", "*"]);
        assert_eq!(many["pemda.76.02"], ["pemda.76.02", "*"]);
        assert_eq!(many.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn labels_say_where_a_person_stands() {
    both(async |app| {
        testing::sulbar(&app).await;

        let staff = labels(&app, testing::STAFF_BPS).await;
        let outsider = labels(&app, testing::OUTSIDER).await;

        for label in
            ["public", "asn", "asn@76.02", "asn@76", "agency:bps", "agency:bps.7602", "agency:bps@76", "agency:bps.sulbar@76.02"]
        {
            assert!(staff.iter().any(|it| it == label), "{label} is missing of {staff:?}");
        }
        assert!(!outsider.iter().any(|it| it == "asn@76"));
        assert!(outsider.iter().any(|it| it == "asn@73"));
    })
    .await;
}

#[tokio::test]
async fn a_person_who_signed_in_holds_the_same_labels_and_their_duties() {
    both(async |app| {
        testing::sulbar(&app).await;
        let router = serve(app.clone(), axum::Router::new());
        let browser = testing::sign_in(&app, &router, testing::COORDINATOR_KPPN).await;
        let knock = kernel::web::Knock::Cookie(browser.cookie("guyub").unwrap().to_owned());

        let actor = directory::identify(&app, &knock).await.unwrap().unwrap();

        assert_eq!(actor.name, "Rina Contoh Wulandari, S.E., M.M.");
        let (mut held, mut known) = (actor.labels.clone(), labels(&app, testing::COORDINATOR_KPPN).await);
        held.sort();
        known.sort();
        assert_eq!(held, known);
        let lineage = lookup::lineage(app.db(), "kemenkeu.djpb.kppn-mamuju").await.unwrap();
        assert!(actor.holds(&["pengelola"], &lineage));
        let above = lookup::lineage(app.db(), "kemenkeu.djpb").await.unwrap();
        assert!(!actor.holds(&["pengelola"], &above));
    })
    .await;
}

#[tokio::test]
async fn agencies_are_found_whatever_the_spaces_and_the_order() {
    both(async |app| {
        testing::sulbar(&app).await;
        for (words, first) in
            [("kppn mamuju", "kemenkeu.djpb.kppn-mamuju"), ("Mamuju BPS", "bps.7602"), ("sul-bar bnn", "bnn.sulbar")]
        {
            let found = lookup::search_agencies(app.db(), words, 5).await.unwrap();
            assert_eq!(found.first().map(|it| it.id.as_str()), Some(first), "{words}");
        }
        assert!(lookup::search_agencies(app.db(), " - ", 5).await.unwrap().is_empty());
        assert!(lookup::search_agencies(app.db(), "100%_", 5).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn holders_of_a_duty_are_found_from_near_to_far() {
    both(async |app| {
        testing::sulbar(&app).await;
        let found = lookup::duty_holders(&app, &["admin", "pengelola"], "bps.7602").await.unwrap();
        let nips: Vec<_> = found.iter().map(|it| it.nip.clone().unwrap()).collect();
        assert_eq!(nips, [testing::COORDINATOR_BPS, testing::ADMIN]);
        assert_eq!(lookup::masked(&nips[0]), "19860630••••••••••");
    })
    .await;
}

#[tokio::test]
async fn the_nearest_holders_answer_for_an_office_that_has_none_of_its_own() {
    both(async |app| {
        testing::sulbar(&app).await;

        let nearest = lookup::nearest_duty_holders(&app, &["admin", "pengelola"], "bps.7602").await.unwrap();
        let coordinator = testing::person_id(&app, testing::COORDINATOR_BPS).await;

        assert_eq!(nearest.iter().map(|it| &it.id).collect::<Vec<_>>(), [&coordinator]);
    })
    .await;
}
