//! Who may write, read, confirm and end warnings, and who sees who has not read. Pure; verdicts are values that only this file makes.

use kernel::{Actor, Failure, Outcome};

use super::model::{State, Warning};

/// Duties that speak for an agency.
pub(crate) const WRITERS: &[&str] = &["pengelola", "pimpinan"];
/// Duties that see how many have read, but no names.
const WATCHERS: &[&str] = &["pembina", "admin"];

/// A warning with what deciding needs: its agency's line up the tree, and for whom it is.
#[derive(Clone, Debug)]
pub(crate) struct Addressed {
    pub(crate) warning: Warning,
    pub(crate) lineage: Vec<String>,
    pub(crate) audience: Vec<String>,
}

/// Proof that the actor may warn in the name of an agency.
#[derive(Debug)]
pub(crate) struct Writable(String);
/// Proof that the visitor may see the warning.
#[derive(Debug)]
pub(crate) struct Readable(Addressed);
/// Proof that the actor may change or publish the draft.
#[derive(Debug)]
pub(crate) struct Editable(Addressed);
/// Proof that the warning is in force and that the actor may end it.
#[derive(Debug)]
pub(crate) struct Endable(Addressed);
/// Proof that the actor is asked to confirm that they have read it.
#[derive(Debug)]
pub(crate) struct Confirmable {
    warning: Warning,
    person_id: String,
    unit_id: String,
}

/// How closely somebody may look at who has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    Totals,
    Names,
}

/// `lineage` is the agency with all above it.
pub(crate) fn writable(actor: &Actor, agency_id: &str, lineage: &[String]) -> Outcome<Writable> {
    if actor.holds(WRITERS, lineage) {
        Ok(Writable(agency_id.to_owned()))
    } else {
        Err(Failure::Forbidden("warning-only-writers"))
    }
}

/// Anyone reads what is public, its people what is for them, and who answers for any of them too (`reached`: where); drafts are its agency's own.
pub(crate) fn readable(actor: Option<&Actor>, addressed: Addressed, reached: &[String]) -> Outcome<Readable> {
    let is_published = addressed.warning.published_at.is_some();
    let is_for_them = actor.is_some_and(|it| it.may_read(&addressed.audience)) || !reached.is_empty();
    let is_theirs = actor.is_some_and(|it| it.holds(WRITERS, &addressed.lineage));
    if is_theirs || is_published && (addressed.warning.is_public || is_for_them) {
        Ok(Readable(addressed))
    } else {
        Err(Failure::NotFound)
    }
}

/// What is published stays as it was: it is superseded or withdrawn.
pub(crate) fn editable(actor: &Actor, proof: Readable) -> Outcome<Editable> {
    owned(actor, &proof.0)?;
    match proof.0.warning.state() {
        State::Draft => Ok(Editable(proof.0)),
        _ => Err(Failure::Conflict("warning-is-published")),
    }
}

pub(crate) fn endable(actor: &Actor, proof: Readable) -> Outcome<Endable> {
    owned(actor, &proof.0)?;
    match proof.0.warning.state() {
        State::InForce => Ok(Endable(proof.0)),
        State::Draft => Err(Failure::Conflict("warning-is-draft")),
        State::Superseded | State::Withdrawn => Err(Failure::Conflict("warning-not-in-force")),
    }
}

/// Only those it is for are asked, and only while it is in force.
pub(crate) fn confirmable(actor: &Actor, proof: Readable) -> Outcome<Confirmable> {
    let Addressed { warning, audience, .. } = proof.0;
    if !actor.may_read(&audience) {
        return Err(Failure::Forbidden("warning-not-for-you"));
    }
    match warning.state() {
        State::InForce => Ok(Confirmable { warning, person_id: actor.id.clone(), unit_id: actor.home.clone() }),
        State::Draft => Err(Failure::Conflict("warning-is-draft")),
        State::Superseded | State::Withdrawn => Err(Failure::Conflict("warning-not-in-force")),
    }
}

/// `lineage` is the node that is looked at, with all above it.
pub(crate) fn sight(actor: &Actor, lineage: &[String]) -> Outcome<Sight> {
    if actor.holds(WRITERS, lineage) {
        Ok(Sight::Names)
    } else if actor.holds(WATCHERS, lineage) {
        Ok(Sight::Totals)
    } else {
        Err(Failure::Forbidden("warning-only-heads"))
    }
}

/// Where the actor may see who has read.
pub(crate) fn watched(actor: &Actor) -> Vec<String> {
    let held = actor.duties.iter().filter(|it| WRITERS.contains(&it.kind.as_str()) || WATCHERS.contains(&it.kind.as_str()));
    let mut nodes: Vec<String> = held.map(|it| it.node.clone()).collect();
    nodes.sort();
    nodes.dedup();
    nodes
}

fn owned(actor: &Actor, addressed: &Addressed) -> Outcome<()> {
    writable(actor, &addressed.warning.agency_id, &addressed.lineage).map(drop)
}

impl Writable {
    pub(crate) fn agency_id(&self) -> &str {
        &self.0
    }
}

impl Readable {
    pub(crate) fn addressed(&self) -> &Addressed {
        &self.0
    }
}

impl Editable {
    pub(crate) fn addressed(&self) -> &Addressed {
        &self.0
    }

    pub(crate) fn warning(&self) -> &Warning {
        &self.0.warning
    }
}

impl Endable {
    pub(crate) fn addressed(&self) -> &Addressed {
        &self.0
    }

    pub(crate) fn warning(&self) -> &Warning {
        &self.0.warning
    }
}

impl Confirmable {
    pub(crate) fn warning(&self) -> &Warning {
        &self.warning
    }

    pub(crate) fn person_id(&self) -> &str {
        &self.person_id
    }

    pub(crate) fn unit_id(&self) -> &str {
        &self.unit_id
    }
}

#[cfg(test)]
mod tests;
