//! Loading a template with what policy needs. Reads only.

use directory::lookup;
use kernel::{Ask, Outcome};

use super::{
    policy::{self, Removable, Usable},
    queries,
};

pub(crate) async fn usable(ask: &Ask, id: &str, agency_id: &str) -> Outcome<Usable> {
    let template = queries::find(ask.db(), id).await?;
    let lineage = lookup::lineage(ask.db(), agency_id).await?;
    policy::usable(ask.actor()?, template, agency_id, &lineage)
}

pub(crate) async fn removable(ask: &Ask, id: &str) -> Outcome<Removable> {
    let template = queries::find(ask.db(), id).await?;
    let lineage = lookup::lineage(ask.db(), &template.agency_id).await?;
    policy::removable(ask.actor()?, template, &lineage)
}
