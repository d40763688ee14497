//! What counts, who is credited, and who sees it.

use super::*;
use crate::world::*;

const AFTER: i64 = 1_795_222_800_000 + 5 * kernel::clock::DAY;

#[tokio::test]
async fn a_shared_activity_puts_both_hosts_under_way_and_counts_for_both_when_it_is_over() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[]).await;

        let id = shared_activity(&world, &[]).await;

        let json = board(&admin, &address).await;
        assert_eq!(totals(&json), [0, 2, 4, 0]);
        assert_eq!((state_of(&json, KPPN), state_of(&json, BPS)), ("underway", "underway"));
        let page = admin.get(&address).await.expect(200);
        assert!(page.has("Belum terlaksana") && page.has(&format!("/kegiatan/{id}")));

        world.app.clock().move_to(AFTER);
        settle(&world.app).await;
        let admin = world.signed_in(ADMIN).await;
        let json = board(&admin, &address).await;
        assert_eq!(totals(&json), [2, 0, 4, 0]);
        assert_eq!(state_of(&json, KPPN), "fulfilled");
        let below = json["branches"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect::<Vec<_>>();
        assert_eq!(below, ["bps", "kemenkeu"], "parts of the tree with more than one obliged office");
        let ministry = board(&admin, &format!("{address}?simpul=kemenkeu")).await;
        assert_eq!(totals(&ministry), [1, 0, 1, 0]);
        assert_eq!(totals(&board(&admin, &format!("{address}?wilayah=76.02")).await), [1, 0, 2, 0]);
        let missed = board(&admin, &format!("{address}?status=none")).await;
        assert_eq!(missed["offices"].as_array().unwrap().len(), 4);
    })
    .await;
}

#[tokio::test]
async fn what_does_not_count_says_why() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[("present", "30")]).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        published(&mut kppn, &[("title", "Sendiri saja"), ("region", "73")]).await;
        settle(&world.app).await;

        let page = admin.get(&address).await.expect(200);
        assert!(
            page.has("Penyelenggara dari 1 instansi, syaratnya 2") && page.has("Tidak terbuka bagi semua ASN"),
            "{}",
            page.text()
        );
        assert_eq!(totals(&board(&admin, &address).await), [0, 0, 6, 0]);
        shared_activity(&world, &[("title", "Bersama")]).await;
        world.app.clock().move_to(AFTER);
        settle(&world.app).await;
        let mut admin = world.signed_in(ADMIN).await;
        assert!(admin.get(&address).await.has("Daftar hadir belum dihitung"));
        assert_eq!(totals(&board(&admin, &address).await), [0, 2, 4, 0]);
    })
    .await;
}

#[tokio::test]
async fn edits_cancellation_and_withdrawal_are_followed() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[]).await;
        let id = shared_activity(&world, &[]).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        edited(&world, &id, ("region", "73")).await;
        assert_eq!(totals(&board(&admin, &address).await), [0, 0, 6, 0], "no longer open to the region");

        edited(&world, &id, ("date", "2027-01-12")).await;
        assert!(board(&admin, &address).await["offices"][0]["activities"].as_array().unwrap().is_empty(), "another period");

        edited(&world, &id, ("date", "2026-11-24")).await;
        assert_eq!(totals(&board(&admin, &address).await), [0, 2, 4, 0]);

        kppn.delete(&format!("/kegiatan/{id}/penerbitan")).await.expect(303);
        settle(&world.app).await;
        assert_eq!(totals(&board(&admin, &address).await), [0, 0, 6, 0], "a draft is nobody's credit");
        kppn.post(&format!("/kegiatan/{id}/penerbitan"), &[]).await.expect(303);
        kppn.post(&format!("/kegiatan/{id}/pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);
        settle(&world.app).await;
        assert_eq!(totals(&board(&admin, &address).await), [0, 0, 6, 0]);
        assert!(admin.get(&address).await.has("Kegiatan dibatalkan"));
    })
    .await;
}

/// Saves the form with one field otherwise.
async fn edited(world: &World, id: &str, change: (&str, &str)) {
    let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
    let version = board(&kppn, &format!("/kegiatan/{id}")).await["activity"]["version"].to_string();
    kppn.put(&format!("/kegiatan/{id}"), &draft(&[change, ("version", &version)])).await.expect(303);
    settle(&world.app).await;
}

#[tokio::test]
async fn everybody_sees_totals_and_those_above_see_names() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[]).await;
        let below = format!("{address}?simpul=kemenkeu");

        let staff = board(&world.signed_in(STAFF_PEMDA).await, &below).await;
        let coordinator = board(&world.signed_in(COORDINATOR_KPPN).await, &below).await;
        let supervisor = pembina(&world, STAFF_BNN, "kemenkeu").await;

        assert_eq!((totals(&staff), staff["sees_names"].as_bool()), ([0, 0, 2, 0], Some(false)));
        assert!(staff["offices"].as_array().unwrap().is_empty() && staff["own"].as_array().unwrap().is_empty());
        assert_eq!(state_of(&coordinator, KPPN), "none", "their own row");
        assert_eq!(coordinator["offices"].as_array().unwrap().len(), 0);
        assert_eq!(board(&supervisor, &below).await["offices"].as_array().unwrap().len(), 2);
        assert_eq!(board(&supervisor, &address).await["offices"].as_array().unwrap().len(), 0);
        let sideways = format!("{address}?simpul=kemenkeu&wilayah=76");
        assert_eq!(board(&supervisor, &sideways).await["offices"].as_array().unwrap().len(), 0, "a region holds others too");
        let mut stranger = world.signed_in(OUTSIDER).await;
        assert_eq!(stranger.get(&format!("{address}?simpul=tidak.ada")).await.status.as_u16(), 404);
    })
    .await;
}

#[tokio::test]
async fn titles_that_the_reader_may_not_open_stay_hidden() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[("open", "")]).await;
        let agencies = [
            ("title", "Rahasia keluarga"),
            ("listed", "audience"),
            ("audience", "agencies"),
            ("agencies", "bnn"),
            ("region", ""),
        ];

        shared_activity(&world, &agencies).await;

        let page = admin.get(&address).await.expect(200);
        assert!(page.has("Kegiatan untuk kalangan tertentu") && !page.has("Rahasia keluarga"));
        let supervisor = pembina(&world, STAFF_BNN, "*").await.get(&address).await.expect(200);
        assert!(supervisor.has("Rahasia keluarga"), "whom it is for");
    })
    .await;
}

#[tokio::test]
async fn a_board_asks_as_many_queries_for_a_thousand_offices_as_for_six() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let few = ruled(&world, &mut admin, &[]).await;
        directory::testing::offices(&world.app, KANWIL, 1_000).await;
        let many = ruled(&world, &mut admin, &[("name", "Aturan dengan banyak kantor")]).await;

        for it in [&few, &many] {
            admin.get(it).await.expect(200);
        }
        let small = kernel::db::counted(admin.get(&few)).await;
        let large = kernel::db::counted(admin.get(&many)).await;

        assert!(large.0.has("0 dari 1.006 kantor"), "{}", large.0.text());
        assert_eq!(small.1, large.1);
        assert!(small.1 <= 12, "{} statements for a board that is known", small.1);
        let json = board(&admin, &many).await;
        let next = json["next"].as_str().unwrap().to_owned();
        assert_eq!(json["offices"].as_array().unwrap().len(), 30);
        assert_eq!(board(&admin, &next).await["offices"].as_array().unwrap().len(), 30);
        let list = kernel::db::counted(admin.get("/kewajiban")).await.1;
        ruled(&world, &mut admin, &[("name", "Aturan ketiga")]).await;
        assert_eq!(kernel::db::counted(admin.get("/kewajiban")).await.1, list);
    })
    .await;
}
