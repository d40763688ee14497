//! Guests: people without an account, with a ticket in their mail.

use kernel::mail::letters_to;

use super::{START, at, registered, small, standing, waiting};
use crate::notices::post::{event, settle};
use crate::world::*;

const SITI: [(&str, &str); 3] = [("name", "Siti Contoh"), ("mail", "Siti@Contoh.example"), ("from", "Mamuju")];

fn form(id: &str) -> String {
    format!("{}/tamu", at(id))
}

/// The address of the ticket in the last letter to this mail.
async fn ticket(world: &World, mail: &str) -> String {
    settle(&world.app).await;
    let letters = letters_to(&world.app, mail).await.expect("letters");
    let text = &letters.last().expect("a letter").text;
    let (_, rest) = text.split_once("http://guyub.test/tiket/").expect("an address");
    let secret = rest.split(|it: char| !it.is_ascii_alphanumeric()).next().expect("a ticket");
    format!("/tiket/{secret}")
}

#[tokio::test]
async fn a_guest_gets_a_personal_link_and_the_same_page_whatever_was_before() {
    story(async |world| {
        let id = small(&world, &[("public", "1")]).await;
        let mut siti = world.stranger();
        assert!(siti.get(&format!("/kegiatan/{id}")).await.expect(200).has("Daftar sebagai warga"));

        let first = siti.post(&form(&id), &SITI).await.expect(200);
        let again = siti.post(&form(&id), &SITI).await.expect(200);

        assert!(first.has("siti@contoh.example") && first.text() == again.text());
        let page = siti.get(&ticket(&world, "siti@contoh.example").await).await.expect(200);
        assert!(page.has("Terdaftar") && !page.has("<svg class=\"qr\""), "{}", page.text());
        assert!(!first.has(&ticket(&world, "siti@contoh.example").await), "only the owner of the mail sees the ticket");
    })
    .await;
}

#[tokio::test]
async fn a_guests_first_letter_has_the_event_and_who_lost_it_gets_the_ticket_again_once_a_day() {
    story(async |world| {
        let id = small(&world, &[("public", "1")]).await;
        let letters = async || {
            settle(&world.app).await;
            letters_to(&world.app, "siti@contoh.example").await.expect("letters")
        };
        let mut siti = world.stranger();
        siti.post(&form(&id), &SITI).await.expect(200);
        siti.post(&form(&id), &SITI).await.expect(200);
        let first = letters().await;

        let brings_ticket = first.iter().find(|it| it.text.contains("Jangan bagikan tautan tiket ini")).expect("the ticket");
        let (method, event) = event(brings_ticket);
        assert_eq!(method, "REQUEST");
        assert!(!first.iter().any(|it| it.subject.starts_with("Pendaftaran: ")), "what came is enough for today");
        let address = ticket(&world, "siti@contoh.example").await;
        assert_eq!(event.text("URL").unwrap(), format!("http://guyub.test{address}"));

        world.app.clock().move_to(world.app.now() + kernel::clock::DAY);
        siti.post(&form(&id), &SITI).await.expect(200);
        siti.post(&form(&id), &SITI).await.expect(200);
        let told = letters().await;
        let brought_again = told.iter().filter(|it| it.subject.starts_with("Pendaftaran: ")).count();
        assert_eq!(brought_again, 1, "besides reminders");
        assert_eq!(ticket(&world, "siti@contoh.example").await, address);
    })
    .await;
}

#[tokio::test]
async fn guests_and_people_wait_in_one_line_and_guests_leave_with_their_ticket() {
    story(async |world| {
        let id = small(&world, &[("public", "1")]).await;
        let mut siti = world.stranger();
        siti.post(&form(&id), &SITI).await.expect(200);
        let person = registered(&world, STAFF_BPS, &id).await;
        siti.post(&form(&id), &[("name", "Budi Contoh"), ("mail", "budi@contoh.example"), ("from", "Polman")]).await.expect(200);
        let (hers, his) = (ticket(&world, "siti@contoh.example").await, ticket(&world, "budi@contoh.example").await);
        assert_eq!(standing(&person, &id).await, waiting(1));
        assert!(siti.get(&his).await.has("Daftar tunggu ke-2"));

        siti.post(&format!("{hers}?_method=delete"), &[]).await.expect(303);

        assert!(siti.get(&hers).await.has("Pendaftaran dibatalkan"));
        assert!(siti.get(&his).await.has("Daftar tunggu ke-1"));
        assert_eq!(standing(&person, &id).await, super::seated());
    })
    .await;
}

#[tokio::test]
async fn a_ticket_opens_the_meeting_and_a_persons_ticket_opens_nothing() {
    story(async |world| {
        let id = small(&world, &[("public", "1"), ("seats", "2")]).await;
        let mut siti = world.stranger();
        siti.post(&form(&id), &SITI).await.expect(200);
        let person = registered(&world, STAFF_BPS, &id).await;
        let scan = person.program().get(&at(&id)).await.json()["scan"].as_str().expect("scan").to_owned();
        let persons = scan.rsplit('/').next().expect("a ticket").to_owned();

        world.app.clock().move_to(START);
        let hers = ticket(&world, "siti@contoh.example").await;
        assert_eq!(siti.get(&format!("{hers}/gabung")).await.expect(303).location(), "https://rapat.example/abc");

        for path in [format!("/tiket/{persons}"), format!("/tiket/{persons}/gabung"), "/tiket/tebakan".to_owned()] {
            siti.get(&path).await.expect(404);
        }
        siti.delete(&format!("/tiket/{persons}")).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn without_an_invitation_to_the_public_no_guest_comes_in() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut siti = world.stranger();

        assert!(!siti.get(&format!("/kegiatan/{id}")).await.expect(200).has("Daftar sebagai warga"));
        assert!(siti.get(&form(&id)).await.expect(403).has("hanya untuk pegawai ASN"));
        siti.post(&form(&id), &SITI).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn what_a_guest_typed_wrong_is_said_and_kept() {
    story(async |world| {
        let id = small(&world, &[("public", "1")]).await;
        let mut siti = world.stranger();
        let wrong = [("name", "<script>alert(1)</script>"), ("mail", "siti@"), ("from", "7602014503900001")];

        let page = siti.post(&form(&id), &wrong).await.expect(422);

        assert!(page.has("Tulis alamat surel yang lengkap") && page.has("Jangan tulis NIK") && page.has("tanpa tautan"));
        assert!(page.has("value=\"siti@\"") && !page.has("<script>alert"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn one_network_cannot_fill_the_hall() {
    story(async |world| {
        let id = small(&world, &[("public", "1"), ("seats", "500")]).await;
        let mut machine = world.stranger();
        let mut answers = Vec::new();

        for n in 0..60 {
            let mail = format!("tamu{n}@contoh.example");
            let page = machine.post(&form(&id), &[("name", "Tamu Contoh"), ("mail", &mail), ("from", "Mamuju")]).await;
            answers.push(page.status.as_u16());
        }

        assert_eq!(answers.iter().filter(|it| **it == 200).count(), 40);
        let refused = machine.post(&form(&id), &SITI).await.expect(429);
        assert!(refused.has("Terlalu banyak pendaftaran") && refused.has("value=\"Siti Contoh\""));
    })
    .await;
}
