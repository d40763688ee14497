//! What the operator does at the command line.

use axum::Router;
use directory::testing::{ADMIN, COORDINATOR_KPPN, PASSWORD};
use kernel::{App, Failure, testing::Browser};

use super::world::{attempt, both, count, entered, is_in, path_of_link, visitor};

const NEW: &str = "tujuh kuda hijau";

async fn walk_in(app: &App, address: &str) -> Browser {
    let mut browser = Browser::new(&kernel::web::serve(app.clone(), Router::new()));
    browser.post(&path_of_link(address).unwrap(), &[("sandi", NEW), ("ulang", NEW)]).await.expect(303);
    browser
}

#[tokio::test]
async fn an_empty_house_gets_its_first_administrator() {
    crate::both(async |app| {
        let address = directory::create_admin(&app, "Sri Contoh, S.Kom.", "sri@contoh.go.id.example").await.unwrap();

        assert!(address.starts_with("http://guyub.test/masuk/pertama/"));
        let mut browser = walk_in(&app, &address).await;
        browser.get("/pengelolaan/peran?instansi=*").await.expect(200);
        let profile = browser.program().get("/profil").await.expect(200).json();
        assert_eq!((&profile["name"], &profile["agency_id"]), (&"Sri Contoh, S.Kom.".into(), &"guyub".into()));

        let again = directory::create_admin(&app, "Sri Contoh", "Sri@contoh.go.id.example").await.unwrap();
        assert_ne!(again, address);
        assert_eq!(count(&app, "select count(*) as n from directory_person").await, 1);
        assert_eq!(count(&app, "select count(*) as n from directory_duty").await, 1);
        directory::create_admin(&app, "Wayan Contoh", "198402132009121001").await.unwrap();
        assert_eq!(count(&app, "select count(*) as n from directory_agency").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_name_or_no_number_is_refused_and_nothing_is_kept() {
    crate::both(async |app| {
        for (name, who, field) in
            [("Sri", "12345", "identifier"), ("Sri", " ", "identifier"), ("=1+1", "sri@contoh.go.id.example", "name")]
        {
            let refused = directory::create_admin(&app, name, who).await;
            assert!(matches!(&refused, Err(Failure::Invalid(faults)) if faults[0].field == field), "{refused:?}");
        }
        assert_eq!(count(&app, "select count(*) as n from directory_agency").await, 0);
    })
    .await;
}

#[tokio::test]
async fn somebody_already_known_becomes_administrator_where_they_are() {
    both(async |app| {
        let people = "select count(*) as n from directory_person";
        let before = count(&app, people).await;

        let address = directory::create_admin(&app, "", COORDINATOR_KPPN).await.unwrap();

        assert_eq!(count(&app, people).await, before);
        walk_in(&app, &address).await.get("/pengelolaan/peran?instansi=*").await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_reset_opens_a_closed_door_and_puts_everybody_out() {
    both(async |app| {
        let mut thief = entered(&app, ADMIN).await;
        for _ in 0..5 {
            attempt(&mut visitor(&app), ADMIN, "bukan kata sandi").await.expect(422);
        }

        let address = directory::reset_sign_in(&app, ADMIN).await.unwrap();

        assert!(!is_in(&mut thief).await);
        attempt(&mut visitor(&app), ADMIN, PASSWORD).await.expect(303);
        walk_in(&app, &address).await;
        assert!(matches!(directory::reset_sign_in(&app, "nobody@contoh.go.id.example").await, Err(Failure::NotFound)));
    })
    .await;
}
