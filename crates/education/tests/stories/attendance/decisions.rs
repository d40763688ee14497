//! Rows of a report that an owner decides one by one.

use kernel::db::counted;

use super::scene::*;
use crate::world::*;

/// A file with one certain row and three that are not.
async fn uncertain(world: World) -> Webinar {
    let mut it = webinar(world, &[]).await;
    it.registered(BUDI).await;
    it.registered(SITI).await;
    it.registered(STAFF_BNN).await;
    it.move_to(AFTERWARDS);
    let file = zoom(&[
        ("Siti Aminah", "", "09:00:00", "12:00:00"),
        ("Budi Santosa", "", "09:00:00", "11:30:00"),
        ("iPhone", "", "09:00:00", "12:00:00"),
        ("Operator Zoom", "", "09:00:00", "12:00:00"),
    ]);
    it.uploads("laporan.csv", &file).await.expect(303);
    it
}

impl Webinar {
    /// The address of the row with this name among those shown.
    async fn decision(&self, name: &str, shown: &str) -> String {
        let page = self.owner.program().get(&self.at(&format!("laporan-rapat?tampil={shown}"))).await.expect(200).json();
        let rows = page["rows"].as_array().unwrap();
        let row = rows.iter().find(|it| it["name"] == name).unwrap_or_else(|| panic!("no {name}: {page}"));
        self.at(&format!("laporan-rapat/{}/{}", row["report_id"].as_str().unwrap(), row["line"]))
    }
}

#[tokio::test]
async fn likeness_only_suggests_and_one_click_decides() {
    story(async |world| {
        let mut it = uncertain(world).await;
        assert_eq!((it.count("Siti").await, it.count("Budi").await), ((180, 1000, true), (0, 0, false)));
        let page = it.owner.get(&it.at("laporan-rapat")).await.expect(200);
        assert!(page.has("Budi Santosa") && page.has("Namanya mirip") && page.has("Ini orangnya"), "{}", page.text());
        let budi = it.registration("Budi").await;
        let row = it.decision("Budi Santosa", "").await;

        it.owner.post(&row, &[("registration", &budi), ("next", "?tampil=")]).await.expect(303);

        assert_eq!(it.count("Budi").await, (150, 833, true));
        let matched = it.owner.get(&it.at("laporan-rapat?tampil=cocok")).await.expect(200);
        assert!(matched.has("Diputuskan penyelenggara, Rina Contoh Wulandari"), "{}", matched.text());
        it.owner.post(&row, &[("registration", &budi)]).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn decisions_can_be_undone_and_made_again_and_are_all_kept() {
    story(async |world| {
        let mut it = uncertain(world).await;
        let budi = it.registration("Budi").await;
        let row = it.decision("Budi Santosa", "").await;

        for _ in 0..2 {
            it.owner.post(&row, &[("registration", &budi)]).await.expect(303);
            assert_eq!(it.count("Budi").await, (150, 833, true));
            it.owner.delete(&row).await.expect(303);
            assert_eq!(it.count("Budi").await, (0, 0, false));
        }
        it.owner.delete(&row).await.expect(409);
        it.owner.post(&row, &[("registration", &budi)]).await.expect(303);

        assert_eq!((it.count("Budi").await, it.evidence().await), ((150, 833, true), (2, 2)));
        let kept = "select count(*) as n from education_report_decision";
        assert_eq!(it.world.app.db().one(kept, kernel::db::NONE, |row| row.get::<i64>("n")).await.unwrap(), 5);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_match_is_taken_apart_and_does_not_come_back_by_itself() {
    story(async |world| {
        let mut it = uncertain(world).await;
        let row = it.decision("Siti Aminah", "cocok").await;

        it.owner.delete(&row).await.expect(303);
        it.owner.post(&it.at("laporan-rapat/pencocokan"), &[]).await.expect(303);

        assert_eq!(it.count("Siti").await, (0, 0, false));
        it.decision("Siti Aminah", "").await;
    })
    .await;
}

#[tokio::test]
async fn a_row_that_is_nobodys_is_set_aside_with_a_reason() {
    story(async |world| {
        let mut it = uncertain(world).await;
        let row = it.decision("Operator Zoom", "").await;

        it.owner.post(&row, &[("set_aside", "because")]).await.expect(422);
        it.owner.post(&row, &[("set_aside", "committee")]).await.expect(303);

        let aside = it.owner.get(&it.at("laporan-rapat?tampil=disisihkan")).await.expect(200);
        assert!(aside.has("Operator Zoom") && aside.has("Panitia atau narasumber"), "{}", aside.text());
        it.owner.delete(&row).await.expect(303);
        it.decision("Operator Zoom", "").await;
    })
    .await;
}

#[tokio::test]
async fn hostile_names_in_a_file_stay_text() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(BUDI).await;
        it.move_to(AFTERWARDS);
        let hostile = "<img src=x onerror=alert(1)>\u{202e}";

        let file = zoom(&[(hostile, "", "09:00:00", "12:00:00"), ("=1+1", "", "09:00:00", "12:00:00")]);
        it.uploads("<script>a.csv", &file).await.expect(303);

        let page = it.owner.get(&it.at("laporan-rapat")).await.expect(200);
        assert!(page.has("&#60;img src=x") && !page.has("<img") && !page.has("<script>a"), "{}", page.text());
        let row = it.decision("=1+1", "").await;
        let search = row.rsplit('/').take(2).collect::<Vec<_>>();
        let words = "laporan-rapat?baris={}:{}&cari=%22%3E%3Cimg".replacen("{}", search[1], 1).replacen("{}", search[0], 1);
        assert!(!it.owner.get(&it.at(&words)).await.expect(200).has("<img"));
        it.owner.post(&row, &[("set_aside", "unknown"), ("next", "//evil.example")]).await.expect(303);
        let next = it.owner.delete(&row).await.expect(303);
        assert_eq!(next.location(), it.at("laporan-rapat"), "nobody is sent elsewhere");
    })
    .await;
}

#[tokio::test]
async fn somebody_not_suggested_is_found_by_name_number_or_office() {
    story(async |world| {
        let mut it = uncertain(world).await;
        let row = it.decision("iPhone", "").await;
        let key = row.rsplit('/').take(2).collect::<Vec<_>>();
        let found = async |words: &str| {
            let path = format!("laporan-rapat?baris={}:{}&cari={words}", key[1], key[0]);
            it.owner.program().get(&it.at(&path)).await.expect(200).json()["search"]["found"].clone()
        };

        for words in ["SITTI", "199304042018032908", "bnnp%20sitti"] {
            assert_eq!(found(words).await[0]["name"].as_str(), Some("Sitti Contoh Rahmah, S.Psi."), "{words}");
        }
        assert_eq!(found("nobody").await.as_array().unwrap().len(), 0);
        let sitti = found("sitti").await[0]["registration_id"].as_str().unwrap().to_owned();
        it.owner.post(&row, &[("registration", &sitti)]).await.expect(303);
        assert_eq!(it.count("Sitti").await, (180, 1000, true));
    })
    .await;
}

#[tokio::test]
async fn somebody_registered_afterwards_is_matched_again() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(SITI).await;
        let mut budi = it.registered(BUDI).await;
        budi.delete(&it.at("pendaftaran")).await.expect(303);
        it.move_to(START + 60_000);
        it.uploads("awal.csv", &zoom(&[("Budi Santoso", "", "09:00:00", "12:00:00")])).await.expect(303);
        it.decision("Budi Santoso", "").await;

        budi.post(&it.at("pendaftaran"), &[]).await.expect(200);
        it.owner.post(&it.at("laporan-rapat/pencocokan"), &[]).await.expect(303);

        assert_eq!(it.count("Budi").await, (180, 1000, true));
    })
    .await;
}

#[tokio::test]
async fn rows_belong_to_people_with_a_place_in_this_activity() {
    story(async |world| {
        let mut it = uncertain(world).await;
        let row = it.decision("iPhone", "").await;
        let mut kppn = it.world.signed_in(COORDINATOR_KPPN).await;
        let other = published(&mut kppn, &[("date", "2026-11-19")]).await;
        let mut staff = it.world.signed_in(STAFF_BPS).await;
        staff.post(&format!("/kegiatan/{other}/pendaftaran"), &[]).await.expect(200);
        let foreign =
            kppn.program().get(&format!("/kegiatan/{other}/daftar-hadir")).await.json()["rows"][0]["registration_id"].clone();

        it.owner.post(&row, &[("registration", foreign.as_str().unwrap())]).await.expect(422);
        it.owner.post(&row, &[]).await.expect(422);
        let elsewhere = row.replace(&it.id, &other);
        it.owner.post(&elsewhere, &[("registration", foreign.as_str().unwrap())]).await.expect(409);
        it.on_another_day(AFTERWARDS + 10 * kernel::clock::DAY).await;
        it.owner.post(&elsewhere, &[("registration", foreign.as_str().unwrap())]).await.expect(404);
        let mut insider = it.world.signed_in(STAFF_BNN).await;
        insider.post(&row, &[("set_aside", "unknown")]).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn the_page_asks_the_database_as_often_for_many_rows_as_for_one() {
    story(async |world| {
        let mut it = webinar(world, &[]).await;
        it.registered(BUDI).await;
        it.move_to(AFTERWARDS);
        let path = it.at("laporan-rapat");
        it.uploads("satu.csv", &zoom(&[("Budi Santosa", "", "09:00:00", "12:00:00")])).await.expect(303);
        it.owner.get(&path).await;
        let (_, few) = counted(it.owner.get(&path)).await;

        let names: Vec<String> = (0..60).map(|n| format!("Budi Santosa {n}x")).collect();
        let rows: Vec<_> = names.iter().map(|it| (it.as_str(), "", "09:00:00", "12:00:00")).collect();
        it.uploads("banyak.csv", &zoom(&rows)).await.expect(303);
        it.owner.get(&path).await;
        let (page, many) = counted(it.owner.get(&path)).await;

        assert_eq!(many, few);
        let next = page.expect(200).text();
        let next = next.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
        let second = it.owner.get(&next).await.expect(200);
        assert!(second.has("Budi Santosa 30x") && !second.has("Budi Santosa 3x"), "{}", second.text());
    })
    .await;
}
