//! One's own feed: an unguessable address that its owner can renew and end.

use education::calendar::checker::events;

use super::{
    feeds::{again, feed, titles},
    post::register,
};
use crate::world::*;

async fn address(world: &World, nip: &str) -> Option<String> {
    let page = world.signed_in(nip).await.program().get("/kalender/saya").await.expect(200).json();
    page["address"].as_str().map(|it| it.strip_prefix("http://guyub.test").unwrap().to_owned())
}

#[tokio::test]
async fn it_holds_what_its_owner_takes_part_in_and_runs() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let theirs = published(&mut kppn, &[("title", "Sasaran saja"), ("listed", "audience"), ("seats", "1")]).await;
        published(&mut kppn, &[("title", "Kegiatan lain"), ("date", "2026-12-01")]).await;
        register(&world, STAFF_BPS, &theirs).await;
        register(&world, STAFF_PEMDA, &theirs).await;
        for nip in [STAFF_BPS, STAFF_PEMDA, COORDINATOR_KPPN] {
            world.signed_in(nip).await.post("/kalender/saya", &[]).await.expect(303);
        }

        let own = address(&world, STAFF_BPS).await.unwrap();
        let page = world.stranger().get(&own).await.expect(200);

        assert_eq!(titles(&events(&page.text())), ["Sasaran saja"]);
        assert!(page.header("cache-control").starts_with("private") && !page.text().contains("ATTENDEE"));
        again(&mut world.stranger(), &own, page.header("etag")).await.expect(304);
        let of = async |nip| titles(&feed(&world, &address(&world, nip).await.unwrap()).await);
        assert!(of(STAFF_PEMDA).await.is_empty(), "a place in line is not a seat");
        assert_eq!(of(COORDINATOR_KPPN).await, ["Sasaran saja", "Kegiatan lain"]);
    })
    .await;
}

#[tokio::test]
async fn an_address_ends_when_it_is_renewed_or_revoked() {
    story(async |world| {
        let mut staff = world.signed_in(STAFF_BPS).await;
        assert_eq!(address(&world, STAFF_BPS).await, None);

        staff.post("/kalender/saya", &[]).await.expect(303);
        let first = address(&world, STAFF_BPS).await.unwrap();
        staff.post("/kalender/saya", &[]).await.expect(303);
        let second = address(&world, STAFF_BPS).await.unwrap();

        assert!(first.len() > 50 && first != second);
        world.stranger().get(&first).await.expect(404);
        world.stranger().get(&second).await.expect(200);
        let kept = "select count(*) as n from education_feed where position(fingerprint in $1) > 0";
        let kept = if world.app.db().is_sqlite() {
            "select count(*) as n from education_feed where instr($1, fingerprint) > 0"
        } else {
            kept
        };
        let found = world.app.db().one(kept, [second.as_str().into()], |row| row.get::<i64>("n")).await.unwrap();
        assert_eq!(found, 0, "the database does not know the secret");

        staff.delete("/kalender/saya").await.expect(303);
        world.stranger().get(&second).await.expect(404);
        assert_eq!(address(&world, STAFF_BPS).await, None);
        world.stranger().get("/kalender/saya/tebakan.ics").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn it_ends_with_its_owners_service() {
    story(async |world| {
        world.signed_in(STAFF_BPS).await.post("/kalender/saya", &[]).await.expect(303);
        let own = address(&world, STAFF_BPS).await.unwrap();
        world.stranger().get(&own).await.expect(200);

        let mut tx = world.app.db().begin().await.unwrap();
        let leave = "update directory_person set left_at = $1 where identity_number = $2";
        tx.run(leave, [world.app.now().into(), STAFF_BPS.into()]).await.unwrap();
        tx.commit().await.unwrap();

        world.stranger().get(&own).await.expect(404);
    })
    .await;
}
