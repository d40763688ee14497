//! Pictures of strangers, drawn anew: small, whole, with nothing of the file but its look.

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use crate::{
    Fault, Picture, Template,
    redrawing::redrawn,
    tests::{full, least, pages, plain, press, wait},
};

/// A disc on nothing, which has the colour black.
fn disc(width: u32, height: u32) -> RgbaImage {
    let (x0, y0, radius) = (f64::from(width) / 2., f64::from(height) / 2., f64::from(width.min(height)) / 2. - 2.);
    RgbaImage::from_fn(width, height, |x, y| {
        let away = (f64::from(x) - x0).hypot(f64::from(y) - y0);
        if away < radius { Rgba([240, 200, 40, 255]) } else { Rgba([0, 0, 0, 0]) }
    })
}

fn file(picture: DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, format).expect("memory takes it");
    file.into_inner()
}

fn png(picture: RgbaImage) -> Vec<u8> {
    file(picture.into(), ImageFormat::Png)
}

#[test]
fn what_is_large_becomes_small_and_its_edge_does_not_darken() {
    let small = redrawn(&png(disc(800, 600))).expect("a picture");

    let seen = image::load_from_memory(&small).expect("whole").into_rgba8();
    assert_eq!(seen.dimensions(), (427, 320));
    let edge: Vec<_> = seen.pixels().filter(|it| (40..255).contains(&it.0[3])).collect();
    assert!(!edge.is_empty() && edge.iter().all(|it| it.0[0] > 225 && it.0[1] > 185), "the edge has the colour of the disc");
    assert!(small.len() < 60_000 && Picture::read(&small).is_ok());
    assert_eq!(redrawn(&small), Ok(small.clone()), "what is small stays as it is");
}

#[test]
fn a_photograph_becomes_a_png_without_what_cameras_write() {
    let solid = DynamicImage::ImageRgba8(disc(300, 200)).into_rgb8();
    let mut jpeg = file(solid.into(), ImageFormat::Jpeg);
    let note = b"\xff\xfe\0\x10di rumah sakit";
    jpeg.splice(2..2, note.iter().copied());
    jpeg.extend(b"after the end");

    let png = redrawn(&jpeg).expect("a picture");

    assert!(png.starts_with(b"\x89PNG") && !png.windows(5).any(|it| it == b"rumah"));
    assert_eq!(image::load_from_memory(&png).expect("whole").color(), image::ColorType::Rgb8);
}

#[test]
fn what_cannot_be_drawn_whole_is_refused() {
    let (jpeg, png) = (file(DynamicImage::new_rgb8(64, 64), ImageFormat::Jpeg), png(disc(64, 64)));

    for at in [3, 20, jpeg.len() / 2, jpeg.len() - 2] {
        assert_eq!(redrawn(&jpeg[..at]), Err(Fault::PictureBroken), "JPEG of {at} bytes");
    }
    for at in [8, 30, png.len() / 2] {
        assert_eq!(redrawn(&png[..at]), Err(Fault::PictureBroken), "PNG of {at} bytes");
    }
    for other in [&b"GIF89a\x01\0\x01\0"[..], b"RIFF\0\0\0\0WEBPVP8 ", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b""] {
        assert_eq!(redrawn(other), Err(Fault::PictureKind));
    }
    assert_eq!(redrawn(&file(DynamicImage::new_luma8(4_001, 1), ImageFormat::Png)), Err(Fault::PictureSize));
    assert_eq!(redrawn(&claiming(3_000, 3_000)), Err(Fault::PictureSize), "72 MB unpacked");
}

/// A PNG of two bytes a colour with that many points, it says.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut png = file(DynamicImage::ImageRgba16(image::ImageBuffer::new(2, 2)), ImageFormat::Png);
    png.splice(16..24, [width.to_be_bytes(), height.to_be_bytes()].concat());
    let shifted = |sum: u32| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    let sum = !png[12..29].iter().fold(!0, |sum: u32, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| shifted(sum)));
    png.splice(29..33, sum.to_be_bytes());
    png
}

#[test]
fn eight_wide_crests_stay_on_the_page_of_every_template_and_give_the_same_bytes() {
    let press = press();
    let wide = wait(press.redraw(png(disc(1_000, 250)))).expect("a picture");
    let mut sheet = full();
    for organiser in &mut sheet.organisers {
        organiser.crest = Some(Picture::read(&wide).expect("plain"));
    }

    for name in Template::NAMES {
        let template = Template::built_in(name).expect("built in");
        let written = pages::written(&press, &template, sheet.clone());

        assert_eq!(written.iter().map(|it| it.page).max(), Some(1), "{name} has a front and a back");
        for picture in pages::pictures(&press, &template, sheet.clone()) {
            assert!(picture.start >= 20.0 && picture.end <= 822.0, "{name}: {:.0} to {:.0}", picture.start, picture.end);
        }
    }
    let mut crested = least();
    crested.organisers[0].crest = Some(Picture::read(&wide).expect("plain"));
    let first = wait(press.certificate(&plain(), crested.clone())).expect("drawn");
    assert_eq!(wait(super::press().certificate(&plain(), crested)).expect("drawn"), first);
}
