//! Making, changing and withdrawing a rule. Nothing that was or is already open changes.

use axum::{extract::Path, response::Response};
use directory::lookup;
use kernel::{
    Ask, Failure, Outcome,
    web::{Form, from_pairs},
};
use serde::Deserialize;
use ui::form::Errors;

use super::{
    form::RuleForm,
    load::{self, Preview},
    model::Terms,
    pages, policy, queries,
};
use crate::{
    activity::{actions::Typed, draft::one_line},
    obligation::{
        period::Period,
        standing::{opening, round},
    },
};

pub(crate) async fn make(ask: Ask, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: RuleForm = from_pairs(typed.clone())?;
    let actor = ask.actor()?;
    let lineage = match load::lineage(ask.db(), form.branch.trim()).await {
        Err(Failure::NotFound) if policy::rules_somewhere(actor) => {
            return pages::refused_new(&ask, typed, &only("branch", "obligation-branch-unknown")).await;
        }
        found => found?,
    };
    let proof = policy::rulable(actor, &lineage)?;
    let (terms, from, preview) = match checked(&ask, &form, (proof.branch_id(), "")).await? {
        Ok(sound) => sound,
        Err(errors) => return pages::refused_new(&ask, typed, &errors).await,
    };
    if form.preview == "1" {
        return pages::previewed_new(&ask, typed, preview).await;
    }
    let mut tx = ask.db().begin().await?;
    let id = queries::add(&mut tx, &proof, (from, &terms), (&actor.id, ask.now())).await?;
    if from.is_due(ask.now()) {
        opening::plan(&mut tx, &id, from, ask.now()).await?;
    }
    round::plan(&mut tx, ask.now()).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kewajiban/{id}"), "obligation-made")
}

pub(crate) async fn amend(ask: Ask, Path(id): Path<String>, Form(typed): Form<Typed>) -> Outcome<Response> {
    let form: RuleForm = from_pairs(typed.clone())?;
    let proof = load::amendable(&ask, &id, Some(form.from.trim())).await?;
    let branch_id = proof.rule().branch_id.clone();
    let (terms, _, preview) = match checked(&ask, &form, (&branch_id, &id)).await? {
        Ok(sound) => sound,
        Err(errors) => return pages::refused(&ask, &proof, typed, &errors).await,
    };
    if form.preview == "1" {
        return pages::previewed(&ask, &proof, typed, preview).await;
    }
    let mut tx = ask.db().begin().await?;
    queries::amend(&mut tx, &proof, (proof.rule().version, &terms), (&ask.actor()?.id, ask.now())).await?;
    tx.commit().await?;
    ask.done(&format!("/kewajiban/{id}"), "obligation-amended")
}

#[derive(Deserialize, Default, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct Withdrawal {
    /// The first period in which the rule no longer holds.
    from: String,
    reason: String,
}

pub(crate) async fn withdraw(ask: Ask, Path(id): Path<String>, Form(form): Form<Withdrawal>) -> Outcome<Response> {
    let proof = load::amendable(&ask, &id, Some(form.from.trim())).await?;
    let reason = one_line(&form.reason);
    if reason.chars().count() < 5 {
        return Err(Failure::invalid("reason", "activity-reason-missing"));
    }
    let mut tx = ask.db().begin().await?;
    if !queries::withdraw(&mut tx, &proof, &reason, (&ask.actor()?.id, ask.now())).await? {
        return Err(Failure::Conflict("obligation-is-withdrawn"));
    }
    tx.commit().await?;
    ask.done(&format!("/kewajiban/{id}"), "obligation-withdrawn")
}

/// The terms with what they would mean; a rule that obliges nobody is refused.
async fn checked(
    ask: &Ask,
    form: &RuleForm,
    (branch_id, own): (&str, &str),
) -> Outcome<Result<(Terms, Period, Preview), Errors>> {
    let (terms, from) = match form.read(ask.now()) {
        Ok(sound) => sound,
        Err(errors) => return Ok(Err(errors)),
    };
    if !terms.region_id.is_empty() && lookup::regions(ask.db(), std::slice::from_ref(&terms.region_id)).await?.is_empty() {
        return Ok(Err(only("region", "obligation-region-unknown")));
    }
    let preview = load::preview(ask.db(), (branch_id, &terms), from, own).await?;
    if preview.offices == 0 {
        return Ok(Err(only("kind", "obligation-obliges-nobody")));
    }
    Ok(Ok((terms, from, preview)))
}

fn only(field: &str, message: &str) -> Errors {
    let mut errors = Errors::new();
    errors.add(field, message);
    errors
}
