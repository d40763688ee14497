//! Warnings that the visitor may open, in force or past, newest first. Reads only.

use std::sync::Arc;

use askama::Template;
use axum::{extract::Query, response::Response};
use directory::{lookup::Region, tree::Tree};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Frame, MenuItem, address};

use super::{
    model::{State, Warning},
    policy::WRITERS,
    queries::{self, Wanted},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "warning-list.html")]
pub(crate) struct WarningsPage {
    #[serde(skip)]
    frame: Frame,
    warnings: Vec<WarningRow>,
    /// Of the offices that the visitor speaks for.
    drafts: Vec<WarningRow>,
    may_write: bool,
    #[serde(skip)]
    states: Vec<MenuItem>,
    #[serde(skip)]
    regions: Arc<[Region]>,
    #[serde(skip)]
    filters: Filters,
    /// Address of the next page; empty on the last.
    next: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct WarningRow {
    pub(crate) warning: Warning,
    /// Short name of the agency that warns.
    pub(crate) agency: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Filters {
    /// "lalu": what holds no more.
    status: String,
    wilayah: String,
    instansi: String,
    /// Words in the title.
    cari: String,
    /// The last row of the page before: when it was published, and its id.
    setelah: String,
}

const ROWS: i64 = 30;

pub(crate) async fn list(ask: Ask, Query(filters): Query<Filters>) -> Outcome<Response> {
    let labels = ask.maybe_actor().map(|it| it.labels.clone()).unwrap_or_default();
    let before = filters.setelah.split_once('-').and_then(|it| Some((it.0.parse().ok()?, it.1))).unwrap_or((i64::MAX, ""));
    let wanted = Wanted {
        labels: &labels,
        is_in_force: filters.status != "lalu",
        region: &filters.wilayah,
        agency: &filters.instansi,
        words: &filters.cari.trim().to_lowercase(),
        before,
        most: ROWS + 1,
    };
    let mut found = queries::published(ask.db(), &wanted).await?;
    let has_more = found.len() as i64 > ROWS;
    found.truncate(ROWS as usize);
    let frame = Frame::of(&ask);
    let t = frame.t;
    let last = found.last().filter(|_| has_more);
    let next = last.and_then(|it| Some(address::with(&frame.path, "setelah", &format!("{}-{}", it.published_at?, it.id))));
    let nodes = nodes(&ask);
    let page = WarningsPage {
        warnings: rows(&ask, found).await?,
        drafts: if nodes.is_empty() { Vec::new() } else { rows(&ask, queries::drafts(ask.db(), &nodes).await?).await? },
        may_write: !nodes.is_empty(),
        states: states(&frame, &filters),
        regions: Tree::of(&ask.app).await?.provinces().await?,
        next: next.unwrap_or_default(),
        filters,
        frame: frame.titled(t.say("warning-list")).described(t.say("warning-list-lead")).crumb(t.say("frame-home"), "/"),
    };
    ask.page(&page)
}

fn nodes(ask: &Ask) -> Vec<String> {
    let duties = ask.maybe_actor().map(|it| it.duties.as_slice()).unwrap_or_default();
    duties.iter().filter(|it| WRITERS.contains(&it.kind.as_str())).map(|it| it.node.clone()).collect()
}

fn states(frame: &Frame, filters: &Filters) -> Vec<MenuItem> {
    let here = address::with(&frame.path, "setelah", "");
    let item = |key: &str, value: &str| MenuItem {
        label: frame.t.say(key).to_owned(),
        href: address::with(&here, "status", value),
        current: (filters.status == "lalu") == (value == "lalu"),
    };
    vec![item("warning-in-force", ""), item("warning-past", "lalu")]
}

/// With the names of the agencies, from memory.
pub(crate) async fn rows(ask: &Ask, warnings: Vec<Warning>) -> Outcome<Vec<WarningRow>> {
    let mut ids: Vec<String> = warnings.iter().map(|it| it.agency_id.clone()).collect();
    ids.sort();
    ids.dedup();
    let agencies = Tree::of(&ask.app).await?.agencies(&ids).await?;
    let name = |id: &str| agencies.get(id).map_or_else(|| id.to_owned(), |it| it.short_name.clone());
    Ok(warnings.into_iter().map(|it| WarningRow { agency: name(&it.agency_id), warning: it }).collect())
}
