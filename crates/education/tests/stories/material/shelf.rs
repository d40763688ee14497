//! The shelf: uploading, linking, arranging, changing and removing, by any owner, with history.

use store::testing::{PDF, pptx};

use super::scene::*;
use crate::world::*;

#[tokio::test]
async fn an_owner_uploads_slides_and_saves_them_again_whole() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let slides = pptx("<p:sld>Inflasi</p:sld>");

        let fields = [("title", ""), ("openness", "participants")];
        it.uploads(&fields, ("../Paparan “inflasi”\u{202e}.pdf", &slides)).await.expect(303);

        let material = it.materials().await.remove(0);
        assert_eq!((&material["title"], &material["kind"]), (&"Paparan “inflasi”".into(), &"pptx".into()));
        let href = material["href"].as_str().unwrap().to_owned();
        let file = it.owner.get(&href).await.expect(200);
        assert_eq!(file.body, slides);
        assert_eq!(file.header("content-type"), "application/vnd.openxmlformats-officedocument.presentationml.presentation");
        assert!(
            file.header("content-disposition").starts_with("attachment; filename=\"Paparan _inflasi_.pptx\"; filename*=UTF-8''")
        );
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert_eq!(file.header("content-security-policy"), "default-src 'none'; sandbox; frame-ancestors 'none'");
        let page = it.owner.get(&it.at("materi")).await.expect(200);
        assert!(page.has("Terbuka setelah kegiatan selesai") && page.has("PPTX, "), "{}", page.text());
        assert!(it.owner.get(&it.at("riwayat")).await.expect(200).has("Materi ditambahkan"));
    })
    .await;
}

#[tokio::test]
async fn a_file_comes_in_parts_and_not_twice() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let href = it.uploaded("Paparan", "participants", "").await;
        let whole = it.owner.get(&href).await.expect(200);
        let cookie = format!("guyub={}", it.owner.cookie("guyub").unwrap());
        let ask = |name: &'static str, value: &str| {
            let request = axum::http::Request::get(&href).header("cookie", &cookie).header(name, value);
            request.body(axum::body::Body::empty()).unwrap()
        };

        let (part, beyond, same) =
            (ask("range", "bytes=2-5"), ask("range", "bytes=99999-"), ask("if-none-match", whole.header("etag")));
        let part = it.owner.send(part).await.expect(206);
        assert_eq!(part.body, whole.body[2..6]);
        assert_eq!(part.header("content-range"), format!("bytes 2-5/{}", whole.body.len()));
        it.owner.send(beyond).await.expect(416);
        assert!(it.owner.send(same).await.expect(304).body.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_nervous_thumb_adds_one_material_and_two_activities_share_one_file() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let fields = [("title", "Paparan"), ("openness", "public")];

        it.uploads(&fields, ("a.pdf", PDF)).await.expect(303);
        it.uploads(&fields, ("a.pdf", PDF)).await.expect(303);
        let other = published(&mut it.owner, &[("title", "Inflasi dan APBN, kedua"), ("date", "2026-11-25")]).await;
        it.owner.upload(&format!("/kegiatan/{other}/materi"), &fields, ("b.pdf", PDF)).await.expect(303);

        assert_eq!(it.materials().await.len(), 1);
        let files = "select count(*) as n from education_file";
        let n: i64 = it.world.app.db().one(files, kernel::db::NONE, |row| row.get("n")).await.unwrap();
        assert_eq!(n, 1);
    })
    .await;
}

#[tokio::test]
async fn links_show_where_they_lead_and_lead_nowhere_insecure() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let at = it.at("materi/tautan");
        it.owner.get(&at).await.expect(200);
        for wrong in ["http://video.example/a", "javascript:alert(1)", "https://bps.go.id@jahat.example/"] {
            let fields = [("link", wrong), ("title", "Rekaman"), ("openness", "public")];
            let page = it.owner.post(&at, &fields).await.expect(422);
            assert!(page.has("Tulis alamat lengkap yang diawali https://") && page.has("value=\"Rekaman\""), "{}", page.text());
        }

        it.owner
            .post(&at, &[("link", "https://video.example/r?v=1"), ("title", "Rekaman"), ("openness", "public")])
            .await
            .expect(303);

        let page = it.owner.get(&it.at("materi")).await.expect(200);
        assert!(page.has("di video.example") && page.has("rel=\"noopener noreferrer nofollow\"") && !page.has("<iframe"));
    })
    .await;
}

#[tokio::test]
async fn materials_are_arranged_changed_and_removed_with_history() {
    story(async |world| {
        let mut it = published_activity(world).await;
        for title in ["Pertama", "Kedua", "Ketiga"] {
            it.uploaded(title, "participants", "").await;
        }
        let ids: Vec<String> = it.materials().await.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect();
        let at = |id: &str, rest: &str| format!("/kegiatan/{}/materi/{id}{rest}", it.id);
        let (up, first, last) = (at(&ids[2], "/urutan"), at(&ids[0], ""), at(&ids[2], ""));

        it.owner.put(&up, &[("direction", "up")]).await.expect(303);
        it.owner.put(&first, &[("title", "Paparan utama"), ("openness", "public"), ("early", "1")]).await.expect(303);
        let page = it.owner.put(&first, &[("title", " "), ("openness", "semua")]).await.expect(422);
        assert!(page.has("Tulis judul materi.") && page.has("Pilih salah satu"), "{}", page.text());
        it.owner.delete(&last).await.expect(303);

        let titles: Vec<_> = it.materials().await.iter().map(|it| it["title"].clone()).collect();
        assert_eq!(titles, ["Paparan utama", "Kedua"]);
        it.owner.get(&last).await.expect(404);
        let history = it.owner.get(&it.at("riwayat")).await.expect(200);
        for said in ["Materi dihapus", "Materi diubah", "Paparan utama", "Semua orang yang dapat membuka halaman kegiatan"] {
            assert!(history.has(said), "{said}: {}", history.text());
        }
    })
    .await;
}

#[tokio::test]
async fn every_owner_arranges_and_nobody_else() {
    story(async |world| {
        let mut it = published_activity(world).await;
        it.uploaded("Paparan", "participants", "").await;
        let id = it.materials().await[0]["id"].as_str().unwrap().to_owned();
        it.owner.post(&it.at("penyelenggara"), &[("agency", BPS)]).await.expect(303);
        let mut host = it.world.signed_in(COORDINATOR_BPS).await;
        host.get(&it.at("materi")).await.expect(403);
        host.post(&it.at(&format!("penyelenggara/{BPS}/persetujuan")), &[]).await.expect(303);

        host.put(&it.at(&format!("materi/{id}")), &[("title", "Dari BPS"), ("openness", "public")]).await.expect(303);

        assert_eq!(it.materials().await[0]["title"], "Dari BPS");
        let mut staff = it.world.signed_in(STAFF_KPPN).await;
        staff.get(&it.at("materi")).await.expect(403);
        staff.upload(&it.at("materi"), &[("openness", "public")], ("a.pdf", PDF)).await.expect(403);
        staff.delete(&it.at(&format!("materi/{id}"))).await.expect(403);
        it.world.stranger().program().get(&it.at("materi")).await.expect(401);
        let other = published(&mut it.owner, &[("title", "Kegiatan yang lain"), ("date", "2026-11-25")]).await;
        it.owner.get(&format!("/kegiatan/{other}/materi/{id}/berkas")).await.expect(404);
        it.owner.delete(&format!("/kegiatan/{other}/materi/{id}")).await.expect(404);
    })
    .await;
}
