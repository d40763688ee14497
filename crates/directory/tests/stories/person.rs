//! People as colleagues, coordinators and strangers see them, and what happens when they move or leave.

use directory::{lookup, testing};
use kernel::App;

use crate::world::{both, counted, signed_in, visitor};

const OF_KPPN: &str = "/pegawai?instansi=kemenkeu.djpb.kppn-mamuju";

async fn page_of(app: &App, nip: &str) -> String {
    format!("/pegawai/{}", testing::person_id(app, nip).await)
}

#[tokio::test]
async fn a_coordinator_lists_and_finds_the_people_of_the_unit_with_masked_numbers() {
    both(async |app| {
        let mut coordinator = signed_in(&app, testing::COORDINATOR_KPPN).await;

        let all = coordinator.get(OF_KPPN).await.expect(200);
        let found = coordinator.get(&format!("{OF_KPPN}&cari=LESTARI")).await.expect(200);
        let by_number = coordinator.get(&format!("{OF_KPPN}&cari={}", testing::STAFF_KPPN)).await.expect(200);

        assert!(all.has("Bagus Contoh Setiawan") && all.has("19900101••••••••••") && !all.has(testing::STAFF_KPPN));
        assert!(found.has("Dewi Contoh Lestari") && !found.has("Bagus"));
        assert!(by_number.has("Bagus") && !by_number.has("Dewi"));
        assert!(coordinator.get(&format!("{OF_KPPN}&cari=%25")).await.expect(200).has("Bagus"), "a sign is no wildcard");
    })
    .await;
}

#[tokio::test]
async fn what_is_listed_can_be_opened_and_what_cannot_be_opened_is_not_listed() {
    both(async |app| {
        let everybody = [
            testing::COORDINATOR_KPPN,
            testing::COORDINATOR_BPS,
            testing::HEAD_KPPN,
            testing::ADMIN,
            testing::STAFF_KPPN,
            testing::STAFF_BPS,
            testing::STAFF_PEMDA,
            testing::OUTSIDER,
        ];
        let units = ["kemenkeu", "kemenkeu.djpb.kppn-mamuju", "bps", "bps.sulbar", "bps.7602", "pemda.76.02", "pemda.73.71"];
        for visitor in everybody {
            let mut visitor_program = signed_in(&app, visitor).await.program();
            for unit in units {
                let list = visitor_program.get(&format!("/pegawai?instansi={unit}")).await;
                if list.status.as_u16() != 200 {
                    continue;
                }
                for person in list.json()["people"].as_array().unwrap() {
                    let opened = visitor_program.get(&format!("/pegawai/{}", person["id"].as_str().unwrap())).await.expect(200);
                    assert!(opened.json()["contact"].is_object(), "{visitor} is responsible for {unit}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn strangers_are_told_nothing_and_staff_are_told_who_may() {
    both(async |app| {
        let staff_page = page_of(&app, testing::STAFF_KPPN).await;
        visitor(&app).get(OF_KPPN).await.expect(303);
        visitor(&app).get(&staff_page).await.expect(303);
        for (nip, list, page) in [
            (testing::STAFF_KPPN, 403, 200),
            (testing::STAFF_KPPN_OTHER, 403, 200),
            (testing::COORDINATOR_BPS, 404, 404),
            (testing::OUTSIDER, 404, 404),
            (testing::ADMIN, 200, 200),
        ] {
            let mut somebody = signed_in(&app, nip).await;
            somebody.get(OF_KPPN).await.expect(list);
            somebody.get(&staff_page).await.expect(page);
            somebody.get("/pegawai/01m806tp8mk1ke1dqfsdz44adr").await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn colleagues_see_no_number_and_no_address_the_responsible_and_the_person_do() {
    both(async |app| {
        let path = page_of(&app, testing::STAFF_KPPN).await;

        let colleague = signed_in(&app, testing::STAFF_KPPN_OTHER).await.get(&path).await.expect(200);
        let coordinator = signed_in(&app, testing::COORDINATOR_KPPN).await.get(&path).await.expect(200);
        let own = signed_in(&app, testing::STAFF_KPPN).await.get(&path).await.expect(200);

        assert!(colleague.has("19900101••••••••••") && !colleague.has("mailto:") && !colleague.has(testing::STAFF_KPPN));
        assert!(coordinator.has(testing::STAFF_KPPN) && coordinator.has("mailto:"));
        assert!(own.has(testing::STAFF_KPPN) && !own.has("/penempatan"));
    })
    .await;
}

#[tokio::test]
async fn a_move_takes_rights_along_in_that_moment_and_keeps_the_history() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let mut moved = signed_in(&app, testing::COORDINATOR_KPPN).await;
        moved.get(OF_KPPN).await.expect(200);
        let path = page_of(&app, testing::COORDINATOR_KPPN).await;
        let form = admin.get(&format!("{path}/penempatan")).await.expect(200);
        let version = form.text().split("name=\"versi\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();

        let fields = [("unit", "BPS Provinsi Sulawesi Barat"), ("jabatan", "Analis"), ("tanggal", ""), ("versi", &version)];
        admin.post(&format!("{path}/penempatan"), &fields).await.expect(303);

        moved.get(OF_KPPN).await.expect(404);
        let page = admin.get(&path).await.expect(200);
        assert!(page.has("KPPN Mamuju") && page.has("BPS Provinsi Sulawesi Barat") && page.has("Analis"));
        let holders = lookup::duty_holders(&app, &["pengelola"], "kemenkeu.djpb.kppn-mamuju").await.unwrap();
        assert!(holders.is_empty());
        admin.post(&format!("{path}/penempatan"), &fields).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_is_not_exactly_named_is_suggested_and_chosen() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let path = format!("{}/penempatan", page_of(&app, testing::STAFF_KPPN).await);

        let fields = [("unit", "mamuju bps"), ("jabatan", "Analis <i>"), ("tanggal", "31/12/2030"), ("versi", "1")];
        let asked = admin.post(&path, &fields).await.expect(422);
        assert!(asked.has("value=\"bps.7602\"") && asked.has("Analis &#60;i&#62;"));

        let chosen =
            [("unit", "mamuju bps"), ("pilihan", "bps.7602"), ("jabatan", "Analis"), ("tanggal", "31/12/2030"), ("versi", "1")];
        assert!(admin.post(&path, &chosen).await.expect(422).has("belum tiba"));
        let today = [("unit", "mamuju bps"), ("pilihan", "bps.7602"), ("jabatan", "Analis"), ("versi", "1")];
        admin.post(&path, &today).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn people_are_moved_by_an_administrator_of_both_units_only() {
    both(async |app| {
        let head = testing::person_id(&app, testing::HEAD_KPPN).await;
        testing::give_duty(&app, &head, "admin", "kemenkeu.djpb").await;
        let mut of_djpb = signed_in(&app, testing::HEAD_KPPN).await;
        let own = format!("{}/penempatan", page_of(&app, testing::STAFF_KPPN).await);
        let foreign = format!("{}/penempatan", page_of(&app, testing::STAFF_BPS).await);

        let send_away = [("unit", "bps.7602"), ("jabatan", "Analis"), ("versi", "1")];
        of_djpb.post(&own, &send_away).await.expect(403);
        let take = [("unit", "kemenkeu.djpb.kppn-mamuju"), ("jabatan", "Analis"), ("versi", "1")];
        of_djpb.post(&foreign, &take).await.expect(404);
        of_djpb.get(&foreign).await.expect(404);
        let within = [("unit", "kemenkeu.djpb.kanwil-sulbar"), ("jabatan", "Analis"), ("versi", "1")];
        of_djpb.post(&own, &within).await.expect(303);

        let mut coordinator = signed_in(&app, testing::COORDINATOR_KPPN).await;
        let other = format!("{}/penempatan", page_of(&app, testing::STAFF_KPPN_OTHER).await);
        coordinator.get(&other).await.expect(403);
        coordinator.post(&other, &within).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn who_leaves_is_out_at_once_and_remembered() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let mut leaver = signed_in(&app, testing::STAFF_KPPN).await;
        let path = page_of(&app, testing::STAFF_KPPN).await;
        leaver.get("/profil").await.expect(200);

        admin.submit("DELETE", &format!("{path}/penempatan"), &[("versi", "1")]).await.expect(303);

        leaver.get("/profil").await.expect(303);
        assert!(admin.get(&path).await.expect(200).has("Sudah keluar"));
        assert!(!admin.get(OF_KPPN).await.expect(200).has("Bagus"));
        let own = page_of(&app, testing::ADMIN).await;
        admin.submit("DELETE", &format!("{own}/penempatan"), &[("versi", "1")]).await.expect(409);
        testing::give_duty(&app, &testing::person_id(&app, testing::STAFF_KPPN_OTHER).await, "admin", "kemenkeu").await;
        let mut of_ministry = signed_in(&app, testing::STAFF_KPPN_OTHER).await;
        of_ministry.submit("DELETE", &format!("{own}/penempatan"), &[("versi", "1")]).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn a_list_takes_as_many_statements_for_many_people_as_for_few() {
    both(async |app| {
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let few = counted(&mut admin, OF_KPPN).await.1;
        testing::crowd(&app, "kemenkeu.djpb.kppn-mamuju", 120).await;

        let (page, many) = counted(&mut admin, OF_KPPN).await;

        assert_eq!(few, many);
        let mut program = admin.program();
        let (mut seen, mut next) = (0, OF_KPPN.to_owned());
        while !next.is_empty() {
            let page = program.get(&next).await.expect(200).json();
            seen += page["people"].as_array().unwrap().len();
            next = page["next"].as_str().unwrap().to_owned();
        }
        assert_eq!(seen, 124);
        page.expect(200);
    })
    .await;
}
