//! Who may make, change and withdraw rules. Pure; verdicts are values that only this file makes.

use kernel::{Actor, Failure, Outcome};

use super::model::Rule;
use crate::obligation::period::Period;

/// Duties that make rules: for everything below the node where they are held.
pub(crate) const RULERS: &[&str] = &["pembina", "pimpinan", "admin"];

/// Proof that the actor may make rules for a branch.
#[derive(Debug)]
pub(crate) struct Rulable(String);
/// Proof that the actor may change this rule from this period on.
#[derive(Debug)]
pub(crate) struct Amendable {
    rule: Rule,
    from: Period,
}

pub(crate) fn rules_somewhere(actor: &Actor) -> bool {
    RULERS.iter().any(|it| actor.holds_somewhere(it))
}

/// `lineage` is the branch with all nodes above it.
pub(crate) fn rulable(actor: &Actor, lineage: &[String]) -> Outcome<Rulable> {
    match lineage.first() {
        Some(branch) if actor.holds(RULERS, lineage) => Ok(Rulable(branch.clone())),
        _ => Err(Failure::Forbidden("obligation-only-rulers")),
    }
}

/// The past and what is open already stay as they were.
pub(crate) fn amendable(actor: &Actor, rule: Rule, lineage: &[String], (from, now): (Period, i64)) -> Outcome<Amendable> {
    rulable(actor, lineage)?;
    if rule.until_period.is_some() {
        return Err(Failure::Conflict("obligation-is-withdrawn"));
    }
    if from.rhythm != rule.rhythm || from.number < rule.rhythm.coming(now).number || from.number < rule.from_period {
        return Err(Failure::Conflict("obligation-from-coming"));
    }
    Ok(Amendable { rule, from })
}

impl Rulable {
    pub(crate) fn branch_id(&self) -> &str {
        &self.0
    }
}

impl Amendable {
    pub(crate) fn rule(&self) -> &Rule {
        &self.rule
    }

    pub(crate) fn from(&self) -> Period {
        self.from
    }
}
