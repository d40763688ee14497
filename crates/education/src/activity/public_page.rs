//! The page of an activity for strangers: made once per version, then answered from memory after one look at the version column. What is
//! on it depends on nobody; the signed-in get a page of their own.

use askama::Template;
use axum::response::Response;
use kernel::{Ask, Outcome, clock::MINUTE};

use super::{
    model::Activity,
    pages,
    shown::{self, Shown},
};
use crate::kept::{Made, Pages, Present};

/// Names of agencies and the other dates of a series are on the page too, and not in its version.
const LONGEST: i64 = MINUTE;

#[derive(Default)]
struct PublicPages(Pages);

/// Whether everybody who asks like this gets the same.
pub(super) fn is_for_everybody(ask: &Ask) -> bool {
    let visit = &ask.visit;
    visit.actor.is_none() && !visit.wants_json && visit.said.is_none() && !visit.target.contains('?')
}

pub(super) async fn page(ask: &Ask, id: &str) -> Outcome<Response> {
    let kept = ask.app.kept(|_| PublicPages::default());
    let present = Present { version: shown::version(&ask.app, id).await?, now: ask.now() };
    let page = kept.0.page(id, ask.visit.language, present, make(ask, id)).await?;
    let answer = ask.html(page.bytes.clone());
    Ok(page.goes_with(answer))
}

async fn make(ask: &Ask, id: &str) -> Outcome<Made> {
    let shown = Shown::of(&ask.app, id).await?;
    let page = pages::activity_page(ask, &shown).await?;
    Ok(Made { html: page.render()?, good_until: good_until(&shown.hosted.activity, ask.now()) })
}

/// The next moment at which the page changes by itself.
fn good_until(activity: &Activity, now: i64) -> i64 {
    let moments = [activity.starts_at, activity.ends_at, activity.closes_at()];
    moments.into_iter().filter(|it| *it > now).fold(now + LONGEST, i64::min)
}
