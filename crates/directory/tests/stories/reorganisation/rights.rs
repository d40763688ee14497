//! Who may change the tree.

use directory::testing;

use super::{BPS, KANWIL, KPPN, ask, home, page};
use crate::world::{both, signed_in, visitor};

const SPLIT: &[(&str, &str)] =
    &[("kode-1", "kppn-baru"), ("nama-1", "KPPN Baru"), ("jenis-1", "kantor"), ("wilayah-1", "76.02"), ("yakin", "1")];

#[tokio::test]
async fn administrators_may_people_of_the_house_are_told_who_and_strangers_nothing() {
    both(async |app| {
        visitor(&app).get(&page(KPPN)).await.expect(303);
        for (nip, status) in [
            (testing::STAFF_KPPN, 403),
            (testing::COORDINATOR_KPPN, 403),
            (testing::HEAD_KPPN, 403),
            (testing::COORDINATOR_BPS, 404),
            (testing::OUTSIDER, 404),
            (testing::ADMIN, 200),
        ] {
            let mut somebody = signed_in(&app, nip).await;
            somebody.get(&page(KPPN)).await.expect(status);
            somebody.get(&page("atlantis")).await.expect(404);
            let link = somebody.get(&format!("/instansi/{KPPN}")).await.expect(200).has("/pengelolaan/instansi/");
            assert_eq!(link, status == 200);
            if status == 200 {
                continue;
            }
            let fields =
                [("urusan", "wilayah"), ("wilayah", "76.05"), ("alasan", "x"), ("versi", "1"), ("unit", BPS), ("yakin", "1")];
            somebody.put(&page(KPPN), &fields).await.expect(status);
            for action in ["penggabungan", "pemecahan", "pengakhiran"] {
                somebody.post(&format!("{}/{action}", page(KPPN)), &fields).await.expect(status);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_administrator_of_one_office_changes_it_but_neither_its_neighbours_nor_what_is_above() {
    both(async |app| {
        let head = testing::person_id(&app, testing::HEAD_KPPN).await;
        testing::give_duty(&app, &head, "admin", KPPN).await;
        let mut local = signed_in(&app, testing::HEAD_KPPN).await;

        assert!(!local.get(&page(KPPN)).await.expect(200).has("urusan=pemecahan"));
        ask(&mut local, ("POST", "/penggabungan"), KPPN, &[("unit", BPS), ("yakin", "1")]).await.expect(403);
        ask(&mut local, ("POST", "/pemecahan"), KPPN, SPLIT).await.expect(403);
        ask(&mut local, ("PUT", ""), KPPN, &[("urusan", "induk"), ("unit", "*")]).await.expect(403);
        ask(&mut local, ("PUT", ""), KPPN, &[("urusan", "induk"), ("unit", "kemenkeu")]).await.expect(403);
        ask(&mut local, ("PUT", ""), KPPN, &[("urusan", "wilayah"), ("wilayah", "76.05")]).await.expect(303);
        local.get(&page(KANWIL)).await.expect(403);
        local.get(&page(BPS)).await.expect(404);
        assert_eq!(home(&app, testing::STAFF_KPPN).await, KPPN);
    })
    .await;
}
