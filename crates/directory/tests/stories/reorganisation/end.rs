//! An agency ends without a successor.

use directory::testing;

use super::{KPPN, ask, page};
use crate::world::{both, signed_in, visitor};

const END: (&str, &str) = ("POST", "/pengakhiran");

#[tokio::test]
async fn whoever_is_left_is_counted_and_nothing_ends() {
    both(async |app| {
        testing::offices(&app, KPPN, 2).await;
        let mut admin = signed_in(&app, testing::ADMIN).await;

        let refused = ask(&mut admin, END, KPPN, &[("yakin", "1")]).await.expect(422);

        assert!(refused.has("Masih ada 4 pegawai dan 2 unit"), "{}", refused.text());
        assert!(!visitor(&app).get(&format!("/instansi/{KPPN}")).await.has("berakhir pada"));
    })
    .await;
}

#[tokio::test]
async fn an_empty_agency_ends_with_its_duties_and_keeps_its_page() {
    both(async |app| {
        testing::offices(&app, KPPN, 1).await;
        let empty = format!("{KPPN}.contoh-0000");
        let staff = testing::person_id(&app, testing::STAFF_KPPN).await;
        testing::give_duty(&app, &staff, "pengelola", &empty).await;
        let mut admin = signed_in(&app, testing::ADMIN).await;
        let mut holder = signed_in(&app, testing::STAFF_KPPN).await;
        holder.get(&format!("/pegawai?instansi={empty}")).await.expect(200);

        assert!(ask(&mut admin, END, &empty, &[]).await.expect(200).has("1 peran di"));
        ask(&mut admin, END, &empty, &[("yakin", "1")]).await.expect(303);

        let old = visitor(&app).get(&format!("/instansi/{empty}")).await.expect(200);
        assert!(old.has("berakhir pada") && old.has("PMK 12 Tahun 2026"));
        holder.get(&format!("/pegawai?instansi={empty}")).await.expect(403);
        admin.get(&page(&empty)).await.expect(409);
    })
    .await;
}
