//! Files that nothing leads to are removed; those that something leads to are not, whatever was interrupted.

use kernel::clock::DAY;
use store::testing::PDF;

use super::scene::*;
use crate::world::*;

/// How many files are on disk.
fn on_disk(it: &Scene) -> usize {
    let folder = it.world.app.settings().data.join("files");
    let parts = std::fs::read_dir(folder).into_iter().flatten().flatten();
    parts.flat_map(|it| std::fs::read_dir(it.path()).into_iter().flatten()).count()
}

async fn removes(it: &mut Scene, number: usize) {
    let id = it.materials().await[number]["id"].as_str().unwrap().to_owned();
    let at = it.at(&format!("materi/{id}"));
    it.owner.delete(&at).await.expect(303);
}

/// Sessions do not last so long: the owner signs in anew.
async fn nights(it: &mut Scene, days: i64) {
    let now = it.world.app.now();
    for day in 1..=days {
        it.world.app.clock().move_to(now + day * DAY);
        it.work().await;
    }
    it.owner = it.world.signed_in(COORDINATOR_KPPN).await;
}

#[tokio::test]
async fn a_file_goes_a_month_after_the_last_material_that_led_to_it() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let before = on_disk(&it);
        let fields = [("title", "Paparan"), ("openness", "public")];
        let other = published(&mut it.owner, &[("title", "Inflasi dan APBN, kedua"), ("date", "2026-11-25")]).await;
        it.uploads(&fields, ("a.pdf", PDF)).await.expect(303);
        it.owner.upload(&format!("/kegiatan/{other}/materi"), &fields, ("a.pdf", PDF)).await.expect(303);
        assert_eq!(on_disk(&it), before + 1);

        removes(&mut it, 0).await;
        nights(&mut it, 33).await;
        assert_eq!(on_disk(&it), before + 1, "the other leads to it");

        let first = std::mem::replace(&mut it.id, other);
        removes(&mut it, 0).await;
        nights(&mut it, 29).await;
        assert_eq!(on_disk(&it), before + 1, "a month has not passed");
        nights(&mut it, 4).await;
        assert_eq!(on_disk(&it), before);
        drop(first);
    })
    .await;
}

#[tokio::test]
async fn what_was_removed_comes_back_when_it_is_uploaded_again() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let fields = [("title", "Paparan"), ("openness", "public"), ("early", "1")];
        it.uploads(&fields, ("a.pdf", PDF)).await.expect(303);
        removes(&mut it, 0).await;
        nights(&mut it, 1).await;

        it.uploads(&fields, ("a.pdf", PDF)).await.expect(303);
        nights(&mut it, 33).await;

        let href = it.materials().await[0]["href"].as_str().unwrap().to_owned();
        assert_eq!(it.owner.get(&href).await.expect(200).body, PDF);
    })
    .await;
}

/// As a process leaves it that is killed between keeping the file and showing it.
#[tokio::test]
async fn an_upload_that_was_killed_leaves_a_file_that_goes_and_no_material() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let before = on_disk(&it);
        it.uploads(&[("title", "Paparan"), ("openness", "public")], ("a.pdf", PDF)).await.expect(303);
        let mut tx = it.world.app.db().begin().await.unwrap();
        tx.run("delete from education_material", kernel::db::NONE).await.unwrap();
        tx.commit().await.unwrap();
        it.uploaded("Lain", "public", "").await;
        removes(&mut it, 0).await;
        assert_eq!(on_disk(&it), before + 2);

        nights(&mut it, 2).await;

        assert_eq!(on_disk(&it), before + 1, "what nobody claims any more is gone, the other waits its month");
        it.uploads(&[("title", "Paparan"), ("openness", "public")], ("a.pdf", PDF)).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn content_that_is_being_removed_is_not_promised_to_anybody() {
    story(async |world| {
        let mut it = published_activity(world).await;
        it.uploads(&[("title", "Paparan"), ("openness", "public")], ("a.pdf", PDF)).await.expect(303);
        removes(&mut it, 0).await;
        let mut tx = it.world.app.db().begin().await.unwrap();
        tx.run("update education_material set hash = null", kernel::db::NONE).await.unwrap();
        tx.run("update education_file set removing_since = claimed_until", kernel::db::NONE).await.unwrap();
        tx.commit().await.unwrap();

        let answer = it.uploads(&[("title", "Paparan"), ("openness", "public")], ("a.pdf", PDF)).await.expect(429);
        assert_eq!(answer.header("retry-after"), "60");
        nights(&mut it, 1).await;
        it.uploads(&[("title", "Paparan"), ("openness", "public")], ("a.pdf", PDF)).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_download_under_way_is_finished_when_its_material_is_removed() {
    story(async |world| {
        use axum::{
            body::{Body, to_bytes},
            http::Request,
        };
        use tower::ServiceExt;
        let mut it = published_activity(world).await;
        let href = it.uploaded("Paparan", "public", "1").await;
        let whole = it.owner.get(&href).await.expect(200).body;
        let request = Request::get(&href).header("host", "guyub.test").body(Body::empty()).unwrap();
        let answer = it.world.router.clone().oneshot(request).await.unwrap();

        removes(&mut it, 0).await;
        nights(&mut it, 33).await;

        it.world.stranger().get(&href).await.expect(404);
        assert_eq!(to_bytes(answer.into_body(), 1 << 20).await.unwrap(), whole);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_the_store_lost_is_said_to_be_missing() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let href = it.uploaded("Paparan", "public", "1").await;
        std::fs::remove_dir_all(it.world.app.settings().data.join("files")).unwrap();

        let answer = it.world.stranger().get(&href).await.expect(409);

        assert!(answer.has("tidak ada lagi di penyimpanan"), "{}", answer.text());
    })
    .await;
}
