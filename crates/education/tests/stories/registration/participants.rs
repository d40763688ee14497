//! Participants: the list that owners keep.

use super::{at, registered, small, standing, waiting};
use crate::world::*;

#[tokio::test]
async fn owners_see_who_comes_in_full_and_nobody_else_sees_the_list() {
    story(async |world| {
        let id = small(&world, &[("public", "1")]).await;
        registered(&world, STAFF_KPPN, &id).await;
        let mut waiter = registered(&world, STAFF_BNN, &id).await;
        let mut owner = world.signed_in(COORDINATOR_KPPN).await;
        let list = format!("/kegiatan/{id}/peserta");

        let seated = owner.get(&list).await.expect(200);
        assert!(
            seated.has("Bagus Contoh Setiawan") && seated.has("19900101 201503 1 905") && !seated.has("Sitti"),
            "{}",
            seated.text()
        );
        assert!(seated.has("1 dari 1 tempat terisi") && seated.has("1 orang menunggu"));
        assert!(owner.get(&format!("{list}?keadaan=menunggu")).await.has("Sitti Contoh Rahmah"));
        assert!(owner.get(&format!("{list}?cari=bagus+setiawan")).await.has("Bagus"));
        assert!(owner.get(&format!("{list}?cari=%25_%27--")).await.expect(200).has("Tidak ada yang cocok"));

        for path in [list.clone(), format!("{list}.csv"), format!("{list}/instansi")] {
            waiter.get(&path).await.expect(403);
            world.stranger().get(&path).await.expect(303);
        }
    })
    .await;
}

#[tokio::test]
async fn the_list_is_a_file_and_a_count_by_agency() {
    story(async |world| {
        let id = small(&world, &[("public", "1"), ("seats", "5")]).await;
        registered(&world, STAFF_KPPN, &id).await;
        registered(&world, STAFF_KPPN_OTHER, &id).await;
        registered(&world, STAFF_BNN, &id).await;
        let hostile = [("name", "=HYPERLINK(1)"), ("mail", "tamu@contoh.example"), ("from", "@SUM(1)")];
        world.stranger().post(&format!("{}/tamu", at(&id)), &hostile).await.expect(200);
        let mut owner = world.signed_in(COORDINATOR_KPPN).await;

        let file = owner.get(&format!("/kegiatan/{id}/peserta.csv")).await.expect(200);
        let counts = owner.program().get(&format!("/kegiatan/{id}/peserta/instansi")).await.expect(200).json();

        assert_eq!(file.text().lines().count(), 5);
        assert!(file.has("'=HYPERLINK(1)") && file.has("'@SUM(1)"), "no cell is a formula: {}", file.text());
        let counts: Vec<_> =
            counts["agencies"].as_array().expect("agencies").iter().map(|it| (&it["name"], &it["count"])).collect();
        assert_eq!((counts[0].0.as_str(), counts[0].1.as_i64()), (Some("KPPN Mamuju"), Some(2)));
        assert_eq!(counts.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn taking_somebody_off_the_list_needs_a_reason_that_everybody_concerned_reads() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut first = registered(&world, STAFF_KPPN, &id).await;
        let second = registered(&world, STAFF_BNN, &id).await;
        let mut owner = world.signed_in(COORDINATOR_KPPN).await;
        let list = owner.program().get(&format!("/kegiatan/{id}/peserta")).await.json();
        let participant = list["participants"][0]["registration_id"].as_str().expect("an id").to_owned();
        let path = format!("/kegiatan/{id}/peserta/{participant}?_method=delete");

        let page = owner.post(&path, &[("reason", "x")]).await.expect(422);
        assert!(page.has("Tulis alasannya") && page.has("value=\"x\""));
        assert_eq!(standing(&second, &id).await, waiting(1));
        first.post(&path, &[("reason", "Saya sendiri yang mau")]).await.expect(403);
        owner.post(&path, &[("reason", "Salah unit, <b>maaf</b>")]).await.expect(303);

        assert!(first.get(&at(&id)).await.has("Salah unit, &#60;b&#62;maaf"));
        assert_eq!(standing(&second, &id).await, super::seated());
        let history = owner.get(&format!("/kegiatan/{id}/riwayat")).await.expect(200);
        assert!(history.has("Mengeluarkan peserta") && history.has("Bagus Contoh Setiawan"), "{}", history.text());
    })
    .await;
}

#[tokio::test]
async fn a_participant_of_another_activity_is_not_reached_through_mine() {
    story(async |world| {
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let theirs = published(&mut bps, &[("agency", BPS), ("title", "Kegiatan milik BPS")]).await;
        registered(&world, STAFF_BNN, &theirs).await;
        let mine = small(&world, &[]).await;
        let list = bps.program().get(&format!("/kegiatan/{theirs}/peserta")).await.json();
        let participant = list["participants"][0]["registration_id"].as_str().expect("an id").to_owned();
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        kppn.get(&format!("/kegiatan/{mine}/peserta/{participant}")).await.expect(404);
        let path = format!("/kegiatan/{mine}/peserta/{participant}?_method=delete");
        kppn.post(&path, &[("reason", "Bukan hak saya")]).await.expect(404);
        kppn.post(&format!("/kegiatan/{theirs}/peserta/{participant}?_method=delete"), &[("reason", "Bukan hak saya")])
            .await
            .expect(403);
    })
    .await;
}
