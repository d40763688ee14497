//! The tree of agencies and the regions in memory, as of a version that is looked at on every use, so that every node of a cluster is
//! right at once. Not people, and not the truth.

use std::{collections::HashMap, sync::Arc};

use crowd::together::{Reading, Together};
use kernel::{App, Failure, Outcome, db::NONE};
use moka::sync::Cache;

use crate::{
    lookup::{self, Agency, Region},
    region,
};

/// About 1 KB each.
const MOST_AGENCIES: u64 = 50_000;

/// The tree as it is now.
#[derive(Clone)]
pub struct Tree {
    app: App,
    kept: Arc<Kept>,
    version: i64,
}

struct Kept {
    versions: Together<&'static str, i64>,
    agencies: Cache<(i64, String), Arc<Node>>,
    regions: Cache<i64, Arc<Regions>>,
}

/// An agency and its line: itself, its ancestors from near to far, and the nation `*`.
struct Node {
    agency: Agency,
    lineage: Vec<String>,
}

struct Regions {
    provinces: Arc<[Region]>,
    all: HashMap<String, Region>,
}

impl Tree {
    /// For names and places. One statement, shared by all who ask within some milliseconds.
    pub async fn of(app: &App) -> Outcome<Tree> {
        let kept = kept(app);
        let version = kept.versions.recent("tree").await?;
        Tree::at(app, kept, version)
    }

    /// For what somebody may do: never older than the question.
    pub async fn exact(app: &App) -> Outcome<Tree> {
        let kept = kept(app);
        let version = kept.versions.of("tree").await?;
        Tree::at(app, kept, version)
    }

    fn at(app: &App, kept: Arc<Kept>, version: Option<i64>) -> Outcome<Tree> {
        let version = version.ok_or_else(|| Failure::broken("there is no tree"))?;
        Ok(Tree { app: app.clone(), kept, version })
    }

    /// Changes with whatever changes a name, a place or a line in the tree.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// Those that exist, by id.
    pub async fn agencies(&self, ids: &[String]) -> Outcome<HashMap<String, Agency>> {
        let nodes = self.nodes(ids).await?;
        Ok(nodes.into_iter().map(|(id, it)| (id, it.agency.clone())).collect())
    }

    pub async fn lineages(&self, ids: &[String]) -> Outcome<HashMap<String, Vec<String>>> {
        let nodes = self.nodes(ids).await?;
        Ok(nodes.into_iter().map(|(id, it)| (id, it.lineage.clone())).collect())
    }

    /// By name.
    pub async fn provinces(&self) -> Outcome<Arc<[Region]>> {
        Ok(Arc::clone(&self.all_regions().await?.provinces))
    }

    /// Those that exist, by id.
    pub async fn regions(&self, ids: &[String]) -> Outcome<HashMap<String, Region>> {
        let regions = self.all_regions().await?;
        Ok(ids.iter().filter_map(|id| Some((id.clone(), regions.all.get(id)?.clone()))).collect())
    }

    async fn nodes(&self, ids: &[String]) -> Outcome<HashMap<String, Arc<Node>>> {
        let mut nodes = HashMap::new();
        let mut missing = Vec::new();
        for id in ids {
            match self.kept.agencies.get(&(self.version, id.clone())) {
                Some(node) => _ = nodes.insert(id.clone(), node),
                None => missing.push(id.clone()),
            }
        }
        if !missing.is_empty() {
            nodes.extend(self.load(&missing).await?);
        }
        Ok(nodes)
    }

    async fn load(&self, ids: &[String]) -> Outcome<HashMap<String, Arc<Node>>> {
        let agencies = lookup::agencies(self.app.db(), ids).await?;
        let mut lineages = lookup::lineages(self.app.db(), ids).await?;
        let mut nodes = HashMap::new();
        for (id, agency) in agencies {
            let node = Arc::new(Node { agency, lineage: lineages.remove(&id).unwrap_or_default() });
            self.kept.agencies.insert((self.version, id.clone()), Arc::clone(&node));
            nodes.insert(id, node);
        }
        Ok(nodes)
    }

    async fn all_regions(&self) -> Outcome<Arc<Regions>> {
        if let Some(regions) = self.kept.regions.get(&self.version) {
            return Ok(regions);
        }
        let db = self.app.db();
        let provinces = db.all(region::queries::PROVINCES, NONE, lookup::read_region).await?.into();
        let all = db.all(region::queries::ALL_REGIONS, NONE, lookup::read_region).await?;
        let all = all.into_iter().map(|it| (it.id.clone(), it)).collect();
        let regions = Arc::new(Regions { provinces, all });
        self.kept.regions.insert(self.version, Arc::clone(&regions));
        Ok(regions)
    }
}

fn kept(app: &App) -> Arc<Kept> {
    app.kept(|app| Kept {
        versions: Together::read_by(app, version),
        agencies: Cache::new(MOST_AGENCIES),
        regions: Cache::new(2),
    })
}

fn version<'a>(app: &'a App, _: &'a [&'static str]) -> Reading<'a, &'static str, i64> {
    Box::pin(app.db().all(region::queries::TREE_VERSION, NONE, |row| Ok(("tree", row.get("version")?))))
}
