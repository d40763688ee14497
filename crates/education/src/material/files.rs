//! The content of a material, for whoever may have it: as an attachment, whole, in part, or not again. Never shown in a page.

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Ask, Failure, Outcome};
use std::ops::Range;
use store::Kind;

use super::{
    model::KeptFile,
    policy::{self, Reader},
    queries, shelf,
};
use crate::{
    activity::{policy::readable, shown::Shown},
    registration,
};

/// Nothing runs, wherever a browser shows it.
const NOTHING: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

pub(crate) async fn download(ask: Ask, Path((id, material_id)): Path<(String, String)>, headers: HeaderMap) -> Outcome<Response> {
    let material = queries::one(ask.db(), &id, &material_id).await?;
    let shown = Shown::of(&ask.app, &id).await?;
    let readable = readable(ask.maybe_actor(), shown.hosted.clone())?;
    let hosted = readable.hosted();
    let seat = match ask.maybe_actor() {
        Some(actor) => registration::queries::mine(&ask.app, &id, &actor.id).await?,
        None => None,
    };
    let has_seat = || seat.is_some_and(|it| it.0.standing() == registration::model::Standing::Seated);
    let reader = Reader::of(ask.maybe_actor(), hosted, has_seat);
    let obtainable = policy::obtainable(material, reader, (&hosted.activity, ask.now()))?;
    let file = obtainable.material().file.as_ref().ok_or(Failure::NotFound)?;
    content(&ask, file, &headers).await
}

/// Of a file that the visitor may have.
async fn content(ask: &Ask, file: &KeptFile, headers: &HeaderMap) -> Outcome<Response> {
    let tag = format!("\"{}\"", file.hash);
    let asked = |name| headers.get(name).and_then(|it| it.to_str().ok());
    if asked(header::IF_NONE_MATCH).is_some_and(|it| it.split(',').any(|it| it.trim().trim_start_matches("W/") == tag)) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let size = file.size as u64;
    let is_same = asked(header::IF_RANGE).is_none_or(|it| it == tag);
    let part = asked(header::RANGE).filter(|_| is_same).and_then(|it| part(it, size));
    if part.as_ref().is_some_and(|it| it.is_empty()) {
        return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, format!("bytes */{size}"))]).into_response());
    }
    let reading = shelf::of(&ask.app)?.read(&file.hash, part.clone()).await.map_err(shelf::failure)?;
    let kind = Kind::of_ending(&file.kind).map_or("application/octet-stream", Kind::media_type);
    let mut response = Response::new(Body::from_stream(reading.pieces));
    let mut say = |name, value: String| response.headers_mut().insert(name, value.parse().ok()?);
    say(header::CONTENT_TYPE, kind.to_owned());
    say(header::CONTENT_DISPOSITION, disposition(&file.name));
    say(header::CONTENT_SECURITY_POLICY, NOTHING.to_owned());
    say(header::CONTENT_LENGTH, (reading.range.end - reading.range.start).to_string());
    say(header::ETAG, tag);
    say(header::ACCEPT_RANGES, "bytes".to_owned());
    say(header::CACHE_CONTROL, "private, no-cache".to_owned());
    if part.is_some() {
        say(header::CONTENT_RANGE, format!("bytes {}-{}/{size}", reading.range.start, reading.range.end.saturating_sub(1)));
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    Ok(response)
}

/// One part, as those ask who go on where they were interrupted; anything else is answered whole. Empty: beyond the end.
fn part(asked: &str, size: u64) -> Option<Range<u64>> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    if from.is_empty() {
        let last: u64 = to.parse().ok()?;
        return Some(size.saturating_sub(last)..size);
    }
    let from: u64 = from.parse().ok()?;
    let end = if to.is_empty() { size } else { to.parse::<u64>().ok()?.saturating_add(1).min(size) };
    Some(from..end.max(from)).filter(|it| it.start < size || it.is_empty()).or(Some(size..size))
}

/// Plain letters for old programs, all letters for the others (RFC 6266).
fn disposition(name: &str) -> String {
    let plain: String = name.chars().map(|it| if it.is_ascii_alphanumeric() || "-_. ".contains(it) { it } else { '_' }).collect();
    let full = ui::address::encoded(name);
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_is_understood_and_nothing_else() {
        assert_eq!(part("bytes=0-9", 100), Some(0..10));
        assert_eq!(part("bytes=90-", 100), Some(90..100));
        assert_eq!(part("bytes=-5", 100), Some(95..100));
        assert_eq!(part("bytes=-500", 100), Some(0..100));
        assert_eq!(part("bytes=50-500", 100), Some(50..100));
        assert!(part("bytes=100-", 100).is_some_and(|it| it.is_empty()));
        for odd in ["bytes=0-1,5-6", "bytes=a-b", "baris=1-2", "bytes=", ""] {
            assert_eq!(part(odd, 100), None, "{odd}");
        }
    }

    #[test]
    fn names_are_written_for_old_and_new_programs() {
        assert_eq!(
            disposition("Paparan “inflasi”.pdf"),
            "attachment; filename=\"Paparan _inflasi_.pdf\"; filename*=UTF-8''Paparan%20%E2%80%9Cinflasi%E2%80%9D.pdf"
        );
    }
}
