//! Pictures from uploads, decoded whole and drawn anew: out comes a small PNG of nothing but points, whatever came in. Judges no rights.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Pixel, Rgba, RgbaImage,
    codecs::png::{CompressionType, FilterType, PngEncoder},
    imageops,
    metadata::Orientation,
};

use crate::Fault;

/// Points of what comes out: 17 mm high at 480 to the inch, and twice as wide at most.
const WIDEST: u32 = 640;
const HIGHEST: u32 = 320;
/// Points a side of what goes in, and bytes of it unpacked.
const LONGEST_SIDE: u32 = 4_000;
const MOST_MEMORY: u64 = 64 << 20;

/// PNG or JPEG by content; the same bytes give the same bytes.
pub(crate) fn redrawn(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let format = match image::guess_format(bytes) {
        Ok(ImageFormat::Png) => ImageFormat::Png,
        Ok(ImageFormat::Jpeg) if has_end(bytes) => ImageFormat::Jpeg,
        Ok(ImageFormat::Jpeg) => return Err(Fault::PictureBroken),
        _ => return Err(Fault::PictureKind),
    };
    written(shrunk(decoded(bytes, format)?))
}

/// The decoder paints what is missing of a JPEG grey: so its end must stand behind the last scan.
fn has_end(jpeg: &[u8]) -> bool {
    let last = |mark: [u8; 2]| jpeg.windows(2).rposition(|it| it == mark);
    matches!((last([0xff, 0xda]), last([0xff, 0xd9])), (Some(scan), Some(end)) if scan < end)
}

/// Upright, as cameras say it.
fn decoded(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Fault> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|it| fault(&it))?;
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(Fault::PictureSize);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|it| fault(&it))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn fault(error: &ImageError) -> Fault {
    match error {
        ImageError::Limits(_) => Fault::PictureSize,
        _ => Fault::PictureBroken,
    }
}

fn shrunk(picture: DynamicImage) -> RgbaImage {
    let (width, height) = (picture.width(), picture.height());
    let mut points = picture.into_rgba8();
    if width <= WIDEST && height <= HIGHEST {
        return points;
    }
    let share = (f64::from(WIDEST) / f64::from(width)).min(f64::from(HIGHEST) / f64::from(height));
    let side = |it: u32| ((f64::from(it) * share).round() as u32).max(1);
    // What cannot be seen has a colour too, often black: it must not run into its neighbours.
    points.pixels_mut().for_each(|it| weigh(it, |colour, alpha| colour * alpha / 255));
    let mut small = imageops::resize(&points, side(width), side(height), imageops::FilterType::CatmullRom);
    small.pixels_mut().for_each(|it| weigh(it, |colour, alpha| (colour * 255).checked_div(alpha).unwrap_or(0).min(255)));
    small
}

fn weigh(point: &mut Rgba<u8>, by: impl Fn(u32, u32) -> u32) {
    let alpha = u32::from(point.0[3]);
    point.apply_without_alpha(|colour| by(u32::from(colour), alpha) as u8);
}

fn written(points: RgbaImage) -> Result<Vec<u8>, Fault> {
    let is_solid = points.pixels().all(|it| it.0[3] == u8::MAX);
    let mut picture = DynamicImage::ImageRgba8(points);
    if is_solid {
        picture = DynamicImage::ImageRgb8(picture.into_rgb8());
    }
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive);
    picture.write_with_encoder(encoder).map_err(|_| Fault::PictureBroken)?;
    Ok(png)
}
