//! Issuing to those who served, at once and in one transaction.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Outcome, web::Form};

use super::{ContributorForm, pages, queries};
use crate::{
    activity::load,
    certificate::{
        design,
        edition::{Edition, Order},
        policy,
    },
    change::{self, By},
};

pub(crate) async fn issue(ask: Ask, Path(id): Path<String>, Form(form): Form<ContributorForm>) -> Outcome<Response> {
    let saved = design::queries::design(ask.db(), &id).await?;
    let proof = policy::awardable(load::editable(&ask, &id).await?, saved.as_ref(), ask.now())?;
    let served = queries::served(ask.db(), &id).await?;
    let holders = match form.read(ask.db(), &served).await? {
        Ok(holders) => holders,
        Err(errors) => return pages::refused(&ask, proof.hosted(), (&form, &errors)).await,
    };
    let actor = ask.actor()?;
    let edition = Edition::signed(&ask.app, proof.hosted()).await?;
    let mut tx = ask.db().begin().await?;
    let design = design::queries::design_locked(&mut tx, &id).await?;
    edition.issue(&mut tx, &design, Order { batch_id: None, by: &actor.id }, holders).await?;
    change::record(&mut tx, &id, By::owner(actor, proof.hosted(), ask.now()), "certificates-issued", &[]).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}/sertifikat/petugas"), "contributor-issued")
}
