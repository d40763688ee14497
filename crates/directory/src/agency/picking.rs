//! Which agency somebody means who typed a code or a name. Suggests, and never guesses.

use kernel::{Db, Failure, Fault, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    import::rows::UnitReference,
    lookup::{self, Agency},
};

const SUGGESTIONS: i64 = 6;

/// What was typed, and which of the suggestions was chosen.
#[derive(Clone, Default, Deserialize, JsonSchema)]
pub(crate) struct Picking {
    /// Code or name.
    #[serde(default)]
    pub(crate) unit: String,
    /// Code of a suggestion; goes before what was typed.
    #[serde(default)]
    pub(crate) pilihan: String,
}

#[derive(Serialize, JsonSchema)]
pub(crate) enum Picked {
    One(Box<Agency>),
    /// Nothing is exactly that; these may be meant.
    Perhaps(Vec<Agency>),
}

impl Picking {
    pub(crate) fn typed(&self) -> Vec<(String, String)> {
        vec![("unit".to_owned(), self.unit.clone()), ("pilihan".to_owned(), self.pilihan.clone())]
    }

    pub(crate) async fn pick(&self, db: &Db) -> Outcome<Picked> {
        let wanted = if self.pilihan.is_empty() { &self.unit } else { &self.pilihan };
        let code = wanted.trim().to_lowercase();
        match lookup::agency(db, &code).await {
            Ok(agency) => return Ok(Picked::One(Box::new(agency))),
            Err(Failure::NotFound) => {}
            Err(failure) => return Err(failure),
        }
        let mut found = lookup::search_agencies(db, wanted, SUGGESTIONS).await?;
        let folded = UnitReference::folded(wanted);
        let is_exact = |it: &Agency| [&it.name, &it.short_name].iter().any(|name| UnitReference::folded(name) == folded);
        let exact: Vec<usize> = (0..found.len()).filter(|at| is_exact(&found[*at])).collect();
        match exact[..] {
            [only] => Ok(Picked::One(Box::new(found.swap_remove(only)))),
            _ => Ok(Picked::Perhaps(found)),
        }
    }
}

/// The agency, if it is one and has not ended; otherwise what to say at the field, and what may be meant.
pub(crate) async fn present(db: &Db, picking: &Picking) -> Outcome<Result<Agency, (Fault, Vec<Agency>)>> {
    Ok(match picking.pick(db).await? {
        Picked::One(agency) if agency.ended_at.is_some() => Err((Fault::new("unit", "picking-ended"), Vec::new())),
        Picked::One(agency) => Ok(*agency),
        Picked::Perhaps(found) if found.is_empty() => Err((Fault::new("unit", "picking-none"), found)),
        Picked::Perhaps(found) => Err((Fault::new("unit", "picking-several"), found)),
    })
}
