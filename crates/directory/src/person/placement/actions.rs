//! Moving a person to another unit, and recording that somebody left the service.

use axum::{extract::Path, response::Response};
use kernel::{Ask, Failure, Fault, Outcome, Word, outbox, web::Form};
use schemars::JsonSchema;
use serde::Deserialize;
use ui::Zone;

use super::{
    pages as forms,
    recording::{self, Decision, Relocation},
};
use crate::{
    account::duty::{self, succession},
    agency::{
        effective,
        picking::{self, Picking},
    },
    lookup,
    person::{
        pages::{self, Known},
        policy::{self, Dismissable, Movable},
        published::PersonLeft,
        queries,
    },
};

const LONGEST_POSITION: usize = 200;

#[derive(Default, Deserialize, JsonSchema)]
pub(crate) struct MoveForm {
    #[serde(flatten)]
    unit: Picking,
    #[serde(default)]
    jabatan: String,
    /// First day at the new unit; today or earlier, empty for now.
    #[serde(default)]
    tanggal: String,
    /// The version of the person that was seen.
    #[serde(default)]
    versi: String,
}

#[derive(Default, Deserialize, JsonSchema)]
pub(crate) struct LeaveForm {
    /// Last moment in service; today or earlier, empty for now.
    #[serde(default)]
    tanggal: String,
    #[serde(default)]
    versi: String,
}

impl MoveForm {
    pub(super) fn typed(&self) -> Vec<(String, String)> {
        let own = [("jabatan", &self.jabatan), ("tanggal", &self.tanggal)];
        self.unit.typed().into_iter().chain(own.map(|(name, value)| (name.to_owned(), value.clone()))).collect()
    }

    fn position(&self) -> Result<String, Fault> {
        let position = crate::identity::cleaned(&self.jabatan);
        match position.chars().count() {
            0 => Err(Fault::new("jabatan", "error-required")),
            1..=LONGEST_POSITION => Ok(position),
            _ => Err(Fault::new("jabatan", Word::new("profile-too-long").with("n", LONGEST_POSITION))),
        }
    }
}

pub(crate) async fn relocate(ask: Ask, Path(id): Path<String>, Form(typed): Form<MoveForm>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let person = pages::one(ask.db(), &id).await?;
    let from = lookup::lineage(ask.db(), &person.agency_id).await?;
    policy::releasable(actor, &id, &from)?;
    let unit = match picking::present(ask.db(), &typed.unit).await? {
        Ok(unit) => unit,
        Err((fault, found)) => return forms::refused(&ask, &person, &typed, (&[fault], &found)),
    };
    let (position, at) = match (typed.position(), effective::moment(&typed.tanggal, zone(&ask), ask.now())) {
        (Ok(position), Ok(at)) => (position, at),
        (position, at) => {
            let faults: Vec<Fault> = [position.err(), at.err()].into_iter().flatten().collect();
            return forms::refused(&ask, &person, &typed, (&faults, &[]));
        }
    };
    let to = lookup::lineage(ask.db(), &unit.id).await?;
    let movable = policy::movable(actor, &id, &from, &to)?;
    if !record_move(&ask, &person, &movable, (&position, at, &typed.versi)).await? {
        return Err(Failure::Conflict("placement-changed-meanwhile"));
    }
    ask.done(&format!("/pegawai/{id}"), "placement-moved")
}

pub(crate) async fn dismiss(ask: Ask, Path(id): Path<String>, Form(typed): Form<LeaveForm>) -> Outcome<Response> {
    let person = pages::one(ask.db(), &id).await?;
    let from = lookup::lineage(ask.db(), &person.agency_id).await?;
    let dismissable = policy::dismissable(ask.actor()?, &id, &from, &duty_lineages(&ask, &id).await?)?;
    let at = effective::moment(&typed.tanggal, zone(&ask), ask.now()).map_err(|it| Failure::Invalid(vec![it]))?;
    if !record_leave(&ask, &person, &dismissable, (at, &typed.versi)).await? {
        return Err(Failure::Conflict("placement-changed-meanwhile"));
    }
    ask.done(&format!("/pegawai/{id}"), "placement-left")
}

/// `false` when somebody changed the person since they were seen.
async fn record_move(ask: &Ask, person: &Known, movable: &Movable<'_>, (position, at, seen): (&str, i64, &str)) -> Outcome<bool> {
    let (to, by) = (movable.to(), ask.actor()?.id.as_str());
    let mut tx = ask.db().begin().await?;
    let args = [to.into(), position.into(), person.id.as_str().into(), seen.parse().unwrap_or(0).into()];
    if tx.run(queries::MOVE, args).await? == 0 {
        return Ok(false);
    }
    let relocation = Relocation {
        person_id: person.id.clone(),
        from: person.agency_id.clone(),
        to: to.to_owned(),
        position: position.to_owned(),
    };
    recording::record(&mut tx, &[relocation], Decision { by: Some(by), at, now: ask.now() }).await?;
    tx.commit().await?;
    ask.app.ring();
    Ok(true)
}

async fn record_leave(ask: &Ask, person: &Known, _: &Dismissable, (at, seen): (i64, &str)) -> Outcome<bool> {
    let by = ask.actor()?.id.as_str();
    let mut tx = ask.db().begin().await?;
    let args = [at.into(), person.id.as_str().into(), seen.parse().unwrap_or(0).into()];
    if tx.run(queries::DISMISS, args).await? == 0 {
        return Ok(false);
    }
    let ids = [person.id.as_str()];
    tx.run(queries::LEAVE_PLACE, [at.into(), lookup::list(&ids)]).await?;
    succession::left(&mut tx, &ids, Some(by), ask.now()).await?;
    let fact = PersonLeft { person_id: person.id.clone(), agency_id: person.agency_id.clone() };
    outbox::publish(&mut tx, ask.now(), &person.id, &fact).await?;
    tx.commit().await?;
    ask.app.ring();
    Ok(true)
}

async fn duty_lineages(ask: &Ask, person_id: &str) -> Outcome<Vec<Vec<String>>> {
    let nodes: Vec<String> = duty::own(ask.db(), person_id, ask.now()).await?.into_iter().map(|it| it.node).collect();
    let nation = nodes.iter().any(|it| it == "*").then(|| vec!["*".to_owned()]);
    Ok(lookup::lineages(ask.db(), &nodes).await?.into_values().chain(nation).collect())
}

fn zone(ask: &Ask) -> Zone {
    ask.maybe_actor().and_then(|it| Zone::parse(&it.zone)).unwrap_or_default()
}
