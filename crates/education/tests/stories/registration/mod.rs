//! Stories of registering, waiting, leaving and joining, through the front door, on both databases.

mod guests;
mod lists;
mod participants;
mod shown;
use crate::world::*;
use directory::testing::person_id;
use kernel::{clock::MINUTE, testing::Browser};

/// 24 November 2026, 09.00 WITA: when the activity of these stories starts.
pub(crate) const START: i64 = 1_795_482_000_000;

/// An activity with one seat for everyone in Sulawesi Barat.
pub(crate) async fn small(world: &World, changes: &[(&str, &str)]) -> String {
    let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
    let mut fields = vec![("seats", "1")];
    fields.extend_from_slice(changes);
    published(&mut kppn, &fields).await
}

pub(crate) fn at(id: &str) -> String {
    format!("/kegiatan/{id}/pendaftaran")
}

pub(crate) async fn registered(world: &World, nip: &str, id: &str) -> Browser {
    let mut browser = world.signed_in(nip).await;
    browser.post(&at(id), &[]).await.expect(200);
    browser
}

pub(crate) async fn standing(browser: &Browser, id: &str) -> (String, Option<i64>) {
    let json = browser.program().get(&at(id)).await.expect(200).json();
    (json["standing"].as_str().unwrap_or_default().to_owned(), json["in_line"].as_i64())
}

pub(crate) fn seated() -> (String, Option<i64>) {
    ("seated".to_owned(), None)
}

pub(crate) fn waiting(place: i64) -> (String, Option<i64>) {
    ("waiting".to_owned(), Some(place))
}

#[tokio::test]
async fn one_button_gives_a_seat_and_then_a_place_in_line() {
    story(async |world| {
        let id = small(&world, &[]).await;

        let mut first = world.signed_in(STAFF_KPPN).await;
        let page = first.post(&at(&id), &[]).await.expect(200);
        assert!(page.has("Terdaftar") && page.has("Tombol bergabung aktif"), "{}", page.text());
        let mut second = world.signed_in(STAFF_BPS).await;
        let page = second.post(&at(&id), &[]).await.expect(200);
        assert!(page.has("Daftar tunggu ke-1"), "{}", page.text());

        let activity = second.get(&format!("/kegiatan/{id}")).await.expect(200);
        assert!(
            activity.has("Daftar tunggu ke-1") && activity.has("Semua 1 tempat sudah terisi, 1 orang"),
            "{}",
            activity.text()
        );
        let home = standing(&first, &id).await;
        assert_eq!((home, standing(&second, &id).await), (seated(), waiting(1)));
    })
    .await;
}

#[tokio::test]
async fn registering_reads_no_more_than_who_asks_once_the_activity_is_known() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut first = registered(&world, STAFF_KPPN, &id).await;
        let mut second = world.signed_in(STAFF_BPS).await;
        second.get("/kegiatan").await.expect(200);

        let path = at(&id);
        let (page, asked) = kernel::db::counted(second.post(&path, &[])).await;

        assert!(page.expect(200).has("Daftar tunggu ke-1"));
        assert_eq!(asked, 1, "the session; the desk's statements are shared by all who ask at once");
        let (page, asked) = kernel::db::counted(first.get(&path)).await;
        assert!(page.expect(200).has("Terdaftar"));
        assert_eq!(asked, 6);
    })
    .await;
}

#[tokio::test]
async fn a_nervous_thumb_gets_the_same_answer_again() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut first = registered(&world, STAFF_KPPN, &id).await;
        let mut second = registered(&world, STAFF_BPS, &id).await;

        let again = [first.post(&at(&id), &[]).await.expect(200), second.post(&at(&id), &[]).await.expect(200)];

        assert!(again[0].has("Terdaftar") && again[1].has("Daftar tunggu ke-1"));
        assert_eq!((standing(&first, &id).await, standing(&second, &id).await), (seated(), waiting(1)));
    })
    .await;
}

#[tokio::test]
async fn who_leaves_makes_room_for_the_first_in_line_and_comes_back_at_its_end() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut first = registered(&world, STAFF_KPPN, &id).await;
        let second = registered(&world, STAFF_BPS, &id).await;
        let third = registered(&world, STAFF_BNN, &id).await;

        let gone = first.post(&format!("{}?_method=delete", at(&id)), &[]).await.expect(303);
        assert_eq!(gone.location(), at(&id));
        assert!(first.get(&at(&id)).await.has("Pendaftaran dibatalkan"));
        assert_eq!((standing(&second, &id).await, standing(&third, &id).await), (seated(), waiting(1)));
        first.delete(&at(&id)).await.expect(303);
        assert_eq!(standing(&third, &id).await, waiting(1), "leaving twice frees one seat");

        first.post(&at(&id), &[]).await.expect(200);
        assert_eq!(standing(&first, &id).await, waiting(2));
    })
    .await;
}

#[tokio::test]
async fn more_seats_move_the_line_up_and_registrations_do_not_disturb_an_editor() {
    story(async |world| {
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let id = published(&mut kppn, &[("seats", "1")]).await;
        let version = kppn.program().get(&format!("/kegiatan/{id}")).await.json()["activity"]["version"].to_string();
        let first = registered(&world, STAFF_KPPN, &id).await;
        let second = registered(&world, STAFF_BPS, &id).await;
        let third = registered(&world, STAFF_BNN, &id).await;

        let edit = draft(&[("seats", "2"), ("version", &version)]);
        kppn.put(&format!("/kegiatan/{id}"), &edit).await.expect(303);

        let now = [standing(&first, &id).await, standing(&second, &id).await, standing(&third, &id).await];
        assert_eq!(now, [seated(), seated(), waiting(1)]);
        let fewer = draft(&[("seats", "1"), ("version", "99")]);
        assert!(kppn.put(&format!("/kegiatan/{id}"), &fewer).await.expect(422).has("Sudah 2 orang mendapat tempat"));
    })
    .await;
}

#[tokio::test]
async fn whoever_it_is_not_for_hears_why_or_nothing_at_all() {
    story(async |world| {
        let open = small(&world, &[]).await;
        let hidden = small(&world, &[("listed", "audience")]).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        let draft = drafted(&mut kppn, &[]).await;
        let mut outsider = world.signed_in(OUTSIDER).await;

        let page = outsider.post(&at(&open), &[]).await.expect(403);
        assert!(page.has("Kegiatan ini untuk sasaran peserta lain"), "{}", page.text());
        assert!(outsider.get(&format!("/kegiatan/{open}")).await.has("Kegiatan ini untuk sasaran peserta lain"));
        let nowhere = outsider.post(&at("01jnothing"), &[]).await.expect(404);
        for path in [at(&hidden), format!("/kegiatan/{hidden}/gabung"), format!("/kegiatan/{hidden}/peserta"), at(&draft)] {
            let page = outsider.get(&path).await.expect(404);
            assert_eq!(page.text().replace(&hidden, "").len() / 100, nowhere.text().len() / 100, "{path}");
        }
        outsider.post(&at(&hidden), &[]).await.expect(404);
        outsider.post(&at(&draft), &[]).await.expect(404);
        let owner = kppn.post(&at(&draft), &[]).await.expect(409);
        assert!(owner.has("Kegiatan ini belum dibuka"));

        let stranger = world.stranger().post(&at(&open), &[]).await.expect(303);
        assert!(stranger.location().starts_with("/masuk?lanjut=/kegiatan/"));
    })
    .await;
}

#[tokio::test]
async fn after_the_last_moment_nobody_registers_and_after_the_start_nobody_leaves() {
    story(async |world| {
        let closing = [("closes_date", "2026-11-23"), ("closes_time", "16.00")];
        let id = small(&world, &closing).await;
        registered(&world, STAFF_KPPN, &id).await;

        world.app.clock().move_to(START - 17 * 60 * MINUTE);
        let (mut first, mut late) = (world.signed_in(STAFF_KPPN).await, world.signed_in(STAFF_BPS).await);
        assert!(late.post(&at(&id), &[]).await.expect(409).has("Pendaftaran sudah ditutup"));
        assert!(late.get(&at(&id)).await.expect(200).has("Pendaftaran sudah ditutup"));
        let again = first.post(&at(&id), &[]).await.expect(200);
        assert!(again.has("Terdaftar"), "who is registered gets the same answer, also afterwards");

        world.app.clock().move_to(START);
        let mut first = world.signed_in(STAFF_KPPN).await;
        assert!(first.delete(&at(&id)).await.expect(409).has("Kegiatan sudah dimulai"));
        assert_eq!(standing(&first, &id).await, seated());
        world.app.clock().move_to(START + 3 * 60 * MINUTE);
        let mut late = world.signed_in(STAFF_BPS).await;
        assert!(late.post(&at(&id), &[]).await.expect(409).has("Kegiatan ini sudah selesai"));
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_activity_takes_nobody_and_keeps_who_was_registered() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut first = registered(&world, STAFF_KPPN, &id).await;
        let mut kppn = world.signed_in(COORDINATOR_KPPN).await;
        kppn.post(&format!("/kegiatan/{id}/pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);

        let mut second = world.signed_in(STAFF_BPS).await;
        assert!(second.post(&at(&id), &[]).await.expect(409).has("Kegiatan ini dibatalkan"));
        let mine = first.get(&at(&id)).await.expect(200);
        assert!(mine.has("Narasumber sakit") && !mine.has("_method=delete"));
        first.delete(&at(&id)).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn the_join_link_is_personal_and_opens_half_an_hour_before() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut first = registered(&world, STAFF_KPPN, &id).await;
        registered(&world, STAFF_BPS, &id).await;
        let join = format!("/kegiatan/{id}/gabung");

        assert!(first.get(&join).await.expect(409).has("paling cepat 30 menit sebelum mulai"));
        world.app.clock().move_to(START - 30 * MINUTE);
        let (mut first, mut second) = (world.signed_in(STAFF_KPPN).await, world.signed_in(STAFF_BPS).await);
        let mut other = world.signed_in(STAFF_BNN).await;
        assert!(first.get(&at(&id)).await.has("Bergabung sekarang"));
        for _ in 0..2 {
            assert_eq!(first.get(&join).await.expect(303).location(), "https://rapat.example/abc");
        }
        world.app.clock().move_to(START);
        first.get(&join).await.expect(303);
        assert!(second.get(&join).await.expect(403).has("masih di daftar tunggu"));
        assert!(other.get(&join).await.expect(403).has("hanya untuk yang terdaftar"));
        world.app.clock().move_to(START + 150 * MINUTE);
        assert!(first.get(&join).await.expect(409).has("rapatnya sudah ditutup"));

        let kept = "select count(*) as n from education_evidence where kind = 'join' and from_at = until_at";
        let clicks: i64 = world.app.db().one(kept, kernel::db::NONE, |row| row.get("n")).await.expect("clicks");
        assert_eq!(clicks, 2, "one for each minute in which the link was followed");
    })
    .await;
}

#[tokio::test]
async fn home_asks_as_often_for_two_registrations_as_for_one() {
    story(async |world| {
        let id = small(&world, &[]).await;
        registered(&world, STAFF_KPPN, &id).await;
        registered(&world, STAFF_BPS, &id).await;
        let person = person_id(&world.app, STAFF_BPS).await;
        let ask = world.ask_of(STAFF_BPS).await;

        // What all may read is kept once it was shown.
        let home = async || {
            kernel::panels::render(&ask, "home", &person).await.expect("panels");
            kernel::db::counted(kernel::panels::render(&ask, "home", &person)).await
        };
        let (_, with_one) = home().await;
        let other = small(&world, &[("date", "2026-12-15")]).await;
        registered(&world, STAFF_BPS, &other).await;
        let (panels, with_two) = home().await;

        let shown = panels.expect("panels").concat();
        assert!(shown.contains("Kegiatan Anda") && shown.contains("Daftar tunggu ke-1"), "{shown}");
        assert_eq!(with_one, with_two);
    })
    .await;
}

#[tokio::test]
async fn programs_get_the_same_as_json() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let mut program = world.signed_in(STAFF_KPPN).await.program();

        let before = program.get(&at(&id)).await.expect(200).json();
        assert_eq!((before["standing"].is_null(), before["can_register"].as_bool()), (true, Some(true)));
        let answer = program.post(&at(&id), &[]).await.expect(200).json();
        assert_eq!(answer["standing"], "seated");
        assert_eq!(answer["join"]["opens_at"], START - 30 * MINUTE);
        let scan = answer["scan"].as_str().expect("what a scanner opens");
        assert!(scan.starts_with(&format!("http://guyub.test/kegiatan/{id}/pindai/")), "{scan}");
        let left = program.delete(&at(&id)).await.expect(200).json();
        assert_eq!(left["said"], "registration-left");
    })
    .await;
}
