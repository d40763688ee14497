//! The keys of this installation, as the whole world reads them: old ones too, so that what they signed stays valid.

use axum::{http::HeaderMap, response::Response};
use credential::{DidDocument, DidWeb, Method};
use kernel::{App, Ask, Failure, Outcome, Settings, id};

use super::{freshness, queries};

const KIND: &str = "application/did+json";

/// The name under which this installation signs: its host.
pub(crate) fn did(settings: &Settings) -> Outcome<DidWeb> {
    let base = &settings.base_url;
    let host = base.split_once("://").map_or(base.as_str(), |it| it.1).split('/').next().unwrap_or_default();
    DidWeb::new(host, &[]).map_err(Failure::broken)
}

pub(crate) async fn document(app: &App) -> Outcome<DidDocument> {
    let did = did(app.settings())?;
    let keys = queries::keys(app.db()).await?;
    let method = |it: &super::Key| Method::read(&did.method_id(&it.name), &it.multikey, it.revoked_at);
    let methods = keys.iter().map(method).collect::<Result<_, _>>().map_err(Failure::broken)?;
    Ok(DidDocument { id: did.id().to_owned(), methods })
}

pub(crate) async fn page(ask: Ask, headers: HeaderMap) -> Outcome<Response> {
    let text = document(&ask.app).await?.json().to_string();
    let tag = id::fingerprint(&text);
    if freshness::is_known(&headers, &tag) {
        return Ok(freshness::unchanged(&tag));
    }
    Ok(freshness::fresh(&tag, KIND, text))
}
