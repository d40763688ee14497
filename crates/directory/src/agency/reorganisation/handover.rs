//! The people and duties of an agency that is merged or split: they go along in the same transaction, and no unit loses its last coordinator.

use std::collections::HashMap;

use kernel::{Outcome, db::Tx, id};
use serde_json::json;

use super::{load::Staff, queries, recording::Change};
use crate::{
    account::{duty::succession, published::DutyGiven},
    person::placement::recording::{self, Decision, Relocation},
};

/// Who goes where, and who takes what is left when the agency ends.
pub(super) struct Handover<'a> {
    pub(super) from: &'a str,
    pub(super) moved: Vec<Relocation>,
    pub(super) rest: Rest<'a>,
}

#[derive(Clone, Copy)]
pub(super) enum Rest<'a> {
    Stays,
    GoesTo(&'a str),
}

pub(super) async fn staff(tx: &mut Tx, agency_id: &str) -> Outcome<Vec<Staff>> {
    tx.all(queries::STAFF, [agency_id.into()], Staff::read).await
}

pub(super) fn relocation(it: &Staff, from: &str, to: &str) -> Relocation {
    Relocation { person_id: it.id.clone(), from: from.to_owned(), to: to.to_owned(), position: it.position.clone() }
}

pub(super) async fn hand_over(tx: &mut Tx, it: &Handover<'_>, change: &Change<'_>) -> Outcome<()> {
    let coordinators = succession::coordinators(tx, it.from, change.now).await?;
    let rows: Vec<_> = it.moved.iter().map(|it| [&it.person_id, &it.to]).collect();
    if !rows.is_empty() {
        tx.run(queries::MOVE_STAFF, [json!(rows).into()]).await?;
    }
    recording::record(tx, &it.moved, Decision { by: Some(change.by), at: change.at, now: change.now }).await?;
    if let Rest::GoesTo(_) = it.rest {
        succession::abolished(tx, it.from, change.by, change.now).await?;
    }
    let homes: HashMap<&str, &str> = it.moved.iter().map(|it| (it.person_id.as_str(), it.to.as_str())).collect();
    let heir = |person: &str| match (homes.get(person), it.rest) {
        (Some(home), _) => Some(*home),
        (None, Rest::GoesTo(successor)) => Some(successor),
        (None, Rest::Stays) => None,
    };
    let given = coordinators.into_iter().filter_map(|(person_id, ends_at)| {
        let agency_id = heir(&person_id)?.to_owned();
        let (duty_id, kind) = (id::fresh(), "pengelola".to_owned());
        Some(DutyGiven { duty_id, person_id, kind, agency_id, ends_at, delegated_from: None })
    });
    succession::passed_on(tx, given.collect(), (change.by, change.reason), change.now).await
}
