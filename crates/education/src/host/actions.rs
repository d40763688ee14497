//! Asking an agency to own the activity too, and answering. The answer makes an owner, or not; nobody is added unasked.

use axum::{extract::Path, response::Response};
use directory::lookup;
use kernel::{Ask, Failure, Outcome, outbox, web::Form};
use serde::Deserialize;

use super::queries;
use crate::{
    activity::{self, draft::one_line, load, policy, policy::Answerable},
    change::{self, By, Difference},
    published::{HostAnswered, HostInvited},
};

#[derive(Deserialize, Default, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Invitation {
    agency: String,
    message: String,
}

pub(crate) async fn invite(ask: Ask, Path(id): Path<String>, Form(form): Form<Invitation>) -> Outcome<Response> {
    ask_agency(&ask, &id, form.agency.trim(), &form.message).await
}

/// Asks an agency; also from the drafting form, whose draft is saved by then.
pub(crate) async fn ask_agency(ask: &Ask, id: &str, agency_id: &str, message: &str) -> Outcome<Response> {
    let proof = policy::still_changeable(load::editable(ask, id).await?, ask.now())?;
    let agency = lookup::agency(ask.db(), agency_id).await.map_err(|_| Failure::invalid("agency", "host-unknown-agency"))?;
    if agency.ended_at.is_some_and(|it| it <= ask.now()) {
        return Err(Failure::invalid("agency", "host-ended-agency"));
    }
    if proof.hosted().owners().any(|it| it.agency_id == agency.id) {
        return Err(Failure::invalid("agency", "host-own-agency"));
    }
    let actor = ask.actor()?;
    let by = By::owner(actor, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    if !queries::ask(&mut tx, &proof, &agency.id, (&actor.id, ask.now()), &one_line(message)).await? {
        return Err(Failure::Conflict("host-asked-already"));
    }
    change::record(&mut tx, id, by, "invited", &[told(&agency.short_name)]).await?;
    activity::queries::touch(&mut tx, id, ask.now()).await?;
    let fact = HostInvited { activity_id: id.to_owned(), agency_id: agency.id, by_id: actor.id.clone() };
    outbox::publish(&mut tx, ask.now(), id, &fact).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}/ubah"), "host-asked")
}

pub(crate) async fn accept(ask: Ask, Path((id, agency_id)): Path<(String, String)>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let proof = policy::answerable(actor, load::hosted(ask.db(), &id).await?, &agency_id)?;
    let mut tx = ask.db().begin().await?;
    if !queries::accept(&mut tx, &proof, (&actor.id, ask.now())).await? {
        return Err(Failure::Conflict("invitation-is-answered"));
    }
    answered(&ask, tx, &proof, "accepted", "").await?;
    ask.done(&format!("/kegiatan/{id}"), "invitation-accepted")
}

#[derive(Deserialize, Default, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Refusal {
    reason: String,
}

pub(crate) async fn decline(
    ask: Ask,
    Path((id, agency_id)): Path<(String, String)>,
    Form(form): Form<Refusal>,
) -> Outcome<Response> {
    let actor = ask.actor()?;
    let proof = policy::answerable(actor, load::hosted(ask.db(), &id).await?, &agency_id)?;
    let reason = one_line(&form.reason);
    let mut tx = ask.db().begin().await?;
    if !queries::decline(&mut tx, &proof, (&actor.id, ask.now()), &reason).await? {
        return Err(Failure::Conflict("invitation-is-answered"));
    }
    answered(&ask, tx, &proof, "declined", &reason).await?;
    ask.done("/", "invitation-declined")
}

async fn answered(ask: &Ask, mut tx: kernel::db::Tx, proof: &Answerable, kind: &str, reason: &str) -> Outcome<()> {
    let actor = ask.actor()?;
    let id = &proof.hosted.activity.id;
    let by = By { person_id: &actor.id, agency_id: &proof.agency_id, now: ask.now() };
    let details = if reason.is_empty() { vec![] } else { vec![told(reason)] };
    change::record(&mut tx, id, by, kind, &details).await?;
    activity::queries::touch(&mut tx, id, ask.now()).await?;
    let fact = HostAnswered {
        activity_id: id.clone(),
        agency_id: proof.agency_id.clone(),
        has_accepted: kind == "accepted",
        reason: reason.to_owned(),
    };
    outbox::publish(&mut tx, ask.now(), id, &fact).await?;
    tx.commit().await?;
    ask.app.ring();
    Ok(())
}

/// Takes a question back that has not been answered.
pub(crate) async fn take_back(ask: Ask, Path((id, agency_id)): Path<(String, String)>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    if !queries::take_back(&mut tx, &proof, &agency_id).await? {
        return Err(Failure::Conflict("invitation-is-answered"));
    }
    change::record(&mut tx, &id, by, "uninvited", &[told(&agency_id)]).await?;
    activity::queries::touch(&mut tx, &id, ask.now()).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}/ubah"), "host-taken-back")
}

fn told(what: &str) -> Difference {
    Difference { field: "agency".into(), before: String::new(), after: what.to_owned() }
}
