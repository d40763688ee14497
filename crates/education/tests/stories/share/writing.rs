//! Writing the page: what is missing, two at once, who may, and publishing only what is for all.

use super::scene::*;
use crate::world::*;

#[tokio::test]
async fn an_owner_writes_publishes_and_withdraws_with_history() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let (at, publication) = (it.at(""), it.at("penerbitan"));
        let first = it.owner.get(&at).await.expect(200);
        assert!(first.has("Peserta dapat menjelaskan hubungan inflasi"), "it begins with the summary of the activity");
        it.owner.post(&publication, &[]).await.expect(409);

        it.saves("0", &[]).await.expect(303);
        let address = it.address().await;
        it.world.stranger().get(&address).await.expect(404);
        it.owner.post(&publication, &[]).await.expect(303);
        it.owner.post(&publication, &[]).await.expect(303);
        it.world.stranger().get(&address).await.expect(200);

        it.owner.delete(&publication).await.expect(303);
        it.world.stranger().get(&address).await.expect(404);
        it.world.stranger().get(&format!("{address}/gambar.png")).await.expect(404);
        let history = it.owner.get(&format!("/kegiatan/{}/riwayat", it.id)).await.expect(200);
        for said in ["Halaman bagikan disimpan", "Halaman bagikan terbit", "Halaman bagikan ditarik", "uang darurat"] {
            assert!(history.has(said), "{said}");
        }
        assert_eq!(history.text().matches("Halaman bagikan terbit").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_said_beside_its_field() {
    story(async |world| {
        let mut it = published_activity(world).await;

        let page = it.saves("0", &[("summary", "pendek"), ("first", "")]).await.expect(422);

        assert!(page.has("id=\"summary-g\"") && page.has("id=\"first-g\""), "{}", page.text());
        assert!(page.has("uang darurat"), "what was typed is kept");
        assert_eq!(it.seen().await["share"]["version"], 0);
    })
    .await;
}

#[tokio::test]
async fn two_tabs_lose_nothing() {
    story(async |world| {
        let mut it = published_activity(world).await;
        it.saves("0", &[]).await.expect(303);

        it.saves("1", &[("first", "Dari tab pertama.")]).await.expect(303);
        let page = it.saves("1", &[("first", "Dari tab kedua.")]).await.expect(409);

        assert!(page.has("value=\"Dari tab kedua.\""), "one's own words stay: {}", page.text());
        assert!(page.has("Dari tab pertama.") && page.has("name=\"version\" value=\"2\""), "{}", page.text());
        assert_eq!(it.seen().await["share"]["takeaways"][0], "Dari tab pertama.");
        it.saves("2", &[("first", "Dari keduanya.")]).await.expect(303);
        assert_eq!(it.seen().await["share"]["takeaways"][0], "Dari keduanya.");
        it.saves("0", &[("first", "Dari tab yang lama sekali.")]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_for_all_has_no_such_page() {
    story(async |world| {
        let (mut it, address) = shared(world).await;

        let form = draft(&[("listed", "audience"), ("version", "2")]);
        it.owner.put(&format!("/kegiatan/{}", it.id), &form).await.expect(303);

        it.world.stranger().get(&address).await.expect(404);
        it.world.stranger().get(&format!("{address}/gambar.png")).await.expect(404);
        let (at, publication) = (it.at(""), it.at("penerbitan"));
        assert!(it.owner.get(&at).await.expect(200).has("terlihat oleh semua orang"));
        it.owner.delete(&publication).await.expect(303);
        assert!(it.owner.post(&publication, &[]).await.expect(409).has("terlihat oleh semua orang"));
    })
    .await;
}

#[tokio::test]
async fn only_owners_write_it() {
    story(async |world| {
        let it = published_activity(world).await;
        let mut staff = it.world.signed_in(STAFF_KPPN).await;

        staff.get(&it.at("")).await.expect(403);
        staff.put(&it.at(""), &WORDS).await.expect(403);
        staff.post(&it.at("penerbitan"), &[]).await.expect(403);
        it.world.stranger().program().get(&it.at("")).await.expect(401);
        let missing = it.world.stranger().get("/b/tidakada").await.expect(404);
        assert_eq!(missing.header("content-type"), "text/html; charset=utf-8");
    })
    .await;
}

#[tokio::test]
async fn home_reminds_of_what_is_over_and_not_shared() {
    story(async |world| {
        let (mut it, _) = shared(world).await;
        let other = published(&mut it.owner, &[("title", "Inflasi dan APBN, kedua"), ("date", "2026-11-25")]).await;
        it.world.app.clock().move_to(it.world.app.now() + 6 * kernel::clock::DAY);
        let ask = it.world.ask_of(HEAD_KPPN).await;

        let panels = kernel::panels::render(&ask, "home", "").await.unwrap().concat();

        assert!(panels.contains(&format!("/kegiatan/{other}/bagikan")), "{panels}");
        assert!(!panels.contains(&format!("/kegiatan/{}/bagikan", it.id)));
        let staff = kernel::panels::render(&it.world.ask_of(STAFF_KPPN).await, "home", "").await.unwrap().concat();
        assert!(!staff.contains("/bagikan"), "only those who run an office");
    })
    .await;
}
