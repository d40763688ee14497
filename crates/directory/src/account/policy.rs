//! What of an account only its own person may touch, sitting in front of it. Pure.

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
