//! What education shows on the front page and on the pages of agencies.

use kernel::{Ask, panels};

use super::post::*;
use crate::world::*;

async fn home(world: &World, nip: &str) -> String {
    let ask = world.ask_of(nip).await;
    let me = ask.actor().unwrap().id.clone();
    panels::render(&ask, "home", &me).await.unwrap().join("")
}

async fn stranger(world: &World) -> Ask {
    let mut visit = (*world.ask_of(STAFF_KPPN).await.visit).clone();
    visit.actor = None;
    Ask { app: world.app.clone(), visit: visit.into() }
}

#[tokio::test]
async fn a_coordinator_finds_the_question_and_the_news_at_home() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = drafted(&mut kppn, &[]).await;
        kppn.post(&format!("/kegiatan/{id}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
        settle(&world.app).await;

        let seen = home(&world, COORDINATOR_BPS).await;

        let question = format!("href=\"/kegiatan/{id}/penyelenggara/{BPS}\"");
        assert_eq!(seen.matches(&question).count(), 2, "one button, and the notice: {seen}");
        assert!(seen.contains("1 belum dibaca"));
        let colleague = home(&world, STAFF_BPS).await;
        assert!(!colleague.contains(&question) && !colleague.contains("belum dibaca"), "{colleague}");
    })
    .await;
}

#[tokio::test]
async fn the_front_page_shows_what_is_coming_to_whoever_may_open_it() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        published(&mut kppn, &[("title", "Untuk semua orang")]).await;
        published(&mut kppn, &[("title", "Hanya sasaran"), ("listed", "audience"), ("date", "2026-12-01")]).await;

        let member = home(&world, STAFF_PEMDA).await;
        let outsider = home(&world, OUTSIDER).await;
        let ask = stranger(&world).await;
        let public = panels::render(&ask, "public-home", "").await.unwrap().join("");
        let of_agency = panels::render(&ask, "agency", KPPN).await.unwrap().join("");
        let of_other = panels::render(&ask, "agency", BPS).await.unwrap();

        assert!(member.contains("Untuk semua orang") && member.contains("Hanya sasaran"), "{member}");
        assert!(!outsider.contains("Untuk semua orang") && !outsider.contains("Hanya sasaran"), "{outsider}");
        for shown in [public, of_agency] {
            assert!(shown.contains("Untuk semua orang") && !shown.contains("Hanya sasaran"), "{shown}");
        }
        assert!(of_other.is_empty());
        let own = panels::render(&world.ask_of(STAFF_PEMDA).await, "agency", KPPN).await.unwrap().join("");
        assert!(own.contains("Hanya sasaran") && own.contains(&format!("/kalender/instansi/{KPPN}.ics")));
    })
    .await;
}
