//! Who may see, give, end and lend duties. Pure.
//!
//! What somebody has on loan lets them do the work of the duty, not hand it on: who stands in for a head decides nothing about staff
//! (SE Kepala BKN 1/SE/I/2021), and a loan would otherwise outlive its end.

use kernel::{Actor, Duty, Failure, Outcome};

use super::model::{Held, Kind};
use crate::account::policy::refusal;

/// Somebody with the duties that are truly theirs.
pub(crate) struct Giver<'a> {
    pub(crate) actor: &'a Actor,
    /// Without those on loan.
    pub(crate) own: Vec<Duty>,
}

impl Giver<'_> {
    pub(crate) fn owns(&self, kind: &str, lineage: &[String]) -> bool {
        self.own.iter().any(|it| it.kind == kind && lineage.contains(&it.node))
    }
}

/// Proof that duties of this kind may be given at this node; only this file can make one.
pub(crate) struct Givable {
    kind: Kind,
    node: String,
}

impl Givable {
    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    pub(crate) fn node(&self) -> &str {
        &self.node
    }
}

/// Proof that a duty may be ended; only this file can make one.
pub(crate) struct Endable<'a>(&'a Held);

impl Endable<'_> {
    pub(crate) fn duty(&self) -> &Held {
        self.0
    }
}

/// Proof that a duty may be lent; only this file can make one.
pub(crate) struct Lendable<'a>(&'a Held);

impl Lendable<'_> {
    pub(crate) fn duty(&self) -> &Held {
        self.0
    }
}

/// `lineage`: the node with those above it. Whoever has a duty there sees who else has one.
pub(crate) fn viewable(actor: &Actor, lineage: &[String]) -> Outcome<()> {
    let is_responsible = actor.duties.iter().any(|it| lineage.contains(&it.node));
    if is_responsible { Ok(()) } else { Err(refusal(actor, lineage, "account-duties-only-holders")) }
}

/// `lineage`: the node first, then those above it.
pub(crate) fn givable(giver: &Giver, kind: Kind, lineage: &[String]) -> Outcome<Givable> {
    viewable(giver.actor, lineage)?;
    let is_admin = giver.owns("admin", lineage);
    let is_head_choosing_a_coordinator = kind == Kind::Pengelola && giver.owns("pimpinan", lineage);
    if !is_admin && !is_head_choosing_a_coordinator {
        return Err(Failure::Forbidden("account-duties-only-admins"));
    }
    Ok(Givable { kind, node: lineage.first().cloned().ok_or(Failure::NotFound)? })
}

/// The holder lays it down, the lender takes it back, and whoever could give it takes it. `others` hold the same duty at the same node.
pub(crate) fn endable<'a>(giver: &Giver, duty: &'a Held, lineage: &[String], others: i64) -> Outcome<Endable<'a>> {
    let is_holder = duty.person_id == giver.actor.id;
    let is_lender = duty.lender_id.as_ref() == Some(&giver.actor.id);
    if !is_holder && !is_lender {
        givable(giver, duty.kind, lineage)?;
    }
    let is_last_admin = duty.kind == Kind::Admin && duty.node == "*" && duty.lender_id.is_none() && others == 0;
    if is_last_admin {
        return Err(Failure::Conflict("account-last-admin"));
    }
    Ok(Endable(duty))
}

/// One's own, and not what one has on loan.
pub(crate) fn lendable<'a>(actor: &Actor, duty: &'a Held, lineage: &[String]) -> Outcome<Lendable<'a>> {
    if duty.person_id != actor.id {
        viewable(actor, lineage)?;
        return Err(Failure::Forbidden("account-lend-own"));
    }
    if duty.lender_id.is_some() {
        return Err(Failure::Forbidden("account-lend-lent"));
    }
    Ok(Lendable(duty))
}
