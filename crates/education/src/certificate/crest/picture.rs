//! The pictures themselves: one for the page of organisers, and all of a certificate for the press.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use document::Picture;
use kernel::{App, Ask, Failure, Outcome};
use moka::sync::Cache;

use super::queries;
use crate::{activity::load, material::shelf};

/// Under 1 MB each, most of them 30 KB.
const MOST: u64 = 100;

struct Pictures(Cache<String, Picture>);

pub(crate) async fn picture(ask: Ask, Path((id, agency_id)): Path<(String, String)>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let owners: Vec<String> = proof.hosted().owners().map(|it| it.agency_id.clone()).collect();
    let crests = queries::of(ask.db(), &id, &owners).await?;
    let hash = crests.into_iter().find(|it| it.agency_id == agency_id).and_then(|it| it.hash).ok_or(Failure::NotFound)?;
    let png = content(&ask.app, &hash).await?;
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "private, no-store")], png).into_response())
}

/// A refused upload leaves its address in the browser; whoever asks for it means the page.
pub(crate) async fn back(Path(id): Path<String>) -> Redirect {
    Redirect::to(&format!("/kegiatan/{id}/sertifikat"))
}

/// In the same order; read once for all certificates that are printed after one another.
pub(crate) async fn pictures(app: &App, hashes: &[Option<String>]) -> Outcome<Vec<Option<Picture>>> {
    let kept = app.kept(|_| Pictures(Cache::new(MOST)));
    let mut pictures = Vec::with_capacity(hashes.len());
    for hash in hashes {
        pictures.push(match hash {
            Some(hash) => Some(known(app, &kept.0, hash).await?),
            None => None,
        });
    }
    Ok(pictures)
}

async fn known(app: &App, kept: &Cache<String, Picture>, hash: &str) -> Outcome<Picture> {
    if let Some(picture) = kept.get(hash) {
        return Ok(picture);
    }
    let picture = Picture::read(&content(app, hash).await?).map_err(Failure::broken)?;
    kept.insert(hash.to_owned(), picture.clone());
    Ok(picture)
}

async fn content(app: &App, hash: &str) -> Outcome<Vec<u8>> {
    let found = shelf::of(app)?.read(hash, None).await;
    let content = match found {
        Ok(reading) => reading.whole().await,
        Err(fault) => Err(fault),
    };
    content.map_err(|fault| match fault {
        store::Fault::Missing => Failure::Conflict("crest-file-missing"),
        other => Failure::broken(other),
    })
}
