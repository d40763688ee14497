//! Making, renewing and ending the address of one's own feed.

use axum::response::Response;
use kernel::{Ask, Outcome};

use super::{queries, secret};

/// A new address; the old one, if any, leads nowhere from now on.
pub(crate) async fn make(ask: Ask) -> Outcome<Response> {
    let me = &ask.actor()?.id;
    let mut tx = ask.db().begin().await?;
    queries::end(&mut tx, me, ask.now()).await?;
    queries::make(&mut tx, me, &secret::fresh(ask.app.settings(), ask.now())).await?;
    tx.commit().await?;
    ask.done("/kalender/saya", "feed-made")
}

pub(crate) async fn end(ask: Ask) -> Outcome<Response> {
    let me = &ask.actor()?.id;
    let mut tx = ask.db().begin().await?;
    queries::end(&mut tx, me, ask.now()).await?;
    tx.commit().await?;
    ask.done("/kalender/saya", "feed-ended")
}
