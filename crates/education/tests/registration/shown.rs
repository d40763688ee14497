//! What the page of an activity says while people register and agencies change.

use super::*;

#[tokio::test]
async fn a_stranger_sees_at_once_that_a_seat_was_taken_or_left() {
    story(async |world| {
        let id = small(&world, &[("public", "1"), ("seats", "3")]).await;
        let path = format!("/kegiatan/{id}");
        assert!(world.stranger().get(&path).await.expect(200).has("Tersisa 3 dari 3 tempat"));

        let mut staff = registered(&world, STAFF_KPPN, &id).await;
        assert!(world.stranger().get(&path).await.expect(200).has("Tersisa 2 dari 3 tempat"));

        staff.delete(&at(&id)).await.expect(303);
        assert!(world.stranger().get(&path).await.expect(200).has("Tersisa 3 dari 3 tempat"));
    })
    .await;
}

#[tokio::test]
async fn a_known_page_asks_who_it_is_for_and_for_their_registration() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let path = format!("/kegiatan/{id}");
        let mut staff = world.signed_in(STAFF_BPS).await;
        staff.get(&path).await.expect(200);

        let (page, asked) = kernel::db::counted(staff.get(&path)).await;

        assert!(page.expect(200).has("Tersisa 1 dari 1 tempat"));
        assert_eq!(asked, 2, "the versions are looked at once for all who ask at the same time");
    })
    .await;
}

#[tokio::test]
async fn an_agencys_new_name_is_on_the_page_at_once() {
    story(async |world| {
        let id = small(&world, &[]).await;
        let path = format!("/kegiatan/{id}");
        let mut staff = world.signed_in(STAFF_BPS).await;
        assert!(!staff.get(&path).await.expect(200).has("KPPN Manakarra"));

        directory::testing::rename(&world.app, KPPN, "KPPN Manakarra").await;

        assert!(staff.get(&path).await.expect(200).has("KPPN Manakarra"));
    })
    .await;
}
