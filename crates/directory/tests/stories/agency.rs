//! Agencies as everybody sees them, and what they say of themselves.

use directory::testing;
use serde_json::json;

use crate::world::{both, counted, signed_in, visitor};

const KPPN: &str = "/instansi/kemenkeu.djpb.kppn-mamuju";
const PROFILE: &str = "/instansi/kemenkeu.djpb.kppn-mamuju/profil";

#[tokio::test]
async fn anybody_finds_an_agency_and_opens_its_page() {
    both(async |app| {
        let mut anybody = visitor(&app);

        let list = anybody.get("/instansi?cari=mamuju+kppn").await.expect(200);
        let page = anybody.get(KPPN).await.expect(200);

        assert!(list.has("href=\"/instansi/kemenkeu.djpb.kppn-mamuju\"") && !list.has("bps.7602"));
        assert!(page.has("<h1>KPPN Mamuju</h1>") && page.has("Kantor Pelayanan Perbendaharaan Negara Mamuju"));
        assert!(page.has("Sulawesi Barat") && page.has("WITA") && page.has("/instansi/kemenkeu.djpb.kanwil-sulbar"));
        assert!(!page.has("/profil\""), "nothing to edit for strangers");
        anybody.get("/instansi/atlantis").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn programs_get_the_same_as_json() {
    both(async |app| {
        let mut program = visitor(&app).program();

        let list = program.get("/instansi?jenis=lembaga").await.expect(200).json();
        let page = program.get("/api/v1/instansi/bps.7602").await.expect(200).json();

        let names: Vec<_> = list["agencies"].as_array().unwrap().iter().map(|it| it["short_name"].clone()).collect();
        assert_eq!(names, [json!("BNN"), json!("BPS")]);
        assert_eq!(page["agency"]["zone"], "WITA");
        assert_eq!(page["above"].as_array().unwrap().len(), 2);
        assert_eq!(page["province_name"], "Sulawesi Barat");
    })
    .await;
}

#[tokio::test]
async fn agencies_are_browsed_by_province_and_page_by_page() {
    both(async |app| {
        testing::offices(&app, "bps", 70).await;
        let mut program = visitor(&app).program();

        let sulbar = program.get("/instansi?provinsi=76").await.json();
        let mut seen = Vec::new();
        let mut next = "/instansi".to_owned();
        while !next.is_empty() {
            let page = program.get(&next).await.expect(200).json();
            seen.extend(page["agencies"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()));
            next = page["next"].as_str().unwrap().to_owned();
        }

        assert_eq!(sulbar["agencies"].as_array().unwrap().len(), 7);
        assert_eq!(seen.len(), 13 + 70);
        let mut unique = seen.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), seen.len(), "nobody twice");
    })
    .await;
}

#[tokio::test]
async fn pages_take_as_many_statements_for_many_offices_as_for_few() {
    both(async |app| {
        let mut anybody = visitor(&app);
        let few = [counted(&mut anybody, "/instansi").await.1, counted(&mut anybody, "/instansi/bps").await.1];

        testing::offices(&app, "bps", 70).await;

        let many = [counted(&mut anybody, "/instansi").await.1, counted(&mut anybody, "/instansi/bps").await.1];
        assert_eq!(few, many);
        assert_eq!(counted(&mut anybody, KPPN).await.1, 7);
    })
    .await;
}

#[tokio::test]
async fn its_coordinator_tells_what_an_agency_does_and_everybody_reads_it() {
    both(async |app| {
        let mut coordinator = signed_in(&app, testing::COORDINATOR_KPPN).await;
        coordinator.get(PROFILE).await.expect(200);

        let fields = [("tugas", "Menyalurkan APBN di Mamuju."), ("layanan", "Pencairan dana\nRekonsiliasi"), ("versi", "0")];
        coordinator.put(PROFILE, &fields).await.expect(303);

        let page = visitor(&app).get(KPPN).await.expect(200);
        assert!(page.has("Menyalurkan APBN di Mamuju.") && page.has("<li>Rekonsiliasi</li>"));
    })
    .await;
}

#[tokio::test]
async fn bad_contacts_are_refused_and_what_was_typed_stays() {
    both(async |app| {
        let mut coordinator = signed_in(&app, testing::COORDINATOR_KPPN).await;

        let fields = [("tugas", "Menyalurkan <b>APBN</b>"), ("situs", "javascript:alert(1)"), ("versi", "0")];
        let page = coordinator.put(PROFILE, &fields).await.expect(422);

        assert!(page.has("diawali https://") && page.has("Menyalurkan &#60;b&#62;APBN"));
        assert!(!visitor(&app).get(KPPN).await.has("Menyalurkan"));
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_editors_sees_what_the_first_saved_and_can_save_upon_it() {
    both(async |app| {
        let (mut first, mut second) =
            (signed_in(&app, testing::COORDINATOR_KPPN).await, signed_in(&app, testing::HEAD_KPPN).await);
        first.put(PROFILE, &[("tugas", "Dari pengelola"), ("versi", "0")]).await.expect(303);

        let mine = [("tugas", "Dari pimpinan"), ("layanan", "Konsultasi"), ("versi", "0")];
        let overtaken = second.put(PROFILE, &mine).await.expect(409);

        assert!(overtaken.has("Dari pengelola") && overtaken.has("Dari pimpinan") && overtaken.has("name=\"versi\" value=\"1\""));
        assert!(visitor(&app).get(KPPN).await.has("Dari pengelola"));
        second.put(PROFILE, &[("tugas", "Dari pimpinan"), ("versi", "1")]).await.expect(303);
        assert!(visitor(&app).get(KPPN).await.has("Dari pimpinan"));
    })
    .await;
}

#[tokio::test]
async fn a_profile_is_edited_by_those_responsible_for_the_agency_and_above_it() {
    both(async |app| {
        visitor(&app).get(PROFILE).await.expect(303);
        for (nip, status) in
            [(testing::STAFF_KPPN, 403), (testing::COORDINATOR_BPS, 403), (testing::HEAD_KPPN, 200), (testing::ADMIN, 200)]
        {
            let mut somebody = signed_in(&app, nip).await;
            somebody.get(PROFILE).await.expect(status);
            let saved = somebody.put(PROFILE, &[("tugas", "x"), ("versi", "99")]).await;
            assert_eq!(saved.status.as_u16(), if status == 200 { 409 } else { status });
        }
    })
    .await;
}
