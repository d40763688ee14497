//! Who may change the tree of agencies, and where. Pure.

use kernel::{Actor, Failure, Outcome};

use crate::{account::policy::refusal, lookup::Agency};

/// Proof that an agency may get another name or region, or end; only this file can make one.
#[derive(Clone, Copy)]
pub(crate) struct Changeable<'a>(&'a Agency);

/// Proof that an agency may stand below another, or below none; only this file can make one.
pub(crate) struct Placeable<'a> {
    agency: &'a Agency,
    parent: Option<&'a str>,
}

/// Proof that an agency may become part of another; only this file can make one.
pub(crate) struct Mergeable<'a> {
    agency: &'a Agency,
    into: &'a Agency,
}

/// Proof that new agencies may be made from this one, beside it; only this file can make one.
pub(crate) struct Splittable<'a>(&'a Agency);

impl<'a> Changeable<'a> {
    pub(crate) fn agency(&self) -> &'a Agency {
        self.0
    }
}

impl<'a> Placeable<'a> {
    pub(crate) fn agency(&self) -> &'a Agency {
        self.agency
    }

    pub(crate) fn parent(&self) -> Option<&'a str> {
        self.parent
    }
}

impl<'a> Mergeable<'a> {
    pub(crate) fn agency(&self) -> &'a Agency {
        self.agency
    }

    pub(crate) fn successor(&self) -> &'a Agency {
        self.into
    }
}

impl<'a> Splittable<'a> {
    pub(crate) fn agency(&self) -> &'a Agency {
        self.0
    }
}

/// `lineage`: the agency first, then those above it.
pub(crate) fn changeable<'a>(actor: &Actor, agency: &'a Agency, lineage: &[String]) -> Outcome<Changeable<'a>> {
    if !actor.holds(&["admin"], lineage) {
        return Err(refusal(actor, lineage, "reorganisation-only-admins"));
    }
    if agency.ended_at.is_some() {
        return Err(Failure::Conflict("agency-has-ended"));
    }
    Ok(Changeable(agency))
}

/// `above`: the new parent with those above it; the nation alone for an agency without a parent.
pub(crate) fn placeable<'a>(it: Changeable<'a>, actor: &Actor, above: &'a [String]) -> Outcome<Placeable<'a>> {
    if !actor.holds(&["admin"], above) {
        return Err(Failure::Forbidden("reorganisation-only-both"));
    }
    Ok(Placeable { agency: it.0, parent: above.first().map(String::as_str).filter(|it| *it != "*") })
}

/// `lineage` of the successor. Both sides: nobody sends people where they have no say, nor takes them away from others.
pub(crate) fn mergeable<'a>(it: Changeable<'a>, actor: &Actor, into: &'a Agency, lineage: &[String]) -> Outcome<Mergeable<'a>> {
    if !actor.holds(&["admin"], lineage) {
        return Err(Failure::Forbidden("reorganisation-only-both"));
    }
    Ok(Mergeable { agency: it.0, into })
}

/// The new ones stand beside the old one, so it takes a say above it.
pub(crate) fn splittable<'a>(it: Changeable<'a>, actor: &Actor, lineage: &[String]) -> Outcome<Splittable<'a>> {
    let above = lineage.get(1..).unwrap_or_default();
    if !actor.holds(&["admin"], above) {
        return Err(Failure::Forbidden("reorganisation-only-above"));
    }
    Ok(Splittable(it.0))
}
