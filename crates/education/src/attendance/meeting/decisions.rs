//! Decisions on single rows: whose a row is, or that it is nobody's, and taking that back. Every decision is kept.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, db::Tx, web::Form};
use schemars::JsonSchema;
use serde::Deserialize;
use ui::{Lang, Tongue};

use super::{
    matching::{self, Unplaced},
    model::{Aside, KeptRow},
    queries::{self, Deciding, Decision},
};
use crate::{
    activity::load,
    attendance::{
        model::Kind,
        policy,
        queries::{Recording, Revoking, record, record_again, revoke, seat},
        recount,
    },
};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct RowDecision {
    /// The registration that the row belongs to; or else why it is nobody's:
    registration: String,
    /// "committee", "shared-device", "not-registered" or "unknown".
    set_aside: String,
    /// Where to go on: the list of rows as it was filtered.
    next: String,
}

type RowPath = Path<(String, String, i64)>;

pub(crate) async fn decide(ask: Ask, Path((id, report_id, line)): RowPath, Form(form): Form<RowDecision>) -> Outcome<Response> {
    policy::correctable(load::editable(&ask, &id).await?, ask.now())?;
    let row = queries::row(ask.db(), &id, (&report_id, line)).await?;
    let said = match Aside::parse(&form.set_aside) {
        Some(aside) => set_aside(&ask, &row, aside).await?,
        None => assign(&ask, &id, row, &form.registration).await?,
    };
    ask.done(&back(&id, &form.next), said)
}

pub(crate) async fn undo(ask: Ask, Path((id, report_id, line)): RowPath, Form(form): Form<RowDecision>) -> Outcome<Response> {
    policy::correctable(load::editable(&ask, &id).await?, ask.now())?;
    let row = queries::row(ask.db(), &id, (&report_id, line)).await?;
    let (by, now) = (ask.actor()?.id.as_str(), ask.now());
    let from = row.registration_id.clone().or(row.set_aside_for.map(|it| it.name().to_owned()));
    let from = from.ok_or(Failure::Conflict("attendance-row-decided"))?;
    let mut tx = ask.db().begin().await?;
    decided(&mut tx, &Deciding { row: &row, by, now }, &Decision::Undone(&from)).await?;
    if let Some(registration_id) = &row.registration_id {
        // Kept in the ledger, whose language is Indonesian.
        let reason = Tongue::of(Lang::Id).say("attendance-undone-reason");
        revoke(&mut tx, &Revoking { by, now, reason }, registration_id, (Kind::Report, &row.source())).await?;
        count(&mut tx, &id, registration_id, now).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    ask.done(&back(&id, &form.next), "attendance-row-undone")
}

async fn set_aside(ask: &Ask, row: &KeptRow, aside: Aside) -> Outcome<&'static str> {
    let deciding = Deciding { row, by: &ask.actor()?.id, now: ask.now() };
    let mut tx = ask.db().begin().await?;
    decided(&mut tx, &deciding, &Decision::SetAside(aside.name())).await?;
    tx.commit().await?;
    Ok("attendance-row-set-aside")
}

async fn assign(ask: &Ask, activity_id: &str, row: KeptRow, registration_id: &str) -> Outcome<&'static str> {
    let (by, now) = (ask.actor()?.id.as_str(), ask.now());
    let seat = match seat(ask.db(), activity_id, registration_id).await {
        Err(Failure::NotFound) => return Err(Failure::invalid("registration", "attendance-registration-required")),
        other => other?,
    };
    if !seat.is_taken() {
        return Err(Failure::Conflict("attendance-no-seat"));
    }
    let report = queries::report(ask.db(), activity_id, &row.report_id).await?;
    let unplaced = if report.minutes_accepted_at.is_some() { Unplaced::Count } else { Unplaced::Wait };
    let row = KeptRow { registration_id: Some(seat.registration_id), ..row };
    let mut tx = ask.db().begin().await?;
    decided(&mut tx, &Deciding { row: &row, by, now }, &Decision::Assigned(registration_id)).await?;
    if let Some(entry) = matching::evidence(&row, unplaced) {
        let recording = Recording { activity_id, kind: Kind::Report, now, by: Some(by), reason: None };
        let source = entry.source.clone();
        if record(&mut tx, &recording, &[entry]).await? == 0 {
            record_again(&mut tx, (by, now), registration_id, &source).await?;
        }
        count(&mut tx, activity_id, registration_id, now).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    Ok("attendance-row-assigned")
}

async fn decided(tx: &mut Tx, deciding: &Deciding<'_>, decision: &Decision<'_>) -> Outcome<()> {
    match queries::decide(tx, deciding, decision).await? {
        true => Ok(()),
        false => Err(Failure::Conflict("attendance-row-decided")),
    }
}

async fn count(tx: &mut Tx, activity_id: &str, registration_id: &str, now: i64) -> Outcome<()> {
    recount::some(tx, activity_id, &[registration_id.to_owned()], now).await?;
    recount::tell(tx, activity_id, now).await
}

fn back(id: &str, next: &str) -> String {
    let path = format!("/kegiatan/{id}/laporan-rapat");
    match next.strip_prefix('?') {
        Some(query) => format!("{path}?{query}"),
        None => path,
    }
}
