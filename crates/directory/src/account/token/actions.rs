//! Making and ending personal tokens.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, id, web::Form};

use super::{
    model::{MOST, TokenForm},
    pages, queries,
};
use crate::account::{policy, profile};

/// Known to scanners for leaked secrets by its beginning.
const PREFIX: &str = "guyub_";

pub(crate) async fn make(ask: Ask, Form(typed): Form<TokenForm>) -> Outcome<Response> {
    let own = policy::in_session(ask.actor()?)?;
    let wanted = match typed.read() {
        Ok(wanted) => wanted,
        Err(faults) => return profile::pages::token_refused(&ask, &typed, &faults).await,
    };
    if super::all_of(ask.db(), &own.actor().id, ask.now()).await?.len() >= MOST {
        return Err(Failure::Conflict("account-token-most"));
    }
    let (secret, ends_at) = (format!("{PREFIX}{}", id::secret()), ask.now() + wanted.lasts);
    let args = [
        id::fresh().into(),
        id::fingerprint(&secret).into(),
        own.actor().id.as_str().into(),
        wanted.name.as_str().into(),
        wanted.scopes.as_str().into(),
        ask.now().into(),
        ends_at.into(),
    ];
    let mut tx = ask.db().begin().await?;
    tx.run(queries::ADD, args).await?;
    tx.commit().await?;
    pages::made(&ask, &wanted, secret, ends_at)
}

pub(crate) async fn end(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let own = policy::in_session(ask.actor()?)?;
    let mut tx = ask.db().begin().await?;
    if tx.run(queries::END, [ask.now().into(), id.into(), own.actor().id.as_str().into()]).await? == 0 {
        return Err(Failure::NotFound);
    }
    tx.commit().await?;
    ask.done("/profil#token", "account-token-ended")
}
