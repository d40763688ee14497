//! What strangers to good manners upload: too large, false, two in one, bombs. Nothing of it is kept.

use axum::{body::Body, http::Request};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use std::sync::{
    Arc, LazyLock,
    atomic::{AtomicU64, Ordering},
};
use store::testing::{HTML, PDF, SVG, packed, pptx, types};

use super::scene::*;
use crate::world::*;

/// 24 MB of nothing, in 24 KB.
static BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let types = types("presentationml.presentation.main+xml");
    packed(&[("[Content_Types].xml", &types), ("ppt/media/a.bin", &vec![0; 24 << 20])])
});

async fn files_kept(it: &Scene) -> i64 {
    it.world.app.db().one("select count(*) as n from education_file", kernel::db::NONE, |row| row.get("n")).await.unwrap()
}

#[tokio::test]
async fn what_is_not_what_it_says_is_refused_beside_its_field_and_nothing_is_kept() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let macros = packed(&[("[Content_Types].xml", &types("spreadsheetml.sheet.main+xml")), ("xl/vbaProject.bin", b"x")]);
        let both = [PDF, &pptx("<p:sld/>")[..]].concat();
        let false_pdf = [b"%PDF-1.7\n", HTML].concat();
        for (name, content, said) in [
            ("paparan.pdf", HTML, "halaman web"),
            ("gambar.png", SVG, "halaman web"),
            ("paparan.pdf", &false_pdf[..], "halaman web"),
            ("paparan.pdf", &both[..], "memuat berkas lain"),
            ("paparan.pptx", &BOMB[..], "mengembang"),
            ("tabel.xlsx", &macros[..], "makro"),
            ("paparan.pptx", b"PK\x03\x04", "rusak"),
            ("program.pdf", b"MZ\x90\x00", "apa pun namanya"),
            ("kosong.pdf", b"", "kosong"),
            ("", b"", "Pilih satu berkas."),
        ] {
            let page = it.uploads(&[("title", "Judul <saya>"), ("openness", "public")], (name, content)).await.expect(422);
            assert!(page.has(said) && page.has("id=\"file-g\""), "{name}, {said}: {}", page.text());
            assert!(page.has("Judul &#60;saya&#62;") && !page.has("<saya>"), "what was typed is kept");
            assert!(!page.has("Tulis judul materi."));
        }
        assert_eq!((files_kept(&it).await, it.materials().await.len()), (0, 0));
    })
    .await;
}

/// Two gigabytes in pieces of 64 KB, made as they are asked for.
pub(crate) fn endless(sent: Arc<AtomicU64>) -> Body {
    const EDGE: &str = "--tepi\r\nContent-Disposition: form-data; name=\"file\"; filename=\"besar.pdf\"\r\n\r\n%PDF-1.7\n";
    let piece = Bytes::from(vec![b'a'; 64 << 10]);
    let pieces = stream::iter(0..32_768).map(move |_| {
        sent.fetch_add(64 << 10, Ordering::Relaxed);
        Ok::<_, std::io::Error>(piece.clone())
    });
    Body::from_stream(stream::iter([Ok(Bytes::from_static(EDGE.as_bytes()))]).chain(pieces))
}

#[tokio::test]
async fn two_gigabytes_are_refused_after_a_little_and_never_held() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let sent = Arc::new(AtomicU64::new(0));
        let request = Request::post(it.at("materi"))
            .header("host", "guyub.test")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("guyub={}", it.owner.cookie("guyub").unwrap()))
            .header("content-type", "multipart/form-data; boundary=tepi");

        let page = it.owner.send(request.body(endless(Arc::clone(&sent))).unwrap()).await.expect(422);

        assert!(page.has("Berkas lebih dari 1 MB."), "{}", page.text());
        assert!(sent.load(Ordering::Relaxed) < 4 << 20, "it was listened to for a little more than what is allowed");
        let arriving = std::fs::read_dir(it.world.app.settings().data.join("arriving")).map_or(0, Iterator::count);
        assert_eq!((files_kept(&it).await, arriving), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn an_upload_that_breaks_off_leaves_nothing() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let half = "--tepi\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\nsetengah";
        let request = Request::post(it.at("materi"))
            .header("host", "guyub.test")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("guyub={}", it.owner.cookie("guyub").unwrap()))
            .header("content-type", "multipart/form-data; boundary=tepi");

        let page = it.owner.send(request.body(Body::from(half)).unwrap()).await.expect(422);

        assert!(page.has("Pengiriman terputus."), "{}", page.text());
        assert_eq!(files_kept(&it).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_upload_from_a_foreign_page_is_refused() {
    story(async |world| {
        let mut it = published_activity(world).await;
        let request = Request::post(it.at("materi"))
            .header("host", "guyub.test")
            .header("sec-fetch-site", "cross-site")
            .header("cookie", format!("guyub={}", it.owner.cookie("guyub").unwrap()))
            .header("content-type", "multipart/form-data; boundary=tepi");

        it.owner.send(request.body(Body::from("--tepi--\r\n")).unwrap()).await.expect(403);
    })
    .await;
}
