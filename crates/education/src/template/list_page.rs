//! Templates that every agency may use, newest first, by theme. Reads only.

use askama::Template;
use axum::{extract::Query, response::Response};
use directory::tree::Tree;
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Frame, MenuItem, address};

use super::{model::ActivityTemplate, queries};
use crate::activity::model::THEMES;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "template-list.html")]
pub(crate) struct TemplatesPage {
    #[serde(skip)]
    frame: Frame,
    templates: Vec<TemplateRow>,
    #[serde(skip)]
    themes: Vec<MenuItem>,
    #[serde(skip)]
    theme: String,
    /// Address of the next page; empty on the last.
    next: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct TemplateRow {
    pub(crate) template: ActivityTemplate,
    /// Short name of the agency that made it.
    pub(crate) agency: String,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Filters {
    tema: String,
    /// Id of the last template of the page before.
    setelah: String,
}

const ROWS: i64 = 30;

pub(crate) async fn list(ask: Ask, Query(filters): Query<Filters>) -> Outcome<Response> {
    let mut found = queries::offered(ask.db(), &filters.tema, &filters.setelah, ROWS + 1).await?;
    let has_more = found.len() as i64 > ROWS;
    found.truncate(ROWS as usize);
    let frame = Frame::of(&ask);
    let t = frame.t;
    let next = found.last().filter(|_| has_more).map(|it| address::with(&frame.path, "setelah", &it.id));
    let page = TemplatesPage {
        templates: rows(&ask, found).await?,
        themes: themes(&frame, &filters.tema),
        theme: filters.tema,
        next: next.unwrap_or_default(),
        frame: frame.titled(t.say("template-list")).crumb(t.say("frame-home"), "/"),
    };
    ask.page(&page)
}

/// With the names of the agencies, from memory.
pub(crate) async fn rows(ask: &Ask, templates: Vec<ActivityTemplate>) -> Outcome<Vec<TemplateRow>> {
    let mut ids: Vec<String> = templates.iter().map(|it| it.agency_id.clone()).collect();
    ids.sort();
    ids.dedup();
    let agencies = Tree::of(&ask.app).await?.agencies(&ids).await?;
    let name = |id: &str| agencies.get(id).map_or_else(|| id.to_owned(), |it| it.short_name.clone());
    Ok(templates.into_iter().map(|it| TemplateRow { agency: name(&it.agency_id), template: it }).collect())
}

fn themes(frame: &Frame, chosen: &str) -> Vec<MenuItem> {
    let here = address::with(&frame.path, "setelah", "");
    let item =
        |label: String, value: &str| MenuItem { label, href: address::with(&here, "tema", value), current: chosen == value };
    let all = item(frame.t.say("theme-all").to_owned(), "");
    std::iter::once(all).chain(THEMES.iter().map(|it| item(frame.t.name("theme", it), it))).collect()
}
