//! From the design to the holder's PDF.

use kernel::db::counted;

use super::shelf::*;
use crate::{attendance::scene::*, world::*};

#[tokio::test]
async fn who_attended_enough_is_given_one_and_told() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;

        it.issues().await;

        let issued = it.issued().await;
        assert_eq!(issued.len(), 1, "Siti was there for a moment only: {issued:?}");
        assert_eq!(issued[0]["number"], "001/SERT/XI/2026");
        assert_eq!((&issued[0]["name"], &issued[0]["nip"]), (&"Budi Santoso, S.Kom.".into(), &BUDI.into()));
        let mut budi = it.world.signed_in(BUDI).await;
        let mine = budi.get("/sertifikat").await.expect(200);
        assert!(mine.has("001/SERT/XI/2026") && mine.has("4 JP") && mine.has("Peserta"), "{}", mine.text());
        assert!(budi.get("/pemberitahuan").await.expect(200).has("Sertifikat Anda telah terbit."));
        let mut siti = it.world.signed_in(SITI).await;
        assert!(siti.get("/sertifikat").await.expect(200).has("Belum ada sertifikat"));
    })
    .await;
}

#[tokio::test]
async fn the_holder_and_the_organisers_have_the_pdf_and_nobody_else() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        it.issues().await;
        let id = it.issued().await[0]["id"].as_str().unwrap().to_owned();
        let path = format!("/sertifikat/{id}/sertifikat.pdf");
        let mut budi = it.world.signed_in(BUDI).await;

        let first = budi.get(&path).await.expect(200);
        let again = it.owner.get(&path).await.expect(200);

        assert!(first.body.starts_with(b"%PDF") && first.header("content-disposition").contains("001-SERT-XI-2026.pdf"));
        assert_eq!(first.body, again.body, "the same certificate gives the same bytes");
        let mut siti = it.world.signed_in(SITI).await;
        siti.get(&path).await.expect(404);
        siti.get(&it.at("sertifikat")).await.expect(403);
        siti.post(&it.at("sertifikat"), &[]).await.expect(403);
        it.world.stranger().get(&path).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn the_pdf_is_known_again_when_somebody_drops_it_and_not_when_it_was_changed() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        it.issues().await;
        let id = it.issued().await[0]["id"].as_str().unwrap().to_owned();
        let pdf = it.world.signed_in(BUDI).await.get(&format!("/sertifikat/{id}/sertifikat.pdf")).await.expect(200).body;
        let mut stranger = it.world.stranger();

        let genuine = stranger.upload("/verifikasi", &[], ("sertifikat.pdf", &pdf)).await.expect(200);

        assert!(genuine.has("Berkas asli") && genuine.has("001/SERT/XI/2026"), "{}", genuine.text());
        for at in [pdf.len() / 3, pdf.len() / 2, pdf.len() - 20] {
            let mut changed = pdf.clone();
            changed[at] ^= 1;
            let page = stranger.upload("/verifikasi", &[], ("sertifikat.pdf", &changed)).await.expect(200);
            assert!(page.has("bukan berkas yang kami terbitkan") && !page.has("Berkas asli"), "{at}: {}", page.text());
        }
        let longer = [pdf.as_slice(), b"%"].concat();
        assert!(!stranger.upload("/verifikasi", &[], ("sertifikat.pdf", &longer)).await.expect(200).has("Berkas asli"));
    })
    .await;
}

#[tokio::test]
async fn where_the_evaluation_is_asked_for_nobody_has_one_before_it() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        let needed = [("formulir", "ringkas-1"), ("tabel", "permenpanrb-14-2017"), ("tutup", "2026-11-26"), ("sertifikat", "1")];
        it.owner.put(&it.at("penilaian/pengaturan"), &needed).await.expect(303);
        it.designs(&[]).await;
        let path = it.at("sertifikat");
        it.owner.post(&path, &[]).await.expect(409);

        let mut budi = it.world.signed_in(BUDI).await;
        let asked = budi.program().get(&it.at("penilaian")).await.expect(200).json()["subjects"].clone();
        let fields: Vec<&str> = asked.as_array().unwrap().iter().map(|it| it["field"].as_str().unwrap()).collect();
        let answers: Vec<(&str, &str)> = fields.iter().map(|it| (*it, "4")).collect();
        budi.post(&it.at("penilaian"), &answers).await.expect(303);
        it.issues().await;

        assert_eq!(it.issued().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn asked_twice_nobody_has_two_and_latecomers_get_theirs() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        it.issues().await;
        let path = it.at("sertifikat");

        it.owner.post(&path, &[]).await.expect(409);
        let siti = it.registration("Siti").await;
        let correction = [("decision", "present"), ("reason", "Masuk dengan akun lain")];
        it.owner.post(&it.at(&format!("kehadiran/{siti}")), &correction).await.expect(303);
        it.issues().await;

        let numbers: Vec<String> = it.issued().await.iter().map(|it| it["number"].as_str().unwrap().to_owned()).collect();
        assert_eq!(numbers.len(), 2);
        assert!(numbers.contains(&"001/SERT/XI/2026".to_owned()) && numbers.contains(&"002/SERT/XI/2026".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn the_page_shows_a_preview_and_asks_as_often_whatever_was_issued() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        let (page, before) = counted(it.owner.get(&it.at("sertifikat"))).await;
        page.expect(200);

        let picture = it.owner.get(&it.at("sertifikat/pratinjau.png?template=resmi")).await.expect(200);
        it.issues().await;

        assert!(picture.body.starts_with(b"\x89PNG"));
        let (page, after) = counted(it.owner.get(&it.at("sertifikat"))).await;
        assert!(page.expect(200).has("Daftar sertifikat"));
        assert_eq!(before, after);
    })
    .await;
}
