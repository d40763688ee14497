//! Crests and signatures from uploads, let in only when drawing them is safe and cheap.

use typst::foundations::Bytes;

use crate::Fault;

/// PNG or SVG that has been looked at. Cheap to clone; clones are unpacked and hashed once for all documents in a row.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture(Bytes);

impl Picture {
    /// At most 1 MB and 4.000 pixels a side; SVG without text, pictures, references, filters and entities.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > MOST_BYTES {
            return Err(Fault::PictureSize);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            small(bytes)?;
        } else {
            plain(bytes)?;
        }
        Ok(Self(Bytes::new(bytes.to_vec())))
    }

    pub(crate) fn bytes(&self) -> Bytes {
        self.0.clone()
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Picture({} bytes)", self.0.len())
    }
}

const MOST_BYTES: usize = 1 << 20;
const MOST_PIXELS: u32 = 4_000;

/// Width and height stand in the first chunk, before anything is unpacked.
fn small(png: &[u8]) -> Result<(), Fault> {
    let side = |at: usize| png.get(at..at + 4).map(|it| u32::from_be_bytes([it[0], it[1], it[2], it[3]]));
    let fits = |side: Option<u32>| side.is_some_and(|side| (1..=MOST_PIXELS).contains(&side));
    match png.get(12..16) {
        Some(b"IHDR") if fits(side(16)) && fits(side(20)) => Ok(()),
        Some(b"IHDR") => Err(Fault::PictureSize),
        _ => Err(Fault::PictureKind),
    }
}

fn plain(svg: &[u8]) -> Result<(), Fault> {
    let text = std::str::from_utf8(svg).map_err(|_| Fault::PictureKind)?.to_ascii_lowercase();
    if !text.contains("<svg") {
        return Err(Fault::PictureKind);
    }
    match REFUSED.iter().find(|word| text.contains(*word)) {
        Some(word) => Err(Fault::PictureContent(word)),
        None => Ok(()),
    }
}

/// What loads other files, multiplies itself, costs without limit, or needs fonts.
const REFUSED: [&str; 12] = [
    "<!doctype",
    "<!entity",
    "<use",
    "<image",
    "<feimage",
    "<filter",
    "<pattern",
    "<text",
    "<script",
    "<foreignobject",
    "<style",
    "<mask",
];
