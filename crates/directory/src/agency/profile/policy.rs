//! Who may tell what an agency does. Pure.

use kernel::{Actor, Failure, Outcome};

use crate::lookup::Agency;

/// Proof that the profile of this agency may be changed; only this file can make one.
pub(crate) struct Editable<'a>(&'a Agency);

impl Editable<'_> {
    pub(crate) fn agency(&self) -> &Agency {
        self.0
    }
}

/// Its coordinator and head, and those above them. That the agency exists is public, so nobody is told that it does not.
pub(crate) fn editable<'a>(actor: &Actor, agency: &'a Agency, lineage: &[String]) -> Outcome<Editable<'a>> {
    if !actor.holds(&["pengelola", "pimpinan", "admin"], lineage) {
        return Err(Failure::Forbidden("profile-only-coordinators"));
    }
    if agency.ended_at.is_some() {
        return Err(Failure::Conflict("agency-has-ended"));
    }
    Ok(Editable(agency))
}
