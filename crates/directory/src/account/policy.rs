//! What of an account only its own person may touch, sitting in front of it; and who belongs to a house. Pure.

use kernel::{Actor, Failure, Outcome, Way};

/// Proof that somebody signed in asks, and not a program with a token: keys are made and taken by people. Only this file can make one.
pub(crate) struct InSession<'a> {
    actor: &'a Actor,
    session_id: &'a str,
}

impl<'a> InSession<'a> {
    pub(crate) fn actor(&self) -> &'a Actor {
        self.actor
    }

    pub(crate) fn session_id(&self) -> &'a str {
        self.session_id
    }
}

pub(crate) fn in_session(actor: &Actor) -> Outcome<InSession<'_>> {
    match &actor.way {
        Way::Session { id } => Ok(InSession { actor, session_id: id }),
        Way::Token { .. } => Err(Failure::Forbidden("account-needs-session")),
    }
}

/// Whether somebody's unit is at the node, above it or below it: such people are told who may, to others there is nothing here. `lineage`:
/// the node first, then those above it.
pub(crate) fn is_insider(actor: &Actor, lineage: &[String]) -> bool {
    let is_below = |node: &String| node == "*" || actor.labels.contains(&format!("agency:{node}"));
    lineage.contains(&actor.home) || lineage.first().is_some_and(is_below)
}
