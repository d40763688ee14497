//! Actions on whole reports: letting minutes without moments count, withdrawing, matching open rows again.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, web::Form};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    matching::{self, Unplaced},
    model::KeptRow,
    queries,
};
use crate::{
    activity::load,
    attendance::{
        ledger::actions::{note, reason},
        model::Kind,
        policy::{self, Correctable},
        queries::{Entry, Recording, Revoking, record, revoke_report},
        recount,
    },
};

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Reasoned {
    reason: String,
}

/// Lets the minutes of a file that gives no moments count, for everybody whose row is matched.
pub(crate) async fn accept_minutes(
    ask: Ask,
    Path((id, report_id)): Path<(String, String)>,
    Form(form): Form<Reasoned>,
) -> Outcome<Response> {
    let proof = policy::correctable(load::editable(&ask, &id).await?, ask.now())?;
    let report = queries::report(ask.db(), &id, &report_id).await?;
    let reason = reason(&form.reason)?;
    let (by, now) = (ask.actor()?.id.as_str(), ask.now());
    let rows = queries::unplaced(ask.db(), &id, &report_id).await?;
    let entries: Vec<Entry> = rows.iter().filter_map(|it| matching::evidence(it, Unplaced::Count)).collect();
    let mut tx = ask.db().begin().await?;
    if !queries::accept_minutes(&mut tx, &report_id, (by, now), &reason).await? {
        return Err(Failure::Conflict("attendance-report-changed"));
    }
    let recording = Recording { activity_id: &id, kind: Kind::Report, now, by: Some(by), reason: Some(&reason) };
    record(&mut tx, &recording, &entries).await?;
    note(&ask, &mut tx, &proof, ("report-minutes-accepted", &[("file", report.file_name), ("reason", reason.clone())])).await?;
    let cause = format!("minutes-{report_id}");
    recount::plan(&mut tx, &id, &cause, recount::soon(now)).await?;
    tx.commit().await?;
    recount::all(&ask.app, &id, &cause).await?;
    ask.done(&format!("/kegiatan/{id}/laporan-rapat"), "attendance-minutes-accepted")
}

/// Takes a report back with all its evidence; it stays to be seen, and the same file may be uploaded again.
pub(crate) async fn withdraw(
    ask: Ask,
    Path((id, report_id)): Path<(String, String)>,
    Form(form): Form<Reasoned>,
) -> Outcome<Response> {
    let proof = policy::correctable(load::editable(&ask, &id).await?, ask.now())?;
    let report = queries::report(ask.db(), &id, &report_id).await?;
    let reason = reason(&form.reason)?;
    let (by, now) = (ask.actor()?.id.as_str(), ask.now());
    let mut tx = ask.db().begin().await?;
    if !queries::withdraw(&mut tx, &report_id, (by, now), &reason).await? {
        return Err(Failure::Conflict("attendance-report-changed"));
    }
    revoke_report(&mut tx, &Revoking { by, now, reason: &reason }, &id, &report_id).await?;
    note(&ask, &mut tx, &proof, ("report-withdrawn", &[("file", report.file_name), ("reason", reason.clone())])).await?;
    let cause = format!("withdrawn-{report_id}");
    recount::plan(&mut tx, &id, &cause, recount::soon(now)).await?;
    tx.commit().await?;
    recount::all(&ask.app, &id, &cause).await?;
    ask.done(&format!("/kegiatan/{id}/laporan-rapat"), "attendance-report-withdrawn")
}

/// Matches the open rows that no owner has touched once more, e.g. after people were registered who had been missing.
pub(crate) async fn match_again(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = policy::correctable(load::editable(&ask, &id).await?, ask.now())?;
    let registered = matching::registered(ask.db(), &id).await?;
    let open = queries::undecided(ask.db(), &id).await?;
    let rows = matching::matched(open, registered).await?;
    let cause = format!("matched-{}", kernel::id::fresh());
    keep_matches(&ask, &proof, &rows, &cause).await?;
    recount::all(&ask.app, &id, &cause).await?;
    ask.done(&format!("/kegiatan/{id}/laporan-rapat"), "attendance-matched-again")
}

async fn keep_matches(ask: &Ask, proof: &Correctable, rows: &[KeptRow], cause: &str) -> Outcome<()> {
    let activity_id = proof.activity().id.as_str();
    let reports = queries::reports(ask.db(), activity_id).await?;
    let accepted = |id: &str| reports.iter().any(|it| it.id == id && it.minutes_accepted_at.is_some());
    let unplaced = |it: &KeptRow| if accepted(&it.report_id) { Unplaced::Count } else { Unplaced::Wait };
    let entries: Vec<Entry> = rows.iter().filter_map(|it| matching::evidence(it, unplaced(it))).collect();
    let recording = Recording { activity_id, kind: Kind::Report, now: ask.now(), by: Some(&ask.actor()?.id), reason: None };
    let mut tx = ask.db().begin().await?;
    queries::rematch(&mut tx, rows).await?;
    for entries in entries.chunks(5_000) {
        record(&mut tx, &recording, entries).await?;
    }
    recount::plan(&mut tx, activity_id, cause, recount::soon(ask.now())).await?;
    tx.commit().await
}
