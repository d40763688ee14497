//! Imports of small files: what is kept, what is refused and why, what happens the second time and after an interruption.

use directory::{
    import::{self, ImportRequest, Kind, Mode, Progress, Source},
    lookup, testing,
};
use kernel::{App, Outcome, db::NONE};

use crate::both;

const REGIONS: &str = "kode,nama,jenis,induk,zona\n76.02,Kabupaten Mamuju,kabupaten,76,WITA\n76,Sulawesi Barat,provinsi,,WITA\n31,DKI Jakarta,provinsi,,WIB\n";
const AGENCIES: &str = "kode,induk,jenis,nama,singkatan,wilayah,satker\n\
    bps.7602,bps.sulbar,kantor,Badan Pusat Statistik Kabupaten Mamuju,BPS Kabupaten Mamuju,76.02,\n\
    bps.sulbar,bps,kanwil,Badan Pusat Statistik Provinsi Sulawesi Barat,BPS Provinsi Sulawesi Barat,76,\n\
    bps,,lembaga,Badan Pusat Statistik,BPS,31,\n";

fn request(kind: Kind, mode: Mode, text: &str) -> ImportRequest {
    let source = Source::Bytes(text.as_bytes().to_vec());
    ImportRequest { kind, mode, file_name: "berkas.csv".into(), source, by: None }
}

async fn keep(app: &App, kind: Kind, text: &str) -> Progress {
    import::run(app, request(kind, Mode::Keep, text), |_| ()).await.unwrap()
}

/// Created, changed, unchanged, refused.
fn counts(it: &Progress) -> [i64; 4] {
    assert!(it.done_at.is_some());
    [it.created, it.changed, it.unchanged, it.refused]
}

async fn faults(app: &App, import: &Progress) -> Vec<String> {
    let rows = import::faults(app.db(), &import.id, 100).await.unwrap();
    rows.iter().flat_map(|row| row.remarks.iter().map(move |it| format!("{} {}", row.line, it.key))).collect()
}

async fn tree_version(app: &App) -> i64 {
    app.db().one("select version from directory_tree", NONE, |row| row.get("version")).await.unwrap()
}

/// How many rows a table of the directory has.
async fn rows(app: &App, sql: &'static str) -> i64 {
    app.db().one(sql, NONE, |row| row.get("n")).await.unwrap()
}

const PEOPLE_COUNT: &str = "select count(*) as n from directory_person";

fn people(rows: impl Iterator<Item = usize>) -> String {
    let row = |n: usize| {
        let (birth_year, sex, serial) = (60 + n / 998, 1 + n % 2, 1 + n % 998);
        let nip = format!("19{birth_year:02}0101201001{sex}{serial:03}");
        format!("{nip},Orang {n} Contoh,S.E.,Analis,bps.7602,orang.{n}@contoh.go.id.example\n")
    };
    std::iter::once("nip,nama,gelar_belakang,jabatan,unit,surel\n".to_owned()).chain(rows.map(row)).collect()
}

async fn offices(app: &App) {
    keep(app, Kind::Regions, REGIONS).await;
    keep(app, Kind::Agencies, AGENCIES).await;
}

#[tokio::test]
async fn children_may_stand_above_their_parents_in_the_file() {
    both(async |app| {
        assert_eq!(counts(&keep(&app, Kind::Regions, REGIONS).await), [3, 0, 0, 0]);

        assert_eq!(counts(&keep(&app, Kind::Agencies, AGENCIES).await), [3, 0, 0, 0]);

        assert_eq!(lookup::lineage(app.db(), "bps.7602").await.unwrap(), ["bps.7602", "bps.sulbar", "bps", "*"]);
    })
    .await;
}

#[tokio::test]
async fn the_same_files_again_change_nothing() {
    both(async |app| {
        offices(&app).await;
        keep(&app, Kind::People, &people(0..3)).await;
        let version = tree_version(&app).await;

        assert_eq!(counts(&keep(&app, Kind::Regions, REGIONS).await), [0, 0, 3, 0]);
        assert_eq!(counts(&keep(&app, Kind::Agencies, AGENCIES).await), [0, 0, 3, 0]);
        assert_eq!(counts(&keep(&app, Kind::People, &people(0..3)).await), [0, 0, 3, 0]);
        assert_eq!(tree_version(&app).await, version, "nothing that is cached has to be looked up again");
    })
    .await;
}

#[tokio::test]
async fn a_rehearsal_tells_the_same_and_keeps_nothing() {
    both(async |app| {
        offices(&app).await;
        let text = format!("{}1987051420110119,Tanpa NIP,S.E.,Analis,bps.7602,\n", people(0..5));

        let rehearsal = import::run(&app, request(Kind::People, Mode::Rehearse, &text), |_| ()).await.unwrap();

        assert_eq!(counts(&rehearsal), [5, 0, 0, 1]);
        assert_eq!(rows(&app, PEOPLE_COUNT).await, 0);
        let kept = keep(&app, Kind::People, &text).await;
        assert_eq!(counts(&kept), counts(&rehearsal));
        assert_eq!(faults(&app, &kept).await, faults(&app, &rehearsal).await);
    })
    .await;
}

#[tokio::test]
async fn circles_and_strangers_in_the_tree_are_refused() {
    both(async |app| {
        offices(&app).await;
        let text = "kode,induk,jenis,nama,singkatan,wilayah,satker\n\
            a,b,kantor,Kantor A,,31,\n\
            b,a,kantor,Kantor B,,31,\n\
            bps,bps.7602,lembaga,Badan Pusat Statistik,BPS,31,\n\
            c,bps.sulbra,kantor,Kantor C,,31,\n\
            d,atlantis,kantor,Kantor D,,31,\n\
            e,bps,kantor,Kantor E,,99.99,\n\
            f,bps,kantor,Kantor F,,31,\n\
            f,bps,kantor,Kantor F lagi,,31,\n\
            f,bps,kantor,Kantor F,,31,\n";

        let done = keep(&app, Kind::Agencies, text).await;

        assert_eq!(counts(&done), [1, 0, 1, 7]);
        let expected = [
            "2 import-parent-refused",
            "3 import-parent-refused",
            "4 import-parent-circle",
            "5 import-parent-nearest",
            "6 import-parent-unknown",
            "7 import-region-unknown",
            "9 import-code-twice",
        ];
        assert_eq!(faults(&app, &done).await, expected);
        assert_eq!(lookup::lineage(app.db(), "bps").await.unwrap(), ["bps", "*"]);
    })
    .await;
}

#[tokio::test]
async fn a_branch_that_moves_takes_its_lineage_along_and_keeps_its_history() {
    both(async |app| {
        offices(&app).await;
        let header = "kode,induk,jenis,nama,singkatan,wilayah,satker\n";
        let text = format!(
            "{header}statistik,,kementerian,Kementerian Statistik,Kemenstat,31,\n\
             bps,statistik,lembaga,Badan Statistik Nasional,BPS,31,\n"
        );

        let done = keep(&app, Kind::Agencies, &text).await;

        assert_eq!(counts(&done), [1, 1, 0, 0]);
        let lineage = lookup::lineage(app.db(), "bps.7602").await.unwrap();
        assert_eq!(lineage, ["bps.7602", "bps.sulbar", "bps", "statistik", "*"]);
        let events: Vec<String> =
            app.db().all("select kind from directory_agency_event order by id", NONE, |row| row.get("kind")).await.unwrap();
        assert_eq!(events, ["renamed", "moved"]);
    })
    .await;
}

#[tokio::test]
async fn who_moves_keeps_the_account_gains_a_place_and_loses_duties_of_the_old_unit() {
    both(async |app| {
        testing::sulbar(&app).await;
        let nip = testing::COORDINATOR_KPPN;
        let id = testing::person_id(&app, nip).await;
        let text = format!("nip,nama,jabatan,unit\n{nip},Rina Contoh Wulandari,Analis,bps.sulbar\n");

        let done = keep(&app, Kind::People, &text).await;

        assert_eq!(counts(&done), [0, 1, 0, 0]);
        let person = &lookup::people(app.db(), std::slice::from_ref(&id)).await.unwrap()[&id];
        assert_eq!((person.agency_id.as_str(), person.position.as_str()), ("bps.sulbar", "Analis"));
        assert_eq!(person.full_name, "Rina Contoh Wulandari, S.E., M.M.", "a file without titles takes none away");
        assert!(person.mail.is_some(), "a file without addresses takes none away");
        let holders = lookup::duty_holders(&app, &["pengelola"], "kemenkeu.djpb.kppn-mamuju").await.unwrap();
        assert!(holders.is_empty());
        const PLACES: &str = "select count(*) as n from directory_placement where until is null";
        assert_eq!(rows(&app, PLACES).await, 11, "everybody is in one place");
    })
    .await;
}

#[tokio::test]
async fn an_administrator_imports_people_of_their_own_units_only() {
    both(async |app| {
        testing::sulbar(&app).await;
        let head = testing::person_id(&app, testing::HEAD_KPPN).await;
        testing::give_duty(&app, &head, "admin", "kemenkeu.djpb").await;
        let text = format!(
            "nip,nama,jabatan,unit\n\
             199901012024011921,Orang Baru,Analis,kemenkeu.djpb.kppn-mamuju\n\
             199901012024011922,Orang Baru Lain,Analis,bps.7602\n\
             {},Nur Aini Contoh,Analis,kemenkeu.djpb\n",
            testing::COORDINATOR_BPS
        );
        let by = |kind, text: &str| ImportRequest { by: Some(head.clone()), ..request(kind, Mode::Keep, text) };

        let done = import::run(&app, by(Kind::People, &text), |_| ()).await.unwrap();
        let tree = import::run(&app, by(Kind::Agencies, AGENCIES), |_| ()).await.unwrap();

        assert_eq!(counts(&done), [1, 0, 0, 2]);
        assert_eq!(faults(&app, &done).await, ["3 import-unit-not-yours", "4 import-person-elsewhere"]);
        assert_eq!(tree.refusal.unwrap().key, "import-not-yours");
    })
    .await;
}

#[tokio::test]
async fn an_interrupted_import_goes_on_and_counts_every_row_once() {
    both(async |app| {
        offices(&app).await;
        let text = people(0..2_500);

        let killed = tokio::spawn({
            let (app, text) = (app.clone(), text.clone());
            async move {
                let die_after_the_second_batch = |it: &Progress| assert!(it.rows_read < 2_000, "killed on purpose");
                import::run(&app, request(Kind::People, Mode::Keep, &text), die_after_the_second_batch).await
            }
        });
        assert!(killed.await.is_err());
        assert_eq!(rows(&app, PEOPLE_COUNT).await, 2_000);
        let done = keep(&app, Kind::People, &text).await;

        assert_eq!(counts(&done), [2_500, 0, 0, 0]);
        assert_eq!(rows(&app, PEOPLE_COUNT).await, 2_500);
        const IMPORTS: &str = "select count(*) as n from directory_import where kind = 'people'";
        assert_eq!(rows(&app, IMPORTS).await, 1, "it is the same import");
    })
    .await;
}

#[tokio::test]
async fn an_import_that_is_dropped_in_the_middle_of_a_batch_leaves_no_half_of_it() {
    both(async |app| {
        offices(&app).await;
        let text = people(0..1_500);
        // stopped at every point where it waits, a little later each time
        for steps in 0.. {
            let running = import::run(&app, request(Kind::People, Mode::Keep, &text), |_| ());
            if for_so_many_polls(running, steps * 7).await.is_some() {
                break;
            }
            let kept = rows(&app, PEOPLE_COUNT).await;
            assert!([0, 1_000, 1_500].contains(&kept), "{kept} people after {steps} steps");
        }

        let done = keep(&app, Kind::People, &text).await;
        assert_eq!(counts(&done)[3], 0);
        assert_eq!(rows(&app, PEOPLE_COUNT).await, 1_500);
    })
    .await;
}

/// The answer, unless the future is still waiting after being polled so many times; then it is dropped.
async fn for_so_many_polls<T>(future: impl Future<Output = Outcome<T>>, most: usize) -> Option<T> {
    let mut future = std::pin::pin!(future);
    let mut polls = 0;
    std::future::poll_fn(|context| {
        polls += 1;
        if polls > most {
            return std::task::Poll::Ready(None);
        }
        future.as_mut().poll(context).map(|it| Some(it.unwrap()))
    })
    .await
}
