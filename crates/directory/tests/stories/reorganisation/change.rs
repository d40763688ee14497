//! A new name, a new parent, a new region.

use directory::{lookup, testing};

use super::{BPS, KANWIL, KPPN, ask, labels, page, version};
use crate::world::{both, signed_in, visitor};

#[tokio::test]
async fn a_new_name_is_found_at_once_and_the_old_one_stays_in_the_history() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let name = "Kantor Pelayanan Perbendaharaan Negara Sulawesi Barat";

        let fields = [("urusan", "nama"), ("nama", name), ("singkatan", "KPPN Sulbar"), ("tanggal", "")];
        ask(&mut admin, ("PUT", ""), KPPN, &fields).await.expect(303);

        let page = visitor(&app).get(&format!("/instansi/{KPPN}")).await.expect(200);
        assert!(page.has("<h1>KPPN Sulbar</h1>") && page.has("Berganti nama dari KPPN Mamuju menjadi KPPN Sulbar"));
        assert!(page.has(name) && page.has("PMK 12 Tahun 2026"));
        assert!(visitor(&app).get("/instansi?cari=kppn+sulbar").await.has(KPPN));
    })
    .await;
}

#[tokio::test]
async fn a_new_parent_takes_along_all_that_stands_below_and_every_inherited_right() {
    both(async |app| {
        testing::offices(&app, KPPN, 2).await;
        let below = format!("{KPPN}.contoh-0001");
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let mut coordinator = signed_in(&app, testing::COORDINATOR_BPS).await;
        let people = format!("/pegawai?instansi={KPPN}");
        coordinator.get(&people).await.expect(404);

        let fields = [("urusan", "induk"), ("unit", "BPS Provinsi Sulawesi Barat")];
        ask(&mut admin, ("PUT", ""), KPPN, &fields).await.expect(303);

        assert_eq!(lookup::lineage(app.db(), &below).await.unwrap(), [below.as_str(), KPPN, BPS, "bps", "*"]);
        coordinator.get(&people).await.expect(200);
        let labels = labels(&app, testing::STAFF_KPPN).await;
        assert!(labels.contains(&"agency:bps".to_owned()) && !labels.contains(&"agency:kemenkeu".to_owned()));
        assert!(visitor(&app).get(&format!("/instansi/{KPPN}")).await.has("Berpindah ke bawah BPS Provinsi"));
        ask(&mut admin, ("PUT", ""), KPPN, &[("urusan", "induk"), ("unit", "*")]).await.expect(303);
        assert_eq!(lookup::lineage(app.db(), KPPN).await.unwrap(), [KPPN, "*"]);
    })
    .await;
}

#[tokio::test]
async fn a_new_region_moves_what_people_there_read() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;

        ask(&mut admin, ("PUT", ""), KPPN, &[("urusan", "wilayah"), ("wilayah", "Kota Makassar")]).await.expect(303);

        let labels = labels(&app, testing::STAFF_KPPN).await;
        assert!(labels.contains(&"asn@73.71".to_owned()) && !labels.contains(&"asn@76".to_owned()));
        let page = visitor(&app).get(&format!("/instansi/{KPPN}")).await.expect(200);
        assert!(page.has("Berpindah wilayah dari Kabupaten Mamuju ke Kota Makassar."));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_said_beside_its_field_and_nothing_changes() {
    both(async |app| {
        testing::offices(&app, KPPN, 1).await;
        let below = format!("{KPPN}.contoh-0000");
        let mut admin = signed_in(&app, testing::ADMIN).await;
        for (fields, said) in [
            ([("urusan", "nama"), ("nama", ""), ("singkatan", "Baru <b>")], "Baru &#60;b&#62;"),
            ([("urusan", "nama"), ("nama", "=A1()"), ("singkatan", "Baru")], "rumus"),
            ([("urusan", "induk"), ("unit", "atlantis"), ("x", "")], "Tidak ada instansi seperti itu"),
            ([("urusan", "induk"), ("unit", KPPN), ("x", "")], "Ini instansi yang sama"),
            ([("urusan", "induk"), ("unit", below.as_str()), ("x", "")], "berada di bawah instansi ini"),
            ([("urusan", "induk"), ("unit", KANWIL), ("x", "")], "sudah berlaku sekarang"),
            ([("urusan", "induk"), ("unit", ""), ("x", "")], "wajib diisi"),
            ([("urusan", "wilayah"), ("wilayah", "Atlantis"), ("x", "")], "Tidak ada wilayah"),
            ([("urusan", "wilayah"), ("wilayah", "76.02"), ("x", "")], "sudah berlaku sekarang"),
            ([("urusan", "wilayah"), ("wilayah", "76.05"), ("tanggal", "31/12/2090")], "belum tiba"),
        ] {
            let refused = ask(&mut admin, ("PUT", ""), KPPN, &fields).await.expect(422);
            assert!(refused.has(said), "{said}");
        }
        let version = version(&admin, KPPN).await;
        let unfounded = [("urusan", "wilayah"), ("wilayah", "76.05"), ("alasan", " "), ("versi", &version)];
        assert!(admin.put(&page(KPPN), &unfounded).await.expect(422).has("Tulis dasar hukumnya"));
        ask(&mut admin, ("PUT", ""), KPPN, &[("urusan", "sihir")]).await.expect(422);
        assert_eq!(version, "1");
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_administrators_is_told() {
    both(async |app| {
        let (mut first, mut second) = (signed_in(&app, testing::ADMIN).await, signed_in(&app, testing::ADMIN).await);
        let fields = |region| [("urusan", "wilayah"), ("wilayah", region), ("alasan", "PMK 12"), ("versi", "1")];
        let path = page(KPPN);

        let (one, other) = (fields("76.05"), fields("76.03"));
        let (one, other) = tokio::join!(first.put(&path, &one), second.put(&path, &other));

        let mut answers = [one.status.as_u16(), other.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [303, 409]);
        assert_eq!(version(&first, KPPN).await, "2");
    })
    .await;
}
