//! The public calendar: what is coming, filtered by links, paged by key. Shows only what the visitor may open.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::{extract::Query, response::Response};
use directory::{
    lookup::{self, Agency},
    tree::Tree,
};
use kernel::{App, Ask, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Frame, MenuItem, Tongue, address};

use super::{known, queries::Wanted};
use crate::activity::{
    load,
    model::{Activity, THEMES},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "activity-calendar.html")]
pub(crate) struct CalendarPage {
    #[serde(skip)]
    frame: Frame,
    activities: Vec<Listed>,
    #[serde(skip)]
    scopes: Vec<MenuItem>,
    #[serde(skip)]
    themes: Vec<MenuItem>,
    #[serde(skip)]
    region: String,
    #[serde(skip)]
    words: String,
    #[serde(skip)]
    regions: Arc<[lookup::Region]>,
    /// Address of the next page; empty on the last.
    next: String,
    feed: String,
}

/// A row of a list of activities.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Listed {
    pub(crate) activity: Activity,
    /// Short names of the owners, in the order in which they joined.
    pub(crate) hosts: Vec<String>,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Filters {
    tema: String,
    wilayah: String,
    instansi: String,
    /// Words in the title.
    cari: String,
    /// "saya": only what is for the visitor.
    untuk: String,
    /// The last row of the page before: start and id.
    setelah: String,
}

const ROWS: i64 = 30;

pub(crate) async fn calendar(ask: Ask, Query(filters): Query<Filters>) -> Outcome<Response> {
    let labels = ask.maybe_actor().map_or_else(|| vec!["public".to_owned()], |it| it.labels.clone());
    let (after, after_id) =
        filters.setelah.split_once('-').and_then(|it| Some((it.0.parse::<i64>().ok()?, it.1))).unwrap_or((0, ""));
    let wanted = Wanted {
        labels: &labels,
        is_for_me: filters.untuk == "saya" && ask.maybe_actor().is_some(),
        theme: &filters.tema,
        region: &filters.wilayah,
        agency: &filters.instansi,
        words: &filters.cari.trim().to_lowercase(),
        now: ask.now(),
        after,
        after_id,
        most: ROWS + 1,
    };
    // A page shows no numbers of seats, the answer to a program does.
    let found =
        if ask.visit.wants_json { known::fresh(&ask.app, &wanted).await? } else { known::coming(&ask.app, &wanted).await? };
    let shown = &found[..found.len().min(ROWS as usize)];
    let frame = Frame::of(&ask);
    let next = match shown.last().filter(|_| shown.len() < found.len()) {
        Some(Listed { activity: last, .. }) => address::with(&frame.path, "setelah", &format!("{}-{}", last.starts_at, last.id)),
        None => String::new(),
    };
    let page = CalendarPage {
        activities: shown.to_vec(),
        scopes: scopes(&ask, frame.t, &filters),
        themes: themes(frame.t, &frame.path, &filters),
        regions: Tree::of(&ask.app).await?.provinces().await?,
        region: filters.wilayah.clone(),
        words: filters.cari.clone(),
        next,
        feed: feed(&filters),
        frame: titled(frame, &filters),
    };
    ask.page(&page)
}

fn titled(frame: Frame, filters: &Filters) -> Frame {
    let t = frame.t;
    let frame =
        frame.titled(t.say("activity-calendar")).described(t.say("activity-calendar-lead")).crumb(t.say("frame-home"), "/");
    frame.calendar(t.say("activity-feed"), feed(filters))
}

/// The calendar feed with the same filter.
fn feed(filters: &Filters) -> String {
    match (filters.wilayah.as_str(), filters.tema.as_str(), filters.instansi.as_str()) {
        ("", "", "") => "/kalender/semua.ics".to_owned(),
        (region, "", "") => format!("/kalender/wilayah/{}", region_file(region)),
        ("", theme, "") => format!("/kalender/tema/{}", region_file(theme)),
        (_, _, agency) => format!("/kalender/instansi/{}", region_file(agency)),
    }
}

fn region_file(name: &str) -> String {
    let safe: String = name.chars().filter(|it| it.is_ascii_alphanumeric() || ".-".contains(*it)).collect();
    format!("{safe}.ics")
}

fn scopes(ask: &Ask, t: Tongue, filters: &Filters) -> Vec<MenuItem> {
    if ask.maybe_actor().is_none() {
        return Vec::new();
    }
    let item = |label: &str, value: &str| MenuItem {
        label: t.say(label).to_owned(),
        href: if value.is_empty() { "/kegiatan".to_owned() } else { format!("/kegiatan?untuk={value}") },
        current: filters.untuk == value,
    };
    vec![item("calendar-all", ""), item("calendar-mine", "saya")]
}

fn themes(t: Tongue, path: &str, filters: &Filters) -> Vec<MenuItem> {
    let path = address::with(path, "setelah", "");
    let all = MenuItem {
        label: t.say("theme-all").to_owned(),
        href: address::with(&path, "tema", ""),
        current: filters.tema.is_empty(),
    };
    let one = |theme: &&str| MenuItem {
        label: t.name("theme", theme),
        href: address::with(&path, "tema", theme),
        current: filters.tema == **theme,
    };
    std::iter::once(all).chain(THEMES.iter().map(one)).collect()
}

/// Rows with the names of their owners: two look-ups, whatever the number.
pub(crate) async fn listed(app: &App, activities: Vec<Activity>) -> Outcome<Vec<Listed>> {
    let (owners, agencies) = load::owners_of(app, &activities).await?;
    Ok(activities.into_iter().map(|it| Listed { hosts: names(&it, &owners, &agencies), activity: it }).collect())
}

fn names(activity: &Activity, owners: &HashMap<String, Vec<String>>, agencies: &HashMap<String, Agency>) -> Vec<String> {
    let ids = owners.get(&activity.id).map(Vec::as_slice).unwrap_or_default();
    ids.iter().filter_map(|it| agencies.get(it)).map(|it| it.short_name.clone()).collect()
}
