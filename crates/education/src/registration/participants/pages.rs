//! The list for the owners: on the screen, as a file, by agency, and one participant.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use directory::lookup;
use kernel::{Ask, Db, Outcome, web::attachment};
use schemars::JsonSchema;
use serde::Serialize;
use sheet::Csv;
use ui::{Form, Frame, MenuItem, address};

use super::{
    model::{Filter, Participant, participants},
    queries::{self, PAGE},
};
use crate::{
    activity::{load::editable, pages::owned_frame, policy::Editable},
    registration::{
        model::{Registration, Standing},
        queries::by_id,
    },
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "registration-participants.html")]
pub(crate) struct ParticipantsPage {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    seats: Option<i64>,
    taken: i64,
    waiting: i64,
    standing: Standing,
    participants: Vec<Participant>,
    #[serde(skip)]
    chips: Vec<MenuItem>,
    #[serde(skip)]
    search: String,
    /// Address of the next page; empty on the last.
    next: String,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "registration-agencies.html")]
pub(crate) struct AgenciesPage {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    agencies: Vec<AgencyCount>,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct AgencyCount {
    /// Absent for guests.
    agency_id: Option<String>,
    name: String,
    count: i64,
    /// Of these, in the waiting line.
    waiting: i64,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "registration-participant.html")]
pub(crate) struct ParticipantPage {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    participant: Participant,
    form: Form,
}

pub(crate) async fn list(ask: Ask, Path(id): Path<String>, Query(filter): Query<Filter>) -> Outcome<Response> {
    let owned = editable(&ask, &id).await?;
    let mut found = queries::page(ask.db(), &id, &filter).await?;
    let is_last = found.len() <= PAGE;
    found.truncate(PAGE);
    let last = found.last().map_or(0, |it| it.number);
    let activity = owned.activity();
    let frame = owned_frame(&ask, activity, "participants-title");
    let next = if is_last { String::new() } else { address::with(&frame.path, "setelah", &last.to_string()) };
    let page = ParticipantsPage {
        activity_id: id.clone(),
        seats: activity.seats,
        taken: activity.taken,
        waiting: activity.waiting,
        standing: filter.standing(),
        participants: named(ask.db(), found).await?,
        chips: chips(&frame, &id, &filter),
        search: filter.cari,
        next,
        frame,
    };
    ask.page(&page)
}

fn chips(frame: &Frame, id: &str, filter: &Filter) -> Vec<MenuItem> {
    let t = frame.t;
    let chip = |label: &str, state: &str, standing: Standing| MenuItem {
        label: label.to_owned(),
        href: format!("/kegiatan/{id}/peserta{state}"),
        current: filter.standing() == standing,
    };
    vec![
        chip(t.say("participants-seated"), "", Standing::Seated),
        chip(t.say("participants-waiting"), "?keadaan=menunggu", Standing::Waiting),
        chip(t.say("participants-cancelled"), "?keadaan=batal", Standing::Cancelled),
    ]
}

/// All who are seated or wait, for a spreadsheet.
pub(crate) async fn list_file(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    const PORTION: i64 = 2_000;
    editable(&ask, &id).await?;
    let (db, t) = (ask.db().reports(), ui::visit::tongue(&ask.visit));
    let header = [
        t.say("participants-order"),
        t.say("registration-name"),
        t.say("registration-number"),
        t.say("registration-agency"),
        t.say("registration-mail"),
        t.say("participants-standing"),
    ];
    let mut csv = Csv::new(Vec::new(), &header)?;
    let mut after = 0;
    loop {
        let portion = queries::current(&db, &id, (after, PORTION)).await?;
        let Some(last) = portion.last() else { break };
        after = last.number;
        for it in named(&db, portion).await? {
            let standing = t.say(standing_key(it.standing));
            csv.row(&[&it.number.to_string(), &it.name, &it.nip, &it.agency, &it.mail, standing])?;
        }
    }
    Ok(attachment(&format!("peserta-{id}.csv"), "text/csv; charset=utf-8", csv.finish()?))
}

fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Seated => "participants-seated",
        Standing::Waiting => "participants-waiting",
        Standing::Cancelled => "participants-cancelled",
    }
}

/// How many come from which unit, the largest first.
pub(crate) async fn by_agency(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let owned = editable(&ask, &id).await?;
    let counts = queries::by_agency(&ask.db().reports(), &id).await?;
    let ids: Vec<String> = counts.iter().filter_map(|it| it.0.clone()).collect();
    let known = lookup::agencies(ask.db(), &ids).await?;
    let frame = owned_frame(&ask, owned.activity(), "participants-by-agency");
    let guests = frame.t.say("participants-guests");
    let agencies = counts.into_iter().map(|(agency_id, count, waiting)| {
        let agency = agency_id.as_ref().map(|it| known.get(it).map_or(it.clone(), |it| it.short_name.clone()));
        AgencyCount { name: agency.unwrap_or_else(|| guests.to_owned()), agency_id, count, waiting }
    });
    ask.page(&AgenciesPage { activity_id: id, agencies: agencies.collect(), frame })
}

pub(crate) async fn participant(ask: Ask, Path((id, registration)): Path<(String, String)>) -> Outcome<Response> {
    let owned = editable(&ask, &id).await?;
    let registration = by_id(ask.db(), &id, &registration).await?;
    let form = Form::new(ui::visit::tongue(&ask.visit));
    again(&ask, &owned, registration, (StatusCode::OK, form)).await
}

pub(super) async fn again(
    ask: &Ask,
    owned: &Editable,
    registration: Registration,
    (status, form): (StatusCode, Form),
) -> Outcome<Response> {
    let activity_id = owned.activity().id.clone();
    let Some(participant) = named(ask.db(), vec![registration]).await?.pop() else {
        return Err(kernel::Failure::NotFound);
    };
    let frame = owned_frame(ask, owned.activity(), "participants-title");
    let title = frame.title.clone();
    let frame = frame.crumb(title, format!("/kegiatan/{activity_id}/peserta")).titled(&participant.name);
    ask.page_as(status, &ParticipantPage { frame, activity_id, participant, form })
}

pub(super) async fn named(db: &Db, registrations: Vec<Registration>) -> Outcome<Vec<Participant>> {
    let ids: Vec<String> = registrations.iter().filter_map(|it| it.person_id.clone()).collect();
    Ok(participants(registrations, &lookup::people(db, &ids).await?))
}
