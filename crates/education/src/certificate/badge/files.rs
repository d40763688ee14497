//! Handing a credential out: made and signed anew each time from the row, always the same text.

use axum::{extract::Path, response::Response};
use credential::Signer;
use kernel::{App, Ask, Failure, Outcome, web::attachment};

use super::award;
use crate::certificate::{content::Print, files, issuer, model::Certificate, policy::Openable, queries};

/// W3C Verifiable Credentials 2.0.
pub(crate) const KIND: &str = "application/vc";

pub(crate) async fn credential(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let openable = files::opened(&ask, &id).await?;
    signed(&ask.app, &openable).await
}

pub(crate) async fn credential_by_ticket(ask: Ask, Path(ticket): Path<String>) -> Outcome<Response> {
    let openable = files::opened_by_ticket(&ask, &ticket).await?;
    signed(&ask.app, &openable).await
}

async fn signed(app: &App, openable: &Openable) -> Outcome<Response> {
    let it = openable.certificate();
    let print: Print = serde_json::from_str(&queries::print(app.db(), &it.print).await?)?;
    let award = award::award(app.settings(), it, &print)?;
    let (signer, at) = signature(app, it).await?;
    let text = credential::issue(&award, &signer, at).map_err(Failure::broken)?;
    Ok(attachment(&format!("kredensial-{}.json", it.number), KIND, text))
}

/// Whose signature, and of when. A key that was revoked or that nobody can open any more signs nothing: then the present one signs, once
/// and from then on.
async fn signature(app: &App, it: &Certificate) -> Outcome<(Signer, i64)> {
    if let Some(key) = issuer::signing(app, &it.key_name).await? {
        return Ok((issuer::signer(app, &key)?, it.signed_at));
    }
    let present = issuer::current(app).await?;
    let mut tx = app.db().begin().await?;
    queries::sign_anew(&mut tx, it, (&present, app.now())).await?;
    tx.commit().await?;
    let it = queries::find(app.db(), &it.id).await?;
    let key = issuer::signing(app, &it.key_name).await?.ok_or_else(|| Failure::broken("no key signs"))?;
    Ok((issuer::signer(app, &key)?, it.signed_at))
}
