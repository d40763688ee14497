//! Feeds that calendar programs follow, one activity to save, and the page with the address of one's own feed. Reads only.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use directory::lookup;
use kernel::{Ask, Failure, Outcome, clock::DAY, id, web::attachment};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Frame, visit::tongue};

use super::{
    feed, ics,
    queries::{self, OwnFeed, Scope},
    secret,
};
use crate::{
    activity::{
        load,
        model::{Activity, THEMES},
        policy::RUNNERS,
    },
    kept::{Made, Pages, Present},
};

const KIND: &str = "text/calendar; charset=utf-8";

pub(crate) async fn everything(ask: Ask, headers: HeaderMap) -> Outcome<Response> {
    let name = tongue(&ask.visit).say("feed-everything").to_owned();
    public(&ask, &headers, Scope::Everything, name).await
}

pub(crate) async fn theme(ask: Ask, Path(file): Path<String>, headers: HeaderMap) -> Outcome<Response> {
    let theme = named(&file)?;
    if !THEMES.contains(&theme) {
        return Err(Failure::NotFound);
    }
    let name = tongue(&ask.visit).name("theme", theme);
    public(&ask, &headers, Scope::Theme(theme.to_owned()), name).await
}

pub(crate) async fn agency(ask: Ask, Path(file): Path<String>, headers: HeaderMap) -> Outcome<Response> {
    let agency = lookup::agency(ask.db(), named(&file)?).await?;
    public(&ask, &headers, Scope::Agency(agency.id), agency.short_name).await
}

pub(crate) async fn region(ask: Ask, Path(file): Path<String>, headers: HeaderMap) -> Outcome<Response> {
    let id = named(&file)?.to_owned();
    let region = lookup::regions(ask.db(), std::slice::from_ref(&id)).await?.remove(&id).ok_or(Failure::NotFound)?;
    public(&ask, &headers, Scope::Region(id), region.name).await
}

fn named(file: &str) -> Outcome<&str> {
    file.strip_suffix(".ics").filter(|it| !it.is_empty()).ok_or(Failure::NotFound)
}

/// Made once per language and state of what it holds.
async fn public(ask: &Ask, headers: &HeaderMap, scope: Scope, name: String) -> Outcome<Response> {
    let (db, now, t) = (ask.db(), ask.now(), tongue(&ask.visit));
    let mark = queries::listed_mark(db, &scope, now).await?;
    // Names of offices may change without any activity changing, so no copy is older than a day.
    let tag = id::fingerprint(&format!("{scope:?} {name} {} {mark:?} {}", t.lang().code(), now / DAY));
    if is_known(headers, &tag) {
        return Ok(unchanged(&tag, "public"));
    }
    let pages: Arc<Pages> = ask.app.kept(|_| Pages::default());
    let version = i64::from_str_radix(&tag[..15], 16).unwrap_or_default();
    let make = async {
        let activities = queries::listed(db, &scope, now).await?;
        let html = feed::text(&ask.app, t, &t.fill("feed-name", "name", &name), activities).await?;
        Ok(Made { html, good_until: now + DAY })
    };
    let page = pages.page(&format!("kalender {scope:?}"), ask.visit.language, Present { version, now }, make).await?;
    let answer = calendar(&tag, "public", page.bytes.clone());
    Ok(page.goes_with(answer))
}

/// Whoever holds the address reads it; it ends with the address, or when its owner leaves.
pub(crate) async fn personal(ask: Ask, Path(file): Path<String>, headers: HeaderMap) -> Outcome<Response> {
    let (db, now, t) = (ask.db(), ask.now(), tongue(&ask.visit));
    let owner = queries::owner(db, &id::fingerprint(named(&file)?)).await?;
    let actor = directory::acting(&ask.app, &owner).await?.ok_or(Failure::NotFound)?;
    let offices = actor.duties.iter().filter(|it| RUNNERS.contains(&it.kind.as_str())).map(|it| it.node.clone());
    let activities = queries::of_person(db, &owner, &offices.collect::<Vec<_>>(), now).await?;
    let marks: Vec<(&str, i64)> = activities.iter().map(|it| (it.id.as_str(), it.version)).collect();
    let tag = id::fingerprint(&format!("{owner} {} {marks:?} {}", t.lang().code(), now / DAY));
    if is_known(&headers, &tag) {
        return Ok(unchanged(&tag, "private"));
    }
    let text = feed::text(&ask.app, t, &t.fill("feed-name", "name", t.say("feed-mine-name")), activities).await?;
    Ok(calendar(&tag, "private", text.into()))
}

/// One activity, for whoever may open its page.
pub(crate) async fn one(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let readable = load::readable(&ask, &id).await?;
    let activity: &Activity = &readable.hosted().activity;
    if activity.published_at.is_none() {
        return Err(Failure::NotFound);
    }
    let (owners, agencies) = load::owners_of(&ask.app, std::slice::from_ref(activity)).await?;
    let ids = owners.get(&id).map(Vec::as_slice).unwrap_or_default();
    let names: Vec<&str> = ids.iter().filter_map(|it| agencies.get(it)).map(|it| it.short_name.as_str()).collect();
    let settings = ask.app.settings();
    let event = feed::event(tongue(&ask.visit), settings, activity, &names.join(", "));
    Ok(attachment(&format!("kegiatan-{id}.ics"), KIND, ics::feed(&activity.title, settings.host(), &[event])))
}

fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|it| it.to_str().ok()).unwrap_or_default();
    known.split(',').any(|it| it.trim().trim_start_matches("W/").trim_matches('"') == tag)
}

fn unchanged(tag: &str, whose: &str) -> Response {
    (StatusCode::NOT_MODIFIED, headers(tag, whose)).into_response()
}

fn calendar(tag: &str, whose: &str, body: Bytes) -> Response {
    (headers(tag, whose), [(header::CONTENT_TYPE, KIND)], body).into_response()
}

fn headers(tag: &str, whose: &str) -> [(header::HeaderName, String); 2] {
    [(header::ETAG, format!("\"{tag}\"")), (header::CACHE_CONTROL, format!("{whose}, max-age=300"))]
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "notice-feed.html")]
pub(crate) struct FeedPage {
    #[serde(skip)]
    frame: Frame,
    /// Absolute address of the visitor's own feed, if they made one.
    address: Option<String>,
    made_at: Option<i64>,
}

pub(crate) async fn own(ask: Ask) -> Outcome<Response> {
    let settings = ask.app.settings();
    let feed = queries::own(ask.db(), &ask.actor()?.id).await?;
    let address = |it: &OwnFeed| {
        let secret = secret::of(settings, &it.id);
        // After a change of the installation's key the address cannot be shown any more, only renewed.
        (id::fingerprint(&secret) == it.fingerprint).then(|| settings.absolute(&format!("/kalender/saya/{secret}.ics")))
    };
    let frame = Frame::of(&ask);
    let t = frame.t;
    let page = FeedPage {
        address: feed.as_ref().and_then(address),
        made_at: feed.map(|it| it.made_at),
        frame: frame.titled(t.say("feed-mine")).crumb(t.say("frame-home"), "/").crumb(t.say("notice-title"), "/pemberitahuan"),
    };
    ask.page(&page)
}
