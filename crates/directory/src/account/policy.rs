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

/// People of the house are told who may; to others there is nothing here. Of the house is whoever has a duty at the node or above it, and
/// whoever's unit is at it, above it or below it. `lineage`: the node first, then those above it.
pub(crate) fn refusal(actor: &Actor, lineage: &[String], who_may: &'static str) -> Failure {
    let is_responsible = actor.duties.iter().any(|it| lineage.contains(&it.node));
    let is_below = |node: &String| node == "*" || actor.labels.contains(&format!("agency:{node}"));
    let is_of_the_house = is_responsible || lineage.contains(&actor.home) || lineage.first().is_some_and(is_below);
    if is_of_the_house { Failure::Forbidden(who_may) } else { Failure::NotFound }
}
