//! What a board shows to whoever may open it: totals, branches, regions and the trend. Kept in memory, and drawn once for each language, per version
//! of the rule's totals and of the tree of agencies; both are looked at on every use. Offices by name are read afresh elsewhere.

use std::sync::{Arc, OnceLock};

use askama::Template;
use crowd::together::{Reading, Together};
use directory::tree::Tree;
use kernel::{App, Outcome, web::Language};
use moka::sync::Cache;
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Markup, Tongue, address};

use super::{
    load, map,
    model::{NodeRow, Totals},
    queries::{self, Place},
};
use crate::obligation::{period::Period, rule::model::Rule, standing::model::State};

/// About 60 KB each, drawn in both languages.
const MOST: u64 = 1_000;
const NODES: i64 = 200;
const TREND: i64 = 8;

/// How the offices below a node stand.
pub(crate) struct Shown {
    pub(crate) totals: Totals,
    pub(crate) nodes: Nodes,
    /// Whether regions are those of the whole country, which has a map.
    is_country: bool,
    drawn: [OnceLock<String>; 2],
}

// Part of the page in JSON, which would take a description from here for its own.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Nodes {
    /// This period and those before it, oldest first.
    pub(crate) trend: Vec<PeriodRow>,
    pub(crate) branches: Vec<NodeRow>,
    pub(crate) regions: Vec<NodeRow>,
}

/// The same place in some period.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct PeriodRow {
    /// Code of the period.
    pub(crate) period: String,
    pub(crate) totals: Totals,
}

/// Rule, period and node; the first version is of the rule's totals, the second of the tree.
type Key = (String, i64, String);
type Versions = (i64, i64);

struct Kept {
    versions: Together<String, i64>,
    shown: Cache<Key, (Versions, Arc<Shown>)>,
}

impl Shown {
    /// One statement that is shared by all who ask at once, and four more after a change.
    pub(crate) async fn of(app: &App, tree: &Tree, (rule, period, node): (&Rule, Period, &str)) -> Outcome<Arc<Shown>> {
        let kept = app.kept(|app| Kept { versions: Together::read_by(app, versions), shown: Cache::new(MOST) });
        let versions = (kept.versions.recent(rule.id.as_str()).await?.unwrap_or_default(), tree.version());
        let key = (rule.id.clone(), period.number, node.to_owned());
        if let Some(known) = kept.shown.get(&key).filter(|it| it.0 == versions) {
            return Ok(known.1);
        }
        let shown = Arc::new(load(app, tree, (rule, period, node)).await?);
        kept.shown.insert(key, (versions, Arc::clone(&shown)));
        Ok(shown)
    }

    /// The sections of trend, branches and regions.
    pub(crate) fn drawn(&self, (language, t): (Language, Tongue)) -> Outcome<&str> {
        let slot = &self.drawn[usize::from(language == Language::En)];
        if let Some(drawn) = slot.get() {
            return Ok(drawn);
        }
        let html = Drawing { t, nodes: &self.nodes, is_country: self.is_country }.render()?;
        Ok(slot.get_or_init(|| html))
    }
}

fn versions<'a>(app: &'a App, rules: &'a [String]) -> Reading<'a, String, i64> {
    Box::pin(queries::versions(app.db(), rules))
}

async fn load(app: &App, tree: &Tree, (rule, period, node): (&Rule, Period, &str)) -> Outcome<Shown> {
    let (db, at) = (app.db(), Place { obligation_id: &rule.id, period: period.number, node });
    let country = Place { node: if node.starts_with('@') { node } else { "@" }, ..at };
    let branches = queries::below(db, at, "", (2, NODES)).await?;
    let regions = queries::below(db, country, "", (1, NODES)).await?;
    let base = format!("/kewajiban/{}?periode={}", rule.id, period.code());
    let row = |(number, totals): (i64, Totals)| PeriodRow { period: Period::new(rule.rhythm, number).code(), totals };
    let nodes = Nodes {
        trend: queries::trend(db, at, TREND).await?.into_iter().map(row).collect(),
        branches: load::branches(tree, branches, |id| address::with(&base, "simpul", id)).await?,
        regions: load::regions(tree, regions, |id| address::with(&base, "wilayah", id)).await?,
    };
    Ok(Shown { totals: queries::totals(db, at).await?, nodes, is_country: !node.starts_with('@'), drawn: Default::default() })
}

#[derive(Template)]
#[template(path = "obligation-drawing.html")]
struct Drawing<'a> {
    t: Tongue,
    nodes: &'a Nodes,
    is_country: bool,
}

impl Drawing<'_> {
    fn map(&self) -> Option<Markup> {
        if self.is_country { map::map(self.t, &self.nodes.regions) } else { None }
    }

    fn chart(&self) -> Option<Markup> {
        super::drawings::chart(self.t, &self.nodes.trend)
    }

    fn shown_states(&self) -> [State; 4] {
        State::SHOWN
    }
}
