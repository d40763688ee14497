//! What people hear of their own registration.

use kernel::{mail::letters_to, outbox};

use super::post::*;
use crate::world::*;
use education::published::{PeopleRegistered, SeatsPromoted};

async fn small(world: &World, changes: &[(&str, &str)]) -> String {
    let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
    let mut fields = vec![("seats", "1"), ("date", "2026-12-08")];
    fields.extend_from_slice(changes);
    published(&mut kppn, &fields).await
}

async fn registration_id(world: &World, id: &str, number: i64) -> String {
    let sql = "select id from education_registration where activity_id = $1 and number = $2";
    world.app.db().one(sql, [id.into(), number.into()], |row| row.get("id")).await.unwrap()
}

#[tokio::test]
async fn a_seat_comes_with_an_invitation_and_a_place_in_line_without() {
    story(async |world| {
        let id = small(&world, &[]).await;
        register(&world, STAFF_KPPN, &id).await;
        register(&world, STAFF_BPS, &id).await;
        register(&world, STAFF_PEMDA, &id).await;

        settle(&world.app).await;

        let seated = letters(&world, STAFF_KPPN).await;
        let (method, event) = event(&seated[0]);
        assert_eq!((method.as_str(), event.text("UID").unwrap()), ("REQUEST", format!("{id}@guyub.test")));
        assert_eq!(event.text("LOCATION").unwrap(), format!("http://guyub.test/kegiatan/{id}/gabung"));
        assert_eq!(event.text("DTSTART").unwrap(), "20261208T090000");
        assert!(event.text("ATTENDEE").unwrap().starts_with("mailto:baguscontohsetiawan@"));
        assert_eq!(event.party_name("ORGANIZER").unwrap(), "KPPN Mamuju");
        assert!(seated[0].text.contains(&format!("/kegiatan/{id}/gabung")) && !seated[0].text.contains("rapat.example"));
        assert!(!format!("{:?}", seated[0].calendar).contains("rapat.example"), "the meeting link stays here");

        let last = letters(&world, STAFF_PEMDA).await;
        assert!(last[0].text.contains("urutan ke-2") && last[0].calendar.is_none(), "{}", last[0].text);
        assert!(!last[0].text.contains("/gabung"));
        assert_eq!(notices(&world, STAFF_KPPN).await, ["Anda terdaftar sebagai peserta."]);
        assert_eq!(notices(&world, STAFF_BPS).await, ["Anda di daftar tunggu, urutan ke-1."]);
        assert_eq!((letters(&world, STAFF_KPPN).await.len(), letters(&world, STAFF_BPS).await.len()), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn who_gets_a_free_seat_is_told_exactly_once() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut first = register(&world, STAFF_KPPN, &id).await;
        register(&world, STAFF_BPS, &id).await;
        settle(&world.app).await;

        first.delete(&format!("/kegiatan/{id}/pendaftaran")).await.expect(303);
        settle(&world.app).await;
        let again = SeatsPromoted { activity_id: id.clone(), registration_ids: vec![registration_id(&world, &id, 2).await] };
        let mut tx = world.app.db().begin().await.unwrap();
        outbox::publish(&mut tx, world.app.now(), &id, &again).await.unwrap();
        tx.commit().await.unwrap();
        settle(&world.app).await;

        let told = letters(&world, STAFF_BPS).await;
        assert_eq!(told.len(), 2);
        assert!(told[1].subject.starts_with("Anda mendapat tempat") && event(&told[1]).0 == "REQUEST");
        assert_eq!(notices(&world, STAFF_BPS).await[0], "Anda mendapat tempat.");
        assert_eq!(notices(&world, STAFF_BPS).await.len(), 2);

        let left = letters(&world, STAFF_KPPN).await;
        let (method, event) = event(&left[1]);
        assert_eq!((method.as_str(), event.text("STATUS").unwrap().as_str()), ("CANCEL", "CANCELLED"));
        assert!(sequence(&left[1]) > sequence(&left[0]));
        assert_eq!(notices(&world, STAFF_KPPN).await.len(), 1, "what they did themselves is no news");
    })
    .await;
}

#[tokio::test]
async fn who_leaves_and_comes_back_has_the_event_again() {
    story(async |world| {
        let id = small(&world, &[("seats", "5")]).await;
        let page = format!("/kegiatan/{id}/pendaftaran");
        let mut staff = register(&world, STAFF_KPPN, &id).await;
        settle(&world.app).await;
        staff.delete(&page).await.expect(303);
        settle(&world.app).await;
        staff.post(&page, &[]).await.expect(200);
        settle(&world.app).await;

        let letters = letters(&world, STAFF_KPPN).await;

        let methods: Vec<String> = letters.iter().map(|it| event(it).0).collect();
        assert_eq!(methods, ["REQUEST", "CANCEL", "REQUEST"]);
        assert!(letters.windows(2).all(|it| sequence(&it[0]) < sequence(&it[1])), "calendars take none of them for an older one");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_true_any_more_is_not_told() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let page = format!("/kegiatan/{id}/pendaftaran");
        let mut staff = register(&world, STAFF_KPPN, &id).await;
        staff.delete(&page).await.expect(303);
        staff.post(&page, &[]).await.expect(200);
        let mut other = register(&world, STAFF_BPS, &id).await;
        other.delete(&page).await.expect(303);

        settle(&world.app).await;

        assert_eq!(letters(&world, STAFF_KPPN).await.len(), 1, "one letter says how it ended");
        assert_eq!(event(&letters(&world, STAFF_KPPN).await[0]).0, "REQUEST");
        assert!(letters(&world, STAFF_BPS).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn whoever_is_taken_off_the_list_hears_why() {
    story(async |world| {
        let id = small(&world, &[("seats", "5")]).await;
        register(&world, STAFF_KPPN, &id).await;
        settle(&world.app).await;
        let registration = registration_id(&world, &id, 1).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let removal =
            kppn.submit("DELETE", &format!("/kegiatan/{id}/peserta/{registration}"), &[("reason", "Salah daftar")]).await;
        assert!(removal.status.is_success() || removal.status.is_redirection(), "{}", removal.text());

        settle(&world.app).await;

        let told = letters(&world, STAFF_KPPN).await;
        assert!(event(&told[1]).0 == "CANCEL" && told[1].text.contains("Alasan: Salah daftar"), "{}", told[1].text);
        assert_eq!(notices(&world, STAFF_KPPN).await[0], "Pendaftaran Anda dibatalkan oleh penyelenggara.");
    })
    .await;
}

#[tokio::test]
async fn a_guest_is_told_at_the_address_they_gave_and_led_to_their_ticket() {
    story(async |world| {
        let id = small(&world, &[("public", "1")]).await;
        register(&world, STAFF_KPPN, &id).await;
        let guest = [("name", "Siti Contoh"), ("mail", "siti@contoh.example"), ("from", "Mamuju")];
        world.stranger().post(&format!("/kegiatan/{id}/pendaftaran/tamu"), &guest).await.expect(200);
        settle(&world.app).await;
        let letters = async || letters_to(&world.app, "siti@contoh.example").await.unwrap();
        let first = letters().await;
        assert!(first.len() == 1 && first[0].calendar.is_none(), "who waits has nothing for a calendar yet");
        assert!(first[0].text.contains("urutan ke-1") && first[0].text.contains("http://guyub.test/tiket/"), "{}", first[0].text);

        let mut staff = world.signed_in(STAFF_KPPN).await;
        staff.delete(&format!("/kegiatan/{id}/pendaftaran")).await.expect(303);
        settle(&world.app).await;

        let told = letters().await;
        let (_, event) = event(&told[1]);
        let ticket = event.text("URL").unwrap();
        assert!(ticket.starts_with("http://guyub.test/tiket/") && told[1].text.contains(&ticket), "{}", told[1].text);
        assert!(event.text("LOCATION").unwrap().ends_with("/gabung"));
        assert!(told[1].text.starts_with("Yth. Siti Contoh,") && told[1].subject.starts_with("Anda mendapat tempat"));
    })
    .await;
}

#[tokio::test]
async fn a_hostile_title_stays_a_title() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let title = "Rapat\r\nBcc: semua@contoh.example\r\n\r\nEND:VCALENDAR\n\u{202e}\"; DROP";
        let mut tx = world.app.db().begin().await.unwrap();
        tx.run(
            "update education_activity set title = $1, place = $2 where id = $3",
            [title.into(), title.into(), id.as_str().into()],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        register(&world, STAFF_KPPN, &id).await;

        settle(&world.app).await;

        let letter = letters(&world, STAFF_KPPN).await.remove(0);
        assert_eq!(letter.subject, "Anda terdaftar: Rapat Bcc: semua@contoh.example END:VCALENDAR \"; DROP");
        assert_eq!(letter.text.lines().filter(|it| it.starts_with("Bcc:") || it.starts_with("END:")).count(), 0);
        assert!(event(&letter).1.text("SUMMARY").unwrap().starts_with("Rapat\nBcc"));
        let postman = kernel::mail::Postman::of(&world.app.settings().mail_url).unwrap();
        assert_eq!(kernel::mail::send_waiting(&world.app, &postman).await.unwrap(), 1);
        let page = world.signed_in(STAFF_KPPN).await.get("/pemberitahuan").await.expect(200);
        assert!(page.has("Rapat") && !page.has("\"; DROP"));
    })
    .await;
}

#[tokio::test]
async fn many_people_cost_no_more_statements_than_few() {
    story(async |world| {
        let id = small(&world, &[("seats", "600"), ("public", "1")]).await;
        register(&world, STAFF_KPPN, &id).await;
        register(&world, STAFF_BPS, &id).await;
        super::crowds::guests(&world, &id, 3..501).await;
        let telling = education::DOMAIN.jobs.iter().find(|it| it.name == "education.telling").unwrap();
        let ids = world
            .app
            .db()
            .all("select id from education_registration order by number", kernel::db::NONE, |row| row.get::<String>("id"));
        let ids = ids.await.unwrap();
        let statements = async |ids: &[String]| {
            let fact = PeopleRegistered { activity_id: id.clone(), seated: ids.to_vec(), waiting: Vec::new() };
            let payload = serde_json::json!({
                "activity_id": fact.activity_id, "outcome": "promoted", "registration_ids": fact.seated
            });
            let (result, asked) = kernel::db::counted((telling.run)(&world.app, &payload.to_string())).await;
            result.unwrap();
            asked
        };

        // The first learns the names of the agencies, which are then known.
        statements(&ids[..1]).await;
        let (few, many) = (statements(&ids[..2]).await, statements(&ids).await);

        assert_eq!(few, many);
        let sql = "select count(*) as n from kernel_letter where key like 'education/promoted:%'";
        assert_eq!(world.app.db().one(sql, kernel::db::NONE, |row| row.get::<i64>("n")).await.unwrap(), 500);
    })
    .await;
}
