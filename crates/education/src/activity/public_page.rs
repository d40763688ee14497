//! The page of an activity for strangers: made once per version, then answered from memory after one look at the version column. What is
//! on it depends on nobody; the signed-in get a page of their own.

use askama::Template;
use axum::response::Response;
use kernel::{
    App, Ask, Failure, Outcome,
    cache::{Made, Pages, Present, Reading, Versions},
    clock::MINUTE,
};

use super::{load, model::Activity, pages, queries};

/// Names of agencies and the other dates of a series are on the page too, and not in its version.
const LONGEST: i64 = MINUTE;

struct PublicPages {
    versions: Versions,
    pages: Pages,
}

/// Whether everybody who asks like this gets the same.
pub(super) fn is_for_everybody(ask: &Ask) -> bool {
    let visit = &ask.visit;
    visit.actor.is_none() && !visit.wants_json && visit.said.is_none() && !visit.target.contains('?')
}

pub(super) async fn page(ask: &Ask, id: &str) -> Outcome<Response> {
    let kept = ask.app.kept(|app| PublicPages { versions: Versions::read_by(app, version), pages: Pages::default() });
    let version = kept.versions.of(id).await?.ok_or(Failure::NotFound)?;
    let present = Present { version, now: ask.now() };
    let html = kept.pages.page(id, ask.visit.language, present, make(ask, id)).await?;
    Ok(ask.html(html))
}

fn version<'a>(app: &'a App, id: &'a str) -> Reading<'a> {
    Box::pin(queries::maybe_version(app.db(), id))
}

async fn make(ask: &Ask, id: &str) -> Outcome<Made> {
    let readable = load::readable(ask, id).await?;
    let page = pages::activity_page(ask, readable.hosted()).await?;
    Ok(Made { html: page.render()?, good_until: good_until(&readable.hosted().activity, ask.now()) })
}

/// The next moment at which the page changes by itself.
fn good_until(activity: &Activity, now: i64) -> i64 {
    let moments = [activity.starts_at, activity.ends_at, activity.closes_at()];
    moments.into_iter().filter(|it| *it > now).fold(now + LONGEST, i64::min)
}
