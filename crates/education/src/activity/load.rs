//! Loading an activity with what policy needs, and what its pages show. Reads only.

use std::collections::HashMap;

use directory::{
    lookup::{self, Agency},
    tree::Tree,
};
use kernel::{App, Ask, Db, Outcome};

use super::{
    model::Activity,
    policy::{self, Editable, Hosted, Readable},
    queries,
    shown::Shown,
};

pub(crate) async fn hosted(db: &Db, id: &str) -> Outcome<Hosted> {
    let activity = queries::find(db, id).await?;
    complete(db, activity).await
}

/// The hosts, their lineages and the audience of an activity at hand.
pub(crate) async fn complete(db: &Db, activity: Activity) -> Outcome<Hosted> {
    let hosts = queries::hosts(db, &activity.id).await?;
    let ids: Vec<String> = hosts.iter().map(|it| it.agency_id.clone()).collect();
    let lineages = lookup::lineages(db, &ids).await?;
    let audience = queries::audience(db, &activity.id).await?;
    Ok(Hosted { activity, hosts, lineages, audience })
}

/// For whoever may see it: from memory unless something changed.
pub(crate) async fn readable(ask: &Ask, id: &str) -> Outcome<Readable> {
    policy::readable(ask.maybe_actor(), Shown::of(&ask.app, id).await?.hosted.clone())
}

/// For the owners' pages and actions.
pub(crate) async fn editable(ask: &Ask, id: &str) -> Outcome<Editable> {
    policy::editable(ask.actor()?, hosted(ask.db(), id).await?)
}

/// The agencies that host any of these activities, by id, and the owners of each.
pub(crate) async fn owners_of(
    app: &App,
    activities: &[Activity],
) -> Outcome<(HashMap<String, Vec<String>>, HashMap<String, Agency>)> {
    let ids: Vec<String> = activities.iter().map(|it| it.id.clone()).collect();
    let owners = queries::owners(app.db(), &ids).await?;
    let mut agencies: Vec<String> = owners.values().flatten().cloned().collect();
    agencies.sort();
    agencies.dedup();
    let agencies = Tree::of(app).await?.agencies(&agencies).await?;
    Ok((owners, agencies))
}
