//! Who may have a material, and when; and how participants hear of it.

use kernel::clock::{DAY, HOUR, MINUTE};

use super::scene::*;
use crate::world::*;

/// What each visitor is answered: participant, one of the audience, one outside it, a stranger.
async fn answers(it: &Scene, href: &str) -> Vec<u16> {
    let mut visitors = Vec::new();
    for nip in [STAFF_KPPN, STAFF_BNN, OUTSIDER] {
        visitors.push(it.world.signed_in(nip).await);
    }
    visitors.push(it.world.stranger());
    let mut answers = Vec::new();
    for visitor in &mut visitors {
        let answer = visitor.get(href).await.status.as_u16();
        let on_page = visitor.get(&format!("/kegiatan/{}", it.id)).await.has(href);
        assert_eq!(on_page, answer == 200, "the page shows what the door gives: {href}");
        answers.push(answer);
    }
    answers
}

#[tokio::test]
async fn each_sees_what_is_for_them_once_it_is_over() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let participants = it.uploaded("Untuk peserta", "participants", "").await;
        let audience = it.uploaded("Untuk sasaran", "audience", "").await;
        let public = it.uploaded("Untuk semua", "public", "").await;
        let early = it.uploaded("Sebelum mulai", "participants", "1").await;

        for href in [&participants, &audience, &public] {
            assert_eq!(answers(&it, href).await, [404, 404, 404, 404], "not before it is over");
            it.owner.get(href).await.expect(200);
        }
        assert_eq!(answers(&it, &early).await, [200, 404, 404, 404]);

        it.is_over();

        assert_eq!(answers(&it, &participants).await, [200, 404, 404, 404]);
        assert_eq!(answers(&it, &audience).await, [200, 200, 404, 404]);
        assert_eq!(answers(&it, &public).await, [200, 200, 200, 200]);
    })
    .await;
}

#[tokio::test]
async fn nothing_of_what_is_hidden_or_cancelled_is_given() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let public = it.uploaded("Untuk semua", "public", "1").await;
        assert_eq!(it.world.stranger().get(&public).await.status, 200);

        let form = draft(&[("listed", "audience"), ("version", "2")]);
        it.owner.put(&format!("/kegiatan/{}", it.id), &form).await.expect(303);
        it.world.stranger().get(&public).await.expect(404);
        it.world.signed_in(STAFF_BNN).await.get(&public).await.expect(200);

        it.owner.post(&it.at("pembatalan"), &[("reason", "Narasumber berhalangan")]).await.expect(303);
        it.world.signed_in(STAFF_KPPN).await.get(&public).await.expect(404);
        it.owner.get(&public).await.expect(200);
    })
    .await;
}

/// Titles of what this person was told.
async fn told(it: &Scene, nip: &str) -> usize {
    let page = it.world.signed_in(nip).await.get("/pemberitahuan").await.expect(200);
    page.text().matches("Materi kegiatan tersedia.").count()
}

#[tokio::test]
async fn participants_are_told_once_a_day_of_what_is_open_to_them() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let clock = it.world.app.clock().clone();
        it.uploaded("Untuk nanti", "participants", "").await;
        it.work().await;
        assert_eq!(told(&it, STAFF_KPPN).await, 0, "not open yet");

        let begin = it.world.app.now();
        it.uploaded("Satu", "participants", "1").await;
        it.uploaded("Dua", "participants", "1").await;
        clock.move_to(begin + HOUR);
        it.work().await;
        assert_eq!(told(&it, STAFF_KPPN).await, 1, "both at once");
        assert_eq!(told(&it, STAFF_BNN).await, 0);

        it.uploaded("Tiga", "participants", "1").await;
        clock.move_to(begin + 3 * HOUR);
        it.work().await;
        assert_eq!(told(&it, STAFF_KPPN).await, 1, "not twice a day");
        clock.move_to(begin + DAY + HOUR);
        it.work().await;
        assert_eq!(told(&it, STAFF_KPPN).await, 2, "the next day");
        clock.move_to(begin + 2 * DAY + 2 * HOUR);
        it.work().await;
        assert_eq!(told(&it, STAFF_KPPN).await, 2, "of each once");

        clock.move_to(END + 40 * MINUTE);
        it.work().await;
        assert_eq!(told(&it, STAFF_KPPN).await, 3, "what opened by itself");
    })
    .await;
}

#[tokio::test]
async fn the_page_asks_the_database_no_more_for_many_materials() {
    story(async |world| {
        let mut it = published_activity(world).await;
        it.uploaded("Satu", "participants", "1").await;
        let mut staff = it.world.signed_in(STAFF_KPPN).await;
        let page = format!("/kegiatan/{}", it.id);
        staff.get(&page).await.expect(200);
        let (_, few) = kernel::db::counted(staff.get(&page)).await;

        for n in 2..8 {
            it.uploaded(&format!("Materi {n}"), "participants", "1").await;
        }
        staff.get(&page).await.expect(200);
        let (shown, many) = kernel::db::counted(staff.get(&page)).await;

        assert!(shown.has("Materi 7"));
        assert_eq!(many, few);
    })
    .await;
}
