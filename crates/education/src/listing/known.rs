//! Lists of coming activities in memory, per version of the listing and of the tree of agencies, for all who may read the same. The
//! versions are looked at on every use; what a search finds is not kept.

use std::sync::Arc;

use crowd::together::{Reading, Together};
use directory::tree::Tree;
use kernel::{App, Failure, Outcome, clock::MINUTE};
use moka::sync::Cache;

use super::{
    calendar_page::{Listed, listed},
    queries::{self, Wanted},
};

/// About 1.5 KB each.
const MOST_ROWS: u64 = 20_000;

#[derive(PartialEq, Eq, Hash)]
struct Key {
    versions: (i64, i64),
    /// Time passes too: what has begun two weeks ago, or ended, leaves the list.
    minute: i64,
    labels: Vec<String>,
    is_for_me: bool,
    filters: [String; 3],
    most: i64,
}

struct Known {
    versions: Together<&'static str, i64>,
    lists: Cache<Key, Arc<[Listed]>>,
}

/// As [`queries::coming`], with the names of the owners. The numbers of seats may be older than the rest.
pub(crate) async fn coming(app: &App, wanted: &Wanted<'_>) -> Outcome<Arc<[Listed]>> {
    if !wanted.words.is_empty() || wanted.after > 0 {
        return fresh(app, wanted).await;
    }
    let known = app.kept(|app| Known { versions: Together::read_by(app, version), lists: lists() });
    let (listing, tree) = tokio::join!(known.versions.recent("coming"), Tree::of(app));
    let listing = listing?.ok_or_else(|| Failure::broken("there is no listing"))?;
    let key = key(wanted, (listing, tree?.version()));
    if let Some(list) = known.lists.get(&key) {
        return Ok(list);
    }
    let list = fresh(app, wanted).await?;
    known.lists.insert(key, Arc::clone(&list));
    Ok(list)
}

pub(crate) async fn fresh(app: &App, wanted: &Wanted<'_>) -> Outcome<Arc<[Listed]>> {
    Ok(listed(app, queries::coming(app.db(), wanted).await?).await?.into())
}

fn key(wanted: &Wanted<'_>, versions: (i64, i64)) -> Key {
    Key {
        versions,
        minute: wanted.now / MINUTE,
        // No audience names persons, so that colleagues share their lists.
        labels: wanted.labels.iter().filter(|it| !it.starts_with("person:")).cloned().collect(),
        is_for_me: wanted.is_for_me,
        filters: [wanted.theme, wanted.region, wanted.agency].map(str::to_owned),
        most: wanted.most,
    }
}

fn lists() -> Cache<Key, Arc<[Listed]>> {
    let rows = |_: &Key, list: &Arc<[Listed]>| u32::try_from(list.len()).unwrap_or(u32::MAX).max(1);
    Cache::builder().weigher(rows).max_capacity(MOST_ROWS).build()
}

fn version<'a>(app: &'a App, _: &'a [&'static str]) -> Reading<'a, &'static str, i64> {
    Box::pin(async { Ok(queries::version(app.db()).await?.map(|it| ("coming", it)).into_iter().collect()) })
}
