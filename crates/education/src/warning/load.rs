//! Loading a warning with what policy needs. Reads only.

use directory::lookup;
use kernel::{Ask, Outcome};

use super::{
    model::Warning,
    policy::{self, Addressed, Editable, Endable, Readable},
    queries, readers,
};

/// For whoever may see it.
pub(crate) async fn readable(ask: &Ask, id: &str) -> Outcome<Readable> {
    let addressed = addressed(ask, queries::find(ask.db(), id).await?).await?;
    let reached = reached(ask, &addressed.warning).await?;
    policy::readable(ask.maybe_actor(), addressed, &reached)
}

pub(crate) async fn editable(ask: &Ask, id: &str) -> Outcome<Editable> {
    policy::editable(ask.actor()?, readable(ask, id).await?)
}

pub(crate) async fn endable(ask: &Ask, id: &str) -> Outcome<Endable> {
    policy::endable(ask.actor()?, readable(ask, id).await?)
}

async fn addressed(ask: &Ask, warning: Warning) -> Outcome<Addressed> {
    let lineage = lookup::lineage(ask.db(), &warning.agency_id).await?;
    let audience = queries::audience(ask.db(), &warning.id).await?;
    Ok(Addressed { warning, lineage, audience })
}

/// The nodes that the visitor answers for and that hold people whom it is for.
pub(crate) async fn reached(ask: &Ask, warning: &Warning) -> Outcome<Vec<String>> {
    let watched = ask.maybe_actor().map(policy::watched).unwrap_or_default();
    if watched.is_empty() || warning.published_at.is_none() {
        return Ok(Vec::new());
    }
    readers::queries::reached(ask.db(), &warning.id, &watched).await
}
