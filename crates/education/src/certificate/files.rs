//! A certificate as PDF, for the holder and the organisers, and for guests by their ticket. Made from the row each time it is asked for.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, id, web::attachment};
use sha2::{Digest, Sha256};

use super::{
    content::Print,
    model::Certificate,
    paper,
    policy::{self, Openable},
    print, queries,
};
use crate::{activity::load, registration};

pub(crate) async fn pdf(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let openable = opened(&ask, &id).await?;
    printed(&ask, &openable).await
}

/// The newest of the registration that the ticket is of.
pub(crate) async fn pdf_by_ticket(ask: Ask, Path(ticket): Path<String>) -> Outcome<Response> {
    let openable = opened_by_ticket(&ask, &ticket).await?;
    printed(&ask, &openable).await
}

pub(super) async fn opened_by_ticket(ask: &Ask, ticket: &str) -> Outcome<Openable> {
    let (registration, _) = registration::queries::by_ticket(ask.db(), ticket).await?;
    registration::policy::leave_as_guest(&registration)?;
    let found = queries::of_registration(ask.db(), &registration.id).await?;
    let certificate = found.into_iter().find(Certificate::stands).ok_or(Failure::NotFound)?;
    policy::openable_by_ticket(&registration.id, certificate)
}

/// Withdrawn ones are not given out.
pub(super) async fn opened(ask: &Ask, id: &str) -> Outcome<Openable> {
    let certificate = queries::find(ask.db(), id).await?;
    let hosted = load::hosted(ask.db(), &certificate.activity_id).await?;
    let openable = policy::openable(ask.actor()?, &hosted, certificate)?;
    if openable.certificate().stands() { Ok(openable) } else { Err(Failure::Conflict("certificate-is-withdrawn")) }
}

async fn printed(ask: &Ask, openable: &Openable) -> Outcome<Response> {
    let certificate = openable.certificate();
    let print: Print = serde_json::from_str(&queries::print(ask.db(), &certificate.print).await?)?;
    let pdf = paper::pdf(&ask.app, certificate, &print).await?;
    let sha256 = id::hex(&Sha256::digest(&pdf));
    if !print::queries::is_ours(ask.db(), &certificate.id, &sha256).await? {
        keep(ask, certificate, &sha256).await?;
    }
    Ok(attachment(&format!("sertifikat-{}.pdf", certificate.number), "application/pdf", pdf))
}

async fn keep(ask: &Ask, certificate: &Certificate, sha256: &str) -> Outcome<()> {
    let mut tx = ask.db().begin().await?;
    print::queries::keep(&mut tx, &certificate.id, (sha256, ask.now())).await?;
    tx.commit().await
}
