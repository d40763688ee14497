//! Lists: a coordinator registers many people by number and gets back which ones failed and why.

use super::{at, registered, small, standing, waiting};
use crate::world::*;

fn list(id: &str) -> String {
    format!("{}/daftar", at(id))
}

/// Sends a pasted list and opens its results.
async fn pasted(browser: &mut kernel::testing::Browser, id: &str, numbers: &str) -> (String, kernel::testing::Page) {
    let sent = browser.post(&list(id), &[("numbers", numbers)]).await.expect(303);
    let results = sent.location().to_owned();
    let page = browser.get(&results).await.expect(200);
    (results, page)
}

/// A hundred and twenty entries as offices paste them: sound, spaced, doubled, broken, foreign, unknown.
fn a_hundred_and_twenty() -> String {
    let mut numbers = vec![
        STAFF_KPPN.to_owned(),
        format!("{}  {} 1 905", &STAFF_KPPN[..8], &STAFF_KPPN[8..14]),
        STAFF_KPPN_OTHER.to_owned(),
        format!("{STAFF_BPS}, {STAFF_BNN}"),
        STAFF_PEMDA[..17].to_owned(),
        OUTSIDER.to_owned(),
        "7602014503900001".to_owned(),
        "Nama tanpa nomor".to_owned(),
        STAFF_BNN.to_owned(),
    ];
    numbers.extend((0..110).map(|n| format!("198705142011011{:03}", 101 + n)));
    numbers.join("\n")
}

/// Outcome and key of the reason for each number.
fn outcomes(results: &serde_json::Value) -> Vec<(&str, &str, &str)> {
    let rows = results["results"].as_array().expect("results").iter();
    rows.map(|it| {
        let text = |name: &str| it[name].as_str().unwrap_or_default();
        (text("typed"), text("outcome"), it["reason"]["key"].as_str().unwrap_or_default())
    })
    .collect()
}

#[tokio::test]
async fn the_good_ones_are_taken_in_order_and_the_others_come_back_with_a_reason() {
    story(async |world| {
        let id = small(&world, &[("seats", "3")]).await;
        registered(&world, STAFF_KPPN, &id).await;
        let mut owner = world.signed_in(COORDINATOR_KPPN).await;

        let (results, page) = pasted(&mut owner, &id, &a_hundred_and_twenty()).await;

        let json = owner.program().get(&results).await.expect(200).json();
        let expected = [
            (STAFF_KPPN, "known", "registration-list-known"),
            ("19900101 201503 1 905", "known", "registration-list-twice"),
            (STAFF_KPPN_OTHER, "seated", ""),
            (STAFF_BPS, "seated", ""),
            (STAFF_BNN, "waiting", ""),
            (&STAFF_PEMDA[..17], "refused", "import-nip-length"),
            (OUTSIDER, "refused", "registration-refused-audience"),
            ("••••••••••••••••", "refused", "import-nip-nik"),
            ("Nama tanpa nomor", "refused", "registration-list-no-number"),
            (STAFF_BNN, "known", "registration-list-twice"),
            ("198705142011011101", "refused", "registration-list-unknown"),
        ];
        assert_eq!(outcomes(&json)[..11], expected);
        assert_eq!(outcomes(&json).len(), 120);
        assert_eq!((json["seated"].as_i64(), json["waiting"].as_i64(), json["known"].as_i64()), (Some(2), Some(1), Some(3)));
        assert!(page.has("Baris lain sudah tersimpan") && page.has("18 angka") && !page.has("7602014503900001"));

        let file = owner.get(&format!("{results}/hasil.csv")).await.expect(200);
        assert!(file.header("content-disposition").contains("attachment"));
        assert!(file.has("Kegiatan ini untuk sasaran peserta lain") && file.text().lines().count() == 121);
    })
    .await;
}

#[tokio::test]
async fn coordinators_register_their_own_people_and_nobody_elses() {
    story(async |world| {
        let id = small(&world, &[("seats", "9")]).await;
        let mut bps = world.signed_in(COORDINATOR_BPS).await;

        let (results, page) = pasted(&mut bps, &id, &format!("{STAFF_BPS}\n{STAFF_BNN}")).await;

        assert!(page.has("Bukan pegawai unit Anda") && !page.has("Sitti Contoh"), "{}", page.text());
        let below = world.signed_in(STAFF_BPS).await;
        assert_eq!(standing(&below, &id).await, super::seated());
        let other = world.signed_in(STAFF_BNN).await;
        assert!(other.program().get(&at(&id)).await.json()["standing"].is_null());
        let mut owner = world.signed_in(COORDINATOR_KPPN).await;
        owner.get(&results).await.expect(404);
        let mut staff = world.signed_in(STAFF_BPS).await;
        staff.get(&list(&id)).await.expect(403);
        staff.post(&list(&id), &[("numbers", STAFF_BNN)]).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn a_file_is_as_good_as_a_paste() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut owner = world.signed_in(COORDINATOR_KPPN).await;
        let table = format!("Nama;NIP;Telepon\r\nBagus;{STAFF_KPPN};0812\r\nSitti;{STAFF_BNN};0813\r\n");

        let sent = owner.upload(&list(&id), &[("numbers", "")], ("daftar.csv", table.as_bytes())).await.expect(303);

        assert!(owner.get(sent.location()).await.expect(200).has("Daftar tunggu ke-1"));
        assert_eq!(standing(&world.signed_in(STAFF_BNN).await, &id).await, waiting(1));
        let spreadsheet =
            owner.upload(&list(&id), &[("numbers", "")], ("daftar.xlsx", b"PK\x03\x04\x14\0\x06\0")).await.expect(422);
        assert!(spreadsheet.has("Berkas ini bukan CSV"));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_taken_as_a_whole_changes_nothing_and_keeps_the_paste() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut owner = world.signed_in(COORDINATOR_KPPN).await;

        assert!(owner.post(&list(&id), &[("numbers", "  \n")]).await.expect(422).has("Belum ada NIP"));
        let many: Vec<String> = (0..2_001).map(|n| format!("19870514201101{n:04}")).collect();
        let page = owner.post(&list(&id), &[("numbers", &format!("{STAFF_KPPN}\n{}", many.join("\n")))]).await.expect(422);
        assert!(page.has("Paling banyak 2.000") && page.has(&many[1_999]));
        owner.post(&format!("/kegiatan/{id}/pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);
        let page = owner.post(&list(&id), &[("numbers", STAFF_KPPN)]).await.expect(409);
        assert!(page.has("Kegiatan ini dibatalkan") && page.has(STAFF_KPPN));
        assert!(world.signed_in(STAFF_KPPN).await.program().get(&at(&id)).await.json()["standing"].is_null());
    })
    .await;
}

#[tokio::test]
async fn two_hundred_numbers_ask_as_many_queries_as_two() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut owner = world.signed_in(COORDINATOR_KPPN).await.program();
        let many: Vec<String> = (0..200).map(|n| format!("19870514201101{}", 1001 + n)).collect();

        let few = kernel::db::counted(owner.post(&list(&id), &[("numbers", STAFF_KPPN)])).await;
        let much =
            kernel::db::counted(owner.post(&list(&id), &[("numbers", &format!("{STAFF_BNN}\n{}", many.join("\n")))])).await;

        assert_eq!((few.0.status.as_u16(), much.0.status.as_u16()), (200, 200));
        assert_eq!(few.1, much.1);
    })
    .await;
}
