//! Giving a seat free and giving it to the first in line, in the same transaction.

use kernel::{App, Outcome, db::Tx, outbox};

use super::{model::Counters, policy::Leaving, queries};
use crate::{
    activity::model::{Activity, State},
    change::{self, By, Difference},
    published::{RegistrationCancelled, SeatsPromoted},
};

/// For the history that all owners see.
pub(crate) struct Told<'a> {
    pub(crate) by: By<'a>,
    /// Whom they took off the list.
    pub(crate) name: &'a str,
}

/// Gives up a seat or a place in line; saying it again changes nothing.
pub(crate) async fn leave(app: &App, leaving: &Leaving) -> Outcome<()> {
    let now = app.now();
    let mut tx = app.db().begin().await?;
    if let Some((activity, counters)) = end(&mut tx, leaving, now).await? {
        move_up(&mut tx, &activity, counters, now).await?;
        tx.commit().await?;
        app.ring();
    }
    Ok(())
}

/// Takes somebody off the list; saying it again changes nothing.
pub(crate) async fn remove(app: &App, leaving: &Leaving, told: Told<'_>) -> Outcome<()> {
    let now = app.now();
    let mut tx = app.db().begin().await?;
    if let Some((activity, counters)) = end(&mut tx, leaving, now).await? {
        let reason = leaving.reason().unwrap_or_default().to_owned();
        let difference = Difference { field: "participant".into(), before: told.name.to_owned(), after: reason };
        change::record(&mut tx, &activity.id, told.by, "participant-removed", &[difference]).await?;
        move_up(&mut tx, &activity, counters, now).await?;
        tx.commit().await?;
        app.ring();
    }
    Ok(())
}

/// The activity and its counters without them; nothing when they had left before.
async fn end(tx: &mut Tx, leaving: &Leaving, now: i64) -> Outcome<Option<(Activity, Counters)>> {
    let (activity, counters) = queries::lock(tx, leaving.activity_id()).await?;
    leaving.in_time(&activity, now)?;
    let Some(had) = queries::leave(tx, leaving, now).await? else {
        return Ok(None);
    };
    let registration_id = leaving.registration_id().to_owned();
    let fact = RegistrationCancelled { activity_id: activity.id.clone(), registration_id };
    outbox::publish(tx, now, &activity.id, &fact).await?;
    Ok(Some((activity, counters.left(had))))
}

/// Seats as many of the line as there is room for, after the number of seats was raised; answers registration ids in the line's order.
pub(crate) async fn promote(tx: &mut Tx, activity_id: &str, now: i64) -> Outcome<Vec<String>> {
    let (activity, counters) = queries::lock(tx, activity_id).await?;
    if promotable(&activity, &counters, now) == 0 { Ok(Vec::new()) } else { move_up(tx, &activity, counters, now).await }
}

/// Writes the counters, with the line moved up.
async fn move_up(tx: &mut Tx, activity: &Activity, counters: Counters, now: i64) -> Outcome<Vec<String>> {
    let count = promotable(activity, &counters, now);
    queries::count(tx, &activity.id, counters.promoted(count)).await?;
    if count == 0 {
        return Ok(Vec::new());
    }
    let promoted = queries::promote(tx, &activity.id, count, now).await?;
    let fact = SeatsPromoted { activity_id: activity.id.clone(), registration_ids: promoted.clone() };
    outbox::publish(tx, now, &activity.id, &fact).await?;
    Ok(promoted)
}

/// Nobody is seated in what is over or called off.
fn promotable(activity: &Activity, counters: &Counters, now: i64) -> i64 {
    match activity.state(now) {
        State::Published | State::Running => counters.promotable(),
        State::Draft | State::Done | State::Cancelled | State::Archived => 0,
    }
}
