//! The first administrator, and letting somebody in again.

use crate::house::{get, on_both};

#[tokio::test]
async fn the_link_of_the_first_administrator_opens_and_a_new_one_replaces_it() {
    on_both(async |house| {
        let mut arguments = vec!["admin", "create", "Budi Contoh, S.E.", "budi@kementerian.example"];
        let first = house.must(&arguments);
        arguments.splice(1.., ["reset", "budi@kementerian.example"]);
        let second = house.must(&arguments);
        let server = house.serve(&[]);
        let path = |link: &str| format!("/{}", link.trim().splitn(4, '/').nth(3).unwrap());

        assert_eq!(get(&server.address, &path(&second), "").await.status, 200);
        assert_ne!(get(&server.address, &path(&first), "").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_unknown_is_said_to_be() {
    on_both(async |house| {
        let ended = house.run(&["admin", "reset", "siapa@kementerian.example"]);

        assert!(ended.code == 1 && ended.err.contains("nobody has this NIP or mail address"), "{}", ended.err);
    })
    .await;
}
