//! Who sees whom, and who moves whom. Pure.

use kernel::{Actor, Failure, Outcome};

const RESPONSIBLE: &[&str] = &["admin", "pimpinan", "pengelola"];

/// Proof that the people of a unit may be listed; only this file can make one.
pub(crate) struct Listable(());

/// How much of a person is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sight {
    /// Name, position and units: for colleagues under the same roof.
    Plain,
    /// Also number, mail and phone: for the person and those responsible for the unit.
    Full,
}

/// Proof that a person may come from one unit to another; only this file can make one.
pub(crate) struct Movable<'a> {
    to: &'a str,
}

impl Movable<'_> {
    pub(crate) fn to(&self) -> &str {
        self.to
    }
}

/// Proof that a person may be recorded as having left; only this file can make one.
pub(crate) struct Dismissable(());

/// `lineage` of the unit. Those who work there know that it has people, strangers are told nothing.
pub(crate) fn listable(actor: &Actor, lineage: &[String]) -> Outcome<Listable> {
    match (actor.holds(RESPONSIBLE, lineage), lineage.contains(&actor.home)) {
        (true, _) => Ok(Listable(())),
        (false, true) => Err(Failure::Forbidden("person-only-responsible")),
        (false, false) => Err(Failure::NotFound),
    }
}

/// `lineage` of the person's unit.
pub(crate) fn visible(actor: &Actor, person_id: &str, lineage: &[String]) -> Outcome<Sight> {
    let is_colleague = lineage.iter().filter(|it| *it != "*").any(|it| actor.labels.contains(&format!("agency:{it}")));
    match (actor.id == person_id || actor.holds(RESPONSIBLE, lineage), is_colleague) {
        (true, _) => Ok(Sight::Full),
        (false, true) => Ok(Sight::Plain),
        (false, false) => Err(Failure::NotFound),
    }
}

/// Whoever opens the form administers the unit that the person leaves.
pub(crate) fn releasable(actor: &Actor, person_id: &str, from: &[String]) -> Outcome<()> {
    visible(actor, person_id, from)?;
    if actor.holds(&["admin"], from) { Ok(()) } else { Err(Failure::Forbidden("placement-only-admins")) }
}

/// Both units: nobody sends people where they have no say, nor takes them away from others.
pub(crate) fn movable<'a>(actor: &Actor, person_id: &str, from: &[String], to: &'a [String]) -> Outcome<Movable<'a>> {
    releasable(actor, person_id, from)?;
    let Some(unit) = to.first().filter(|_| actor.holds(&["admin"], to)) else {
        return Err(Failure::Forbidden("placement-only-both"));
    };
    Ok(Movable { to: unit })
}

/// `duty_lineages`: of each node at which the person holds a duty. Nobody puts out those who stand above them.
pub(crate) fn dismissable(
    actor: &Actor,
    person_id: &str,
    from: &[String],
    duty_lineages: &[Vec<String>],
) -> Outcome<Dismissable> {
    releasable(actor, person_id, from)?;
    if actor.id == person_id {
        return Err(Failure::Conflict("placement-not-oneself"));
    }
    let outranks = duty_lineages.iter().all(|it| actor.holds(&["admin"], it));
    if outranks { Ok(Dismissable(())) } else { Err(Failure::Forbidden("placement-outranked")) }
}
