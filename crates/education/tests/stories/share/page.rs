//! The page as neighbours and messaging apps see it.

use kernel::clock::HOUR;

use super::scene::*;
use crate::world::*;

#[tokio::test]
async fn a_neighbour_reads_it_without_account_and_passes_it_on() {
    story(async |world| {
        let (it, address) = shared(world).await;

        let page = it.world.stranger().get(&format!("{address}?lewat=wa")).await.expect(200);

        for said in [SUMMARY, "Tiga hal penting", "Simpan uang darurat", "KPPN Mamuju", "Ikut kegiatan ini"] {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        assert!(page.has(&format!("<meta property=\"og:url\" content=\"http://guyub.test{address}\">")));
        assert!(page.has(&format!("<meta property=\"og:image\" content=\"http://guyub.test{address}/gambar.png?v=")));
        assert!(page.has("<meta property=\"og:image:width\" content=\"1200\">") && page.has("og:description"));
        assert!(page.has("https://wa.me/?text=Inflasi%20dan%20APBN") && page.has("https://t.me/share/url?url="));
        assert!(page.has("lewat%3Dwa") && page.has("lewat=salin") && !page.has("?lewat=wa&"), "no way is handed on");
        assert!(page.header("set-cookie").is_empty(), "no cookie");
    })
    .await;
}

#[tokio::test]
async fn the_picture_is_1200_by_630_and_made_once() {
    story(async |world| {
        let (it, address) = shared(world).await;
        let mut app = it.world.stranger();

        let picture = app.get(&format!("{address}/gambar.png")).await.expect(200);
        let again = app.get(&format!("{address}/gambar.png")).await.expect(200);

        assert_eq!(picture.header("content-type"), "image/png");
        assert_eq!(&picture.body[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(picture.body[16..24], [[0, 0, 4, 176], [0, 0, 2, 118]].concat());
        assert!(picture.body.len() < 300_000, "{} bytes", picture.body.len());
        assert_eq!(picture.body, again.body);
    })
    .await;
}

#[tokio::test]
async fn only_public_materials_stand_on_it_and_only_when_open() {
    story(async |world| {
        let (mut it, address) = shared(world).await;
        let at = format!("/kegiatan/{}/materi/tautan", it.id);
        for (title, openness) in [("Rekaman umum", "public"), ("Rekaman peserta", "participants")] {
            let link = format!("https://video.example/{openness}");
            it.owner.post(&at, &[("link", &link), ("title", title), ("openness", openness)]).await.expect(303);
        }
        assert!(!it.world.stranger().get(&address).await.expect(200).has("Rekaman umum"));

        it.world.app.clock().move_to(it.world.app.now() + 80 * HOUR);

        let page = it.world.stranger().get(&address).await.expect(200);
        assert!(page.has("Rekaman umum") && page.has("di video.example") && !page.has("Rekaman peserta"), "{}", page.text());
        let host = it.world.signed_in(COORDINATOR_KPPN).await.get(&address).await.expect(200);
        assert!(!host.has("Rekaman peserta"), "hosts see what neighbours see");
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_activity_says_so() {
    story(async |world| {
        let (mut it, address) = shared(world).await;

        it.owner.post(&format!("/kegiatan/{}/pembatalan", it.id), &[("reason", "Narasumber berhalangan")]).await.expect(303);

        let page = it.world.stranger().get(&address).await.expect(200);
        assert!(page.has("Dibatalkan") && !page.has("Ikut kegiatan ini"), "{}", page.text());
    })
    .await;
}
