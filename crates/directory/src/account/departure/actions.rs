//! Recording that somebody left.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Outcome, outbox};

use super::{policy, queries};
use crate::account::{
    duty::{actions::giver, succession},
    entry::actions::subject,
    published::PersonLeft,
};

/// Ends duties, loans, sessions and tokens in the same moment.
pub(crate) async fn record(ask: Ask, Path(person_id): Path<String>) -> Outcome<Response> {
    let giver = giver(&ask).await?;
    let subject = subject(ask.db(), &person_id).await?;
    let departing = policy::departing(&giver, &subject)?;
    let (person_id, now) = (departing.subject().recipient.person_id.as_str(), ask.now());
    let mut tx = ask.db().begin().await?;
    if tx.run(queries::LEAVE, [now.into(), person_id.into()]).await? == 0 {
        return Err(Failure::NotFound);
    }
    tx.run(queries::LEAVE_PLACE, [now.into(), person_id.into()]).await?;
    succession::left(&mut tx, &[person_id], Some(&giver.actor.id), now).await?;
    outbox::publish(&mut tx, now, person_id, &PersonLeft { person_id: person_id.to_owned() }).await?;
    tx.commit().await?;
    ask.app.ring();
    let unit = subject.lineage.first().map_or("*", String::as_str);
    ask.done(&ui::address::with("/pengelolaan/peran", "instansi", unit), "account-departure-recorded")
}
