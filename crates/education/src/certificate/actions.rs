//! Asking for an issue to all who attended enough. The job does the work.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome};

use super::{design, issuing, policy, queries};
use crate::{
    activity::load,
    attendance,
    change::{self, By},
};

/// Asked again while an issue goes on: the same one is taken up once more, as its job may have been given up. When nobody is left the page
/// says so.
pub(crate) async fn issue(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let design = design::queries::design(ask.db(), &id).await?;
    let counted = attendance::queries::totals(ask.db(), &id).await?;
    let proof = policy::issuable(proof, design, counted, ask.now())?;
    let page = format!("/kegiatan/{id}/sertifikat");
    if let Some(running) = queries::latest_batch(ask.db(), &id).await?.filter(|it| it.finished_at.is_none()) {
        issuing::plan_again(&ask, &proof, &running).await?;
        return ask.done(&page, "certificate-issue-goes-on");
    }
    let total = queries::count_entitled(ask.db(), &id).await?;
    if total == 0 {
        return Err(Failure::Conflict("certificate-nobody-new"));
    }
    let actor = ask.actor()?;
    let by = By::owner(actor, proof.hosted(), ask.now());
    let batch_id = kernel::id::fresh();
    let mut tx = ask.db().begin().await?;
    if !queries::ask(&mut tx, &proof, &batch_id, (&actor.id, ask.now()), total).await? {
        return ask.done(&page, "certificate-issue-goes-on");
    }
    issuing::plan(&mut tx, &batch_id, ask.now()).await?;
    change::record(&mut tx, &id, by, "certificates-issued", &[]).await?;
    tx.commit().await?;
    ask.app.ring();
    ask.done(&page, "certificate-issue-asked")
}
