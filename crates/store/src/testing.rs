//! Small files of every kind for stories, and some that must be refused. Not part of the product.

use std::io::Write;

use flate2::{Compression, Crc, write::DeflateEncoder};

pub const PDF: &[u8] =
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n";

pub const HTML: &[u8] = b"<!doctype html><html><body><script>alert(1)</script></body></html>";
pub const SVG: &[u8] = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";

/// A part of a packed file: its name and what is in it.
pub type Part<'a> = (&'a str, &'a [u8]);

/// A packed file of these parts.
pub fn packed(parts: &[Part<'_>]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let at = file.len() as u32;
        let deflated = deflated(content);
        let head = head(name, content, deflated.len());
        file.extend(b"PK\x03\x04\x14\x00");
        file.extend(&head);
        file.extend(name.bytes());
        file.extend(&deflated);
        directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.bytes());
    }
    let (at, size, count) = (file.len() as u32, directory.len() as u32, parts.len() as u16);
    file.extend(directory);
    file.extend(b"PK\x05\x06\x00\x00\x00\x00");
    file.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    file.extend([size.to_le_bytes(), at.to_le_bytes()].concat());
    file.extend([0, 0]);
    file
}

/// From the flags to the length of what else there is to say: the same in both places.
fn head(name: &str, content: &[u8], deflated: usize) -> Vec<u8> {
    let mut sum = Crc::new();
    sum.update(content);
    let mut head = vec![0, 0, 8, 0, 0, 0, 0, 0];
    head.extend(sum.sum().to_le_bytes());
    head.extend((deflated as u32).to_le_bytes());
    head.extend((content.len() as u32).to_le_bytes());
    head.extend((name.len() as u16).to_le_bytes());
    head.extend([0, 0]);
    head
}

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

/// A presentation with these slides, whatever they say.
pub fn pptx(slides: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", &types("presentationml.presentation.main+xml")),
        ("ppt/slides/slide1.xml", slides.as_bytes()),
    ])
}

/// What a document with this main part says of itself.
pub fn types(main: &str) -> Vec<u8> {
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">";
    format!(
        "{types}<Override PartName=\"/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.{main}\"/></Types>"
    )
    .into_bytes()
}

/// One grey point, `trailing` behind it.
pub fn png(width: u32, height: u32, trailing: &[u8]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 0, 0, 0, 0]);
    for (name, content) in [(b"IHDR", &header[..]), (b"IDAT", b"\x78\x9c\x63\x60\x00\x00\x00\x02\x00\x01"), (b"IEND", b"")] {
        let mut sum = Crc::new();
        sum.update(name);
        sum.update(content);
        file.extend((content.len() as u32).to_be_bytes());
        file.extend(name);
        file.extend(content);
        file.extend(sum.sum().to_be_bytes());
    }
    file.extend(trailing);
    file
}
