//! Who may hand out a way in, and to whom it may be shown. Pure.
//!
//! A link is the key to an account, so whoever sees it could walk in: a coordinator sees those of people who have never been in and hold
//! no duty, an administrator those of people who can do no more than the administrator. Everybody else's goes to their own mail alone.

use kernel::{Actor, Failure, Outcome};

use super::Recipient;
use crate::account::{
    duty::policy::Giver,
    policy::{InSession, refusal},
};

const ONLY_COORDINATORS: &str = "account-link-only-coordinators";

/// The person a link is for.
pub(crate) struct Subject {
    pub(crate) recipient: Recipient,
    /// Their unit with its ancestors and the nation.
    pub(crate) lineage: Vec<String>,
    /// The lineage of each node at which they hold a duty.
    pub(crate) duty_lineages: Vec<Vec<String>>,
    pub(crate) has_password: bool,
}

/// Proof that a link may be made; only this file can make one.
pub(crate) struct Linkable<'a> {
    recipient: &'a Recipient,
    is_shown: bool,
}

impl Linkable<'_> {
    pub(crate) fn recipient(&self) -> &Recipient {
        self.recipient
    }

    /// Whether the maker may see it.
    pub(crate) fn is_shown(&self) -> bool {
        self.is_shown
    }
}

/// Proof that links may be mailed to everybody at and below an agency; only this file can make one.
pub(crate) struct LinkableUnit(());

/// A link that was good until this moment and is used up now.
pub(crate) struct Usable {
    person_id: String,
}

impl Usable {
    pub(crate) fn person_id(&self) -> &str {
        &self.person_id
    }

    pub(crate) fn into_person_id(self) -> String {
        self.person_id
    }
}

/// An administrator on loan counts as a coordinator: who enters the account of the true one would keep what was lent.
pub(crate) fn linkable<'a>(_: &InSession, giver: &Giver, subject: &'a Subject) -> Outcome<Linkable<'a>> {
    let actor = giver.actor;
    if !actor.holds(&["admin", "pengelola"], &subject.lineage) {
        return Err(refusal(actor, &subject.lineage, ONLY_COORDINATORS));
    }
    let outranks = giver.owns("admin", &subject.lineage) && subject.duty_lineages.iter().all(|it| giver.owns("admin", it));
    let is_newcomer = subject.duty_lineages.is_empty() && !subject.has_password;
    let is_shown = outranks || is_newcomer;
    if !is_shown && subject.recipient.mail.is_none() {
        return Err(Failure::Forbidden("account-link-needs-admin"));
    }
    Ok(Linkable { recipient: &subject.recipient, is_shown })
}

/// `lineage` of the agency whose people are to get their links by mail.
pub(crate) fn linkable_unit(actor: &Actor, lineage: &[String]) -> Outcome<LinkableUnit> {
    match actor.holds(&["admin", "pengelola"], lineage) {
        true => Ok(LinkableUnit(())),
        false => Err(refusal(actor, lineage, ONLY_COORDINATORS)),
    }
}

/// From what the database gave back when it marked the link as used.
pub(crate) fn usable(marked: Option<String>) -> Outcome<Usable> {
    marked.map(|person_id| Usable { person_id }).ok_or(Failure::NotFound)
}
