//! Meeting reports as organisers upload them.

use kernel::clock::{DAY, HOUR};

use super::scene::*;
use crate::world::*;

impl Webinar {
    /// The webinar is over; Budi and Siti were registered.
    async fn over(world: World) -> Webinar {
        let it = webinar(world, &[]).await;
        it.registered(BUDI).await;
        it.registered(SITI).await;
        it.move_to(AFTERWARDS);
        it
    }

    /// The sentence beside a field after a refused upload, and nothing kept.
    async fn refused(&mut self, fields: &[(&str, &str)], content: &[u8]) -> (String, String) {
        let path = self.at("laporan-rapat");
        let answer = self.owner.program().upload(&path, fields, ("laporan.csv", content)).await.expect(422).json();
        let said = &answer["form"]["errors"][0];
        assert_eq!((self.evidence().await, self.reports().await["reports"].as_array().unwrap().len()), ((0, 0), 0));
        (said["field"].as_str().unwrap().to_owned(), said["message"].as_str().unwrap().to_owned())
    }
}

#[tokio::test]
async fn the_webinar_report_counts_budi_and_siti_as_the_reference_does() {
    story(async |world| {
        let mut it = Webinar::over(world).await;

        let done = it.uploads("zoom_webinar_attendee_en.csv", &fixture("zoom_webinar_attendee_en")).await.expect(303);

        let page = it.owner.get(done.location()).await.expect(200);
        assert!(page.has("Laporan dibaca, dicocokkan") && page.has("Cocok menurut surel: 4"), "{}", page.text());
        assert!(page.has("Terdaftar di layanan rapat, tetapi tidak hadir: 2"));
        assert_eq!((it.count("Budi").await, it.count("Siti").await), ((169, 941, true), (14, 83, false)));
        let open: Vec<String> =
            it.reports().await["rows"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect();
        assert_eq!(open, ["BKPSDM Kab. Contoh", "Dr. Ratna Dewi, S.Kom., M.M."]);
        let history = it.owner.get(&it.at("riwayat")).await.expect(200);
        assert!(history.has("Laporan rapat diunggah") && history.has("zoom_webinar_attendee_en.csv"), "{}", history.text());
    })
    .await;
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing() {
    story(async |world| {
        let mut it = Webinar::over(world).await;
        let file = fixture("zoom_webinar_attendee_en");
        it.uploads("laporan.csv", &file).await.expect(303);
        let before = (it.evidence().await, it.reports().await);

        let again = it.uploads("nama lain.csv", &file).await.expect(303);

        assert!(it.owner.get(again.location()).await.has("Berkas yang sama sudah pernah diunggah. Tidak ada yang berubah."));
        assert_eq!((it.evidence().await, it.reports().await), before);
    })
    .await;
}

#[tokio::test]
async fn two_files_of_one_session_are_a_union() {
    story(async |world| {
        let mut it = Webinar::over(world).await;

        it.uploads("pagi.csv", &zoom(&[("Budi Santoso", "", "09:00:00", "10:00:00")])).await.expect(303);
        assert_eq!(it.count("Budi").await, (60, 333, false));
        it.uploads("siang.csv", &zoom(&[("BUDI SANTOSO, S.Kom. (HP)", "", "09:30:00", "12:30:00")])).await.expect(303);

        assert_eq!(it.count("Budi").await, (180, 1000, true));
    })
    .await;
}

#[tokio::test]
async fn the_indonesian_report_matches_the_number_in_the_name_and_not_the_waiting_room() {
    story(async |world| {
        let mut it = webinar(world, &[("start", "13.00"), ("end", "14.30"), ("agenda_time", "13.00")]).await;
        it.registered(BUDI).await;
        it.registered(SITI).await;
        it.move_to(AFTERWARDS + 3 * HOUR);

        it.uploads("rapat.csv", &fixture("zoom_meeting_participants_id")).await.expect(303);

        assert_eq!((it.count("Budi").await, it.count("Siti").await), ((47, 531, false), (89, 994, true)));
        let page = it.owner.get(&it.at("laporan-rapat")).await.expect(200);
        assert!(page.has("Galaxy A14") && page.has("Di ruang tunggu: 1") && page.has("Cocok menurut NIP: 1"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_no_report_of_this_meeting_is_refused_with_a_sentence_beside_its_field() {
    story(async |world| {
        let mut it = Webinar::over(world).await;
        let wib = [("zona", "WIB")];

        let (field, said) = it.refused(&wib, b"").await;
        assert_eq!(
            (field.as_str(), said.as_str()),
            ("file", "Berkas ini kosong. Unduh lagi laporan kehadirannya, lalu unggah kembali.")
        );
        let (_, said) = it.refused(&wib, &vec![b'a'; 21 << 20]).await;
        assert!(said.starts_with("Berkas ini 21 MB, sedangkan batasnya 20 MB."), "{said}");
        let (_, said) = it.refused(&wib, &vec![b'a'; 65 << 20]).await;
        assert_eq!(said, "Berkas atau isian terlalu besar. Kecilkan lalu kirim lagi.");
        let (_, said) = it.refused(&wib, b"nama,umur\nBudi,40\n").await;
        assert!(said.starts_with("Ini bukan laporan kehadiran yang kami kenal."), "{said}");
        let (_, said) = it.refused(&wib, b"PK\x03\x04rest").await;
        assert!(said.contains("lembar kerja Excel"), "{said}");
        let other = String::from_utf8(zoom(&[("Budi", "", "09:00:00", "12:00:00")])).unwrap().replace("2026-11-18", "2026-11-11");
        let (field, said) = it.refused(&wib, other.as_bytes()).await;
        assert!(field == "file" && said.contains("dari rapat lain: Rabu, 11 November 2026, pukul 09.00 WIB"), "{said}");
        let nothing = it.owner.upload(&it.at("laporan-rapat"), &wib, ("", b"")).await.expect(422);
        assert!(nothing.has("Pilih berkas laporannya dahulu."), "{}", nothing.text());
    })
    .await;
}

#[tokio::test]
async fn times_of_another_zone_are_asked_about_and_what_was_chosen_stays() {
    story(async |world| {
        let mut it = Webinar::over(world).await;
        let file = zoom(&[("Budi Santoso", "", "11:00:00", "14:00:00")]);

        let (field, said) = it.refused(&[("zona", "WIB")], &file).await;
        assert!(field == "zona" && said.contains("Pilih WIT"), "{said}");
        let page = it.uploads_with(&[("zona", "WIB")], ("laporan.csv", &file)).await.expect(422);
        assert!(page.has("value=\"WIB\" checked") && page.has("Zona yang saya pilih memang benar"), "{}", page.text());

        it.uploads_with(&[("zona", "WIT")], ("laporan.csv", &file)).await.expect(303);
        assert_eq!(it.count("Budi").await, (180, 1000, true));
    })
    .await;
}

#[tokio::test]
async fn dates_that_may_be_read_both_ways_are_asked_about() {
    story(async |world| {
        let mut it = webinar(world, &[("date", "2026-12-11")]).await;
        it.registered(BUDI).await;
        it.on_another_day(AFTERWARDS + 60 * DAY).await;
        let text = String::from_utf8(zoom(&[("Budi Santoso", "", "09:00:00", "12:00:00")])).unwrap();
        let either = text.replace("2026-11-18", "11/12/2026");
        let neither = text.replace("2026-11-18", "05/06/2026");

        it.uploads("pasti.csv", either.as_bytes()).await.expect(303);
        assert_eq!(it.count("Budi").await, (180, 1000, true), "the activity's date decides");
        let asked = it.uploads("tanya.csv", neither.as_bytes()).await.expect(422);

        assert!(asked.has("rapat lain") || asked.has("Urutan tanggal dalam berkas"), "{}", asked.text());
        let sent = it.uploads_with(&[("zona", "WIB"), ("urutan", "hari")], ("tanya.csv", neither.as_bytes())).await.expect(422);
        assert!(sent.has("value=\"hari\" checked") && sent.has("rapat lain"), "{}", sent.text());
    })
    .await;
}

#[tokio::test]
async fn minutes_without_moments_wait_for_an_owner() {
    story(async |world| {
        let mut it = Webinar::over(world).await;
        it.uploads("unik.csv", &fixture("zoom_meeting_unique_users_en")).await.expect(303);
        assert_eq!(it.count("Budi").await, (0, 0, false));
        let report = it.reports().await["reports"][0].clone();
        assert_eq!(report["unplaced"].as_i64(), Some(2));
        let path = it.at(&format!("laporan-rapat/{}/menit", report["id"].as_str().unwrap()));

        it.owner.post(&path, &[("reason", " ")]).await.expect(422);
        it.owner.post(&path, &[("reason", "Layanan tidak memberi waktu")]).await.expect(303);
        it.owner.post(&path, &[("reason", "Sekali lagi")]).await.expect(409);

        assert_eq!(it.count("Budi").await, (176, 977, true), "the larger one, not the sum");
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_report_takes_its_evidence_with_it_and_may_come_back() {
    story(async |world| {
        let mut it = Webinar::over(world).await;
        let file = fixture("zoom_webinar_attendee_en");
        it.uploads("laporan.csv", &file).await.expect(303);
        let id = it.reports().await["reports"][0]["id"].as_str().unwrap().to_owned();
        let path = it.at(&format!("laporan-rapat/{id}"));

        it.owner.submit("DELETE", &path, &[]).await.expect(422);
        it.owner.submit("DELETE", &path, &[("reason", "Salah rapat")]).await.expect(303);
        it.owner.submit("DELETE", &path, &[("reason", "Salah rapat")]).await.expect(409);

        assert_eq!((it.count("Budi").await, it.evidence().await), ((0, 0, false), (4, 0)));
        let page = it.owner.get(&it.at("laporan-rapat")).await.expect(200);
        assert!(page.has("Salah rapat") && !page.has("BKPSDM"), "{}", page.text());
        it.uploads("laporan.csv", &file).await.expect(303);
        assert_eq!((it.count("Budi").await, it.evidence().await), ((169, 941, true), (8, 4)));
    })
    .await;
}

#[tokio::test]
async fn reports_come_after_the_start_and_from_owners() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let file = fixture("zoom_webinar_attendee_en");

        it.uploads("laporan.csv", &file).await.expect(409);
        it.move_to(AFTERWARDS);
        let mut insider = it.world.signed_in(STAFF_BNN).await;
        insider.upload(&it.at("laporan-rapat"), &[], ("laporan.csv", &file)).await.expect(403);
        assert_eq!(it.evidence().await, (0, 0));
    })
    .await;
}
