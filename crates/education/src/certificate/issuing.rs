//! The job that issues certificates to all who attended enough: a hundred for each transaction, which also holds their numbers. Whoever
//! goes on after a kill finds what is not issued yet; two nodes at once wait for each other at the design.

use std::collections::HashMap;

use credential::{IdentityKind, Recipient};
use directory::lookup::{self, Person};
use kernel::{
    App, Ask, Failure, Outcome,
    clock::HOUR,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
};
use serde::{Deserialize, Serialize};

use super::{
    design,
    edition::{Edition, Holder, Order},
    model::{Batch, Role},
    policy::Issuable,
    queries,
};
use crate::{
    activity::{draft::one_line, load},
    attendance::model::Seat,
};

pub(crate) const JOB: JobKind = JobKind { name: "education.certificates", run };

const AT_ONCE: i64 = 100;

#[derive(Serialize, Deserialize)]
struct Issuing {
    batch_id: String,
}

/// Plans an issue that was asked for, with it.
pub(super) async fn plan(tx: &mut Tx, batch_id: &str, now: i64) -> Outcome<()> {
    let payload = Issuing { batch_id: batch_id.to_owned() };
    jobs::plan(tx, JOB.name, batch_id, &payload, Times { run_at: now, now }).await
}

/// Plans one that goes on once more, at most once an hour: the job that began it may have been given up. Two jobs of one issue share the work.
pub(super) async fn plan_again(ask: &Ask, _: &Issuable, batch: &Batch) -> Outcome<()> {
    let now = ask.now();
    let payload = Issuing { batch_id: batch.id.clone() };
    let mut tx = ask.db().begin().await?;
    jobs::plan(&mut tx, JOB.name, &format!("{}/{}", batch.id, now / HOUR), &payload, Times { run_at: now, now }).await?;
    tx.commit().await?;
    ask.app.ring();
    Ok(())
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let Issuing { batch_id } = serde_json::from_str(payload)?;
        go_on(app, &batch_id).await
    })
}

/// With an issue that was asked for, until it is finished.
pub(crate) async fn go_on(app: &App, batch_id: &str) -> Outcome<()> {
    let batch = queries::batch(app.db(), batch_id).await?;
    if batch.finished_at.is_some() {
        return Ok(());
    }
    let stumbled_on = match all(app, &batch).await {
        Ok(()) => None,
        Err(Failure::Conflict(key)) => Some(key),
        Err(Failure::Taken(_)) => Some("certificate-number-taken"),
        Err(failure) => return Err(failure),
    };
    finish(app, &batch, stumbled_on).await
}

async fn all(app: &App, batch: &Batch) -> Outcome<()> {
    let hosted = load::hosted(app.db(), &batch.activity_id).await?;
    if hosted.activity.cancelled_at.is_some() {
        return Err(Failure::Conflict("activity-is-cancelled"));
    }
    let edition = Edition::signed(app, &hosted).await?;
    let mut after = 0;
    while let Some(last) = some(app, batch, &edition, after).await? {
        after = last;
    }
    Ok(())
}

/// Issues to the next hundred after a number of registration; answers the last of them.
async fn some(app: &App, batch: &Batch, edition: &Edition, after: i64) -> Outcome<Option<i64>> {
    let mut tx = app.db().begin().await?;
    let design = design::queries::design_locked(&mut tx, &batch.activity_id).await?;
    let seats = queries::entitled(&mut tx, &batch.activity_id, after, AT_ONCE).await?;
    let Some(last) = seats.last().map(|it| it.number) else {
        return Ok(None);
    };
    let holders = holders(app, seats).await?;
    let n = holders.len() as i64;
    let order = Order { batch_id: Some(&batch.id), by: &batch.asked_by };
    edition.issue(&mut tx, &design, order, holders).await?;
    queries::progress(&mut tx, &batch.id, n).await?;
    tx.commit().await?;
    app.ring();
    Ok(Some(last))
}

async fn finish(app: &App, batch: &Batch, stumbled_on: Option<&str>) -> Outcome<()> {
    let mut tx = app.db().begin().await?;
    queries::finish(&mut tx, &batch.id, app.now(), stumbled_on).await?;
    tx.commit().await
}

async fn holders(app: &App, seats: Vec<Seat>) -> Outcome<Vec<Holder>> {
    let ids: Vec<String> = seats.iter().filter_map(|it| it.person_id.clone()).collect();
    let people = lookup::people(app.db(), &ids).await?;
    Ok(seats.into_iter().map(|it| holder(it, &people)).collect())
}

fn holder(seat: Seat, people: &HashMap<String, Person>) -> Holder {
    let person = seat.person_id.as_ref().and_then(|it| people.get(it));
    let of = |pick: fn(&Person) -> &String| person.map(pick).map(|it| one_line(it)).unwrap_or_default();
    let mail = person.map_or(seat.guest_mail.as_deref(), |it| it.mail.as_deref());
    let nip = person.and_then(|it| it.nip.clone());
    Holder {
        mail: mail.filter(|_| nip.is_none()).map(|it| Recipient::hashed(IdentityKind::Email, it, &kernel::id::secret())),
        nip,
        name: person.map_or_else(|| one_line(seat.guest_name.as_deref().unwrap_or_default()), |it| one_line(&it.full_name)),
        position: of(|it| &it.position),
        agency: person.map_or_else(|| one_line(seat.guest_from.as_deref().unwrap_or_default()), |it| one_line(&it.agency_name)),
        registration_id: Some(seat.registration_id),
        person_id: seat.person_id,
        role: Role::Peserta,
    }
}
