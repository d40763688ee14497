//! Who may do what with an activity. Pure: everything needed is in the arguments; verdicts are values that only this file makes.

use std::collections::HashMap;

use kernel::{Actor, Failure, Outcome};

use super::model::{Activity, Host, State};

/// Duties that run an agency's activities.
pub(crate) const RUNNERS: &[&str] = &["pengelola", "pimpinan", "admin"];

/// An activity with what deciding needs: its hosts and, for each, its line up the tree.
#[derive(Clone, Debug)]
pub(crate) struct Hosted {
    pub(crate) activity: Activity,
    pub(crate) hosts: Vec<Host>,
    pub(crate) lineages: HashMap<String, Vec<String>>,
    pub(crate) audience: Vec<String>,
}

/// Proof that the visitor may see the activity.
#[derive(Debug)]
pub(crate) struct Readable(Hosted);
/// Proof that the actor runs the activity for one of its owners, who all own it equally.
#[derive(Debug)]
pub(crate) struct Editable(Hosted);
/// Proof that the activity may go public now.
#[derive(Debug)]
pub(crate) struct Publishable(Hosted);
/// Proof that the actor may answer for an invited agency.
#[derive(Debug)]
pub(crate) struct Answerable {
    pub(crate) hosted: Hosted,
    pub(crate) agency_id: String,
}
/// Proof that the actor may draft for an agency.
#[derive(Debug)]
pub(crate) struct Draftable(String);

impl Hosted {
    pub(crate) fn owners(&self) -> impl Iterator<Item = &Host> + Clone {
        self.hosts.iter().filter(|it| it.is_owner())
    }

    /// The owner for which the actor works here, if any: the first they have a duty at, or the one that put them in charge.
    pub(crate) fn acting_for(&self, actor: &Actor) -> Option<&str> {
        let by_duty = self.owners().find(|it| self.runs(actor, &it.agency_id));
        by_duty.or_else(|| self.owners().find(|it| is_in_charge(actor, it))).map(|it| it.agency_id.as_str())
    }

    pub(crate) fn runs(&self, actor: &Actor, agency_id: &str) -> bool {
        self.lineages.get(agency_id).is_some_and(|line| actor.holds(RUNNERS, line))
    }

    /// The lines of the owners up the tree; not of those who are only asked, or declined.
    pub(crate) fn owner_lines(&self) -> impl Iterator<Item = &Vec<String>> + Clone {
        self.owners().filter_map(|it| self.lineages.get(&it.agency_id))
    }

    /// The asked agency for which the actor may answer, if any.
    pub(crate) fn asked_of(&self, actor: &Actor) -> Option<String> {
        self.hosts.iter().find(|it| it.is_asked() && self.runs(actor, &it.agency_id)).map(|it| it.agency_id.clone())
    }
}

/// Only while they work in the agency that put them in charge.
fn is_in_charge(actor: &Actor, host: &Host) -> bool {
    host.in_charge.as_ref() == Some(&actor.id) && actor.labels.contains(&format!("agency:{}", host.agency_id))
}

/// Anyone sees what is published for all; its audience sees what is listed for them; owners and asked agencies see drafts too.
pub(crate) fn readable(actor: Option<&Actor>, hosted: Hosted) -> Outcome<Readable> {
    let activity = &hosted.activity;
    let is_public = activity.published_at.is_some() && activity.listed == "public";
    let is_for_them = activity.published_at.is_some() && actor.is_some_and(|it| it.may_read(&hosted.audience));
    let is_theirs = actor.is_some_and(|it| hosted.acting_for(it).is_some() || hosted.asked_of(it).is_some());
    if is_public || is_for_them || is_theirs { Ok(Readable(hosted)) } else { Err(Failure::NotFound) }
}

/// Strangers learn nothing; insiders without a duty at an owner learn who may.
pub(crate) fn editable(actor: &Actor, hosted: Hosted) -> Outcome<Editable> {
    if hosted.acting_for(actor).is_some() {
        return Ok(Editable(hosted));
    }
    readable(Some(actor), hosted)?;
    Err(Failure::Forbidden("activity-only-owners"))
}

/// A draft whose time has not passed.
pub(crate) fn publishable(proof: Editable, now: i64) -> Outcome<Publishable> {
    let activity = &proof.0.activity;
    match activity.state(now) {
        State::Draft if activity.starts_at <= now => Err(Failure::Conflict("activity-starts-in-past")),
        State::Draft => Ok(Publishable(proof.0)),
        State::Cancelled => Err(Failure::Conflict("activity-is-cancelled")),
        _ => Err(Failure::Conflict("activity-is-published")),
    }
}

/// What is over or cancelled stays as it was.
pub(crate) fn still_changeable(proof: Editable, now: i64) -> Outcome<Editable> {
    match proof.0.activity.state(now) {
        State::Cancelled => Err(Failure::Conflict("activity-is-cancelled")),
        State::Archived => Err(Failure::Conflict("activity-is-archived")),
        _ => Ok(proof),
    }
}

/// Those who run the asked agency answer, once.
pub(crate) fn answerable(actor: &Actor, hosted: Hosted, agency_id: &str) -> Outcome<Answerable> {
    let Some(host) = hosted.hosts.iter().find(|it| it.agency_id == agency_id) else {
        return Err(Failure::NotFound);
    };
    if !hosted.runs(actor, agency_id) {
        readable(Some(actor), hosted)?;
        return Err(Failure::Forbidden("invitation-only-asked"));
    }
    if !host.is_asked() {
        return Err(Failure::Conflict("invitation-is-answered"));
    }
    if hosted.activity.cancelled_at.is_some() {
        return Err(Failure::Conflict("activity-is-cancelled"));
    }
    Ok(Answerable { agency_id: agency_id.to_owned(), hosted })
}

/// A copy is drafted for the owner that the actor works for.
pub(crate) fn copyable(actor: &Actor, proof: &Editable) -> Outcome<Draftable> {
    let agency_id = proof.0.acting_for(actor).ok_or(Failure::Forbidden("activity-only-owners"))?;
    Ok(Draftable(agency_id.to_owned()))
}

/// Those who run an agency draft for it.
pub(crate) fn draftable(actor: &Actor, agency_id: &str, lineage: &[String]) -> Outcome<Draftable> {
    if actor.holds(RUNNERS, lineage) {
        Ok(Draftable(agency_id.to_owned()))
    } else {
        Err(Failure::Forbidden("activity-only-runners"))
    }
}

impl Readable {
    pub(crate) fn hosted(&self) -> &Hosted {
        &self.0
    }
}

impl Editable {
    pub(crate) fn activity(&self) -> &Activity {
        &self.0.activity
    }

    pub(crate) fn hosted(&self) -> &Hosted {
        &self.0
    }
}

impl Publishable {
    pub(crate) fn activity(&self) -> &Activity {
        &self.0.activity
    }

    pub(crate) fn hosted(&self) -> &Hosted {
        &self.0
    }
}

impl Draftable {
    pub(crate) fn agency_id(&self) -> &str {
        &self.0
    }
}
