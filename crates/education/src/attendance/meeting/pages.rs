//! The page of meeting reports: upload, what each file said, and rows that wait for a decision.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Choice, Errors, Form, Frame, MenuItem, Tongue, Zone, address};

use super::{
    model::{Aside, Shown},
    queries,
    views::{self, Search, ShownReport, ShownRow},
};
use crate::{
    activity::{load, model::Activity},
    attendance::{
        frame,
        policy::{self, Correctable},
    },
};

const PER_PAGE: i64 = 25;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-meeting.html")]
pub(crate) struct MeetingPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    starts_at: i64,
    ends_at: i64,
    #[serde(skip)]
    zone: Zone,
    /// Why no file is taken now, as a sentence's key.
    closed_because: Option<&'static str>,
    reports: Vec<ShownReport>,
    shown: Shown,
    rows: Vec<ShownRow>,
    /// A row for which a participant is being looked for.
    search: Option<Search>,
    /// The query of the next page, if there is one.
    next: String,
    /// The query of this page, to come back to after a decision.
    #[serde(skip)]
    here: String,
    #[serde(skip)]
    filters: Vec<MenuItem>,
    #[serde(skip)]
    zones: Vec<Choice>,
    #[serde(skip)]
    orders: Vec<Choice>,
    #[serde(skip)]
    asides: Vec<Choice>,
    form: Form,
}

pub(crate) async fn meeting(ask: Ask, Path(id): Path<String>, Query(query): Query<HashMap<String, String>>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let activity = proof.activity().clone();
    let closed_because = policy::correctable(proof, ask.now()).err().map(|it| it.key());
    let page = page(&ask, &activity, &query).await?;
    ask.page(&MeetingPage { closed_because, ..page })
}

/// The page once more, with what is wrong with the file and what was chosen beside it.
pub(super) async fn refused(ask: &Ask, proof: &Correctable, typed: Vec<(String, String)>, errors: Errors) -> Outcome<Response> {
    let page = page(ask, proof.activity(), &HashMap::new()).await?;
    let form = Form::refused(page.frame.t, typed, &errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &MeetingPage { form, ..page })
}

async fn page(ask: &Ask, activity: &Activity, query: &HashMap<String, String>) -> Outcome<MeetingPage> {
    let (db, id) = (ask.db(), activity.id.as_str());
    let of = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
    let shown = Shown::parse(of("tampil"));
    let after = row_key(of("setelah")).unwrap_or_default();
    let mut rows = queries::rows(db, id, shown, ((&after.0, after.1), PER_PAGE + 1)).await?;
    let goes_on = rows.len() as i64 > PER_PAGE;
    rows.truncate(PER_PAGE as usize);
    let last = rows.last().map(|it| it.source()).unwrap_or_default();
    let frame = frame(ask, activity, "attendance-title-meeting");
    let t = frame.t;
    let search = match row_key(of("baris")) {
        Some((report_id, line)) => views::search(db, id, (&report_id, line), of("cari")).await?,
        None => None,
    };
    let here = frame.path.split_once('?').map(|it| format!("?{}", it.1)).unwrap_or_default();
    Ok(MeetingPage {
        next: if goes_on { address::with(&address::with(&frame.path, "baris", ""), "setelah", &last) } else { String::new() },
        reports: views::reports(db, id).await?,
        rows: views::rows(db, id, rows).await?,
        form: Form::new(t).with("zona", activity.zone.name()),
        id: id.to_owned(),
        starts_at: activity.starts_at,
        ends_at: activity.ends_at,
        zone: activity.zone,
        closed_because: None,
        filters: filters(t, id, shown),
        zones: Zone::ALL.into_iter().map(|it| Choice::new(it.name(), it.name())).collect(),
        orders: vec![Choice::new("hari", t.say("attendance-day-first")), Choice::new("bulan", t.say("attendance-month-first"))],
        asides: Aside::ALL.into_iter().map(|it| Choice::new(it.name(), t.say(it.key()))).collect(),
        shown,
        search,
        here,
        frame,
    })
}

/// A row as it stands in addresses: `REPORT:LINE`.
fn row_key(text: &str) -> Option<(String, i64)> {
    let (report_id, line) = text.split_once(':')?;
    Some((report_id.to_owned(), line.parse().ok()?))
}

fn filters(t: Tongue, id: &str, chosen: Shown) -> Vec<MenuItem> {
    let path = format!("/kegiatan/{id}/laporan-rapat");
    let link = |it: Shown| MenuItem {
        label: t.say(it.key()).to_owned(),
        href: address::with(&path, "tampil", it.name()),
        current: it == chosen,
    };
    Shown::ALL.into_iter().map(link).collect()
}
