//! What is promised to browsers about the assets.

use std::io::Read;

use super::*;

#[test]
fn every_asset_is_found_at_its_own_address_only() {
    for href in [css_href(), js_href(), htmx_href(), icons_href(), manifest_href(), share_href(), "/favicon.ico"] {
        assert_eq!(find(href).map(|asset| asset.path.as_str()), Some(href));
    }
    assert!(find("/aset/guyub-000000000000.css").is_none());
    assert!(find("/aset/../Cargo.toml").is_none());
}

#[test]
fn compressed_forms_hold_the_same_bytes() {
    for asset in all() {
        let (Some(brotli), Some(gzip)) = (asset.brotli(), asset.gzip()) else {
            assert_eq!(asset.content_type, "image/png");
            continue;
        };
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(gzip).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, asset.bytes());
        unpacked.clear();
        brotli::Decompressor::new(brotli, 4096).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, asset.bytes());
    }
}

#[test]
fn style_script_and_icons_of_a_first_visit_stay_small() {
    let sent: usize = [css_href(), js_href(), icons_href()].iter().filter_map(|href| find(href)?.brotli()).map(<[u8]>::len).sum();

    assert!(sent < 18_000, "{sent} bytes leave too little of 30 KB for the page");
}

#[test]
fn style_sheets_are_whole_and_ask_for_nothing_outside() {
    let css = std::str::from_utf8(find(css_href()).unwrap().bytes()).unwrap();

    assert_eq!(css.matches('{').count(), css.matches('}').count());
    assert!(!css.contains("@import"));
    assert!(css.split("url(").skip(1).all(|rest| rest.starts_with("\"data:") || rest.starts_with("#")));
}
