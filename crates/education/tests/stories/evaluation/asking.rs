//! Being asked: on the activity's page, at home, by a notice and a letter, each once.

use directory::lookup;
use kernel::{
    clock::{HOUR, MINUTE},
    mail::letters_to,
};

use super::scene::*;
use crate::world::*;

async fn subjects(it: &Scene, nip: &str) -> Vec<String> {
    let person = lookup::people_by_nip(it.world.app.db(), &[nip.to_owned()]).await.unwrap().remove(nip).unwrap();
    let letters = letters_to(&it.world.app, &person.mail.unwrap_or_default()).await.unwrap();
    letters.into_iter().map(|it| it.subject).filter(|it| it.starts_with("Bagaimana kegiatannya?")).collect()
}

async fn told(it: &Scene, nip: &str) -> usize {
    let page = it.world.signed_in(nip).await.program().get("/pemberitahuan").await.expect(200).json();
    let notices = page["notices"].as_array().unwrap();
    notices.iter().filter(|it| it["href"].as_str().unwrap().ends_with("/penilaian")).count()
}

#[tokio::test]
async fn who_was_there_is_asked_once_and_who_was_not_is_not() {
    story(async |world| {
        let mut it = after_session(world, 1, &[]).await;
        it.on_another_day(START - HOUR).await;
        for nip in [STAFF_KPPN, STAFF_BPS] {
            it.world.signed_in(nip).await.post(&it.at("pendaftaran"), &[]).await.expect(200);
        }
        it.settles().await;
        let registrations = registrations(&it, STAFF_KPPN).await;
        it.scan(&[registrations]).await;

        it.until(END + 34 * MINUTE).await;
        assert_eq!(told(&it, STAFF_KPPN).await, 0);
        it.until(END + 35 * MINUTE).await;
        it.until(END + 3 * HOUR).await;

        assert_eq!((told(&it, STAFF_KPPN).await, told(&it, STAFF_BPS).await), (1, 0));
        assert_eq!(subjects(&it, STAFF_KPPN).await.len(), 1);
        assert!(subjects(&it, STAFF_BPS).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn who_is_counted_later_is_asked_later() {
    story(async |world| {
        let mut it = after_session(world, 1, &[]).await;
        it.on_another_day(START - HOUR).await;
        it.world.signed_in(STAFF_BPS).await.post(&it.at("pendaftaran"), &[]).await.expect(200);
        it.until(END + 24 * HOUR).await;
        assert_eq!(told(&it, STAFF_BPS).await, 0);

        let path = it.at(&format!("kehadiran/{}", registrations(&it, STAFF_BPS).await));
        it.owner.post(&path, &[("decision", "present"), ("reason", "Ada di foto")]).await.expect(303);
        it.settles().await;
        it.until(END + 26 * HOUR).await;

        assert_eq!((told(&it, STAFF_BPS).await, subjects(&it, STAFF_BPS).await.len()), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn home_shows_what_waits_to_be_evaluated_until_it_is() {
    story(async |world| {
        let it = after_session(world, 2, &[]).await;
        let home = it.home(&nip(0)).await;
        assert!(home.contains(&it.at("penilaian")) && home.contains("Penilaian ditutup"), "{home}");
        assert!(!it.home(STAFF_BPS).await.contains("Beri penilaian"));

        it.gives(0, "4", "").await;

        assert!(!it.home(&nip(0)).await.contains("Beri penilaian"));
        assert!(it.home(&nip(1)).await.contains("Beri penilaian"));
    })
    .await;
}

/// The id of somebody's registration.
async fn registrations(it: &Scene, nip: &str) -> String {
    let person = directory::testing::person_id(&it.world.app, nip).await;
    let sql = "select id from education_registration where activity_id = $1 and person_id = $2";
    it.world.app.db().one(sql, [it.id.as_str().into(), person.into()], |row| row.get("id")).await.unwrap()
}
