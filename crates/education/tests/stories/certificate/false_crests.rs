//! Pictures that are none, and those that mean harm: refused beside their field, nothing kept.

use axum::http::Request;
use image::ImageFormat;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use store::testing::{HTML, PDF, SVG, png};

use super::{
    crests::{disc, written},
    shelf::*,
};
use crate::{material::hostile::endless, world::*};

#[tokio::test]
async fn what_is_no_whole_picture_is_refused_beside_its_field_and_nothing_is_kept() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        let (at, jpeg, drawn) =
            (it.at("sertifikat/lambang"), written(disc(90), ImageFormat::Jpeg), written(disc(90), ImageFormat::Png));
        let without_end = [&jpeg[..jpeg.len() - 2], b"\0\0"].concat();
        let hollow = hollow(&drawn);
        for (name, content, said) in [
            ("lambang.png", HTML, "bukan gambar PNG atau JPEG"),
            ("lambang.png", SVG, "bukan gambar PNG atau JPEG"),
            ("lambang.svg", SVG, "bukan gambar PNG atau JPEG"),
            ("lambang.png", PDF, "bukan gambar PNG atau JPEG"),
            ("lambang.gif", b"GIF89a\x01\0\x01\0", "bukan gambar PNG atau JPEG"),
            ("lambang.png", &png(60_000, 60_000, b"")[..], "4.000 titik"),
            ("lambang.png", &png(5_000, 5_000, b"")[..], "4.000 titik"),
            ("lambang.png", &png(1, 1, HTML)[..], "rusak"),
            ("lambang.png", &png(300, 300, b"")[..], "rusak"),
            ("lambang.png", &drawn[..drawn.len() / 2], "rusak"),
            ("lambang.png", &hollow[..], "rusak"),
            ("lambang.jpg", &jpeg[..jpeg.len() / 2], "rusak"),
            ("lambang.jpg", &without_end[..], "rusak"),
            ("lambang.png", b"", "rusak"),
            ("", b"", "Pilih satu berkas"),
        ] {
            let page = it.owner.upload(&at, &[("agency", KPPN)], (name, content)).await.expect(422);
            assert!(page.has(said) && page.has("id=\"file-g\""), "{name}, {} bytes, {said}: {}", content.len(), page.text());
        }
        assert_eq!(it.files().await, 0);
        it.owner.upload(&at, &[], ("lambang.jpg", &jpeg)).await.expect(303);
    })
    .await;
}

/// The same picture with the checksum of its points wrong.
fn hollow(png: &[u8]) -> Vec<u8> {
    let mut file = png.to_vec();
    let at = file.windows(4).position(|it| it == b"IDAT").unwrap() + 12;
    file[at] ^= 0xff;
    file
}

#[tokio::test]
async fn two_gigabytes_are_not_listened_to() {
    story(async |world| {
        let mut it = counted_webinar(world).await;
        let sent = Arc::new(AtomicU64::new(0));
        let request = Request::post(it.at("sertifikat/lambang"))
            .header("host", "guyub.test")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("guyub={}", it.owner.cookie("guyub").unwrap()))
            .header("content-type", "multipart/form-data; boundary=tepi");

        let page = it.owner.send(request.body(endless(Arc::clone(&sent))).unwrap()).await.expect(422);

        assert!(page.has("Berkas lebih dari 4 MB."), "{}", page.text());
        assert!(sent.load(Ordering::Relaxed) < 16 << 20, "it was listened to for a little more than what is allowed");
    })
    .await;
}
