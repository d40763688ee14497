//! Results: what they say, who sees them, and that nobody is singled out.

use kernel::{clock::DAY, db::counted, testing::Browser};

use super::scene::*;
use crate::world::*;

#[tokio::test]
async fn the_seed_case_reads_as_people_write_it() {
    story(async |world| {
        // 28 times 4 and twice 3 for every question: 118 of 120, 3,93.
        let mut it = after_session(world, 30, &[]).await;
        for number in 0..30 {
            it.gives(number, if number < 28 { "4" } else { "3" }, "").await;
        }

        it.until(END + 15 * DAY).await;

        let results = it.results().await;
        assert_eq!(results["judged"]["index_hundredths"], 393);
        assert_eq!(results["judged"]["conversion_hundredths"], 9833);
        assert_eq!((&results["answers"], &results["attended"]), (&30.into(), &30.into()));
        let page = it.owner.get(&it.at("penilaian/hasil")).await.expect(200);
        for said in [
            "3,93 (sangat baik), menurut PermenPANRB 14/2017, Tabel II.",
            "98,33",
            "Mutu A",
            "100% dari 30 yang hadir",
            "Sebaran nilai",
        ] {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        assert_eq!(results["rows"][0]["counts"], serde_json::json!([0, 0, 2, 28]));
        let public = it.world.stranger().get(&format!("/kegiatan/{}", it.id)).await.expect(200);
        assert!(public.has("3,93 (sangat baik)") && public.has("dari 30 jawaban"), "{}", public.text());
    })
    .await;
}

#[tokio::test]
async fn what_a_partner_keeps_to_itself_is_not_in_the_trend() {
    story(async |world| {
        let mut it = after_session(world, 6, &[("listed", "audience"), ("audience", "agencies"), ("agencies", KPPN)]).await;
        for number in 0..6 {
            it.gives(number, "4", "").await;
        }
        it.until(END + 15 * DAY).await;
        let later = published(&mut it.owner, &[("date", "2026-12-29")]).await;
        it.owner.post(&format!("/kegiatan/{later}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
        let mut bps = it.world.signed_in(COORDINATOR_BPS).await;
        bps.post(&format!("/kegiatan/{later}/penyelenggara/{BPS}/persetujuan"), &[]).await.expect(303);

        let earlier = async |browser: &Browser| {
            let page = browser.program().get(&format!("/kegiatan/{later}/penilaian/hasil")).await.expect(200).json();
            page["earlier"].as_array().unwrap().len()
        };

        assert_eq!((earlier(&it.owner).await, earlier(&bps).await), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn below_five_nothing_is_said_and_below_ten_no_words() {
    story(async |world| {
        let mut it = after_session(world, 9, &[]).await;
        for number in 0..4 {
            it.gives(number, "2", "rahasia").await;
        }
        it.an_hour_later().await;
        let page = it.owner.get(&it.at("penilaian/hasil")).await.expect(200);
        assert!(page.has("Belum ada 5 jawaban yang dapat ditampilkan") && page.has("4 orang sudah menilai"), "{}", page.text());

        for number in 4..9 {
            it.gives(number, "2", "rahasia").await;
        }
        it.an_hour_later().await;
        assert_eq!(it.results().await["answers"], 0, "nine wait for a tenth, or for the end");
        it.until(END + 15 * DAY).await;

        let page = it.owner.get(&it.at("penilaian/hasil")).await.expect(200);
        assert!(page.has("2,00 (tidak baik)") && page.has("Saran ditampilkan mulai dari 10 jawaban."), "{}", page.text());
        for path in ["penilaian/hasil", "penilaian/hasil.csv"] {
            assert!(!it.owner.get(&it.at(path)).await.expect(200).has("rahasia"));
        }
    })
    .await;
}

#[tokio::test]
async fn four_are_never_shown_not_even_in_the_end() {
    story(async |world| {
        let mut it = after_session(world, 4, &[]).await;
        for number in 0..4 {
            it.gives(number, "1", "").await;
        }

        it.until(END + 15 * DAY).await;

        let results = it.results().await;
        assert!(results["judged"].is_null() && results["rows"][0]["counts"].is_null());
        let csv = it.owner.get(&it.at("penilaian/hasil.csv")).await.expect(200);
        assert!(csv.has("Kurang dari lima jawaban") && !csv.has("1,00"), "{}", csv.text());
        it.owner.get(&it.at("penilaian/hasil.xlsx")).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn who_reloads_never_sees_one_answer_alone() {
    story(async |world| {
        let mut it = after_session(world, 24, &[]).await;
        let mut seen = Vec::new();
        for number in 0..24 {
            it.gives(number, "4", "").await;
            it.an_hour_later().await;
            seen.push(it.results().await["answers"].as_i64().unwrap());
        }
        it.until(END + 15 * DAY).await;
        seen.push(it.results().await["answers"].as_i64().unwrap());

        seen.dedup();
        assert_eq!(seen, [0, 5, 10, 15, 24]);
    })
    .await;
}

#[tokio::test]
async fn a_speaker_whom_few_heard_has_no_numbers() {
    story(async |world| {
        let speakers = [
            ("speaker_name", "Dr. Contoh Narasumber, S.E."),
            ("speaker_affiliation", "Bank Contoh"),
            ("speaker_role", "narasumber"),
        ];
        let mut it = after_session(world, 12, &speakers).await;
        for number in 0..12 {
            let mut browser = it.browser(number).await;
            let mut fields = it.filled(&browser, "4", "").await;
            let speaker = fields.iter_mut().find(|it| it.0.starts_with("narasumber-")).unwrap();
            if number >= 4 {
                speaker.1 = "0".to_owned();
            }
            it.sends(&mut browser, &fields).await.expect(303);
        }

        it.until(END + 15 * DAY).await;

        let results = it.results().await;
        let rows = results["rows"].as_array().unwrap();
        let speaker = rows.iter().find(|it| it["kind"] == "speaker").unwrap();
        assert!(speaker["counts"].is_null() && speaker["judged"].is_null());
        assert_eq!(results["answers"], 12);
    })
    .await;
}

#[tokio::test]
async fn owners_see_all_equally_a_speaker_themselves_and_others_nothing() {
    story(async |world| {
        let mut it = after_session(world, 12, &[]).await;
        for number in 0..12 {
            it.gives(number, "3", "kata-kata").await;
        }
        let speaker = format!("nip-{}", it.filled(&it.owner.clone(), "", "").await[4].0);
        let fields = [
            ("tabel", "permenpanrb-14-2017"),
            ("formulir", "umum-1"),
            ("tutup", "2026-12-01"),
            ("umum", "1"),
            (speaker.as_str(), STAFF_BNN),
        ];
        let path = it.at("penilaian/pengaturan");
        it.owner.put(&path, &fields).await.expect(303);
        let hosting = it.at("penyelenggara");
        it.owner.post(&hosting, &[("agency", BPS)]).await.expect(303);
        let mut bps = it.world.signed_in(COORDINATOR_BPS).await;
        bps.post(&format!("{hosting}/{BPS}/persetujuan"), &[]).await.expect(303);
        it.until(END + 9 * DAY).await;

        let mut spoke = it.world.signed_in(STAFF_BNN).await;
        let own = spoke.get(&it.at("penilaian/hasil")).await.expect(200);
        assert!(
            own.has("Dr. Contoh Narasumber") && own.has("3,00") && !own.has("Materi sesuai") && !own.has("kata-kata"),
            "{}",
            own.text()
        );
        assert!(spoke.get(&it.at("penilaian/hasil.csv")).await.expect(200).has("3,00"));
        assert!(it.home(STAFF_BNN).await.contains("Hasil penilaian untuk Anda sebagai narasumber"));
        assert!(it.world.signed_in(COORDINATOR_BPS).await.get(&it.at("penilaian/hasil")).await.expect(200).has("kata-kata"));
        assert!(it.owner.get(&it.at("penilaian/hasil")).await.expect(200).has("kata-kata"));
        it.world.signed_in(HEAD_KPPN).await.get(&it.at("penilaian/hasil")).await.expect(200);
        it.browser(0).await.get(&it.at("penilaian/hasil")).await.expect(403);
        it.world.stranger().get(&it.at("penilaian/hasil")).await.expect(303);
        it.browser(0).await.get(&it.at("penilaian/hasil.csv")).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn a_formula_in_a_suggestion_is_text_in_the_file() {
    story(async |world| {
        let mut it = after_session(world, 10, &[]).await;
        for number in 0..10 {
            it.gives(number, "4", "=HYPERLINK(\"http://contoh.example\")").await;
        }

        it.until(END + 15 * DAY).await;

        let csv = it.owner.get(&it.at("penilaian/hasil.csv")).await.expect(200).text();
        assert!(csv.contains("'=HYPERLINK") && !csv.contains("\"=HYPERLINK") && !csv.contains(",=HYPERLINK"), "{csv}");
    })
    .await;
}

#[tokio::test]
async fn pages_ask_the_database_as_often_for_many_answers_as_for_few() {
    story(async |world| {
        let mut it = after_session(world, 20, &[]).await;
        let asked = async |it: &Scene| {
            let mut owner = it.owner.clone();
            counted(async { owner.get(&it.at("penilaian/hasil")).await.expect(200) }).await.1
        };
        let before = asked(&it).await;
        for number in 0..20 {
            it.gives(number, "4", "kata").await;
        }
        it.until(END + 15 * DAY).await;

        assert_eq!(asked(&it).await, before + 1, "one more for the words");
    })
    .await;
}
