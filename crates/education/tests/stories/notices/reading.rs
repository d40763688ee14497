//! The page of notices: mine alone, newest first, marked as read.

use serde_json::json;

use super::post::*;
use crate::world::*;

/// Notices of numbered activities' kind, from old to new.
async fn many(world: &World, nip: &str, count: usize) {
    let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
    let id = published(&mut kppn, &[("date", "2026-12-08")]).await;
    let person = directory::testing::person_id(&world.app, nip).await;
    let rows: Vec<_> =
        (1..=count).map(|n| json!([kernel::id::fresh(), n.to_string(), json!({ "place": n }).to_string()])).collect();
    let sql = "
        insert into education_notice (id, person_id, activity_id, kind, key, details, made_at)
        select value ->> 0, $1, $2, 'waiting', value ->> 1, value ->> 2, $3 from json_each($4)";
    let mut tx = world.app.db().begin().await.unwrap();
    tx.run(sql, [person.into(), id.into(), world.app.now().into(), json!(rows).into()]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn notices_are_paged_from_new_to_old() {
    story(async |world| {
        many(&world, STAFF_KPPN, 31).await;
        let mut staff = world.signed_in(STAFF_KPPN).await.program();

        let first = staff.get("/pemberitahuan").await.expect(200).json();
        let second = staff.get(first["next"].as_str().unwrap()).await.expect(200).json();

        assert_eq!((first["notices"].as_array().unwrap().len(), first["unread"].as_i64()), (30, Some(31)));
        assert_eq!(first["notices"][0]["said"], "Anda di daftar tunggu, urutan ke-31.");
        assert_eq!(second["notices"][0]["said"], "Anda di daftar tunggu, urutan ke-1.");
        assert_eq!(second["next"], "");
        let page = world.signed_in(STAFF_KPPN).await.get("/pemberitahuan").await.expect(200);
        assert!(page.has("31 belum dibaca") && page.has("Baru"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn one_is_read_or_all_that_were_seen_and_never_those_of_others() {
    story(async |world| {
        many(&world, STAFF_KPPN, 3).await;
        let mut staff = world.signed_in(STAFF_KPPN).await;
        let mut other = world.signed_in(STAFF_BPS).await;
        let seen = staff.program().get("/pemberitahuan").await.json();
        let newest = seen["notices"][0]["id"].as_str().unwrap().to_owned();
        let unread = async || world.signed_in(STAFF_KPPN).await.program().get("/pemberitahuan").await.json()["unread"].as_i64();

        other.post(&format!("/pemberitahuan/{newest}/dibaca"), &[]).await.expect(404);
        other.post("/pemberitahuan/dibaca", &[("until", &newest)]).await.expect(303);
        assert_eq!(unread().await, Some(3));
        staff.post(&format!("/pemberitahuan/{newest}/dibaca"), &[]).await.expect(303);
        staff.post(&format!("/pemberitahuan/{newest}/dibaca"), &[]).await.expect(303);
        assert_eq!(unread().await, Some(2));

        many(&world, STAFF_KPPN_OTHER, 1).await;
        let mut tx = world.app.db().begin().await.unwrap();
        let later = "update education_notice set person_id = $1, key = 'later' where person_id = $2";
        let ids = [STAFF_KPPN, STAFF_KPPN_OTHER].map(|it| directory::testing::person_id(&world.app, it));
        let [mine, theirs] = ids;
        tx.run(later, [mine.await.into(), theirs.await.into()]).await.unwrap();
        tx.commit().await.unwrap();
        staff.post("/pemberitahuan/dibaca", &[("until", &newest)]).await.expect(303);

        assert_eq!(unread().await, Some(1), "what came after the page was made has not been seen");
    })
    .await;
}

#[tokio::test]
async fn the_page_needs_somebody_and_says_when_it_is_empty() {
    story(async |world| {
        let stranger = world.stranger().get("/pemberitahuan").await;
        assert!(stranger.location().starts_with("/masuk"));

        let page = world.signed_in(STAFF_BPS).await.get("/pemberitahuan").await.expect(200);
        assert!(page.has("Belum ada pemberitahuan"));
        let english = world.signed_in(STAFF_BPS).await.get("/pemberitahuan?bahasa=en").await.expect(200);
        assert!(english.has("No notices yet"));
        assert!(notices(&world, STAFF_BPS).await.is_empty());
    })
    .await;
}
