//! Who may make, use and remove templates. Pure; verdicts are values that only this file makes.

use kernel::{Actor, Failure, Outcome};

use super::model::ActivityTemplate;
use crate::activity::{
    model::{Activity, State},
    policy::{Draftable, Editable, Hosted, RUNNERS, draftable},
};

/// Proof that an owner may make a template of an activity that is over.
#[derive(Debug)]
pub(crate) struct Makeable(Editable);
/// Proof that the actor may draft from the template for an agency.
#[derive(Debug)]
pub(crate) struct Usable {
    pub(crate) template: ActivityTemplate,
    draftable: Draftable,
}
/// Proof that the actor may remove the template.
#[derive(Debug)]
pub(crate) struct Removable(ActivityTemplate);

/// What has not been held has not gone well yet.
pub(crate) fn makeable(proof: Editable, now: i64) -> Outcome<Makeable> {
    match proof.activity().state(now) {
        State::Done | State::Archived => Ok(Makeable(proof)),
        State::Cancelled => Err(Failure::Conflict("activity-is-cancelled")),
        State::Draft | State::Published | State::Running => Err(Failure::Conflict("template-not-over")),
    }
}

/// `lineage` is the agency that is to hold it, with all above it.
pub(crate) fn usable(actor: &Actor, template: ActivityTemplate, agency_id: &str, lineage: &[String]) -> Outcome<Usable> {
    let draftable = draftable(actor, agency_id, lineage)?;
    if template.removed_at.is_some() {
        return Err(Failure::Conflict("template-is-removed"));
    }
    Ok(Usable { template, draftable })
}

/// `lineage` is the agency that made it, with all above it.
pub(crate) fn removable(actor: &Actor, template: ActivityTemplate, lineage: &[String]) -> Outcome<Removable> {
    if !actor.holds(RUNNERS, lineage) {
        return Err(Failure::Forbidden("template-only-makers"));
    }
    if template.removed_at.is_some() {
        return Err(Failure::Conflict("template-is-removed"));
    }
    Ok(Removable(template))
}

impl Makeable {
    pub(crate) fn activity(&self) -> &Activity {
        self.0.activity()
    }

    pub(crate) fn hosted(&self) -> &Hosted {
        self.0.hosted()
    }
}

impl Usable {
    pub(crate) fn draftable(&self) -> &Draftable {
        &self.draftable
    }
}

impl Removable {
    pub(crate) fn template(&self) -> &ActivityTemplate {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy_table::holding;

    #[test]
    fn who_may_use_and_remove() {
        let office = ["kppn", "kemenkeu", "*"].map(str::to_owned);
        // duty, where held, may use for kppn, may remove what kppn made
        let table = [
            ("", "kppn", [403, 403]),
            ("pembina", "*", [403, 403]),
            ("pengelola", "bps", [403, 403]),
            ("pengelola", "kppn", [200, 200]),
            ("pimpinan", "kemenkeu", [200, 200]),
            ("admin", "*", [200, 200]),
        ];

        for (kind, node, expected) in table {
            let actor = holding(kind, node);
            let used = usable(&actor, template(None), "kppn", &office).map(drop);
            let removed = removable(&actor, template(None), &office).map(drop);
            let status = |it: Outcome<()>| it.map_or_else(|it| it.status().as_u16(), |()| 200);
            assert_eq!([status(used), status(removed)], expected, "{kind} at {node}");
        }
        let coordinator = holding("pengelola", "kppn");
        assert_eq!(usable(&coordinator, template(Some(1)), "kppn", &office).map(drop).expect_err("removed").status(), 409);
    }

    fn template(removed_at: Option<i64>) -> ActivityTemplate {
        ActivityTemplate {
            id: "01t".to_owned(),
            agency_id: "kppn".to_owned(),
            activity_id: "01a".to_owned(),
            title: String::new(),
            lead: String::new(),
            theme: String::new(),
            content: Default::default(),
            uses: 0,
            made_at: 0,
            removed_at,
        }
    }
}
