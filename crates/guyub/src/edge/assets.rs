//! Files of the interface, from memory, packed as the visitor's browser can read, kept by it for ever.

use axum::{
    Extension,
    body::Bytes,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use ui::assets::{self, Asset};

use super::{compression::Packing, record::Route};

const ROUTE: Extension<Route> = Extension(Route("/aset/{file}"));

pub(super) async fn file(uri: Uri, headers: HeaderMap) -> Response {
    let Some(asset) = assets::find(uri.path()) else { return (StatusCode::NOT_FOUND, ROUTE).into_response() };
    let (packing, bytes) = packed(asset, &headers);
    let tag = format!("\"{}{}\"", asset.path.rsplit('/').next().unwrap_or_default(), packing.map_or("", Packing::name));
    let is_known = headers.get(header::IF_NONE_MATCH).is_some_and(|it| it.as_bytes() == tag.as_bytes());
    let has_print = asset.path.starts_with("/aset/");
    let common = [
        (header::CACHE_CONTROL, if has_print { "public, max-age=31536000, immutable" } else { "public, max-age=86400" }),
        (header::VARY, "accept-encoding"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
    ];
    let tag = [(header::ETAG, tag)];
    if is_known {
        return (StatusCode::NOT_MODIFIED, ROUTE, common, tag).into_response();
    }
    let encoding = packing.map(|it| [(header::CONTENT_ENCODING, it.name())]);
    (ROUTE, common, tag, encoding, [(header::CONTENT_TYPE, asset.content_type)], Bytes::from_static(bytes)).into_response()
}

fn packed(asset: &'static Asset, headers: &HeaderMap) -> (Option<Packing>, &'static [u8]) {
    let brotli = || Some((Some(Packing::Brotli), asset.brotli().filter(|_| Packing::Brotli.is_accepted(headers))?));
    let gzip = || Some((Some(Packing::Gzip), asset.gzip().filter(|_| Packing::Gzip.is_accepted(headers))?));
    brotli().or_else(gzip).unwrap_or((None, asset.bytes()))
}
