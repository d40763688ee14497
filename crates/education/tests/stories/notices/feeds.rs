//! Public feeds: they hold what anybody may open, follow every edit, and cost little when nothing changed.

use axum::{body::Body, http::Request};
use education::calendar::checker::{Component, events};
use kernel::{
    clock::DAY,
    testing::{Browser, Page},
};

use super::post::edit;
use crate::world::*;

/// Asks again with what an earlier answer said.
pub(crate) async fn again(browser: &mut Browser, path: &str, tag: &str) -> Page {
    let request = Request::get(path).header("if-none-match", tag).body(Body::empty()).unwrap();
    browser.send(request).await
}

pub(crate) async fn feed(world: &World, path: &str) -> Vec<Component> {
    let page = world.stranger().get(path).await.expect(200);
    assert_eq!(page.header("content-type"), "text/calendar; charset=utf-8");
    events(&page.text())
}

pub(crate) fn titles(events: &[Component]) -> Vec<String> {
    events.iter().map(|it| it.text("SUMMARY").unwrap()).collect()
}

#[tokio::test]
async fn a_feed_follows_edits_and_says_when_there_is_nothing_new() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[]).await;
        let path = "/kalender/semua.ics";

        let first = world.stranger().get(path).await.expect(200);
        let same = again(&mut world.stranger(), path, first.header("etag")).await;
        edit(&mut kppn, &id, &[("date", "2026-11-26"), ("title", "Inflasi, pindah hari")]).await;
        let changed = again(&mut world.stranger(), path, first.header("etag")).await.expect(200);

        assert_eq!(first.header("cache-control"), "public, max-age=300");
        assert_eq!((same.status.as_u16(), same.body.len()), (304, 0));
        assert_eq!(same.header("etag"), first.header("etag"));
        let (before, after) = (events(&first.text()).remove(0), events(&changed.text()).remove(0));
        assert_eq!(before.text("UID"), after.text("UID"));
        assert_eq!((before.text("SEQUENCE").unwrap(), after.text("SEQUENCE").unwrap()), ("0".to_owned(), "1".to_owned()));
        assert_eq!(after.text("SUMMARY").unwrap(), "Inflasi, pindah hari");
        assert_eq!(after.text("DTSTART").unwrap(), "20261126T090000");
        assert!(!changed.text().contains("rapat.example") && after.one("DESCRIPTION").is_none());
    })
    .await;
}

#[tokio::test]
async fn registrations_do_not_make_a_feed_new() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[]).await;
        let first = world.stranger().get("/kalender/semua.ics").await.expect(200);

        super::post::register(&world, STAFF_KPPN, &id).await;

        again(&mut world.stranger(), "/kalender/semua.ics", first.header("etag")).await.expect(304);
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_activity_stays_for_a_month_so_that_it_vanishes() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[("date", "2027-03-02")]).await;
        kppn.post(&format!("/kegiatan/{id}/pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);

        let cancelled = feed(&world, "/kalender/semua.ics").await;
        assert_eq!(cancelled[0].text("STATUS").unwrap(), "CANCELLED");
        assert_eq!(cancelled[0].text("SEQUENCE").unwrap(), "1");

        world.app.clock().move_to(world.app.now() + 31 * DAY);
        assert!(feed(&world, "/kalender/semua.ics").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn each_feed_holds_what_its_name_says() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        published(&mut kppn, &[("title", "Untuk provinsi")]).await;
        published(&mut bps, &[("title", "Untuk Mamuju"), ("region", "76.02"), ("date", "2026-11-25"), ("agency", BPS)]).await;
        published(&mut bps, &[("title", "Untuk Majene"), ("region", "76.05"), ("date", "2026-11-26"), ("agency", BPS)]).await;
        published(&mut bps, &[("title", "Untuk semua"), ("audience", "everyone"), ("date", "2026-11-27"), ("agency", BPS)]).await;
        let hukum = [("title", "Untuk Sulsel"), ("region", "73"), ("theme", "hukum"), ("date", "2026-11-28"), ("agency", BPS)];
        published(&mut bps, &hukum).await;
        let of = async |path: &str| titles(&feed(&world, path).await);

        assert_eq!(of("/kalender/wilayah/76.ics").await, ["Untuk provinsi", "Untuk Mamuju", "Untuk Majene", "Untuk semua"]);
        assert_eq!(of("/kalender/wilayah/76.02.ics").await, ["Untuk provinsi", "Untuk Mamuju", "Untuk semua"]);
        assert_eq!(of("/kalender/wilayah/31.ics").await, ["Untuk semua"]);
        assert_eq!(of(&format!("/kalender/instansi/{KPPN}.ics")).await, ["Untuk provinsi"]);
        assert_eq!(of("/kalender/tema/hukum.ics").await, ["Untuk Sulsel"]);
        assert_eq!(of("/kalender/semua.ics").await.len(), 5);
        let region = world.stranger().get("/kalender/wilayah/76.ics").await;
        assert!(region.has("\r\nX-WR-CALNAME:Guyub: Sulawesi Barat\r\n"), "{}", region.text());
        for unknown in ["wilayah/99.ics", "wilayah/%25.ics", "wilayah/76", "instansi/atlantis.ics", "tema/sihir.ics", "tema/.ics"]
        {
            world.stranger().get(&format!("/kalender/{unknown}")).await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn a_feed_looks_a_month_back_and_a_year_ahead() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        published(&mut kppn, &[("title", "Segera")]).await;
        let later = published(&mut kppn, &[("title", "Jauh di depan"), ("date", "2027-11-30")]).await;
        let sql = "update education_activity set starts_at = starts_at + $1, ends_at = ends_at + $2 where id = $3";
        let mut tx = world.app.db().begin().await.unwrap();
        tx.run(sql, [(60 * DAY).into(), (60 * DAY).into(), later.into()]).await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(titles(&feed(&world, "/kalender/semua.ics").await), ["Segera"]);
        world.app.clock().move_to(world.app.now() + 35 * DAY);
        assert_eq!(titles(&feed(&world, "/kalender/semua.ics").await), ["Jauh di depan"]);
    })
    .await;
}

#[tokio::test]
async fn one_activity_is_saved_by_whoever_may_open_it() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let hidden = published(&mut kppn, &[("listed", "audience")]).await;
        let draft = drafted(&mut kppn, &[]).await;
        let path = format!("/kegiatan/{hidden}/kalender.ics");

        let saved = world.signed_in(STAFF_PEMDA).await.get(&path).await.expect(200);

        assert_eq!(titles(&events(&saved.text())), ["Inflasi dan APBN: apa yang perlu ASN ketahui"]);
        assert_eq!(saved.header("content-disposition"), format!("attachment; filename=\"kegiatan-{hidden}.ics\""));
        world.stranger().get(&path).await.expect(404);
        world.signed_in(OUTSIDER).await.get(&path).await.expect(404);
        kppn.get(&format!("/kegiatan/{draft}/kalender.ics")).await.expect(404);
    })
    .await;
}
