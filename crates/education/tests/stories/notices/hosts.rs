//! Asking an agency and hearing its answer.

use kernel::{db::NONE, outbox};
use published::HostInvited;

use super::post::*;
use crate::world::*;
use education::published;

async fn asked(world: &World) -> String {
    let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
    let id = drafted(&mut kppn, &[]).await;
    let fields = [("agency", BPS), ("message", "Mari bersama")];
    kppn.post(&format!("/kegiatan/{id}/penyelenggara"), &fields).await.expect(303);
    settle(&world.app).await;
    id
}

#[tokio::test]
async fn those_who_speak_for_an_asked_agency_are_told_where_to_answer() {
    story(async |world| {
        let id = asked(&world).await;

        let letters = letters(&world, COORDINATOR_BPS).await;

        assert_eq!(letters.len(), 1);
        let text = &letters[0].text;
        assert!(text.contains("KPPN Mamuju mengajak BPS Provinsi Sulawesi Barat"), "{text}");
        assert!(text.contains(&format!("http://guyub.test/kegiatan/{id}/penyelenggara/{BPS}")), "{text}");
        assert!(text.contains("Pesan: Mari bersama") && text.contains("pukul 09.00–11.30 WITA (08.00\u{a0}WIB, 10.00\u{a0}WIT)"));
        assert!(letters[0].calendar.is_none() && !text.contains("rapat.example"));
        assert_eq!(
            notices(&world, COORDINATOR_BPS).await,
            ["KPPN Mamuju mengajak BPS Provinsi Sulawesi Barat menjadi penyelenggara bersama."]
        );
        for nip in [HEAD_KPPN, COORDINATOR_KPPN, STAFF_BPS, ADMIN] {
            assert!(subjects(&world, nip).await.is_empty(), "{nip} was not asked");
        }
    })
    .await;
}

#[tokio::test]
async fn the_same_fact_heard_again_tells_nobody_again() {
    story(async |world| {
        let id = asked(&world).await;
        let fact = HostInvited { activity_id: id.clone(), agency_id: BPS.to_owned(), by_id: "x".to_owned() };
        let mut tx = world.app.db().begin().await.unwrap();
        outbox::publish(&mut tx, world.app.now(), &id, &fact).await.unwrap();
        tx.commit().await.unwrap();

        settle(&world.app).await;

        assert_eq!(letters(&world, COORDINATOR_BPS).await.len(), 1);
        assert_eq!(notices(&world, COORDINATOR_BPS).await.len(), 1);
        let facts = "select count(*) as n from kernel_fact where topic = 'education.host-invited' and settled_at is not null";
        assert_eq!(world.app.db().one(facts, NONE, |row| row.get::<i64>("n")).await.unwrap(), 2);
    })
    .await;
}

#[tokio::test]
async fn owners_hear_the_answer_and_its_reason() {
    story(async |world| {
        let id = asked(&world).await;
        let mut bps = world.signed_in(COORDINATOR_BPS).await;
        let question = format!("/kegiatan/{id}/penyelenggara/{BPS}");

        bps.post(&format!("{question}/penolakan"), &[("reason", "Jadwal kami penuh")]).await.expect(303);
        settle(&world.app).await;
        world.app.clock().move_to(world.app.now() + 1);
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        kppn.post(&format!("/kegiatan/{id}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
        settle(&world.app).await;
        bps.post(&format!("{question}/persetujuan"), &[]).await.expect(303);
        settle(&world.app).await;

        let heard = letters(&world, HEAD_KPPN).await;
        assert!(heard[0].subject.starts_with("Ajakan tidak disetujui") && heard[0].text.contains("Alasan: Jadwal kami penuh"));
        assert!(heard[1].subject.starts_with("Ajakan disetujui"));
        assert_eq!(subjects(&world, COORDINATOR_KPPN).await.len(), 2);
        let asked_twice = subjects(&world, COORDINATOR_BPS).await;
        assert_eq!(asked_twice.iter().filter(|it| it.starts_with("Ajakan menyelenggarakan bersama")).count(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_question_taken_back_before_it_was_sent_reaches_nobody() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = drafted(&mut kppn, &[]).await;
        kppn.post(&format!("/kegiatan/{id}/penyelenggara"), &[("agency", BPS)]).await.expect(303);
        kppn.delete(&format!("/kegiatan/{id}/penyelenggara/{BPS}")).await.expect(303);

        settle(&world.app).await;

        assert!(letters(&world, COORDINATOR_BPS).await.is_empty());
    })
    .await;
}
