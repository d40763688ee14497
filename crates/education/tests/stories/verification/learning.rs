//! "Pembelajaran saya".

use kernel::db::counted;

use super::scene::*;
use crate::world::*;

const DAY: i64 = kernel::clock::DAY;

/// Six certificates, four of which count: 4 + 2 + 2 (of 4) + 3 JP.
async fn a_year(world: &World) -> Vec<Certificate> {
    let mut all = Vec::new();
    for n in 1..=6 {
        let of = certificate(&world.activity().await, n);
        all.push(match n {
            2 => Certificate { form: "komunitas-belajar", jp: 2, title: "=1+1", starts_at: START - 3 * DAY, ..of },
            3 => Certificate { form: "komunitas-belajar", jp: 2, title: "Bincang sore", starts_at: START - 3 * DAY + 1, ..of },
            4 => Certificate { form: "seminar", jp: 3, title: "Seminar statistik", starts_at: START - 40 * DAY, ..of },
            5 => Certificate { withdrawn_because: Some("Salah orang"), title: "Yang dicabut", jp: 8, ..of },
            6 => Certificate { nip: STAFF_BPS, title: "Milik orang lain", ..of },
            _ => of,
        });
    }
    world.keep(&all).await;
    all
}

#[tokio::test]
async fn a_year_adds_up_by_the_rules_and_says_why_something_counts_less() {
    story(async |world| {
        a_year(&world).await;
        let mut staff = world.signed_in(STAFF_KPPN).await;

        let page = staff.get("/pembelajaran").await.expect(200);

        for said in [
            "9 dari 20 JP",
            "Kurang 11 JP",
            "KPPN Mamuju, BPS Sulbar",
            "1/SERT/KPPN.2401/XI/2026",
            "Paling banyak 2 JP sehari untuk bentuk ini.",
            "Tertulis 8 JP. Dicabut, tidak dihitung. Alasan: Salah orang",
            "/sertifikat/sertifikat00004",
        ] {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        assert!(!page.has("Milik orang lain"), "others' learning is theirs");
        let json = staff.program().get("/api/v1/pembelajaran?tahun=2026").await.expect(200).json();
        assert_eq!((json["hours"].as_i64(), json["missing"].as_i64()), (Some(9), Some(11)));
        let forms = serde_json::json!([{"form": "seminar", "hours": 3}, {"form": "sosialisasi", "hours": 4}, {"form": "komunitas-belajar", "hours": 2}]);
        assert_eq!(json["forms"], forms);
        let home = staff.get("/").await;
        assert!(home.status == 404 || home.has("9 dari 20 JP"), "{}", home.text());
        let english = staff.get("/pembelajaran?bahasa=en").await.expect(200);
        assert!(english.has("9 of 20 JP") && english.has("Learning community") | english.has("2 JP a day"), "{}", english.text());
        for odd in ["tahun=abc", "tahun=99999", "tahun=-1"] {
            staff.get(&format!("/pembelajaran?{odd}")).await.expect(200);
        }
    })
    .await;
}

#[tokio::test]
async fn pppk_owe_twenty_four_and_strangers_sign_in_first() {
    story(async |world| {
        let page = world.signed_in(STAFF_KEMENAG).await.get("/pembelajaran").await.expect(200);

        assert!(page.has("0 dari 24 JP") && page.has("Belum ada sertifikat tahun 2026"), "{}", page.text());
        let mut stranger = world.stranger();
        for path in ["", "/transkrip.pdf", "/transkrip.csv", "/transkrip.xlsx"] {
            let answer = stranger.get(&format!("/pembelajaran{path}")).await.expect(303);
            assert!(answer.location().starts_with("/masuk"));
        }
    })
    .await;
}

#[tokio::test]
async fn new_years_eve_belongs_to_the_year_of_ones_own_clock() {
    story(async |world| {
        let eve = Certificate { starts_at: NEW_YEARS_EVE, ..certificate(&world.activity().await, 1) };
        world.keep(&[eve]).await;
        let staff = world.signed_in(STAFF_KPPN).await;

        let old = staff.program().get("/pembelajaran?tahun=2026").await.expect(200).json();
        let new = staff.program().get("/pembelajaran?tahun=2027").await.expect(200).json();

        // 23.30 WIB is half past midnight in Mamuju.
        assert_eq!((old["hours"].as_i64(), new["hours"].as_i64()), (Some(0), Some(4)));
    })
    .await;
}

#[tokio::test]
async fn files_have_the_columns_of_the_personnel_system_and_no_formula() {
    story(async |world| {
        a_year(&world).await;
        let mut staff = world.signed_in(STAFF_KPPN).await;

        let csv = staff.get("/pembelajaran/transkrip.csv?tahun=2026").await.expect(200);
        let text = csv.text();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').trim_end().split("\r\n").collect();
        assert_eq!(lines[0], "Jenis,Nama,Penyelenggara,Nomor sertifikat,Tanggal mulai,Tanggal selesai,Tahun,JP");
        assert_eq!(
            lines[1],
            "Seminar,Seminar statistik,\"KPPN Mamuju, BPS Sulbar\",4/SERT/KPPN.2401/XI/2026,09/10/2026,09/10/2026,2026,3"
        );
        assert!(lines[2].starts_with("Komunitas belajar,'=1+1,") && lines[2].ends_with(",2026,2"), "{}", lines[2]);
        assert!(lines[3].ends_with(",2026,0"), "{}", lines[3]);
        assert_eq!(lines.len(), 5, "the withdrawn one is left out: {text}");

        let xlsx = staff.get("/pembelajaran/transkrip.xlsx?tahun=2026").await.expect(200);
        assert!(xlsx.body.starts_with(b"PK") && xlsx.header("content-disposition").contains("pembelajaran-2026.xlsx"));
        let pdf = staff.get("/pembelajaran/transkrip.pdf?tahun=2026").await.expect(200);
        assert!(pdf.body.starts_with(b"%PDF-") && pdf.header("content-type") == "application/pdf");
        let judged = world.stranger().upload("/verifikasi", &[], ("transkrip.pdf", &pdf.body)).await.expect(200);
        assert!(judged.has("tidak memuat alamat verifikasi"), "a transcript is no certificate: {}", judged.text());
    })
    .await;
}

#[tokio::test]
async fn a_full_year_asks_the_database_as_often_as_an_empty_one() {
    story(async |world| {
        let mut staff = world.signed_in(STAFF_KPPN).await;
        staff.get("/pembelajaran").await.expect(200);
        let (_, none) = counted(staff.get("/pembelajaran?tahun=2026")).await;
        a_year(&world).await;

        let (page, some) = counted(staff.get("/pembelajaran?tahun=2026")).await;

        assert!(page.has("9 dari 20 JP"));
        assert_eq!(some, none);
    })
    .await;
}
