//! Imports as administrators see them: upload, rehearsal, progress, refused rows as a file.

use directory::testing;
use kernel::{App, jobs, testing::Page};

use crate::world::{both, signed_in, visitor};

const IMPORTS: &str = "/pengelolaan/impor";
const PEOPLE: &str = "nip,nama,gelar_belakang,jabatan,unit,surel\n\
    198705142011011931,Orang Baru,S.E.,Analis,pemda.76.02,baru@contoh.go.id.example\n\
    19870514,\"=cmd|' /C calc'!A0\",S.E.,Analis,pemda.76.02,\n\
    7602010101900901,NIK Bukan NIP,S.E.,Analis,pemda.76.02,\n";

fn upload<'a>(kind: &'a str, rehearse: &'a str) -> [(&'a str, &'a str); 2] {
    [("jenis", kind), ("uji", rehearse)]
}

async fn people(app: &App) -> i64 {
    app.db().one("select count(*) as n from directory_person", kernel::db::NONE, |row| row.get("n")).await.unwrap()
}

fn counts(page: &Page) -> [i64; 4] {
    let json = page.json();
    ["created", "changed", "unchanged", "refused"].map(|it| json["import"][it].as_i64().unwrap())
}

#[tokio::test]
async fn a_file_is_rehearsed_looked_at_and_then_saved_with_one_button() {
    both(async |app| {
        let before = people(&app).await;
        let mut admin = signed_in(&app, testing::ADMIN).await;
        admin.get(IMPORTS).await.expect(200);

        let sent = admin.upload(IMPORTS, &upload("people", "1"), ("pegawai.csv", PEOPLE.as_bytes())).await.expect(303);
        let rehearsal = sent.location().to_owned();
        let waiting = admin.get(&rehearsal).await.expect(200);
        jobs::run_due(&app).await.unwrap();
        let rehearsed = admin.get(&rehearsal).await.expect(200);

        assert!(waiting.header("refresh") == "2" && waiting.has("Menunggu giliran"));
        assert!(rehearsed.header("refresh").is_empty() && rehearsed.has("Simpan sekarang"));
        assert_eq!(people(&app).await, before);

        let started = admin.post(&format!("{rehearsal}/pelaksanaan"), &[]).await.expect(303);
        jobs::run_due(&app).await.unwrap();
        let done = admin.program().get(started.location()).await.expect(200);
        assert_eq!(counts(&done), [1, 0, 0, 2]);
        assert_eq!(people(&app).await, before + 1);
        let list = admin.get(IMPORTS).await.expect(200);
        assert!(list.has("Uji coba") && list.has("Disimpan") && list.has("1 baru, 0 berubah, 0 tetap, 2 ditolak"));
    })
    .await;
}

#[tokio::test]
async fn refused_rows_come_back_as_a_file_with_the_reason_and_without_formulas_or_citizens_numbers() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let sent = admin.upload(IMPORTS, &upload("people", ""), ("pegawai.csv", PEOPLE.as_bytes())).await.expect(303);
        jobs::run_due(&app).await.unwrap();

        let page = admin.get(sent.location()).await.expect(200);
        let file = admin.get(&format!("{}/tertolak", sent.location())).await.expect(200);

        assert!(page.has("NIP harus 18 angka") || page.has("Hanya 8 angka"));
        assert!(!page.has("7602010101900901"));
        assert!(file.header("content-disposition").starts_with("attachment"));
        let text = file.text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert!(lines[0].ends_with("surel,baris,alasan") && lines[1].contains("'=cmd") && lines[2].contains("NIK"));
        assert!(!text.contains("7602010101900901"));
    })
    .await;
}

#[tokio::test]
async fn an_uploaded_file_is_kept_no_longer_than_its_import() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        admin.upload(IMPORTS, &upload("people", ""), ("pegawai.csv", PEOPLE.as_bytes())).await.expect(303);
        let folder = app.settings().data.join("imports");
        let files = || std::fs::read_dir(&folder).unwrap().count();
        assert_eq!(files(), 1);

        jobs::run_due(&app).await.unwrap();

        assert_eq!(files(), 0);
    })
    .await;
}

#[tokio::test]
async fn sending_the_same_file_twice_is_one_import() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;

        let first = admin.upload(IMPORTS, &upload("people", ""), ("a.csv", PEOPLE.as_bytes())).await.expect(303);
        let second = admin.upload(IMPORTS, &upload("people", ""), ("a.csv", PEOPLE.as_bytes())).await.expect(303);

        assert_eq!(first.location(), second.location());
        jobs::run_due(&app).await.unwrap();
        assert_eq!(counts(&admin.program().get(first.location()).await), [1, 0, 0, 2]);
    })
    .await;
}

#[tokio::test]
async fn files_that_cannot_be_read_say_what_to_do() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        admin.upload(IMPORTS, &upload("people", ""), ("kosong.csv", b"")).await.expect(422);
        admin.upload(IMPORTS, &upload("atlantis", ""), ("a.csv", b"a\n")).await.expect(422);
        for (content, said) in [(&b"PK\x03\x04xlsx"[..], "CSV UTF-8"), (b"nama,unit\nA,b\n", "nip"), (b"\n \n", "kosong")] {
            let sent = admin.upload(IMPORTS, &upload("people", ""), ("../../etc/passwd", content)).await.expect(303);
            jobs::run_due(&app).await.unwrap();

            let page = admin.get(sent.location()).await.expect(200);

            assert!(page.has(said) && page.has("Berhenti") && page.has("<h1>passwd</h1>"), "{said}");
        }
    })
    .await;
}

#[tokio::test]
async fn imports_are_for_administrators_and_each_sees_their_own() {
    both(async |app| {
        visitor(&app).get(IMPORTS).await.expect(303);
        signed_in(&app, testing::COORDINATOR_KPPN).await.get(IMPORTS).await.expect(403);
        let head = testing::person_id(&app, testing::HEAD_KPPN).await;
        testing::give_duty(&app, &head, "admin", "kemenkeu.djpb").await;
        let mut of_djpb = signed_in(&app, testing::HEAD_KPPN).await;
        let mut national = signed_in(&app, testing::ADMIN).await;

        let theirs = national.upload(IMPORTS, &upload("people", ""), ("nasional.csv", PEOPLE.as_bytes())).await.expect(303);
        of_djpb.upload(IMPORTS, &upload("agencies", ""), ("instansi.csv", b"kode\n")).await.expect(403);
        let own = of_djpb.upload(IMPORTS, &upload("people", ""), ("djpb.csv", PEOPLE.as_bytes())).await.expect(303);
        jobs::run_due(&app).await.unwrap();

        let list = of_djpb.get(IMPORTS).await.expect(200);
        assert!(list.has("djpb.csv") && !list.has("nasional.csv") && !list.has("value=\"agencies\""));
        of_djpb.get(theirs.location()).await.expect(404);
        of_djpb.get(&format!("{}/tertolak", theirs.location())).await.expect(404);
        of_djpb.post(&format!("{}/pelaksanaan", theirs.location()), &[]).await.expect(404);
        assert_eq!(counts(&of_djpb.program().get(own.location()).await), [0, 0, 0, 3], "Pemkab Mamuju is not theirs");
        national.get(own.location()).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn who_lost_the_right_before_the_import_ran_imports_nothing() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let sent = admin.upload(IMPORTS, &upload("people", ""), ("a.csv", PEOPLE.as_bytes())).await.expect(303);
        let before = people(&app).await;
        testing::end_duties(&app, &testing::person_id(&app, testing::ADMIN).await).await;

        jobs::run_due(&app).await.unwrap();

        assert_eq!(people(&app).await, before);
        let mut again = signed_in(&app, testing::ADMIN).await;
        assert!(again.get(sent.location()).await.expect(200).has("tidak berhak"));
    })
    .await;
}
