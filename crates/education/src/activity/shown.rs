//! What the page of an activity shows to whoever may open it, kept in memory per version of the activity and of the tree of agencies.
//! Nothing here depends on the visitor; the versions are looked at on every use. Changes never start from here: they load the truth.

use std::sync::Arc;

use crowd::together::{Reading, Together};
use directory::tree::Tree;
use kernel::{App, Failure, Outcome};
use moka::sync::Cache;

use super::{
    load,
    model::{Activity, AgendaItem, Speaker},
    policy::Hosted,
    queries, series,
};
use crate::{
    material::{self, model::Material},
    share,
    template::{self, model::ActivityTemplate},
};

/// About 5 KB each.
const MOST: u64 = 5_000;

pub(crate) struct Shown {
    pub(crate) hosted: Hosted,
    pub(crate) agenda: Vec<AgendaItem>,
    pub(crate) speakers: Vec<Speaker>,
    pub(crate) materials: Vec<Material>,
    /// Code of its page for neighbours, when that is published.
    pub(crate) share: Option<String>,
    /// The template it was made from.
    pub(crate) template: Option<ActivityTemplate>,
}

struct Kept {
    versions: Together<String, i64>,
    shown: Cache<String, ((i64, i64), Arc<Shown>)>,
}

impl Shown {
    /// Two statements that are shared by all who ask at once, and six more after a change.
    pub(crate) async fn of(app: &App, id: &str) -> Outcome<Arc<Shown>> {
        let kept = kept(app);
        let (version, tree) = tokio::join!(kept.versions.recent(id), Tree::of(app));
        let versions = (version?.ok_or(Failure::NotFound)?, tree?.version());
        if let Some(known) = kept.shown.get(id).filter(|it| it.0 == versions) {
            return Ok(known.1);
        }
        let shown = Arc::new(load(app, id).await?);
        kept.shown.insert(id.to_owned(), (versions, Arc::clone(&shown)));
        Ok(shown)
    }
}

/// What the page depends on: moves with every edit and with every seat taken or left.
pub(crate) async fn version(app: &App, id: &str) -> Outcome<i64> {
    kept(app).versions.recent(id).await?.ok_or(Failure::NotFound)
}

/// The other dates of its series.
pub(crate) async fn series(app: &App, activity: &Activity) -> Outcome<Vec<Activity>> {
    match &activity.series_id {
        Some(series_id) => series::queries::in_series(app.db(), series_id).await,
        None => Ok(Vec::new()),
    }
}

fn kept(app: &App) -> Arc<Kept> {
    app.kept(|app| Kept { versions: Together::read_by(app, read), shown: Cache::new(MOST) })
}

fn read<'a>(app: &'a App, ids: &'a [String]) -> Reading<'a, String, i64> {
    Box::pin(queries::shown_versions(app.db(), ids))
}

async fn load(app: &App, id: &str) -> Outcome<Shown> {
    let db = app.db();
    Ok(Shown {
        hosted: load::hosted(db, id).await?,
        agenda: queries::agenda(db, id).await?,
        speakers: queries::speakers(db, id).await?,
        materials: material::queries::of(db, id).await?,
        share: share::queries::of(db, id).await?.published_code(),
        template: template::queries::credited(db, id).await?,
    })
}
