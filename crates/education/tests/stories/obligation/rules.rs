//! Making, changing and withdrawing rules.

use super::*;
use crate::world::*;

#[tokio::test]
async fn a_rule_is_previewed_made_and_has_a_board() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        assert!(admin.get("/kewajiban").await.expect(200).has("Belum ada aturan kewajiban"));
        assert!(admin.get("/kewajiban/baru").await.expect(200).has("Lihat siapa yang wajib"));

        let preview = admin.post("/kewajiban", &rule(&[("preview", "1")])).await.expect(200);
        assert!(preview.has("mewajibkan 6 kantor") && preview.has("Tidak ada aturan lain") && preview.has("KPPN Mamuju"));
        assert!(admin.get("/kewajiban").await.has("Belum ada aturan kewajiban"), "a preview keeps nothing");

        let address = ruled(&world, &mut admin, &[]).await;

        let json = board(&admin, &address).await;
        assert_eq!(totals(&json), [0, 0, 6, 0]);
        assert_eq!(json["period"], "2026-tw4");
        let page = admin.get(&address).await.expect(200);
        assert!(page.has("Triwulan IV 2026") && page.has("0 dari 6 kantor terpenuhi") && page.has("lintas instansi"));
        assert!(admin.get("/kewajiban").await.expect(200).has("0 dari 6 kantor"));
    })
    .await;
}

#[tokio::test]
async fn bad_rules_are_refused_beside_their_field_and_what_was_typed_stays() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let bad = [
            (("many", "0"), "Jumlah kegiatan antara 1 dan 20"),
            (("many", "10.000"), "Jumlah kegiatan antara 1 dan 20"),
            (("from", "2026-tw3"), "sudah lewat"),
            (("from", "besok"), "Pilih periode dari daftar"),
            (("region", "99"), "Wilayah ini tidak dikenal"),
            (("region", "31"), "Tidak ada kantor yang cocok"),
            (("branch", "tidak.ada"), "Instansi ini tidak dikenal"),
            (("hosts", "11"), "antara 1 dan 10"),
        ];

        for (change, said) in bad {
            let page = admin.post("/kewajiban", &rule(&[change, ("preview", "1")])).await.expect(422);
            assert!(page.has(said) && page.has("Surat Edaran contoh 1/2026"), "{change:?}: {}", page.text());
            admin.post("/kewajiban", &rule(&[change])).await.expect(422);
        }
        assert!(admin.get("/kewajiban").await.has("Belum ada aturan kewajiban"), "nothing is half saved");
    })
    .await;
}

#[tokio::test]
async fn a_rule_over_the_same_offices_is_shown_before_another_is_made() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        ruled(&world, &mut admin, &[("name", "Aturan pertama")]).await;

        let meets = admin.post("/kewajiban", &rule(&[("kind", "kantor"), ("preview", "1")])).await.expect(200);
        let apart =
            admin.post("/kewajiban", &rule(&[("branch", "pemda.76.02"), ("kind", ""), ("preview", "1")])).await.expect(200);

        assert!(meets.has("1 aturan lain") && meets.has("Aturan pertama"));
        assert!(apart.has("1 aturan lain"), "a rule for the nation meets one of its parts");
        let other = admin.post("/kewajiban", &rule(&[("kind", "pemda-kabkota"), ("preview", "1")])).await.expect(200);
        assert!(other.has("Tidak ada aturan lain"));
    })
    .await;
}

#[tokio::test]
async fn rules_are_made_by_those_above_the_offices() {
    story(async |world| {
        let mut head = world.signed_in(HEAD_KPPN).await;
        let own = rule(&[("branch", KPPN), ("kind", ""), ("region", "")]);
        head.get("/kewajiban/baru").await.expect(200);
        head.post("/kewajiban", &rule(&[])).await.expect(403);
        head.post("/kewajiban", &rule(&[("branch", BPS)])).await.expect(403);
        let address = head.post("/kewajiban", &own).await.expect(303).location().to_owned();

        let mut coordinator = world.signed_in(COORDINATOR_KPPN).await;
        coordinator.get("/kewajiban/baru").await.expect(403);
        coordinator.post("/kewajiban", &own).await.expect(403);
        coordinator.get(&format!("{address}/ubah")).await.expect(403);
        coordinator.post(&format!("{address}/pencabutan"), &[("from", "2027-tw1"), ("reason", "Tidak perlu")]).await.expect(403);
        let mut stranger = world.stranger();
        assert!(stranger.get("/kewajiban").await.expect(303).location().starts_with("/masuk"));
        let mut kanwil = pembina(&world, STAFF_BNN, "kemenkeu").await;
        kanwil.get(&format!("{address}/ubah")).await.expect(200);
        assert_eq!(kanwil.get("/kewajiban/01jxxxxxxxxxxxxxxxxxxxxxxx").await.status.as_u16(), 404);
    })
    .await;
}

#[tokio::test]
async fn a_change_holds_from_a_coming_period_and_the_past_stays() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[]).await;

        admin.put(&address, &rule(&[("many", "3"), ("from", "2026-tw4")])).await.expect(409);
        admin.put(&address, &rule(&[("many", "3"), ("from", "2026-tw3")])).await.expect(409);
        admin.put(&address, &rule(&[("many", "0"), ("from", "2027-tw1")])).await.expect(422);
        admin.put(&address, &rule(&[("many", "3"), ("from", "2027-tw1")])).await.expect(303);

        assert_eq!(board(&admin, &address).await["rule"]["terms"]["many"], 1);
        let coming = board(&admin, &format!("{address}?periode=2027-tw1")).await;
        assert_eq!(coming["rule"]["terms"]["many"], 3);
        let opened = ui::Zone::Wib.moment(jiff::civil::date(2027, 1, 2), jiff::civil::Time::midnight());
        world.app.clock().move_to(opened);
        settle(&world.app).await;
        let admin = world.signed_in(ADMIN).await;
        let now = board(&admin, &address).await;
        assert_eq!((now["period"].as_str(), now["rule"]["terms"]["many"].as_i64()), (Some("2027-tw1"), Some(3)));
        assert_eq!(totals(&now), [0, 0, 6, 0]);
        assert_eq!(totals(&board(&admin, &format!("{address}?periode=2026-tw4")).await), [0, 0, 0, 6]);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_rule_ends_with_a_period_and_keeps_its_boards() {
    story(async |world| {
        let mut admin = world.signed_in(ADMIN).await;
        let address = ruled(&world, &mut admin, &[]).await;
        let withdrawal = format!("{address}/pencabutan");

        admin.post(&withdrawal, &[("from", "2027-tw1"), ("reason", "")]).await.expect(422);
        admin.post(&withdrawal, &[("from", "2026-tw4"), ("reason", "Sudah tercapai")]).await.expect(409);
        admin.post(&withdrawal, &[("from", "2027-tw1"), ("reason", "Sudah tercapai")]).await.expect(303);
        admin.post(&withdrawal, &[("from", "2027-tw2"), ("reason", "Sekali lagi")]).await.expect(409);

        world.app.clock().move_to(ui::Zone::Wib.moment(jiff::civil::date(2027, 2, 1), jiff::civil::Time::midnight()));
        settle(&world.app).await;
        let mut admin = world.signed_in(ADMIN).await;
        let page = admin.get(&address).await.expect(200);
        assert!(page.has("Sudah tercapai") && page.has("Triwulan IV 2026"));
        assert_eq!(admin.get(&format!("{address}?periode=2027-tw1")).await.status.as_u16(), 404);
    })
    .await;
}
