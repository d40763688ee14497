//! Saving a design. Certificates that were issued stay as they are.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, web::Form};

use super::{DesignForm, queries};
use crate::{
    activity::load,
    certificate::{pages, policy},
    change::{self, By},
};

pub(crate) async fn save(ask: Ask, Path(id): Path<String>, Form(form): Form<DesignForm>) -> Outcome<Response> {
    let proof = policy::designable(load::editable(&ask, &id).await?, ask.now())?;
    let design = match form.read(proof.activity(), ask.now()) {
        Ok(design) => design,
        Err(errors) => return pages::refused(&ask, proof.hosted(), (&form, &errors)).await,
    };
    let actor = ask.actor()?;
    let by = By::owner(actor, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    if !queries::save(&mut tx, &proof, &design, &actor.id).await? {
        return Err(Failure::Conflict("certificate-design-changed"));
    }
    change::record(&mut tx, &id, by, "certificate-designed", &[]).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}/sertifikat"), "certificate-design-saved")
}
