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

#[tokio::test]
async fn keys_are_rotated_and_revoked_and_an_unknown_one_is_said_to_be() {
    on_both(async |house| {
        let first = house.must(&["admin", "rotate-key"]).trim().to_owned();
        let second = house.must(&["admin", "rotate-key"]).trim().to_owned();
        let third = house.must(&["admin", "revoke-key", &second]).trim().to_owned();
        let server = house.serve(&[]);

        assert!(third != first && third != second, "one that was put aside does not come back");
        let document = get(&server.address, "/.well-known/did.json", "").await;
        assert!(document.status == 200 && document.body.contains(&second) && document.body.contains("\"revoked\""));
        let ended = house.run(&["admin", "revoke-key", "key-1999-01"]);
        assert!(ended.code == 1 && ended.err.contains(&second), "{}", ended.err);
    })
    .await;
}
