//! Reading and confirming: at home, once, by those it is for; the public reads what is public.

use directory::testing::{crowd, give_duty, person_id};

use super::*;

#[tokio::test]
async fn who_it_is_for_finds_it_at_home_and_confirms_once() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let address = warned(&world, &mut kppn, &[]).await;
        let mut staff = world.signed_in(STAFF_PEMDA).await;
        let mut other_tab = world.signed_in(STAFF_PEMDA).await;
        assert!(home(&world, STAFF_PEMDA).await.contains(TITLE));
        assert!(!home(&world, OUTSIDER).await.contains(TITLE));

        staff.post(&format!("{address}/pembacaan"), &[]).await.expect(303);
        let first = json(&staff, &address).await["confirmed_at"].clone();
        later(&world, kernel::clock::HOUR);
        let again = other_tab.post(&format!("{address}/pembacaan"), &[]).await.expect(303);

        assert_eq!(again.location(), address);
        assert_eq!(json(&staff, &address).await["confirmed_at"], first, "the first time is kept");
        assert!(!home(&world, STAFF_PEMDA).await.contains(TITLE));
        assert_eq!(json(&kppn, &address).await["total"][1], 1, "counted once");
        let facts = world.app.db().all(
            "select body from kernel_fact where topic = 'education.warning-confirmed'",
            kernel::db::NONE,
            |row| row.get::<String>("body"),
        );
        assert_eq!(facts.await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_tabs_at_once_are_one_confirmation() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let address = format!("{}/pembacaan", warned(&world, &mut kppn, &[]).await);
        let (mut one, mut other) = (world.signed_in(STAFF_BPS).await, world.signed_in(STAFF_BPS).await);

        let (a, b) = futures_util::future::join(one.post(&address, &[]), other.post(&address, &[])).await;

        assert_eq!((a.status.as_u16(), b.status.as_u16()), (303, 303));
        let page = json(&kppn, address.trim_end_matches("/pembacaan")).await;
        assert_eq!(page["total"][1], 1);
    })
    .await;
}

#[tokio::test]
async fn a_crowd_that_confirms_at_once_is_counted_to_the_last() {
    story(async |world| {
        crowd(&world.app, KPPN, 40).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let address = warned(&world, &mut kppn, &[]).await;
        let path = format!("{address}/pembacaan");
        let mut readers = Vec::new();
        for number in 1..=40 {
            readers.push(world.signed_in(&format!("198501012010011{number:03}")).await);
        }

        let pages = futures_util::future::join_all(readers.iter_mut().map(|it| it.post(&path, &[]))).await;

        assert!(pages.iter().all(|it| it.status == 303), "{:?}", pages.iter().map(|it| it.status).collect::<Vec<_>>());
        assert_eq!(json(&kppn, &address).await["total"], serde_json::json!([9 + 40, 40]));
    })
    .await;
}

#[tokio::test]
async fn the_letter_names_the_last_day_of_the_writer_wherever_the_reader_is() {
    story(async |world| {
        let sql = "update directory_region set zone = 'WIT' where id like '76%'";
        let mut tx = world.app.db().begin().await.unwrap();
        tx.run(sql, kernel::db::NONE).await.unwrap();
        tx.commit().await.unwrap();
        let me = person_id(&world.app, ADMIN).await;
        give_duty(&world.app, &me, "pimpinan", "kemenkeu").await;
        let mut jakarta = world.signed_in(ADMIN).await;

        warned(&world, &mut jakarta, &[("agency", "kemenkeu"), ("read_by", "2026-11-30")]).await;

        let letters = kernel::mail::letters_to(&world.app, "sitticontohrahmah@contoh.go.id.example").await.unwrap();
        assert!(letters[0].text.contains("30 November 2026"), "{}", letters[0].text);
    })
    .await;
}

#[tokio::test]
async fn confirming_before_being_told_counts_and_nobody_is_told_after() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let address = drafted(&mut kppn, &[]).await;
        publish(&mut kppn, &address).await.expect(303);
        let mut staff = world.signed_in(STAFF_BNN).await;

        staff.post(&format!("{address}/pembacaan"), &[]).await.expect(303);
        let early = json(&kppn, &address).await["total"].clone();
        settle(&world).await;

        assert_eq!(early, serde_json::json!([1, 1]));
        assert_eq!(json(&kppn, &address).await["total"], serde_json::json!([9, 1]), "the nine of Sulawesi Barat");
        assert_eq!(told(&staff, TITLE).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_public_reads_what_is_public_and_confirms_nothing() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let open = warned(&world, &mut kppn, &[("public", "1"), ("title", "Peringatan untuk semua")]).await;
        let closed = warned(&world, &mut kppn, &[("title", "Hanya untuk yang dituju")]).await;
        let mut stranger = world.stranger();
        let mut outsider = world.signed_in(OUTSIDER).await;

        assert!(stranger.get(&open).await.expect(200).has("UU Nomor 20 Tahun 2001"));
        stranger.get(&closed).await.expect(404);
        let listed = stranger.get("/peringatan").await.expect(200);
        assert!(listed.has("Peringatan untuk semua") && !listed.has("Hanya untuk yang dituju"));
        outsider.get(&closed).await.expect(404);
        outsider.post(&format!("{closed}/pembacaan"), &[]).await.expect(404);
        outsider.get(&open).await.expect(200);
        outsider.post(&format!("{open}/pembacaan"), &[]).await.expect(403);
        assert_eq!(json(&outsider, &open).await["is_asked"], false);
    })
    .await;
}

#[tokio::test]
async fn the_list_holds_what_its_pages_would_open_and_is_filtered_by_links() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        warned(&world, &mut kppn, &[("title", "Untuk Sulawesi Barat")]).await;
        warned(&world, &mut bps, &[("title", "Untuk Sulawesi Selatan"), ("region", "73"), ("public", "1")]).await;
        let staff = world.signed_in(STAFF_BNN).await;
        let titles = async |address: &str| {
            let page = json(&staff, address).await;
            let rows = page["warnings"].as_array().unwrap().clone();
            rows.iter().map(|it| it["warning"]["words"]["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };

        assert_eq!(titles("/peringatan").await, ["Untuk Sulawesi Selatan", "Untuk Sulawesi Barat"]);
        assert_eq!(titles("/peringatan?wilayah=76").await, ["Untuk Sulawesi Barat"]);
        assert_eq!(titles("/peringatan?instansi=bps.sulbar").await, ["Untuk Sulawesi Selatan"]);
        assert_eq!(titles("/peringatan?cari=barat").await, ["Untuk Sulawesi Barat"]);
        assert!(titles("/peringatan?status=lalu").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn those_who_have_not_confirmed_are_reminded_once_before_the_last_day() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let address = warned(&world, &mut kppn, &[("read_by", "2026-12-01")]).await;
        let mut diligent = world.signed_in(STAFF_BNN).await;
        diligent.post(&format!("{address}/pembacaan"), &[]).await.expect(303);
        let me = person_id(&world.app, STAFF_BPS).await;
        let reminders = async || {
            let sql = "select kind as it from education_notice where person_id = $1 and kind = 'warning-reminder'";
            world.app.db().all(sql, [(&me).into()], |row| row.get::<String>("it")).await.unwrap().len()
        };

        later(&world, 8 * kernel::clock::DAY);
        settle(&world).await;
        assert_eq!(reminders().await, 0, "two days before the end of the last day, not earlier");
        for _ in 0..3 {
            later(&world, kernel::clock::DAY);
            settle(&world).await;
        }

        assert_eq!(reminders().await, 1);
        let all = "select count(*) as n from education_notice where kind = 'warning-reminder'";
        let sent: i64 = world.app.db().one(all, kernel::db::NONE, |row| row.get("n")).await.unwrap();
        assert_eq!(sent, 8, "everybody but the one who confirmed");
    })
    .await;
}
