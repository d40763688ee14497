//! Who may import what, and who sees what came of it. Pure.

use kernel::{Actor, Failure, Outcome};

use super::model::{Kind, Mode, Progress};

/// Proof that files of this kind may be imported; only this file can make one. Which rows, the import itself decides once more.
#[derive(Clone, Copy)]
pub(crate) struct Importable(Kind);

impl Importable {
    pub(crate) fn kind(self) -> Kind {
        self.0
    }
}

/// The tree and the regions belong to the nation; people to whoever administers their units.
pub(crate) fn importable(actor: &Actor, kind: Kind) -> Outcome<Importable> {
    let may = match kind {
        Kind::People => actor.holds_somewhere("admin"),
        Kind::Regions | Kind::Agencies => is_national(actor),
    };
    if may { Ok(Importable(kind)) } else { Err(Failure::Forbidden("imports-only-admins")) }
}

/// The kinds that somebody may import; none: the page is not for them.
pub(crate) fn kinds(actor: &Actor) -> Outcome<Vec<Importable>> {
    let kinds: Vec<Importable> = Kind::ALL.into_iter().filter_map(|kind| importable(actor, kind).ok()).collect();
    if kinds.is_empty() { Err(Failure::Forbidden("imports-only-admins")) } else { Ok(kinds) }
}

/// Rows hold people's numbers: whoever brought the file sees them, and the national administrators.
pub(crate) fn viewable(actor: &Actor, import: Progress) -> Outcome<Progress> {
    let is_own = import.started_by.as_ref() == Some(&actor.id);
    if is_own || is_national(actor) { Ok(import) } else { Err(Failure::NotFound) }
}

/// A rehearsal that read the whole file may be followed by the import itself.
pub(crate) fn performable(actor: &Actor, import: &Progress) -> Outcome<Importable> {
    if import.mode != Mode::Rehearse || import.done_at.is_none() || import.refusal.is_some() {
        return Err(Failure::Conflict("imports-not-performable"));
    }
    importable(actor, import.kind)
}

pub(crate) fn is_national(actor: &Actor) -> bool {
    actor.holds(&["admin"], &["*".to_owned()])
}
