//! Who designs, issues, withdraws and opens certificates, and when. Pure; verdicts are values that only this file makes.

use kernel::{Actor, Failure, Outcome};

use super::model::{Certificate, Design};
use crate::activity::{
    model::{Activity, State},
    policy::{Editable, Hosted, still_changeable},
};

/// Proof that the actor may say how certificates look and count.
#[derive(Debug)]
pub(crate) struct Designable(Editable);
/// Proof that certificates may be issued now.
#[derive(Debug)]
pub(crate) struct Issuable(Editable);
/// Proof that those who served may be given certificates now.
#[derive(Debug)]
pub(crate) struct Awardable(Editable);
/// Proof that the actor may withdraw this certificate, which stands.
#[derive(Debug)]
pub(crate) struct Withdrawable {
    proof: Editable,
    certificate: Certificate,
}
/// Proof that the visitor may have the certificate's PDF and credential.
#[derive(Debug)]
pub(crate) struct Openable(Certificate);

/// Owners, as long as the activity is neither cancelled nor archived.
pub(crate) fn designable(proof: Editable, now: i64) -> Outcome<Designable> {
    Ok(Designable(still_changeable(proof, now)?))
}

/// After the activity, when attendance was counted and a design is there. `counted`: how many were present and absent.
pub(crate) fn issuable(proof: Editable, design: Option<Design>, counted: (i64, i64), now: i64) -> Outcome<Issuable> {
    if let Some(key) = closed_because(proof.activity(), design.as_ref(), counted, now) {
        return Err(Failure::Conflict(key));
    }
    Ok(Issuable(proof))
}

/// After the activity, when a design is there; nobody counts the attendance of those who served.
pub(crate) fn awardable(proof: Editable, design: Option<&Design>, now: i64) -> Outcome<Awardable> {
    match closed_to_all(proof.activity(), design, now) {
        Some(key) => Err(Failure::Conflict(key)),
        None => Ok(Awardable(proof)),
    }
}

/// Why none can be issued to participants now, as a sentence's key.
pub(crate) fn closed_because(
    activity: &Activity,
    design: Option<&Design>,
    counted: (i64, i64),
    now: i64,
) -> Option<&'static str> {
    let is_uncounted = activity.state(now) == State::Done && counted == (0, 0);
    if is_uncounted { Some("certificate-not-counted") } else { closed_to_all(activity, design, now) }
}

/// Why none can be issued to anybody now, as a sentence's key.
pub(crate) fn closed_to_all(activity: &Activity, design: Option<&Design>, now: i64) -> Option<&'static str> {
    match activity.state(now) {
        State::Cancelled => Some("activity-is-cancelled"),
        State::Archived => Some("activity-is-archived"),
        State::Draft => Some("certificate-not-published"),
        State::Published | State::Running => Some("certificate-not-over"),
        State::Done if design.is_none() => Some("certificate-not-designed"),
        State::Done => None,
    }
}

/// Owners, at any time: what was issued by mistake must not stand because the activity is long over.
pub(crate) fn withdrawable(proof: Editable, certificate: Certificate) -> Outcome<Withdrawable> {
    if certificate.activity_id != proof.activity().id {
        return Err(Failure::NotFound);
    }
    if !certificate.stands() {
        return Err(Failure::Conflict("certificate-is-withdrawn"));
    }
    Ok(Withdrawable { proof, certificate })
}

/// The holder and the owners; others learn nothing.
pub(crate) fn openable(actor: &Actor, hosted: &Hosted, certificate: Certificate) -> Outcome<Openable> {
    let is_holder = certificate.person_id.as_ref() == Some(&actor.id);
    let is_owner = hosted.activity.id == certificate.activity_id && hosted.acting_for(actor).is_some();
    if is_holder || is_owner { Ok(Openable(certificate)) } else { Err(Failure::NotFound) }
}

/// A guest, by the registration that their ticket is of.
pub(crate) fn openable_by_ticket(registration_id: &str, certificate: Certificate) -> Outcome<Openable> {
    if certificate.registration_id.as_deref() == Some(registration_id) {
        Ok(Openable(certificate))
    } else {
        Err(Failure::NotFound)
    }
}

impl Designable {
    pub(crate) fn activity(&self) -> &Activity {
        self.0.activity()
    }

    pub(crate) fn hosted(&self) -> &Hosted {
        self.0.hosted()
    }
}

impl Issuable {
    pub(crate) fn activity(&self) -> &Activity {
        self.0.activity()
    }

    pub(crate) fn hosted(&self) -> &Hosted {
        self.0.hosted()
    }
}

impl Awardable {
    pub(crate) fn hosted(&self) -> &Hosted {
        self.0.hosted()
    }
}

impl Withdrawable {
    pub(crate) fn hosted(&self) -> &Hosted {
        self.proof.hosted()
    }

    pub(crate) fn certificate(&self) -> &Certificate {
        &self.certificate
    }
}

impl Openable {
    pub(crate) fn certificate(&self) -> &Certificate {
        &self.0
    }
}
