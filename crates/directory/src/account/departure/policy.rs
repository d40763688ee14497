//! Who may record that somebody left. Pure.

use kernel::{Failure, Outcome};

use crate::account::{duty::policy::Giver, entry::policy::Subject, policy::refusal};

/// Proof that the departure may be recorded; only this file can make one.
pub(crate) struct Departing<'a>(&'a Subject);

impl Departing<'_> {
    pub(crate) fn subject(&self) -> &Subject {
        self.0
    }
}

/// A coordinator those who hold no duty, an administrator also those who can do no more than the administrator; nobody themselves.
pub(crate) fn departing<'a>(giver: &Giver, subject: &'a Subject) -> Outcome<Departing<'a>> {
    let actor = giver.actor;
    if !actor.holds(&["admin", "pengelola"], &subject.lineage) {
        return Err(refusal(actor, &subject.lineage, "account-departure-only-coordinators"));
    }
    let outranks = giver.owns("admin", &subject.lineage) && subject.duty_lineages.iter().all(|it| giver.owns("admin", it));
    let is_self = subject.recipient.person_id == actor.id;
    if is_self || !(outranks || subject.duty_lineages.is_empty()) {
        return Err(Failure::Forbidden("account-departure-needs-admin"));
    }
    Ok(Departing(subject))
}
