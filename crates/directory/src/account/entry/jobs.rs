//! Links that are mailed in the background: to a whole unit, and to those who forgot their password.

use kernel::{
    App, Failure, Outcome,
    clock::MINUTE,
    db::Row,
    jobs::{JobKind, Running},
};
use serde::{Deserialize, Serialize};

use super::{
    handing::{Occasion, Recipient, hand_out},
    policy, queries,
};
use crate::{account::identify::acting, lookup};

pub(crate) const JOBS: &[JobKind] =
    &[JobKind { name: MAIL_UNIT, run: mail_unit }, JobKind { name: MAIL_FORGOTTEN, run: mail_forgotten }];

pub(crate) const MAIL_UNIT: &str = "directory.entry-links";
pub(crate) const MAIL_FORGOTTEN: &str = "directory.forgotten-password";

/// Between two letters to the same person, so that nobody's mailbox can be flooded.
const QUIET: i64 = 15 * MINUTE;

#[derive(Serialize, Deserialize)]
pub(crate) struct Unit {
    pub(crate) agency_id: String,
    pub(crate) asked_by: String,
}

/// Nobody's request is planned too, so that asking takes as long for an unknown account.
#[derive(Serialize, Deserialize)]
pub(crate) struct Forgotten {
    pub(crate) person_id: Option<String>,
}

fn mail_unit<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let unit: Unit = serde_json::from_str(payload)?;
        let Some(actor) = acting(app, &unit.asked_by).await? else { return Ok(()) };
        let lineage = lookup::lineage(app.db(), &unit.agency_id).await?;
        if policy::linkable_unit(&actor, &lineage).is_err() {
            tracing::warn!(agency = unit.agency_id, "links were not mailed: who asked has no right to any more");
            return Ok(());
        }
        let mut after = String::new();
        loop {
            // Letters and links are one change: a second run finds the links and writes to nobody twice.
            let mut tx = app.db().begin().await?;
            let args = [unit.agency_id.as_str().into(), app.now().into(), after.as_str().into()];
            let people = tx.all(queries::WITHOUT_PASSWORD, args, recipient).await?;
            let Some(last) = people.last() else { return Ok(()) };
            after.clone_from(&last.person_id);
            hand_out(&mut tx, app, &people, Occasion::First, Some(&actor.id)).await?;
            tx.commit().await?;
            app.ring();
        }
    })
}

fn mail_forgotten<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let Some(person_id) = serde_json::from_str::<Forgotten>(payload)?.person_id else { return Ok(()) };
        let mut tx = app.db().begin().await?;
        let made_at = tx.one(queries::LAST_MADE, [person_id.as_str().into()], |row| row.get::<Option<i64>>("made_at")).await?;
        if made_at.is_some_and(|it| app.now() - it < QUIET) {
            return Ok(());
        }
        let found = tx.maybe(queries::SUBJECT, [person_id.as_str().into()], recipient).await?;
        let Some(person) = found.filter(|it| it.mail.is_some()) else { return Ok(()) };
        hand_out(&mut tx, app, &[person], Occasion::Forgotten, None).await?;
        tx.commit().await?;
        app.ring();
        Ok::<(), Failure>(())
    })
}

pub(crate) fn recipient(row: &Row) -> Outcome<Recipient> {
    Ok(Recipient { person_id: row.get("id")?, full_name: lookup::full_name(row)?, mail: row.get("mail")? })
}
