//! The page of one participant's evidence, for owners.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Outcome, clock::MINUTE};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Choice, Errors, Form, Frame, Tongue, Zone};

use super::{
    actions::Correction,
    queries::{FileRow, file_rows},
};
use crate::{
    activity::{load, model::Activity},
    attendance::{
        frame,
        model::{Count, Evidence, Kind, Seat},
        named::{Named, Numbers, named, names},
        policy::{self, Correctable},
        queries,
    },
};

/// An entry of the ledger with what a reader needs to follow it.
#[derive(Serialize, JsonSchema)]
pub(crate) struct EntryRow {
    #[serde(flatten)]
    evidence: Evidence,
    /// Minutes of the session between its two moments.
    within: i64,
    recorded_by_name: String,
    revoked_by_name: String,
    /// The file, its line and the name typed there.
    file: Option<(String, i64, String)>,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-ledger.html")]
pub(crate) struct LedgerPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    registration_id: String,
    #[serde(skip)]
    zone: Zone,
    person: Named,
    /// The registration's.
    number: i64,
    has_place: bool,
    count: Option<Count>,
    /// In permille.
    minimum_share: i64,
    session_minutes: i64,
    entries: Vec<EntryRow>,
    /// Why nothing can be corrected now, as a sentence's key.
    closed_because: Option<&'static str>,
    #[serde(skip)]
    decisions: Vec<Choice>,
    form: Form,
}

pub(crate) async fn ledger(ask: Ask, Path((id, registration_id)): Path<(String, String)>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let seat = queries::seat(ask.db(), &id, &registration_id).await?;
    let activity = proof.activity().clone();
    let closed_because = policy::correctable(proof, ask.now()).err().map(|it| it.key());
    let page = page(&ask, &activity, &seat).await?;
    let closed_because = closed_because.or((!page.has_place).then_some("attendance-no-seat"));
    ask.page(&LedgerPage { closed_because, ..page })
}

pub(super) async fn refused(
    ask: &Ask,
    proof: &Correctable,
    seat: &Seat,
    (typed, errors): (Correction, Errors),
) -> Outcome<Response> {
    let page = page(ask, proof.activity(), seat).await?;
    let typed = [("decision", typed.decision), ("minutes", typed.minutes), ("reason", typed.reason)];
    let typed = typed.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let form = Form::refused(page.frame.t, typed, &errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &LedgerPage { form, ..page })
}

async fn page(ask: &Ask, activity: &Activity, seat: &Seat) -> Outcome<LedgerPage> {
    let db = ask.db();
    let ledger = queries::ledger(db, &activity.id, &seat.registration_id).await?;
    let files = file_rows(db, &activity.id, &seat.registration_id).await?;
    let hands = ledger.iter().flat_map(|it| [&it.recorded_by, &it.revoked_by]).flatten().cloned().collect();
    let hands = names(db, hands).await?;
    let person = named(db, std::slice::from_ref(seat), Numbers::InFull).await?.pop().unwrap_or_default();
    let frame = frame(ask, activity, "attendance-title-roll");
    let t = frame.t;
    let title = t.fill("attendance-title-ledger", "name", &person.name);
    Ok(LedgerPage {
        frame: frame.crumb(t.say("attendance-roll"), format!("/kegiatan/{}/daftar-hadir", activity.id)).titled(title),
        id: activity.id.clone(),
        registration_id: seat.registration_id.clone(),
        zone: activity.zone,
        person,
        number: seat.number,
        has_place: seat.is_taken(),
        count: queries::count_of(db, &seat.registration_id).await?,
        minimum_share: activity.minimum_share,
        session_minutes: (activity.ends_at - activity.starts_at) / MINUTE,
        entries: ledger.into_iter().map(|it| entry(it, activity, &hands, &files)).collect(),
        closed_because: None,
        decisions: decisions(t),
        form: Form::new(t),
    })
}

fn entry(evidence: Evidence, activity: &Activity, hands: &HashMap<String, String>, files: &[FileRow]) -> EntryRow {
    let (from, until) = (evidence.from_at.max(activity.starts_at), evidence.until_at.min(activity.ends_at));
    let name = |id: &Option<String>| id.as_ref().and_then(|it| hands.get(it)).cloned().unwrap_or_default();
    let file = files.iter().find(|it| evidence.kind == Kind::Report && it.source == evidence.source);
    EntryRow {
        within: (until - from).max(0) / MINUTE,
        recorded_by_name: name(&evidence.recorded_by),
        revoked_by_name: name(&evidence.revoked_by),
        file: file.map(|it| (it.file_name.clone(), it.line, it.name.clone())),
        evidence,
    }
}

fn decisions(t: Tongue) -> Vec<Choice> {
    vec![
        Choice::new("present", t.say("attendance-is-present")),
        Choice::new("absent", t.say("attendance-is-absent")),
        Choice::new("minutes", t.say("attendance-decision-minutes")),
    ]
}
