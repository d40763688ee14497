//! What pages and lists say while people register, organisers edit and agencies change: at once what is true.

use super::*;

#[tokio::test]
async fn a_stranger_sees_at_once_that_a_seat_was_taken_or_left() {
    story(async |world| {
        let id = small(&world, &[("public", "1"), ("seats", "3")]).await;
        let path = format!("/kegiatan/{id}");
        assert!(world.stranger().get(&path).await.expect(200).has("Tersisa 3 dari 3 tempat"));

        let mut staff = registered(&world, STAFF_KPPN, &id).await;
        assert!(world.stranger().get(&path).await.expect(200).has("Tersisa 2 dari 3 tempat"));

        staff.delete(&at(&id)).await.expect(303);
        assert!(world.stranger().get(&path).await.expect(200).has("Tersisa 3 dari 3 tempat"));
    })
    .await;
}

#[tokio::test]
async fn a_known_page_asks_who_it_is_for_and_for_their_registration() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let path = format!("/kegiatan/{id}");
        let mut staff = world.signed_in(STAFF_BPS).await;
        staff.get(&path).await.expect(200);

        let (page, asked) = kernel::db::counted(staff.get(&path)).await;

        assert!(page.expect(200).has("Tersisa 1 dari 1 tempat"));
        assert_eq!(asked, 5, "who it is, their registration, and versions: each for all who ask at once");
    })
    .await;
}

#[tokio::test]
async fn an_agencys_new_name_is_on_the_page_at_once() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let path = format!("/kegiatan/{id}");
        let mut staff = world.signed_in(STAFF_BPS).await;
        assert!(!staff.get(&path).await.expect(200).has("KPPN Manakarra"));

        directory::testing::rename(&world.app, KPPN, "KPPN Manakarra").await;

        assert!(staff.get(&path).await.expect(200).has("KPPN Manakarra"));
    })
    .await;
}

#[tokio::test]
async fn lists_follow_whatever_they_show() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let mut stranger = world.stranger();
        let mut list = async || stranger.get("/kegiatan").await.expect(200);
        assert!(!list().await.has("Inflasi dan APBN"));

        let id = published(&mut kppn, &[("public", "1"), ("seats", "1")]).await;
        assert!(list().await.has("Inflasi dan APBN"));

        let mut staff = registered(&world, STAFF_KPPN, &id).await;
        assert!(list().await.has("Penuh"));

        staff.delete(&at(&id)).await.expect(303);
        assert!(!list().await.has("Penuh"));

        let version = kppn.program().get(&format!("/kegiatan/{id}")).await.json()["activity"]["version"].to_string();
        let changes = draft(&[("version", &version), ("title", "Harga dan belanja"), ("public", "1")]);
        kppn.put(&format!("/kegiatan/{id}"), &changes).await.expect(303);
        assert!(list().await.has("Harga dan belanja"));

        kppn.post(&format!("/kegiatan/{id}/pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);
        assert!(!list().await.has("Harga dan belanja"));
    })
    .await;
}

#[tokio::test]
async fn a_known_list_is_shown_to_those_who_may_read_it_and_to_nobody_else() {
    story(async |world| {
        small(&world, &[]).await;
        let mut near = world.signed_in(STAFF_BPS).await;
        let mut far = world.signed_in(OUTSIDER).await;

        for _ in 0..2 {
            let lists = (near.get("/kegiatan?untuk=saya").await.expect(200), far.get("/kegiatan?untuk=saya").await.expect(200));
            assert!(lists.0.has("Inflasi dan APBN") && !lists.1.has("Inflasi dan APBN"), "{}", lists.1.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_regency_shows_what_is_for_it_and_for_all_of_its_province() {
    story(async |world| {
        small(&world, &[("title", "Untuk seluruh provinsi")]).await;
        small(&world, &[("title", "Untuk Polewali Mandar"), ("region", "76.04"), ("date", "2026-12-01")]).await;
        let mut stranger = world.stranger();

        let mamuju = stranger.get("/kegiatan?wilayah=76.02").await.expect(200);
        let polewali = stranger.get("/kegiatan?wilayah=76.04").await.expect(200);
        let elsewhere = stranger.get("/kegiatan?wilayah=73").await.expect(200);

        assert!(mamuju.has("Untuk seluruh provinsi") && !mamuju.has("Untuk Polewali Mandar"), "{}", mamuju.text());
        assert!(polewali.has("Untuk seluruh provinsi") && polewali.has("Untuk Polewali Mandar"));
        assert!(!elsewhere.has("Untuk seluruh provinsi"));
    })
    .await;
}

#[tokio::test]
async fn a_ticket_has_a_code_where_there_is_a_door_to_scan_it_at() {
    story(async |world| {
        let online = small(&world, &[]).await;
        let hybrid = small(&world, &[("mode", "hybrid"), ("place", "Aula KPPN Mamuju"), ("date", "2026-12-01")]).await;
        let mut staff = world.signed_in(STAFF_KPPN).await;

        assert!(!staff.post(&at(&online), &[]).await.expect(200).has("<svg class=\"qr\""));
        assert!(staff.post(&at(&hybrid), &[]).await.expect(200).has("<svg class=\"qr\""));

        let mut other = world.signed_in(STAFF_BPS).await;
        assert!(!other.post(&at(&hybrid), &[]).await.expect(200).has("<svg class=\"qr\""), "who waits has nothing to show");
    })
    .await;
}
