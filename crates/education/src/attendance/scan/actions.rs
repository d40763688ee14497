//! Recording a ticket at the door, from a scanner gun, an operator's phone, or a program that was offline.

use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Outcome, jobs::Times, web::Form};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::pages;
use crate::{
    activity::load,
    attendance::{
        model::{Evidence, Kind, Seat},
        named::{Named, Numbers, named, names},
        policy::{self, LATEST_CODE, Scannable},
        queries::{self, Entry, Recording},
        recount,
    },
};

#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Scan {
    /// The ticket, or the address in its QR code.
    pub(crate) tiket: String,
    /// The scanner's own number for this scan, at most 64 characters: sent twice, it is one scan with one answer.
    pub(crate) nonce: String,
    /// When it was scanned, in epoch milliseconds, if that was earlier than now.
    pub(crate) scanned_at: String,
}

/// What a scan came to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Scanned {
    /// False when the ticket was scanned before, by another scan.
    pub(crate) is_first: bool,
    /// When this ticket was first scanned.
    pub(crate) at: i64,
    /// Who scanned it first.
    pub(crate) by: String,
    pub(crate) registration_id: String,
    pub(crate) person: Named,
}

pub(crate) async fn scan(ask: Ask, Path(id): Path<String>, Form(form): Form<Scan>) -> Outcome<Response> {
    let at = form.scanned_at.trim().parse().unwrap_or(ask.now());
    let proof = policy::scannable(load::editable(&ask, &id).await?, at, ask.now())?;
    let seat = match admitted(queries::seat_by_ticket(ask.db(), ticket(&form.tiket)).await?, &id) {
        Ok(seat) => seat,
        Err(key) => return pages::refused(&ask, proof, &form.tiket, key).await,
    };
    let nonce = match form.nonce.trim() {
        "" => kernel::id::fresh(),
        given => given.chars().take(64).collect(),
    };
    let scan = record(&ask, &proof, &seat, &nonce).await?;
    if ask.visit.wants_json {
        return ask.json(StatusCode::OK, &scanned(&ask, &seat, &scan, scan.source == nonce).await?);
    }
    let said = if scan.source == nonce { "attendance-scanned" } else { "attendance-scanned-before" };
    ask.done(&format!("/kegiatan/{id}/pindai?terakhir={}", seat.registration_id), said)
}

/// The ticket in what a scanner typed: the last part of an address, or the ticket itself.
fn ticket(typed: &str) -> &str {
    let address = typed.trim().split(['?', '#']).next().unwrap_or_default();
    address.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

/// A seat of this activity that may be used, or the key of the sentence why not.
pub(super) fn admitted(seat: Option<Seat>, activity_id: &str) -> Result<Seat, &'static str> {
    match seat {
        Some(seat) if seat.activity_id != activity_id => Err("attendance-ticket-unknown"),
        Some(seat) if seat.cancelled_at.is_some() => Err("attendance-ticket-cancelled"),
        Some(seat) if seat.seated_at.is_none() => Err("attendance-ticket-waiting"),
        Some(seat) => Ok(seat),
        None => Err("attendance-ticket-unknown"),
    }
}

/// Records the scan unless the ticket was scanned before; answers the first scan in both cases.
async fn record(ask: &Ask, proof: &Scannable, seat: &Seat, nonce: &str) -> Outcome<Evidence> {
    let (activity, now) = (proof.activity(), ask.now());
    let by = Some(ask.actor()?.id.as_str());
    let recording = Recording { activity_id: &activity.id, kind: Kind::Scan, now, by, reason: None };
    let entry = Entry::moment(&seat.registration_id, nonce, proof.at);
    let mut tx = ask.db().begin().await?;
    if queries::record(&mut tx, &recording, &[entry]).await? > 0 {
        recount::some(&mut tx, &activity.id, std::slice::from_ref(&seat.registration_id), now).await?;
        let after = activity.ends_at + LATEST_CODE + kernel::clock::MINUTE;
        recount::plan(&mut tx, &activity.id, "after-the-end", Times { run_at: after, now }).await?;
    }
    tx.commit().await?;
    queries::scan_of(ask.db(), &seat.registration_id).await?.ok_or(kernel::Failure::NotFound)
}

pub(super) async fn scanned(ask: &Ask, seat: &Seat, scan: &Evidence, is_first: bool) -> Outcome<Scanned> {
    let person = named(ask.db(), std::slice::from_ref(seat), Numbers::InFull).await?.pop().unwrap_or_default();
    let by = names(ask.db(), scan.recorded_by.iter().cloned().collect()).await?.into_values().next().unwrap_or_default();
    Ok(Scanned { is_first, at: scan.from_at, by, registration_id: seat.registration_id.clone(), person })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scanner_types_a_ticket_or_its_address() {
        for typed in ["k7m", " k7m\r\n", "https://guyub.example/kegiatan/01j/pindai/k7m", "/kegiatan/01j/pindai/k7m/?bahasa=en"] {
            assert_eq!(ticket(typed), "k7m", "{typed}");
        }
        assert_eq!(ticket(""), "");
    }
}
