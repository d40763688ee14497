//! Answering: one page, one answer each, for those who were there, while it is open.

use directory::testing::person_id;
use futures_util::future::join_all;
use kernel::clock::{DAY, HOUR};

use super::scene::*;
use crate::world::*;

#[tokio::test]
async fn who_was_there_answers_once_on_one_page() {
    story(async |world| {
        let it = after_session(world, 1, &[]).await;
        let mut browser = it.browser(0).await;

        let home = browser.get(&it.at("")[..it.at("").len() - 1]).await.expect(200);
        assert!(home.has("Beri penilaian"), "{}", home.text());
        let page = browser.get(&it.at("penilaian")).await.expect(200);
        for said in [
            "Materi sesuai dengan kebutuhan",
            "Dr. Contoh Narasumber, S.E.",
            "Sangat baik",
            "Saya tidak mengikuti bagian ini",
            "anonim",
        ] {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        let fields = it.filled(&browser, "4", "Bagus").await;
        it.sends(&mut browser, &fields).await.expect(303);
        assert!(browser.get(&it.at("penilaian")).await.expect(200).has("Penilaian Anda terkirim."));

        it.sends(&mut browser, &fields).await.expect(303);
        let again = browser.get(&it.at("penilaian")).await.expect(200);
        assert!(again.has("Sudah dinilai. Terima kasih.") && !again.has("<form method=\"post\" action=\"/kegiatan"));
        let other = it.filled(&browser, "1", "").await;
        let answer = browser.program().post(&it.at("penilaian"), &pairs(&other)).await.expect(200).json();
        assert_eq!(answer["said"], "evaluation-already");
        assert_eq!(it.results().await["given"], 1);
    })
    .await;
}

#[tokio::test]
async fn a_nervous_thumb_is_one_answer() {
    story(async |world| {
        let it = after_session(world, 1, &[]).await;
        let browser = it.browser(0).await;
        let fields = it.filled(&browser, "3", "").await;

        let clicks = (0..12).map(|_| {
            let (mut browser, it, fields) = (browser.program(), &it, &fields);
            async move { browser.post(&it.at("penilaian"), &pairs(fields)).await.expect(200).json()["said"].clone() }
        });
        let said = join_all(clicks).await;

        assert_eq!(said.iter().filter(|it| **it == "evaluation-sent").count(), 1, "{said:?}");
        assert_eq!(said.iter().filter(|it| **it == "evaluation-already").count(), 11);
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_said_beside_its_field_and_what_was_typed_is_kept() {
    story(async |world| {
        let it = after_session(world, 1, &[]).await;
        let mut browser = it.browser(0).await;
        let mut fields = it.filled(&browser, "3", "Ruangannya <b>panas</b>").await;
        fields.retain(|it| it.0 != "nilai-materi");

        let page = it.sends(&mut browser, &fields).await.expect(422);

        assert!(page.has("Pilih nilai untuk: Materi sesuai dengan kebutuhan pekerjaan saya"), "{}", page.text());
        assert!(page.has("id=\"nilai-materi-g\"") && page.has("Ruangannya &#60;b&#62;panas") && !page.has("<b>panas"));
        assert_eq!(page.text().matches(" checked").count(), 4, "three questions and a speaker");
        assert_eq!(it.results().await["given"], 0);
        fields.push(("nilai-materi".to_owned(), "9".to_owned()));
        it.sends(&mut browser, &fields).await.expect(422);
        fields.last_mut().unwrap().1 = "2".to_owned();
        fields.retain(|it| it.0 != "saran");
        fields.push(("saran".to_owned(), "a".repeat(1_001)));
        assert!(it.sends(&mut browser, &fields).await.expect(422).has("Persingkat sampai 1000 huruf."));
    })
    .await;
}

#[tokio::test]
async fn only_who_was_there_and_only_while_it_is_open() {
    story(async |world| {
        let mut it = after_session(world, 2, &[("listed", "audience")]).await;
        let absent = person_id(&it.world.app, STAFF_BPS).await;
        it.seat(&[["absen".to_owned(), absent]]).await;
        let mut registered = it.world.signed_in(STAFF_BPS).await;
        let fields = it.filled(&registered, "4", "").await;

        let refused = it.sends(&mut registered, &fields).await.expect(409);
        assert!(refused.has("Penilaian untuk peserta yang hadir."));
        it.sends(&mut it.world.signed_in(STAFF_KPPN_OTHER).await, &fields).await.expect(409);
        it.sends(&mut it.world.signed_in(OUTSIDER).await, &fields).await.expect(404);
        it.world.stranger().get(&it.at("penilaian")).await.expect(303);

        let mut there = it.browser(0).await;
        it.world.app.clock().move_to(END - 1);
        assert!(it.sends(&mut there, &fields).await.expect(409).has("Penilaian belum dibuka."));
        it.on_another_day(END + 14 * DAY).await;
        let mut there = it.browser(0).await;
        let closed = it.sends(&mut there, &fields).await.expect(409);
        assert!(closed.has("sudah ditutup"));
        assert!(!it.home(&nip(0)).await.contains("Beri penilaian"));
    })
    .await;
}

#[tokio::test]
async fn what_was_counted_decides_and_before_that_a_check_in() {
    story(async |world| {
        let it = after_session(world, 2, &[]).await;
        let mut owner = it.owner.clone();
        let counting = [("decision", "absent"), ("reason", "Tertukar di pintu")];
        owner.post(&it.at("kehadiran/r001"), &counting).await.expect(303);
        let mut absent = it.browser(1).await;
        let fields = it.filled(&absent, "4", "").await;
        it.sends(&mut absent, &fields).await.expect(409);

        owner.post(&it.at("kehadiran/r001"), &[("decision", "present"), ("reason", "Salah periksa")]).await.expect(303);

        it.sends(&mut absent, &fields).await.expect(303);
        it.gives(0, "4", "").await;
        assert_eq!(it.results().await["given"], 2);
    })
    .await;
}

#[tokio::test]
async fn it_opens_with_the_last_checkpoint() {
    story(async |world| {
        let mut it = after_session(world, 1, &[]).await;
        it.on_another_day(END - HOUR / 4).await;
        let mut there = it.browser(0).await;
        let fields = it.filled(&there, "4", "").await;
        it.sends(&mut there, &fields).await.expect(409);

        let path = it.at("penyaji/presensi");
        it.owner.post(&path, &[("part", "end")]).await.expect(303);

        it.world.app.clock().move_to(END - HOUR / 8);
        it.sends(&mut there, &fields).await.expect(303);
    })
    .await;
}

const GUEST: &str = "
    insert into education_registration (id, activity_id, guest_name, guest_mail, guest_from, number, registered_at, seated_at, ticket)
    values ('tamu', $1, 'Tamu Contoh', 'tamu@contoh.example', 'Warga', 900, 1, 1, 'tiketnya')";

#[tokio::test]
async fn a_guest_answers_with_their_ticket() {
    story(async |world| {
        let it = after_session(world, 1, &[]).await;
        let mut tx = it.world.app.db().begin().await.unwrap();
        tx.run(GUEST, [it.id.as_str().into()]).await.unwrap();
        tx.commit().await.unwrap();
        let mut guest = it.world.stranger();
        let fields = it.filled(&it.browser(0).await, "4", "").await;
        guest.post("/tiket/tiketnya/penilaian", &pairs(&fields)).await.expect(409);
        it.scan(&["tamu".to_owned()]).await;

        assert!(guest.get("/tiket/tiketnya").await.expect(200).has("/tiket/tiketnya/penilaian"));
        guest.post("/tiket/tiketnya/penilaian", &pairs(&fields)).await.expect(303);

        assert!(guest.get("/tiket/tiketnya/penilaian").await.expect(200).has("Penilaian Anda terkirim."));
        guest.get("/tiket/tiket-r000/penilaian").await.expect(404);
        guest.get("/tiket/entah/penilaian").await.expect(404);
    })
    .await;
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect()
}
