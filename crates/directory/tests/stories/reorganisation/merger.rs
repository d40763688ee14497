//! An agency becomes part of another.

use directory::{lookup, testing};
use kernel::db::{NONE, counted};

use super::{BPS, KANWIL, KPPN, ask, coordinators, home, page, version};
use crate::world::{both, signed_in, visitor};

const MERGER: (&str, &str) = ("POST", "/penggabungan");

#[tokio::test]
async fn what_would_happen_is_said_in_numbers_before_anything_does() {
    both(async |app| {
        testing::offices(&app, KPPN, 3).await;
        let mut admin = signed_in(&app, testing::ADMIN).await;
        admin.get(&format!("{}?urusan=penggabungan", page(KPPN))).await.expect(200);

        let shown = ask(&mut admin, MERGER, KPPN, &[("unit", KANWIL)]).await.expect(200);

        assert!(shown.has("4 pegawai pindah ke Kanwil DJPb") && shown.has("3 unit pindah"), "{}", shown.text());
        assert!(shown.has("2 peran di KPPN Mamuju berakhir") && shown.has("name=\"yakin\" value=\"1\""));
        assert_eq!(home(&app, testing::STAFF_KPPN).await, KPPN);
    })
    .await;
}

#[tokio::test]
async fn people_units_and_their_coordinator_go_to_the_successor_in_that_moment() {
    both(async |app| {
        testing::offices(&app, KPPN, 1).await;
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let (mut coordinator, mut head) =
            (signed_in(&app, testing::COORDINATOR_KPPN).await, signed_in(&app, testing::HEAD_KPPN).await);
        let of_kanwil = format!("/pegawai?instansi={KANWIL}");
        coordinator.get(&of_kanwil).await.expect(404);
        head.get(&format!("/pegawai?instansi={KPPN}")).await.expect(200);

        ask(&mut admin, MERGER, KPPN, &[("unit", KANWIL), ("yakin", "1")]).await.expect(303);

        assert_eq!(home(&app, testing::STAFF_KPPN).await, KANWIL);
        assert!(coordinator.get(&of_kanwil).await.expect(200).has("Bagus Contoh Setiawan"));
        head.get(&of_kanwil).await.expect(403);
        assert_eq!(coordinators(&app, KANWIL).await, [testing::COORDINATOR_KPPN]);
        let below = format!("{KPPN}.contoh-0000");
        let line = lookup::lineage(app.db(), &below).await.unwrap();
        assert_eq!(line, [below.as_str(), KANWIL, "kemenkeu.djpb", "kemenkeu", "*"]);
        let old = visitor(&app).get(&format!("/instansi/{KPPN}")).await.expect(200);
        assert!(old.has("dilanjutkan oleh") && old.has("Bergabung ke Kanwil DJPb") && old.has("PMK 12 Tahun 2026"));
        assert!(visitor(&app).get(&format!("/instansi/{KANWIL}")).await.has("Menerima penggabungan KPPN Mamuju"));
        assert!(!visitor(&app).get("/instansi?cari=kppn+mamuju").await.has("KPPN Mamuju</"));
    })
    .await;
}

#[tokio::test]
async fn a_successor_with_a_coordinator_keeps_its_own_who_answers_for_what_is_left_of_the_old() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;

        ask(&mut admin, MERGER, KPPN, &[("unit", BPS), ("yakin", "1")]).await.expect(303);

        assert_eq!(coordinators(&app, BPS).await, [testing::COORDINATOR_BPS]);
        assert_eq!(coordinators(&app, KPPN).await, [testing::COORDINATOR_BPS]);
        assert_eq!(home(&app, testing::COORDINATOR_KPPN).await, BPS);
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_who_works_elsewhere_is_not_lost_either() {
    both(async |app| {
        let holder = testing::person_id(&app, testing::STAFF_KEMENAG).await;
        testing::give_duty(&app, &holder, "pengelola", "kemenag").await;
        let mut admin = signed_in(&app, testing::ADMIN).await;

        ask(&mut admin, MERGER, "kemenag", &[("unit", "bnn"), ("yakin", "1")]).await.expect(303);

        assert_eq!(home(&app, testing::STAFF_KEMENAG).await, "kemenag.7602");
        assert_eq!(coordinators(&app, "bnn").await, [testing::STAFF_KEMENAG]);
        assert_eq!(coordinators(&app, "kemenag.7602").await, [testing::STAFF_KEMENAG]);
    })
    .await;
}

#[tokio::test]
async fn nobody_merges_into_nothing_itself_the_ended_or_what_stands_below() {
    both(async |app| {
        testing::offices(&app, KPPN, 1).await;
        let below = format!("{KPPN}.contoh-0000");
        let mut admin = signed_in(&app, testing::ADMIN).await;
        ask(&mut admin, MERGER, "bps.7602", &[("unit", BPS), ("yakin", "1")]).await.expect(303);

        for (unit, said) in [
            ("", "form-errors"),
            ("atlantis", "Tidak ada instansi seperti itu"),
            (KPPN, "Ini instansi yang sama"),
            (below.as_str(), "berada di bawah instansi ini"),
            ("bps.7602", "sudah berakhir"),
        ] {
            let refused = ask(&mut admin, MERGER, KPPN, &[("unit", unit), ("yakin", "1")]).await.expect(422);
            assert!(said == "form-errors" || refused.has(said), "{said}");
        }
        let again = [("unit", BPS), ("yakin", "1"), ("alasan", "PMK 12"), ("versi", "2")];
        admin.post(&format!("{}/penggabungan", page("bps.7602")), &again).await.expect(409);
        assert_eq!(home(&app, testing::STAFF_KPPN).await, KPPN);
    })
    .await;
}

#[tokio::test]
async fn many_people_cost_no_more_statements_than_few() {
    both(async |app| {
        testing::crowd(&app, "pemda.73.71", 9).await;
        testing::offices(&app, "pemda.73.71", 1).await;
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let version = version(&admin, "pemda.73.71").await;
        let path = |id| format!("{}/penggabungan", page(id));
        let fields = |unit| [("unit", unit), ("yakin", "1"), ("alasan", "Perda 1"), ("versi", version.as_str())];

        let (few, statements) = counted(admin.post(&path("pemda.73.71"), &fields("pemda.76.02"))).await;
        testing::offices(&app, "pemda.76.02", 30).await;
        let crowd = "pemda.76.02.contoh-0000".to_owned();
        testing::offices(&app, &crowd, 25).await;
        newcomers(&app, &crowd, 200).await;
        admin.get("/profil").await.expect(200);
        let (many, as_many) = counted(admin.post(&path(&crowd), &fields("bnn"))).await;

        few.expect(303);
        many.expect(303);
        assert_eq!(statements, as_many);
    })
    .await;
}

/// So many people of made-up numbers in a unit, beside those of `testing::crowd`.
async fn newcomers(app: &kernel::App, agency_id: &str, many: usize) {
    let rows = "insert into directory_person (id, identity_kind, name, search_name, agency_id, created_at)
        select 'p' || (value ->> 0), 'none', 'Contoh', 'contoh', $1, 0 from json_each($2)";
    let people: Vec<[String; 1]> = (0..many).map(|it| [format!("{it:025}")]).collect();
    let mut tx = app.db().begin().await.unwrap();
    tx.run(rows, [agency_id.into(), serde_json::json!(people).into()]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_merger_that_is_killed_in_the_middle_leaves_no_half_of_it() {
    both(async |app| {
        testing::crowd(&app, KPPN, 20).await;
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let version = version(&admin, KPPN).await;
        let fields = [("unit", KANWIL), ("yakin", "1"), ("alasan", "PMK 12"), ("versi", version.as_str())];
        let path = format!("{}/penggabungan", page(KPPN));
        for steps in 0.. {
            // stopped at every point where it waits, a little later each time
            if for_so_many_polls(admin.post(&path, &fields), steps * 2).await.is_some() {
                break;
            }
            settled(&app).await;
            let agency = lookup::agency(app.db(), KPPN).await.unwrap();
            let is_done = agency.ended_at.is_some();
            let goal = if is_done { KANWIL } else { KPPN };
            assert_eq!(home(&app, testing::STAFF_KPPN).await, goal, "after {steps} steps");
            assert_eq!(coordinators(&app, goal).await, [testing::COORDINATOR_KPPN]);
            if is_done {
                break;
            }
        }

        assert_eq!(home(&app, testing::STAFF_KPPN).await, KANWIL);
        assert!(lookup::agency(app.db(), KPPN).await.unwrap().ended_at.is_some());
    })
    .await;
}

/// Waits until nobody changes the tree any more.
async fn settled(app: &kernel::App) {
    let mut tx = app.db().begin().await.unwrap();
    tx.run("update directory_tree set version = version where id = 'tree'", NONE).await.unwrap();
    tx.commit().await.unwrap();
}

/// The answer, unless the future is still waiting after being polled so many times; then it is dropped.
async fn for_so_many_polls<T>(future: impl Future<Output = T>, most: usize) -> Option<T> {
    let mut future = std::pin::pin!(future);
    let mut polls = 0;
    std::future::poll_fn(|context| {
        polls += 1;
        if polls > most {
            return std::task::Poll::Ready(None);
        }
        future.as_mut().poll(context).map(Some)
    })
    .await
}
