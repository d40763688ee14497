//! By address and by number.

use super::scene::*;
use crate::world::*;

#[tokio::test]
async fn anybody_who_has_the_address_sees_what_was_certified() {
    story(async |world| {
        let activity = world.activity().await;
        world.keep(&[certificate(&activity, 17)]).await;
        let mut stranger = world.stranger();

        let page = stranger.get("/sertifikat/sertifikat00017").await.expect(200);

        for said in ["Sertifikat ini sah", "Inflasi dan APBN", "KPPN Mamuju, BPS Sulbar", "Peserta", "18 November 2026", "4 JP"] {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        assert!(page.has("17/SERT/KPPN.2401/XI/2026") && page.has("19900101••••••••••"), "{}", page.text());
        assert!(!page.has(STAFF_KPPN), "the number is masked");
        assert_eq!((page.header("x-robots-tag"), page.header("cache-control")), ("noindex, noarchive", "private, no-cache"));
        let json = stranger.program().get("/api/v1/sertifikat/sertifikat00017").await.expect(200).json();
        assert_eq!((json["state"].as_str(), json["facts"]["jp"].as_i64()), (Some("valid"), Some(4)));
        assert!(!json.to_string().contains(STAFF_KPPN));
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_one_says_when_and_why() {
    story(async |world| {
        let activity = world.activity().await;
        let withdrawn = Some("Nama <b>salah</b> tulis");
        world.keep(&[Certificate { withdrawn_because: withdrawn, ..certificate(&activity, 17) }]).await;

        let page = world.stranger().get("/sertifikat/sertifikat00017").await.expect(200);

        assert!(page.has("Sertifikat ini dicabut") && page.has("Dicabut pada Rabu, 18 November 2026, pukul 14.00 WIB"));
        assert!(page.has("Nama &#60;b&#62;salah&#60;/b&#62; tulis") && !page.has("Sertifikat ini sah"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn unknown_addresses_all_answer_alike() {
    story(async |world| {
        let mut stranger = world.stranger();
        let one = stranger.get("/sertifikat/tidakada").await.expect(404);

        assert!(one.has("Sertifikat ini tidak dikenal"), "{}", one.text());
        for other in ["01k9zzzzzzzzzzzzzzzzzzzzzz", "a%27%20or%201=1--", "..%2F..%2Fetc", &"a".repeat(3_000)] {
            let page = stranger.get(&format!("/sertifikat/{other}")).await.expect(404);
            let bodies = [&one, &page].map(|it| it.text().replace(other, "tidakada"));
            assert_eq!(bodies[0].split("<main").nth(1), bodies[1].split("<main").nth(1), "{other}");
        }
        let json = stranger.program().get("/sertifikat/tidakada").await.expect(404).json();
        assert_eq!(json, serde_json::json!({ "state": "unknown", "facts": null }));
    })
    .await;
}

#[tokio::test]
async fn a_number_is_found_when_it_is_exact_and_leads_to_no_address() {
    story(async |world| {
        let activity = world.activity().await;
        world.keep(&[certificate(&activity, 17)]).await;
        let mut stranger = world.stranger();
        stranger.get("/verifikasi").await.expect(200);

        let page = stranger.get("/verifikasi?nomor=%20%2017/SERT/KPPN.2401/XI/2026%0A").await.expect(200);

        assert!(page.has("Sertifikat ini sah") && page.has("Inflasi dan APBN"), "{}", page.text());
        assert!(!page.has("sertifikat00017"), "its address is for those who hold it");
        for unknown in ["7/SERT/KPPN.2401/XI/2026", "17/SERT/KPPN.2401/XI/202", "17%25", "%25", "17/sert/kppn.2401/xi/2026"] {
            let page = stranger.get(&format!("/verifikasi?nomor={unknown}")).await.expect(200);
            assert!(!page.has("Inflasi dan APBN"), "{unknown}: {}", page.text());
        }
        let page = stranger.get("/verifikasi?nomor=%3Cscript%3E1%3C/script%3E").await.expect(200);
        assert!(page.has("tidak dikenal") && !page.has("<script>1"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn two_agencies_with_one_number_are_both_shown() {
    story(async |world| {
        let activity = world.activity().await;
        let first = certificate(&activity, 1);
        let second = Certificate {
            number: first.number.clone(),
            agency: BPS,
            nip: STAFF_BPS,
            title: "Sensus",
            ..certificate(&activity, 2)
        };
        world.keep(&[first, second]).await;

        let page = world.stranger().get("/verifikasi?nomor=1/SERT/KPPN.2401/XI/2026").await.expect(200);

        assert!(page.has("Beberapa instansi memakai nomor yang sama") && page.has("Sensus") && page.has("Inflasi dan APBN"));
    })
    .await;
}

#[tokio::test]
async fn guessing_numbers_comes_to_an_end() {
    story(async |world| {
        let activity = world.activity().await;
        world.keep(&[certificate(&activity, 17)]).await;
        let mut guesser = world.stranger();

        for n in 100..160 {
            guesser.get(&format!("/verifikasi?nomor={n}/SERT/KPPN.2401/XI/2026")).await.expect(200);
        }

        let refused = guesser.get("/verifikasi?nomor=17/SERT/KPPN.2401/XI/2026").await.expect(429);
        assert!(!refused.has("Inflasi") && !refused.header("retry-after").is_empty());
        guesser.get("/sertifikat/sertifikat00017").await.expect(200);
        world.app.clock().move_to(world.app.now() + kernel::clock::MINUTE);
        guesser.get("/verifikasi?nomor=17/SERT/KPPN.2401/XI/2026").await.expect(200);
    })
    .await;
}
