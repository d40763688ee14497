//! From the design to the holder's PDF.

use kernel::db::{NONE, counted};
use sha2::{Digest, Sha256};

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
async fn a_file_that_another_release_printed_stays_ours() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        it.issues().await;
        let path = format!("/sertifikat/{}/sertifikat.pdf", it.issued().await[0]["id"].as_str().unwrap());
        let mut budi = it.world.signed_in(BUDI).await;
        let pdf = budi.get(&path).await.expect(200).body;
        let earlier = [pdf.as_slice(), b"\n% sebelum pembaruan"].concat();
        let sql = "update education_certificate_file set sha256 = $1";
        let mut tx = it.world.app.db().begin().await.unwrap();
        tx.run(sql, [kernel::id::hex(&Sha256::digest(&earlier)).into()]).await.unwrap();
        tx.commit().await.unwrap();

        let again = budi.get(&path).await.expect(200).body;

        let mut stranger = it.world.stranger();
        for ours in [&earlier, &again] {
            let page = stranger.upload("/verifikasi", &[], ("sertifikat.pdf", ours)).await.expect(200);
            assert!(page.has("Berkas asli"), "{}", page.text());
        }
        let changed = [again.as_slice(), b"%"].concat();
        let page = stranger.upload("/verifikasi", &[], ("sertifikat.pdf", &changed)).await.expect(200);
        assert!(page.has("bukan berkas yang kami terbitkan"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn an_issue_whose_job_was_given_up_is_taken_up_again() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        it.designs(&[]).await;
        let path = it.at("sertifikat");
        it.owner.post(&path, &[]).await.expect(303);
        let sql = "update kernel_job set finished_at = 1, stumbled_on = 'diam' where kind = 'education.certificates'";
        let mut tx = it.world.app.db().begin().await.unwrap();
        tx.run(sql, NONE).await.unwrap();
        tx.commit().await.unwrap();
        it.lets_work_be_done().await;
        assert!(it.issued().await.is_empty());

        it.issues().await;

        assert_eq!(it.issued().await[0]["number"], "001/SERT/XI/2026");
        let page = it.owner.program().get(&path).await.expect(200).json();
        assert!(page["batch"]["finished_at"].is_i64(), "{page}");
        it.owner.post(&path, &[]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_certificate_says_no_more_hours_than_the_activity_has_and_no_day_before_its_end() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.designs(&[("signed_on", "2026-11-17")]).await;
        let path = format!("/kegiatan/{}", it.id);
        let version = it.owner.program().get(&path).await.expect(200).json()["activity"]["version"].to_string();
        let shorter = [("date", "2026-11-18"), ("end", "10.00"), ("zone", "WIB"), ("version", version.as_str())];
        it.owner.put(&path, &draft(&shorter)).await.expect(303);
        let page = it.owner.get(&it.at("sertifikat")).await.expect(200);
        assert!(page.has("Yang dicantumkan 1 JP"), "{}", page.text());

        it.registered(BUDI).await;
        it.move_to(AFTERWARDS);
        it.uploads("laporan.csv", &fixture("zoom_webinar_attendee_en")).await.expect(303);
        it.issues().await;

        let mut budi = it.world.signed_in(BUDI).await;
        let mine = budi.get("/sertifikat").await.expect(200);
        assert!(mine.has("1 JP") && !mine.has("4 JP"), "{}", mine.text());
        let sql = "select content from education_certificate_print";
        let print: String = it.world.app.db().one(sql, NONE, |row| row.get("content")).await.unwrap();
        assert!(print.contains("\"day\":\"2026-11-18\""), "{print}");
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
