//! The files that every page needs, from memory under names that carry their content's fingerprint. Uploaded files are not here.

mod minify;

use std::{
    io::Write,
    sync::{LazyLock, OnceLock},
};

use sha2::{Digest, Sha256};

/// A file whose address changes with its content, so that it may be kept for ever.
pub struct Asset {
    /// `/aset/guyub-3f2a91c07b5d.css`.
    pub path: String,
    pub content_type: &'static str,
    bytes: Vec<u8>,
    brotli: OnceLock<Vec<u8>>,
    gzip: OnceLock<Vec<u8>>,
}

/// The asset at a path, if there is one.
pub fn find(path: &str) -> Option<&'static Asset> {
    ASSETS.all().into_iter().find(|asset| asset.path == path)
}

/// Every asset, to compress them all ahead of the first visitor.
pub fn all() -> impl Iterator<Item = &'static Asset> {
    ASSETS.all().into_iter()
}

pub fn css_href() -> &'static str {
    &ASSETS.css.path
}

/// Our own scripts; pages work without them.
pub fn js_href() -> &'static str {
    &ASSETS.js.path
}

pub fn htmx_href() -> &'static str {
    &ASSETS.htmx.path
}

/// The sprite; an icon is `{icons_href}#i-{name}`.
pub fn icons_href() -> &'static str {
    &ASSETS.icons.path
}

pub fn manifest_href() -> &'static str {
    &ASSETS.manifest.path
}

/// The picture of sharing cards, 1200 by 630.
pub fn share_href() -> &'static str {
    &ASSETS.share.path
}

/// The emblem as a data address, which saves a request on the first visit.
pub fn favicon() -> &'static str {
    static FAVICON: LazyLock<String> = LazyLock::new(|| {
        format!(
            "data:image/svg+xml,{}",
            LOGO.trim().replace('#', "%23").replace('"', "'").replace('<', "%3C").replace('>', "%3E")
        )
    });
    &FAVICON
}

impl Asset {
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Compressed at the first call; `None` for pictures, which are compressed already.
    pub fn brotli(&self) -> Option<&[u8]> {
        self.is_text().then(|| self.brotli.get_or_init(|| brotli_of(&self.bytes)).as_slice())
    }

    /// Compressed at the first call; `None` for pictures, which are compressed already.
    pub fn gzip(&self) -> Option<&[u8]> {
        self.is_text().then(|| self.gzip.get_or_init(|| gzip_of(&self.bytes)).as_slice())
    }

    fn is_text(&self) -> bool {
        self.content_type != PNG
    }

    fn new(name: &str, ending: &str, content_type: &'static str, bytes: Vec<u8>) -> Asset {
        let digest = Sha256::digest(&bytes);
        let print: String = digest[..6].iter().map(|byte| format!("{byte:02x}")).collect();
        let path = format!("/aset/{name}-{print}.{ending}");
        Asset { path, content_type, bytes, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }
}

static ASSETS: LazyLock<Assets> = LazyLock::new(Assets::gathered);

struct Assets {
    css: Asset,
    js: Asset,
    htmx: Asset,
    icons: Asset,
    logo: Asset,
    manifest: Asset,
    share: Asset,
    favicon: Asset,
}

impl Assets {
    fn gathered() -> Assets {
        let logo = Asset::new("lambang", "svg", SVG, LOGO.into());
        let manifest = MANIFEST.replace("LOGO", &logo.path);
        let favicon = Asset { path: "/favicon.ico".into(), ..Asset::new("favicon", "png", PNG, FAVICON_PNG.into()) };
        Assets {
            css: Asset::new("guyub", "css", "text/css; charset=utf-8", minify::css(&CSS.concat()).into_bytes()),
            js: Asset::new("guyub", "js", JAVASCRIPT, minify::js(&JS.concat()).into_bytes()),
            htmx: Asset::new("htmx", "js", JAVASCRIPT, HTMX.into()),
            icons: Asset::new("ikon", "svg", SVG, ICONS.into()),
            manifest: Asset::new("guyub", "webmanifest", "application/manifest+json", manifest.into_bytes()),
            share: Asset::new("bagikan", "png", PNG, SHARE_PNG.into()),
            logo,
            favicon,
        }
    }

    fn all(&self) -> [&Asset; 8] {
        [&self.css, &self.js, &self.htmx, &self.icons, &self.logo, &self.manifest, &self.share, &self.favicon]
    }
}

fn brotli_of(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 20);
    writer.write_all(bytes).expect("writing to memory does not fail");
    drop(writer);
    packed
}

fn gzip_of(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).expect("writing to memory does not fail");
    writer.finish().expect("writing to memory does not fail")
}

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const PNG: &str = "image/png";
const SVG: &str = "image/svg+xml";

/// In the order of the layers.
const CSS: [&str; 5] = [
    include_str!("../../../static/css/tokens.css"),
    include_str!("../../../static/css/base.css"),
    include_str!("../../../static/css/layout.css"),
    include_str!("../../../static/css/components.css"),
    include_str!("../../../static/css/utilities.css"),
];
const JS: [&str; 4] = [
    include_str!("../../../static/js/copy.js"),
    include_str!("../../../static/js/draft.js"),
    include_str!("../../../static/js/presenter.js"),
    include_str!("../../../static/js/print.js"),
];
const HTMX: &str = include_str!("../../../static/vendor/htmx-2.0.11.min.js");
const ICONS: &str = include_str!("../../../static/icons.svg");
const LOGO: &str = include_str!("../../../static/logo.svg");
const MANIFEST: &str = include_str!("../../../static/manifest.json");
const SHARE_PNG: &[u8] = include_bytes!("../../../static/share.png");
const FAVICON_PNG: &[u8] = include_bytes!("../../../static/favicon.png");

#[cfg(test)]
mod tests;
