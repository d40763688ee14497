//! The presenter's screen and the code.

use kernel::{
    clock::{HOUR, MINUTE},
    db::NONE,
    testing::Browser,
};

use super::scene::*;
use crate::world::*;

#[tokio::test]
async fn a_code_on_the_screen_is_entered_once_and_counts() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let mut budi = it.registered(BUDI).await;
        let mut siti = it.registered(SITI).await;
        it.move_to(START + 5 * MINUTE);
        it.opens("start").await;
        let screen = it.owner.get(&it.at("penyaji")).await.expect(200);
        let code = it.code().await;
        assert!(screen.has(&code) && screen.has("<svg class=\"qr\"") && screen.has("data-renew=\"15\""), "{}", screen.text());
        assert!(screen.has("dari 2 peserta sudah hadir"));

        let typed = code.to_lowercase().replace(' ', "-");
        assert_eq!(it.enters(&mut budi, &typed).await.expect(303).location(), it.at("presensi"));
        it.enters(&mut budi, &code).await.expect(303);
        it.enters(&mut siti, &code).await.expect(303);

        let page = budi.get(&it.at("presensi")).await.expect(200);
        assert!(
            page.has("Kehadiran Anda tercatat.") && page.has("pukul 10.05 WITA") && page.has("sudah Anda isi"),
            "{}",
            page.text()
        );
        let screen = it.owner.program().get(&it.at("penyaji")).await.json()["screen"].clone();
        assert_eq!((screen["checked_in"].as_i64(), it.evidence().await), (Some(2), (2, 2)));
        it.closes().await;
        assert_eq!(it.count("Budi").await, (180, 1000, true), "one of one checkpoint is the whole session");
    })
    .await;
}

#[tokio::test]
async fn the_code_of_the_minute_before_is_taken_and_an_older_one_is_not() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let mut budi = it.registered(BUDI).await;
        let mut siti = it.registered(SITI).await;
        it.move_to(NINE_THIRTY);
        it.opens("start").await;
        let code = it.code().await;

        it.move_to(NINE_THIRTY + 2 * MINUTE);
        let old = it.enters(&mut siti, &code).await.expect(422);
        assert!(old.has("Kode ini sudah berganti") && old.has(&format!("value=\"{code}\"")), "{}", old.text());
        it.move_to(NINE_THIRTY + 2 * MINUTE - 1);
        it.enters(&mut budi, &code).await.expect(303);

        let wrong = it.enters(&mut siti, "<script>").await.expect(422);
        assert!(wrong.has("Kode ini salah") && !wrong.has("<script>\""), "{}", wrong.text());
        assert_eq!(it.evidence().await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn three_checkpoints_stand_for_three_parts_and_the_next_closes_the_one_before() {
    story(async |world| {
        let mut it = webinar(world, &[("minimum_share", "60")]).await;
        let mut budi = it.registered(BUDI).await;
        let mut siti = it.registered(SITI).await;
        it.move_to(START);
        it.opens("start").await;
        it.enters(&mut budi, &it.code().await).await.expect(303);
        it.move_to(START + 90 * MINUTE);
        it.opens("middle").await;
        it.enters(&mut budi, &it.code().await).await.expect(303);
        it.move_to(END);
        it.opens("end").await;
        it.enters(&mut siti, &it.code().await).await.expect(303);

        let screen = it.owner.program().get(&it.at("penyaji")).await.json();
        let open = screen["checkpoints"].as_array().unwrap().iter().filter(|it| it["closed_at"].is_null()).count();
        assert_eq!((open, screen["checkpoints"].as_array().unwrap().len()), (1, 3));
        it.closes().await;
        it.closes().await;

        assert_eq!((it.count("Budi").await, it.count("Siti").await), ((120, 666, true), (60, 333, false)));
    })
    .await;
}

#[tokio::test]
async fn whoever_forgets_to_close_finds_the_list_counted() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let mut budi = it.registered(BUDI).await;
        it.move_to(START);
        it.opens("start").await;
        it.enters(&mut budi, &it.code().await).await.expect(303);
        assert!(it.row("Budi").await["count"].is_null());

        it.move_to(END + 2 * HOUR);
        kernel::jobs::run_due(&it.world.app).await.unwrap();

        assert_eq!(it.count("Budi").await, (180, 1000, true));
        assert!(it.enters(&mut budi, "KTMRWP").await.expect(409).has("presensinya ditutup"));
    })
    .await;
}

#[tokio::test]
async fn each_refusal_says_what_to_do() {
    story(async |world| {
        let mut it = webinar(world, &[("seats", "1")]).await;
        let mut budi = it.registered(BUDI).await;
        let mut siti = it.registered(SITI).await;
        let mut reader = it.world.signed_in(STAFF_BNN).await;
        let said = async |browser: &mut Browser| it.enters(browser, "KTMRWP").await.expect(409).text();

        assert!(said(&mut budi).await.contains("Presensi belum dibuka"));
        it.move_to(START);
        assert!(said(&mut budi).await.contains("Sekarang tidak ada presensi yang dibuka"));
        assert!(said(&mut siti).await.contains("Anda masih di daftar tunggu"));
        assert!(said(&mut reader).await.contains("Anda belum terdaftar di kegiatan ini"));
        assert!(reader.get(&it.at("presensi")).await.expect(200).has("Daftar dahulu di halaman kegiatan"));
        it.move_to(END + HOUR);
        assert!(said(&mut budi).await.contains("presensinya ditutup"));

        it.move_to(START - HOUR);
        it.owner.post(&it.at("pembatalan"), &[("reason", "Narasumber sakit")]).await.expect(303);
        assert!(it.enters(&mut budi, "KTMRWP").await.expect(409).has("Kegiatan ini dibatalkan"));
        it.owner.post(&it.at("penyaji/presensi"), &[("part", "start")]).await.expect(409);
        assert_eq!(it.evidence().await, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_there_and_back_with_the_code() {
    story(async |world| {
        let it = webinar(world, &[]).await;

        let page = it.world.stranger().get(&it.at("presensi?kode=KTMRWP")).await.expect(303);

        assert_eq!(page.location(), format!("/masuk?lanjut=/kegiatan/{}/presensi%3Fkode=KTMRWP", it.id));
        let mut budi = it.registered(BUDI).await;
        it.move_to(START);
        let mut it = it;
        it.opens("start").await;
        let page = budi.get(&it.at("presensi?kode=KTMRWP")).await.expect(200);
        assert!(page.has("value=\"KTMRWP\"") && page.has("Saya hadir"), "{}", page.text());
        assert_eq!(it.evidence().await, (0, 0), "opening an address changes nothing");
    })
    .await;
}

#[tokio::test]
async fn the_short_address_leads_to_what_is_open() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let mut budi = it.registered(BUDI).await;
        let mut reader = it.world.signed_in(STAFF_BNN).await;
        it.move_to(START);
        assert!(budi.get("/hadir").await.expect(200).has("tidak ada presensi yang dibuka"));

        it.opens("start").await;

        assert!(it.owner.get(&it.at("penyaji")).await.has("Buka guyub.test/hadir"));
        assert_eq!(budi.get("/hadir").await.expect(303).location(), it.at("presensi"));
        assert_eq!(budi.program().get("/hadir").await.expect(200).json()["open"][0]["id"].as_str(), Some(it.id.as_str()));
        assert!(reader.get("/hadir").await.expect(200).has("tidak ada presensi yang dibuka"));
        assert_eq!(it.world.stranger().get("/hadir").await.expect(303).location(), "/masuk?lanjut=/hadir");
    })
    .await;
}

#[tokio::test]
async fn a_guesser_is_stopped_and_nobody_else() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let mut budi = it.registered(BUDI).await;
        let mut siti = it.registered(SITI).await;
        it.move_to(START);
        it.opens("start").await;
        let code = it.code().await;
        for _ in 0..10 {
            it.enters(&mut budi, "BBBBBB").await.expect(422);
        }

        let stopped = it.enters(&mut budi, &code).await.expect(429);

        assert!(stopped.has("Terlalu sering salah. Tunggu 1 menit"), "{}", stopped.text());
        assert_eq!(stopped.header("retry-after"), "60");
        it.enters(&mut siti, &code).await.expect(303);
        it.move_to(START + MINUTE);
        it.enters(&mut budi, &code).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn only_owners_see_the_screen() {
    story(async |world| {
        let it = webinar(world, &[("listed", "audience")]).await;

        for place in ["penyaji", "pindai", "laporan-rapat", "daftar-hadir", "daftar-hadir.csv", "daftar-hadir.xlsx"] {
            let mut insider = it.world.signed_in(STAFF_BNN).await;
            let mut outsider = it.world.signed_in(OUTSIDER).await;
            insider.get(&it.at(place)).await.expect(403);
            let hidden = outsider.get(&it.at(place)).await.expect(404);
            let nothing = outsider.get(&format!("/kegiatan/01kaaaaaaaaaaaaaaaaaaaaaaa/{place}")).await.expect(404);
            assert_eq!(hidden.body.len(), nothing.body.len(), "a hidden activity looks like none");
            it.world.stranger().get(&it.at(place)).await.expect(303);
        }
        let mut outsider = it.world.signed_in(OUTSIDER).await;
        it.enters(&mut outsider, "KTMRWP").await.expect(404);
        outsider.get(&it.at("presensi")).await.expect(404);
        let mut insider = it.world.signed_in(STAFF_BNN).await;
        insider.post(&it.at("penyaji/presensi"), &[("part", "start")]).await.expect(403);
        insider.delete(&it.at("penyaji/presensi")).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn a_checkpoint_opens_at_its_time_and_for_a_part_that_exists() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        let path = it.at("penyaji/presensi");

        it.move_to(START - HOUR - 1);
        assert!(it.owner.get(&it.at("penyaji")).await.expect(200).has("Belum waktunya"));
        it.owner.post(&path, &[("part", "start")]).await.expect(409);
        it.move_to(START - HOUR);
        it.owner.post(&path, &[("part", "lunch")]).await.expect(422);
        it.owner.post(&path, &[("part", "start")]).await.expect(303);
        it.move_to(END + HOUR);
        it.owner.post(&path, &[("part", "end")]).await.expect(409);
        it.owner.delete(&path).await.expect(303);
    })
    .await;
}

const MANY: usize = 500;
const SEAT_ALL: &str = "
    insert into education_registration (id, activity_id, person_id, number, registered_at, seated_at, ticket)
    select 'r' || id, $1, id, cast(substr(identity_number, 15) as bigint), 1, 1, 't' || id from directory_person
     where mail like 'orang.%'";

#[tokio::test]
async fn five_hundred_enter_the_code_at_once() {
    story(async |world| {
        let rows = |n: usize| {
            format!("19860101201001{:04},Orang {n} Contoh,S.E.,Analis,bps.7602,orang.{n}@contoh.go.id.example\n", 1000 + n)
        };
        let rows: String = (1..=MANY).map(rows).collect();
        let mut it = webinar(world, &[]).await;
        people(&it.world, &rows).await;
        let mut tx = it.world.app.db().begin().await.unwrap();
        assert_eq!(tx.run(SEAT_ALL, [it.id.as_str().into()]).await.unwrap(), MANY as u64);
        tx.commit().await.unwrap();
        let mut browsers = Vec::new();
        for n in 1..=MANY {
            browsers.push(it.world.signed_in(&format!("19860101201001{:04}", 1000 + n)).await);
        }
        it.move_to(START);
        it.opens("start").await;
        let code = it.code().await;

        let path = it.at("presensi");
        let entering = browsers.into_iter().flat_map(|browser| [browser.clone(), browser]).map(|mut browser| {
            let (path, code) = (path.clone(), code.clone());
            tokio::spawn(async move { browser.post(&path, &[("kode", &code)]).await.status })
        });
        let answers = futures_util::future::join_all(entering.collect::<Vec<_>>()).await;

        assert!(answers.into_iter().all(|it| it.unwrap() == 303), "everyone twice, all answered alike");
        let screen = it.owner.program().get(&it.at("penyaji")).await.json()["screen"].clone();
        assert_eq!((screen["checked_in"].as_i64(), it.evidence().await), (Some(MANY as i64), (MANY as i64, MANY as i64)));
        it.closes().await;
        let present = "select count(*) as n from education_attendance where is_present = 1";
        assert_eq!(it.world.app.db().one(present, NONE, |row| row.get::<i64>("n")).await.unwrap(), MANY as i64);
    })
    .await;
}
