//! Stories of drafting, hosting together and publishing, through the front door, on both databases.

use crate::world::*;

#[tokio::test]
async fn every_statement_prepares() {
    story(async |world| {
        for sql in education::STATEMENTS.iter().copied().flatten() {
            world.app.db().check(sql).await.unwrap_or_else(|it| panic!("{it}\n{sql}"));
        }
    })
    .await;
}

#[test]
fn texts_are_complete_in_both_languages() {
    assert_eq!(ui::text::problems(education::TEXTS), Vec::<String>::new());
}

#[tokio::test]
async fn a_coordinator_drafts_sees_the_overlap_and_hosts_together() {
    story(async |world| {
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let theirs = [("title", "Literasi inflasi untuk aparatur"), ("date", "2026-12-08"), ("agency", BPS)];
        drafted(&mut bps, &theirs).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        let id = drafted(&mut kppn, &[]).await;

        let page = kppn.get(&format!("/kegiatan/{id}/ubah")).await.expect(200);
        assert!(page.has("Literasi inflasi untuk aparatur"), "{}", page.text());
        assert!(page.has("Ajak BPS Provinsi Sulawesi Barat menjadi penyelenggara bersama"));
        assert!(!page.has("Bentrok dengan"));

        let version = "1";
        let mut fields = draft(&[("version", version)]);
        fields.push(("ask", BPS));
        kppn.put(&format!("/kegiatan/{id}"), &fields).await.expect(303);
        assert_eq!(bps.get(&format!("/kegiatan/{id}/penyelenggara/{BPS}")).await.status, 200);
        bps.post(&format!("/kegiatan/{id}/penyelenggara/{BPS}/persetujuan"), &[]).await.expect(303);

        let version = kppn.program().get(&format!("/kegiatan/{id}")).await.json()["activity"]["version"].to_string();
        bps.put(&format!("/kegiatan/{id}"), &draft(&[("version", &version), ("seats", "400")])).await.expect(303);
        let history = kppn.get(&format!("/kegiatan/{id}/riwayat")).await.expect(200);
        assert!(history.has("Nur Aini Contoh") && history.has("<s>500</s>"), "{}", history.text());
        bps.post(&format!("/kegiatan/{id}/penyelenggara/{BPS}/persetujuan"), &[]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_clash_is_shown_with_the_nearest_free_time() {
    story(async |world| {
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        published(
            &mut bps,
            &[
                ("title", "Klinik data statistik"),
                ("theme", "data-dan-statistik"),
                ("start", "10.00"),
                ("agenda_time", "10.00"),
                ("agency", BPS),
            ],
        )
        .await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;

        let id = drafted(&mut kppn, &[]).await;

        let page = kppn.get(&format!("/kegiatan/{id}/ubah")).await.expect(200);
        assert!(page.has("Bentrok dengan kegiatan lain") && page.has("Klinik data statistik"));
        assert!(page.has("Waktu kosong terdekat: Rabu, 25 November 2026, pukul 09.00 WITA"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_published_is_seen_and_a_draft_is_not() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = drafted(&mut kppn, &[]).await;
        let page = format!("/kegiatan/{id}");
        let mut stranger = world.stranger();
        let mut staff = world.signed_in(STAFF_BPS).await;
        stranger.get(&page).await.expect(404);
        staff.get(&page).await.expect(404);
        assert!(!stranger.get("/kegiatan").await.expect(200).has("Inflasi"));

        kppn.post(&format!("{page}/penerbitan"), &[]).await.expect(303);

        assert!(stranger.get(&page).await.expect(200).has("pukul 09.00–11.30 WITA"));
        assert!(staff.get("/kegiatan?untuk=saya").await.expect(200).has("Inflasi"));
        let mut outsider = world.signed_in(OUTSIDER).await;
        assert!(!outsider.get("/kegiatan?untuk=saya").await.expect(200).has("Inflasi"));
        assert!(!stranger.get(&page).await.has("rapat.example"), "the meeting link is never shown");
        kppn.post(&format!("{page}/penerbitan"), &[]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn what_is_for_its_audience_only_does_not_exist_for_others() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[("listed", "audience")]).await;
        let page = format!("/kegiatan/{id}");

        let missing = world.stranger().get("/kegiatan/01aaaaaaaaaaaaaaaaaaaaaaaa").await.expect(404);
        let hidden = world.stranger().get(&page).await.expect(404);

        let without_path = |it: &str| it.replace(&id, "").replace("01aaaaaaaaaaaaaaaaaaaaaaaa", "");
        assert_eq!(without_path(&hidden.text()), without_path(&missing.text()));
        world.signed_in(OUTSIDER).await.get(&page).await.expect(404);
        world.signed_in(STAFF_PEMDA).await.get(&page).await.expect(200);
        assert!(!world.stranger().get("/kegiatan").await.has("Inflasi"));
    })
    .await;
}

#[tokio::test]
async fn bad_drafts_are_kept_with_a_sentence_beside_each_field() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let cases: &[(&[(&str, &str)], &str)] = &[
            (&[("end", "08.30")], "Waktu selesai harus setelah pukul 09.00."),
            (&[("date", "2026-11-02")], "Tanggal dan jam itu sudah lewat."),
            (&[("date", "31/02/2027")], "Tulis tanggal yang benar"),
            (&[("seats", "dua ratus")], "Tulis angka saja"),
            (&[("seats", "0")], "Kuota paling sedikit 1"),
            (&[("region", "")], "Belum ada sasaran."),
            (&[("audience", "agencies"), ("agencies", "")], "Belum ada sasaran."),
            (&[("meeting_link", "javascript:alert(1)")], "Tulis tautan lengkap"),
            (&[("mode", "onsite"), ("place", " ")], "memerlukan tempat"),
            (&[("title", "\u{202e}  ")], "Tulis judul kegiatan"),
            (&[("agenda_time", "13.00")], "jam di antara waktu mulai dan selesai"),
            (&[("theme", "<script>")], "Pilih salah satu."),
        ];

        for (changes, sentence) in cases {
            let page = kppn.post("/kegiatan", &draft(changes)).await.expect(422);
            assert!(page.has(sentence), "{changes:?}: {}", page.text());
            assert!(page.has("Rina Contoh Wulandari, KPPN Mamuju"), "what was typed is kept");
            assert!(!page.has("<script>"));
        }
        assert!(!kppn.get("/kelola").await.has("Inflasi"), "nothing was half-saved");
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_editors_sees_what_changed_and_keeps_their_words() {
    story(async |world| {
        let mut one = world.signed_in(COORDINATOR_KPPN).await;
        let mut other = world.signed_in(HEAD_KPPN).await;
        let id = drafted(&mut one, &[]).await;
        let page = format!("/kegiatan/{id}");
        one.put(&page, &draft(&[("version", "1"), ("seats", "300")])).await.expect(303);

        let refused = other.put(&page, &draft(&[("version", "1"), ("title", "Judul dari kepala kantor")])).await.expect(409);

        assert!(refused.has("Orang lain menyimpan perubahan lebih dahulu"));
        assert!(refused.has("Rina Contoh Wulandari") && refused.has("<b>300</b>"), "{}", refused.text());
        assert!(refused.has("Judul dari kepala kantor"));
        other.put(&page, &draft(&[("version", "2"), ("title", "Judul dari kepala kantor")])).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn rights_end_at_the_owner() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[]).await;
        let page = format!("/kegiatan/{id}");
        let mut staff = world.signed_in(STAFF_KPPN).await;
        let mut bps = world.signed_in(COORDINATOR_BPS).await;

        for browser in [&mut staff, &mut bps] {
            browser.get(&format!("{page}/ubah")).await.expect(403);
            browser.put(&page, &draft(&[("version", "2")])).await.expect(403);
            browser.post(&format!("{page}/pembatalan"), &[("reason", "iseng saja")]).await.expect(403);
            browser.get(&format!("{page}/riwayat")).await.expect(403);
            browser.post(&format!("{page}/penyelenggara"), &[("agency", BPS)]).await.expect(403);
        }
        staff.post("/kegiatan", &draft(&[("agency", KPPN)])).await.expect(403);
        bps.post("/kegiatan", &draft(&[("agency", KPPN)])).await.expect(403);
        world.stranger().get(&format!("{page}/ubah")).await.expect(303);
        kppn.post(&format!("{page}/penyelenggara"), &[("agency", KPPN)]).await.expect(422);
        kppn.post(&format!("{page}/penyelenggara"), &[("agency", "tidak.ada")]).await.expect(422);
        kppn.post(&format!("{page}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
        kppn.post(&format!("{page}/penyelenggara"), &[("agency", BPS)]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn cancelling_asks_for_a_reason_and_is_final() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[]).await;
        let page = format!("/kegiatan/{id}");

        assert!(kppn.post(&format!("{page}/pembatalan"), &[("reason", " ")]).await.expect(422).has("Tulis alasannya"));
        kppn.post(&format!("{page}/pembatalan"), &[("reason", "Narasumber berhalangan hadir")]).await.expect(303);

        assert!(world.stranger().get(&page).await.expect(200).has("Narasumber berhalangan hadir"));
        assert!(!world.stranger().get("/kegiatan").await.has("Inflasi"));
        kppn.post(&format!("{page}/pembatalan"), &[("reason", "Sekali lagi")]).await.expect(409);
        kppn.put(&page, &draft(&[("version", "3")])).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_clone_and_a_series_start_as_drafts_at_new_times() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[]).await;

        let clone = kppn.post(&format!("/kegiatan/{id}/salinan"), &[]).await.expect(303).location().to_owned();
        kppn.post(&format!("/kegiatan/{id}/seri"), &[("times", "3"), ("rhythm", "monthly")]).await.expect(303);
        kppn.post(&format!("/kegiatan/{id}/seri"), &[("times", "99")]).await.expect(422);

        assert!(kppn.get(&clone).await.expect(200).has("value=\"2026-11-24\""));
        let office = kppn.program().get("/kelola").await.expect(200).json();
        assert_eq!(office["drafts"].as_array().unwrap().len(), 4);
        let page = kppn.get(&format!("/kegiatan/{id}")).await.expect(200);
        assert!(page.has("Kamis") || page.has("24 Des") || page.has(">24<"), "the series is listed");
    })
    .await;
}

#[tokio::test]
async fn lists_ask_the_database_a_constant_number_of_times() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        published(&mut kppn, &[]).await;
        let mut stranger = world.stranger();
        // A search is not kept in memory; the names of agencies are.
        stranger.get("/kegiatan?cari=inflasi").await.expect(200);
        let (_, with_one) = kernel::db::counted(stranger.get("/kegiatan?cari=inflasi")).await;
        for day in 1..9 {
            let date = format!("2026-12-0{day}");
            published(&mut kppn, &[("date", &date)]).await;
        }

        let (page, with_nine) = kernel::db::counted(stranger.get("/kegiatan?cari=inflasi")).await;

        assert_eq!(with_one, with_nine);
        assert!(page.has("tanggal") || page.has("date"));
        assert!(with_nine <= 4, "{with_nine} statements for a list, two of them shared by all who ask at once");
    })
    .await;
}

const ENGLISH: &str = "<html lang=\"en\">";

#[tokio::test]
async fn strangers_get_the_page_from_memory_and_every_change_at_once() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[]).await;
        let page = format!("/kegiatan/{id}");
        let mut stranger = world.stranger();
        let asked = async |it: &mut kernel::testing::Browser| kernel::db::counted(it.get(&page)).await.1;

        let first = asked(&mut stranger).await;
        assert_eq!((first > 1, asked(&mut world.stranger()).await), (true, 1), "the version, read for all who ask at once");
        let english = stranger.get(&format!("{page}?bahasa=en")).await.expect(200);
        assert!(english.has(ENGLISH) && stranger.get(&page).await.has(ENGLISH));
        assert!(!world.stranger().get(&page).await.has(ENGLISH));
        assert!(kppn.get(&page).await.has(&format!("{page}/ubah")));
        assert!(!world.stranger().get(&page).await.has(&format!("{page}/ubah")), "nothing personal was kept");

        kppn.put(&page, &draft(&[("version", "2"), ("title", "Inflasi dan belanja negara")])).await.expect(303);
        assert!(world.stranger().get(&page).await.expect(200).has("Inflasi dan belanja negara"));
        world.app.clock().move_to(world.app.now() + 3 * kernel::clock::DAY + 2 * kernel::clock::HOUR);
        assert!(world.stranger().get(&page).await.expect(200).has("Sedang berlangsung"), "time alone changes a page too");
        kppn = world.signed_in(COORDINATOR_KPPN).await;
        kppn.post(&format!("{page}/pembatalan"), &[("reason", "Narasumber berhalangan")]).await.expect(303);
        assert!(world.stranger().get(&page).await.expect(200).has("Narasumber berhalangan"));
    })
    .await;
}
