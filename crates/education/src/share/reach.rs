//! How often a page is opened: per activity, day and way, and nothing else. No cookie, no address, no person, no moment.
//!
//! Views line up in memory and are added hundreds at a time in one transaction as soon as the one before is on disk; a killed process loses
//! those in line, which is some milliseconds of them. Several nodes add to the same rows.

use std::{collections::BTreeMap, sync::Arc};

use axum::http::{HeaderMap, Method, header};
use crowd::desk::{Desk, Settling};
use kernel::{App, Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use super::{model, queries};
use crate::activity::policy::Hosted;

struct View {
    activity_id: String,
    day: String,
    channel: &'static str,
}

struct Counter(Desk<View, ()>);

/// How often it was opened, for its owners.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub(crate) struct Reach {
    pub(super) total: Count,
    pub(super) channels: Vec<Part>,
    pub(super) days: Vec<Part>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Part {
    /// "wa", "telegram" ..., or a day as 2026-11-24.
    pub(super) name: String,
    pub(super) views: Count,
}

/// Below five it is not said how few: in a small office that could be somebody.
#[derive(Clone, Copy, Debug, Default, Serialize, JsonSchema)]
pub(super) struct Count(pub(super) Option<i64>);

const FEWEST: i64 = 5;

/// A person who opens the page counts; programs, hosts, and pages fetched ahead do not.
pub(super) fn note(ask: &Ask, hosted: &Hosted, (method, headers, said): (&Method, &HeaderMap, Option<&str>)) {
    let of = |name: &str| headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let is_ahead = ["sec-purpose", "purpose", "x-moz"].iter().any(|it| of(it).contains("prefetch"));
    let is_host = ask.maybe_actor().is_some_and(|it| hosted.acting_for(it).is_some());
    if method != Method::GET || is_ahead || is_host || model::is_program(of(header::USER_AGENT.as_str())) {
        return;
    }
    let activity = &hosted.activity;
    let day = activity.zone.civil(ask.now()).date().to_string();
    let view = View { activity_id: activity.id.clone(), day, channel: model::channel(said) };
    let counter = ask.app.kept(|app| Counter(Desk::open(app, settle)));
    // Nobody waits for it; a line that is too long loses views, not visitors.
    let _ = counter.0.line_up("reach", view);
}

fn settle(app: App, _: Arc<str>, views: Vec<View>) -> Settling<()> {
    Box::pin(async move {
        let count = views.len();
        let mut sums: BTreeMap<(String, String, &'static str), i64> = BTreeMap::new();
        for it in views {
            *sums.entry((it.activity_id, it.day, it.channel)).or_default() += 1;
        }
        let rows: Vec<_> = sums.into_iter().map(|((activity_id, day, channel), n)| (activity_id, day, channel, n)).collect();
        let mut tx = app.db().begin().await?;
        queries::add_views(&mut tx, &rows).await?;
        tx.commit().await?;
        Ok((0..count).map(|_| Ok(())).collect())
    })
}

pub(super) async fn of(app: &App, activity_id: &str) -> Outcome<Reach> {
    let channels = queries::by_channel(app.db(), activity_id).await?;
    let days = queries::by_day(app.db(), activity_id).await?;
    let total = channels.iter().map(|it| it.1).sum();
    let parts = |list: Vec<(String, i64)>| list.into_iter().map(|(name, n)| Part { name, views: Count::of(n) }).collect();
    Ok(Reach { total: Count::of(total), channels: parts(channels), days: parts(days) })
}

impl Part {
    pub(super) fn day_said(&self, t: &ui::Tongue) -> String {
        let zone = ui::Zone::default();
        let noon = |day| t.date_medium(zone.moment(day, jiff::civil::Time::constant(12, 0, 0, 0)), zone);
        ui::parse::date(&self.name).map_or(self.name.clone(), noon)
    }
}

impl Count {
    pub(super) fn of(n: i64) -> Count {
        Count((n >= FEWEST).then_some(n))
    }

    pub(super) fn said(self, t: &ui::Tongue) -> String {
        match self.0 {
            Some(n) => t.number(n),
            None => t.fill("share-fewer", "n", FEWEST),
        }
    }
}
