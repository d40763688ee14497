//! Writing, publishing, withdrawing and confirming: load, decide, change and tell in one transaction, answer.

use axum::{extract::Path, response::Response};
use directory::lookup;
use kernel::{
    Ask, Failure, Outcome, outbox,
    web::{Form, from_pairs},
};
use serde::Deserialize;
use ui::{Zone, form::Errors};

use super::{
    edit_page,
    form::WarningForm,
    load,
    model::Draft,
    policy::{self, Endable},
    queries::{self, Maker},
    readers::{counting, queries::has_confirmed, reminding, telling},
};
use crate::{
    activity::{self, actions::Typed, draft::one_line},
    once::{self, Sent},
    published::{WarningConfirmed, WarningPublished, WarningSuperseded, WarningWithdrawn},
};

pub(crate) async fn make(ask: Ask, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: WarningForm = from_pairs(typed.clone())?;
    let actor = ask.actor()?;
    let superseded = superseded(&ask, &form.supersedes).await?;
    let agency_id = match &superseded {
        Some(it) => &it.warning().agency_id,
        None if form.agency.is_empty() => &actor.home,
        None => &form.agency,
    };
    let proof = policy::writable(actor, agency_id, &lookup::lineage(ask.db(), agency_id).await?)?;
    let draft = match checked(&ask, &form).await? {
        Ok(draft) => draft,
        Err(errors) => return edit_page::refused_new(&ask, superseded.as_ref(), typed, &errors).await,
    };
    let sent = Sent::of(&ask, &form.once, &typed)?;
    let maker = Maker { person_id: &actor.id, now: ask.now(), supersedes: superseded.as_ref() };
    let mut tx = ask.db().begin().await?;
    let id = queries::insert(&mut tx, &proof, &draft, &maker).await?;
    if let Some(first) = once::queries::keep(&mut tx, &sent, (&id, ask.now())).await? {
        return ask.done(&format!("/peringatan/{first}"), "warning-drafted");
    }
    tx.commit().await?;
    ask.done(&format!("/peringatan/{id}"), "warning-drafted")
}

pub(crate) async fn superseded(ask: &Ask, id: &str) -> Outcome<Option<Endable>> {
    if id.is_empty() { Ok(None) } else { load::endable(ask, id).await.map(Some) }
}

pub(crate) async fn edit(ask: Ask, Path(id): Path<String>, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: WarningForm = from_pairs(typed.clone())?;
    let proof = load::editable(&ask, &id).await?;
    let draft = match checked(&ask, &form).await? {
        Ok(draft) => draft,
        Err(errors) => return edit_page::refused(&ask, &proof, typed, &errors).await,
    };
    let mut tx = ask.db().begin().await?;
    if !queries::update(&mut tx, &proof, &draft, form.version.parse().unwrap_or_default()).await? {
        return Err(Failure::Conflict("warning-changed-meanwhile"));
    }
    tx.commit().await?;
    ask.done(&format!("/peringatan/{id}"), "warning-saved")
}

/// The draft, or what is wrong: also an audience that reaches nobody, and an activity that is not theirs.
async fn checked(ask: &Ask, form: &WarningForm) -> Outcome<Result<Draft, Errors>> {
    let zone = Zone::parse(&ask.actor()?.zone).unwrap_or_default();
    let draft = match form.read(zone, ask.now()) {
        Ok(draft) => draft,
        Err(errors) => return Ok(Err(errors)),
    };
    let mut errors = Errors::new();
    if lookup::reached(ask.db(), &telling::audience(&draft.audience), "", 1).await?.is_empty() {
        errors.add("audience", "warning-reaches-nobody");
    }
    if let Some(activity_id) = &draft.activity_id {
        match activity::load::editable(ask, activity_id).await {
            Ok(_) => {}
            Err(Failure::NotFound | Failure::Forbidden(_)) => errors.add("activity", "warning-activity-foreign"),
            Err(failure) => return Err(failure),
        }
    }
    Ok(if errors.is_empty() { Ok(draft) } else { Err(errors) })
}

#[derive(Deserialize, Default, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Publication {
    /// The version that was read: no other goes out.
    version: String,
}

pub(crate) async fn publish(ask: Ask, Path(id): Path<String>, Form(form): Form<Publication>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let (warning, now) = (proof.warning(), ask.now());
    if form.version != warning.version.to_string() {
        return Err(Failure::Conflict("warning-changed-since-read"));
    }
    if warning.read_by.is_some_and(|it| it <= now) {
        return Err(Failure::Conflict("warning-read-by-past"));
    }
    let mut tx = ask.db().begin().await?;
    if !queries::publish(&mut tx, &proof, &ask.actor()?.id, now).await? {
        return Err(Failure::Conflict("warning-changed-since-read"));
    }
    if let Some(old) = &warning.supersedes_id {
        if !queries::supersede(&mut tx, &proof, old, now).await? {
            return Err(Failure::Conflict("warning-replaced-meanwhile"));
        }
        let fact = WarningSuperseded { warning_id: old.clone(), superseded_by: id.clone() };
        outbox::publish(&mut tx, now, old, &fact).await?;
    }
    telling::plan(&mut tx, &id, "published", now).await?;
    telling::plan_round(&mut tx, now).await?;
    reminding::plan_reminder(&mut tx, warning, now).await?;
    let fact = WarningPublished { warning_id: id.clone(), agency_id: warning.agency_id.clone() };
    outbox::publish(&mut tx, now, &id, &fact).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/peringatan/{id}"), "warning-is-out")
}

#[derive(Deserialize, Default, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Withdrawal {
    reason: String,
}

pub(crate) async fn withdraw(ask: Ask, Path(id): Path<String>, Form(form): Form<Withdrawal>) -> Outcome<Response> {
    let proof = load::endable(&ask, &id).await?;
    let reason = one_line(&form.reason);
    if reason.chars().count() < 5 {
        return Err(Failure::invalid("reason", "warning-reason-missing"));
    }
    let now = ask.now();
    let mut tx = ask.db().begin().await?;
    if !queries::withdraw(&mut tx, &proof, &reason, (&ask.actor()?.id, now)).await? {
        return Err(Failure::Conflict("warning-not-in-force"));
    }
    reminding::plan_withdrawal(&mut tx, proof.warning(), now).await?;
    outbox::publish(&mut tx, now, &id, &WarningWithdrawn { warning_id: id.clone(), reason }).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/peringatan/{id}"), "warning-is-withdrawn")
}

/// Once, however often it is sent; what has ended meanwhile can be confirmed no more.
pub(crate) async fn confirm(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let proof = policy::confirmable(actor, load::readable(&ask, &id).await?)?;
    let lines = lookup::lineages(ask.db(), std::slice::from_ref(&actor.home)).await?;
    let mut tx = ask.db().begin().await?;
    if counting::confirm(&lines, &mut tx, &proof, ask.now()).await? {
        let fact = WarningConfirmed { warning_id: id.clone(), person_id: actor.id.clone() };
        outbox::publish(&mut tx, ask.now(), &id, &fact).await?;
    } else if !has_confirmed(&mut tx, &proof).await? {
        return Err(Failure::Conflict("warning-not-in-force"));
    }
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/peringatan/{id}"), "warning-confirmed")
}
