//! Corrections by owners: each with a reason, kept for ever, also when it is taken back.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, clock::MINUTE, db::Tx, web::Form};
use schemars::JsonSchema;
use serde::Deserialize;
use ui::{Errors, Lang, Tongue, parse};

use super::pages;
use crate::{
    activity::{draft::one_line, load, model::Activity},
    attendance::{
        model::{Kind, Seat, Verdict},
        named::{Numbers, named},
        policy::{self, Correctable},
        queries::{self, Entry, Recording, Revoking},
        recount,
    },
    change::{self, By, Difference},
};

#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Correction {
    /// "present", "absent" or "minutes".
    pub(crate) decision: String,
    /// For "minutes": how many of the session.
    pub(crate) minutes: String,
    pub(crate) reason: String,
}

/// A correction that makes sense.
struct Decided {
    verdict: Option<Verdict>,
    minutes: Option<i64>,
    reason: String,
}

pub(crate) async fn correct(
    ask: Ask,
    Path((id, registration_id)): Path<(String, String)>,
    Form(form): Form<Correction>,
) -> Outcome<Response> {
    let proof = policy::correctable(load::editable(&ask, &id).await?, ask.now())?;
    let seat = queries::seat(ask.db(), &id, &registration_id).await?;
    if !seat.is_taken() {
        return Err(Failure::Conflict("attendance-no-seat"));
    }
    let decided = match form.read(proof.activity()) {
        Ok(decided) => decided,
        Err(errors) => return pages::refused(&ask, &proof, &seat, (form, errors)).await,
    };
    let entry = Entry {
        verdict: decided.verdict,
        minutes: decided.minutes,
        ..Entry::moment(&registration_id, &kernel::id::fresh(), ask.now())
    };
    let by = Some(ask.actor()?.id.as_str());
    let recording = Recording { activity_id: &id, kind: Kind::Manual, now: ask.now(), by, reason: Some(&decided.reason) };
    let person = name(&ask, &seat).await?;
    let mut tx = ask.db().begin().await?;
    queries::record(&mut tx, &recording, &[entry]).await?;
    let told = [("participant", person), ("decision", decided.said()), ("reason", decided.reason.clone())];
    note(&ask, &mut tx, &proof, ("attendance-corrected", &told)).await?;
    settle(&mut tx, &id, &registration_id, ask.now()).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}/kehadiran/{registration_id}"), "attendance-corrected")
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct TakenBack {
    reason: String,
}

/// Takes a correction back; it stays in the ledger as revoked. `source` is the correction's own number.
pub(crate) async fn take_back(
    ask: Ask,
    Path((id, registration_id, source)): Path<(String, String, String)>,
    Form(form): Form<TakenBack>,
) -> Outcome<Response> {
    let proof = policy::correctable(load::editable(&ask, &id).await?, ask.now())?;
    let seat = queries::seat(ask.db(), &id, &registration_id).await?;
    let reason = reason(&form.reason)?;
    let person = name(&ask, &seat).await?;
    let revoking = Revoking { by: &ask.actor()?.id, now: ask.now(), reason: &reason };
    let mut tx = ask.db().begin().await?;
    if !queries::revoke(&mut tx, &revoking, &registration_id, (Kind::Manual, &source)).await? {
        return Err(Failure::Conflict("attendance-correction-gone"));
    }
    let told = [("participant", person), ("reason", reason.clone())];
    note(&ask, &mut tx, &proof, ("attendance-correction-taken-back", &told)).await?;
    settle(&mut tx, &id, &registration_id, ask.now()).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}/kehadiran/{registration_id}"), "attendance-correction-taken-back")
}

/// A reason that says something, or what is missing.
pub(crate) fn reason(typed: &str) -> Outcome<String> {
    match one_line(typed) {
        reason if reason.chars().count() < SHORTEST_REASON => Err(Failure::invalid("reason", "attendance-reason-required")),
        reason => Ok(reason),
    }
}

const SHORTEST_REASON: usize = 3;

async fn settle(tx: &mut Tx, activity_id: &str, registration_id: &str, now: i64) -> Outcome<()> {
    recount::some(tx, activity_id, &[registration_id.to_owned()], now).await?;
    recount::tell(tx, activity_id, now).await
}

async fn name(ask: &Ask, seat: &Seat) -> Outcome<String> {
    let named = named(ask.db(), std::slice::from_ref(seat), Numbers::Masked).await?.pop();
    Ok(named.unwrap_or_default().name)
}

/// In the history that all owners see: what was done, and what was told with it.
pub(crate) async fn note(ask: &Ask, tx: &mut Tx, proof: &Correctable, (kind, told): (&str, &[(&str, String)])) -> Outcome<()> {
    let told =
        told.iter().map(|(field, after)| Difference { field: (*field).into(), before: String::new(), after: after.clone() });
    let differences: Vec<Difference> = told.collect();
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    change::record(tx, &proof.activity().id, by, kind, &differences).await
}

impl Correction {
    fn read(&self, activity: &Activity) -> Result<Decided, Errors> {
        let mut errors = Errors::new();
        let longest = (activity.ends_at - activity.starts_at) / MINUTE;
        let minutes = (self.decision == "minutes").then(|| errors.take("minutes", parse::whole(&self.minutes))).flatten();
        if minutes.is_some_and(|it| it > longest) {
            errors.add_with("minutes", "attendance-minutes-too-many", ("n", longest));
        }
        let verdict = Verdict::parse(&self.decision);
        if verdict.is_none() && self.decision != "minutes" {
            errors.add("decision", "attendance-decision-required");
        }
        let reason = errors.take("reason", reason(&self.reason).map_err(|_| "attendance-reason-required"));
        match reason {
            Some(reason) if errors.is_empty() => Ok(Decided { verdict, minutes, reason }),
            _ => Err(errors),
        }
    }
}

impl Decided {
    /// As it stands in the history, which is kept in Indonesian.
    fn said(&self) -> String {
        let t = Tongue::of(Lang::Id);
        match (self.verdict, self.minutes) {
            (Some(Verdict::Present), _) => t.say("attendance-is-present").to_owned(),
            (Some(Verdict::Absent), _) => t.say("attendance-is-absent").to_owned(),
            (None, minutes) => t.fill("attendance-minutes", "n", t.number(minutes.unwrap_or_default())),
        }
    }
}
