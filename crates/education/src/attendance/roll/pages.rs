//! The attendance list as a page, as a sheet to print, and as one's own row.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use directory::lookup;
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Frame, MenuItem, Tongue, Zone, address};

use super::{
    queries,
    rows::{Filter, Reading, RollRow},
};
use crate::{
    activity::{
        load,
        model::{Activity, State},
        policy::Editable,
    },
    attendance::{
        frame,
        named::Numbers,
        policy::{self, Viewer},
        queries::{seat_of, totals},
    },
};

const PER_PAGE: i64 = 50;
/// On one sheet to print; longer lists are for spreadsheets.
const MOST_PRINTED: i64 = 5_000;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-roll.html")]
pub(crate) struct RollPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    state: State,
    starts_at: i64,
    ends_at: i64,
    #[serde(skip)]
    zone: Zone,
    /// In permille.
    minimum_share: i64,
    /// How many have a place.
    seated: i64,
    present: i64,
    absent: i64,
    reports: i64,
    filter: Filter,
    rows: Vec<RollRow>,
    /// The address of the next page, if there is one.
    next: String,
    #[serde(skip)]
    filters: Vec<MenuItem>,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-print.html")]
pub(crate) struct PrintPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    title: String,
    starts_at: i64,
    ends_at: i64,
    #[serde(skip)]
    zone: Zone,
    place: String,
    /// Names of the agencies that own the activity.
    hosts: Vec<String>,
    seated: i64,
    present: i64,
    absent: i64,
    rows: Vec<RollRow>,
    /// Whether the list goes on beyond what is printed.
    is_cut: bool,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-own.html")]
pub(crate) struct OwnPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    state: State,
    starts_at: i64,
    ends_at: i64,
    /// In permille.
    minimum_share: i64,
    rows: Vec<RollRow>,
}

pub(crate) async fn roll(ask: Ask, Path(id): Path<String>, Query(query): Query<HashMap<String, String>>) -> Outcome<Response> {
    let of = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
    match viewer(&ask, &id).await? {
        Viewer::Participant { activity, registration_id } => own(&ask, &activity, &registration_id).await,
        Viewer::Owner(proof) if of("cetak") == "1" => print(&ask, *proof, Filter::parse(of("status"))).await,
        Viewer::Owner(proof) => page(&ask, *proof, Filter::parse(of("status")), of("setelah").parse().unwrap_or(0)).await,
    }
}

async fn viewer(ask: &Ask, id: &str) -> Outcome<Viewer> {
    let actor = ask.actor()?;
    let hosted = load::hosted(ask.db(), id).await?;
    let own = seat_of(&ask.app, id, &actor.id).await?;
    policy::viewer(actor, hosted, own)
}

async fn page(ask: &Ask, proof: Editable, filter: Filter, after: i64) -> Outcome<Response> {
    let (db, activity) = (ask.db(), proof.activity());
    let reading = Reading { db, activity_id: &activity.id, numbers: Numbers::InFull };
    let mut rows = reading.rows(filter, (after, PER_PAGE + 1)).await?;
    let goes_on = rows.len() as i64 > PER_PAGE;
    rows.truncate(PER_PAGE as usize);
    let (present, absent) = totals(db, &activity.id).await?;
    let frame = frame(ask, activity, "attendance-title-roll");
    let last = rows.last().map(|it| it.number.to_string()).unwrap_or_default();
    ask.page(&RollPage {
        filters: filters(frame.t, &activity.id, filter),
        next: if goes_on { address::with(&frame.path, "setelah", &last) } else { String::new() },
        id: activity.id.clone(),
        state: activity.state(ask.now()),
        starts_at: activity.starts_at,
        ends_at: activity.ends_at,
        zone: activity.zone,
        minimum_share: activity.minimum_share,
        seated: activity.taken,
        present,
        absent,
        reports: queries::reports(db, &activity.id).await?,
        filter,
        rows,
        frame,
    })
}

fn filters(t: Tongue, id: &str, chosen: Filter) -> Vec<MenuItem> {
    let path = format!("/kegiatan/{id}/daftar-hadir");
    let link = |it: Filter| MenuItem {
        label: t.say(it.key()).to_owned(),
        href: address::with(&path, "status", it.name()),
        current: it == chosen,
    };
    Filter::ALL.into_iter().map(link).collect()
}

async fn print(ask: &Ask, proof: Editable, filter: Filter) -> Outcome<Response> {
    let (db, activity) = (ask.db().reports(), proof.activity());
    let reading = Reading { db: &db, activity_id: &activity.id, numbers: Numbers::InFull };
    let mut rows = reading.rows(filter, (0, MOST_PRINTED + 1)).await?;
    let is_cut = rows.len() as i64 > MOST_PRINTED;
    rows.truncate(MOST_PRINTED as usize);
    let owners: Vec<String> = proof.hosted().owners().map(|it| it.agency_id.clone()).collect();
    let agencies = lookup::agencies(&db, &owners).await?;
    let (present, absent) = totals(&db, &activity.id).await?;
    ask.page(&PrintPage {
        frame: frame(ask, activity, "attendance-title-roll"),
        id: activity.id.clone(),
        title: activity.title.clone(),
        starts_at: activity.starts_at,
        ends_at: activity.ends_at,
        zone: activity.zone,
        place: activity.place.clone(),
        hosts: owners.iter().filter_map(|it| agencies.get(it)).map(|it| it.name.clone()).collect(),
        seated: activity.taken,
        present,
        absent,
        rows,
        is_cut,
    })
}

async fn own(ask: &Ask, activity: &Activity, registration_id: &str) -> Outcome<Response> {
    let reading = Reading { db: ask.db(), activity_id: &activity.id, numbers: Numbers::Masked };
    ask.page(&OwnPage {
        frame: frame(ask, activity, "attendance-title-own"),
        id: activity.id.clone(),
        state: activity.state(ask.now()),
        starts_at: activity.starts_at,
        ends_at: activity.ends_at,
        minimum_share: activity.minimum_share,
        rows: reading.one(registration_id).await?,
    })
}
