//! The operator's page at the door, and what a ticket's address shows to whom.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Form, Frame, Zone};

use super::actions::{Scanned, admitted, scanned};
use crate::{
    activity::{load, model::Activity, policy::Editable},
    attendance::{
        frame,
        model::Seat,
        named::{Named, Numbers, named},
        policy::{self, Scannable},
        queries,
    },
};

/// A scan in the list of the latest.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Latest {
    at: i64,
    registration_id: String,
    person: Named,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-scan.html")]
pub(crate) struct ScanPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    #[serde(skip)]
    zone: Zone,
    seated: i64,
    present: i64,
    /// Why nothing can be scanned now, as a sentence's key.
    closed_because: Option<&'static str>,
    last: Option<Scanned>,
    latest: Vec<Latest>,
    /// For the next scan.
    nonce: String,
    form: Form,
}

pub(crate) async fn door(ask: Ask, Path(id): Path<String>, Query(query): Query<HashMap<String, String>>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let activity = proof.activity().clone();
    let closed_because = policy::scannable(proof, ask.now(), ask.now()).err().map(|it| it.key());
    let page = page(&ask, &activity).await?;
    let last = match query.get("terakhir") {
        Some(registration_id) => last(&ask, &id, registration_id).await?,
        None => None,
    };
    ask.page(&ScanPage { last, closed_because, ..page })
}

pub(super) async fn refused(ask: &Ask, proof: Scannable, typed: &str, key: &'static str) -> Outcome<Response> {
    let page = page(ask, proof.activity()).await?;
    let mut errors = ui::Errors::new();
    errors.add("tiket", key);
    let form = Form::refused(page.frame.t, vec![("tiket".to_owned(), typed.to_owned())], &errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &ScanPage { form, ..page })
}

async fn page(ask: &Ask, activity: &Activity) -> Outcome<ScanPage> {
    let (scans, seats): (Vec<_>, Vec<_>) = queries::door(ask.db(), &activity.id).await?.into_iter().unzip();
    let people = named(ask.db(), &seats, Numbers::InFull).await?;
    let latest = scans.into_iter().zip(people);
    let (present, _) = queries::totals(ask.db(), &activity.id).await?;
    let frame = frame(ask, activity, "attendance-title-scan");
    Ok(ScanPage {
        form: Form::new(frame.t),
        frame,
        id: activity.id.clone(),
        zone: activity.zone,
        seated: activity.taken,
        present,
        closed_because: None,
        last: None,
        latest: latest.map(|(it, person)| Latest { at: it.from_at, registration_id: it.registration_id, person }).collect(),
        nonce: kernel::id::fresh(),
    })
}

async fn last(ask: &Ask, activity_id: &str, registration_id: &str) -> Outcome<Option<Scanned>> {
    let seat = match queries::seat(ask.db(), activity_id, registration_id).await {
        Err(Failure::NotFound) => return Ok(None),
        other => other?,
    };
    match queries::scan_of(ask.db(), registration_id).await? {
        Some(scan) => scanned(ask, &seat, &scan, true).await.map(Some),
        None => Ok(None),
    }
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-ticket.html")]
pub(crate) struct TicketPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    #[serde(skip)]
    zone: Zone,
    ticket: String,
    person: Named,
    /// Why this ticket lets nobody in, or why it is too early or late, as a sentence's key.
    refused: Option<&'static str>,
    /// The first scan, if there was one.
    scanned: Option<Scanned>,
    nonce: String,
}

/// For operators the person with one button; people who open their own ticket's address are shown their place.
pub(crate) async fn ticket(ask: Ask, Path((id, ticket)): Path<(String, String)>) -> Outcome<Response> {
    let found = queries::seat_by_ticket(ask.db(), &ticket).await?.filter(|it| it.activity_id == id);
    let Some(actor) = ask.maybe_actor() else {
        // A guest has no account: the ticket is what they show, here and there.
        let is_guest = found.is_some_and(|it| it.person_id.is_none());
        return if is_guest { Ok(elsewhere(format!("/tiket/{ticket}"))) } else { Err(Failure::SignInFirst) };
    };
    let is_own = found.as_ref().is_some_and(|it| it.person_id.as_ref() == Some(&actor.id));
    let proof = match load::editable(&ask, &id).await {
        Err(_) if is_own => return Ok(elsewhere(format!("/kegiatan/{id}/pendaftaran"))),
        other => other?,
    };
    operator(&ask, proof, found.ok_or(Failure::NotFound)?).await
}

fn elsewhere(address: String) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response()
}

async fn operator(ask: &Ask, proof: Editable, seat: Seat) -> Outcome<Response> {
    let activity = proof.activity().clone();
    let too_soon_or_late = policy::scannable(proof, ask.now(), ask.now()).err().map(|it| it.key());
    let refused = admitted(Some(seat.clone()), &activity.id).err().or(too_soon_or_late);
    let scanned = match queries::scan_of(ask.db(), &seat.registration_id).await? {
        Some(scan) => Some(scanned(ask, &seat, &scan, true).await?),
        None => None,
    };
    let person = named(ask.db(), std::slice::from_ref(&seat), Numbers::InFull).await?.pop().unwrap_or_default();
    ask.page(&TicketPage {
        frame: frame(ask, &activity, "attendance-title-scan"),
        id: activity.id,
        zone: activity.zone,
        ticket: seat.ticket,
        person,
        refused,
        scanned,
        nonce: kernel::id::fresh(),
    })
}
