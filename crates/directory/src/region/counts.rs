//! How many agencies each region has: counted once per version of the tree and kept in memory.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use kernel::{
    App, Outcome,
    db::{NONE, Row},
};

use super::queries;

#[derive(Default)]
struct Kept(Mutex<(i64, Arc<HashMap<String, i64>>)>);

/// By region; those of a province do not include its regencies.
pub(super) async fn of_agencies(app: &App) -> Outcome<Arc<HashMap<String, i64>>> {
    let kept = app.kept(|_| Kept::default());
    let version: i64 = app.db().one(queries::TREE_VERSION, NONE, |row| row.get("version")).await?;
    let (counted_at, counts) = kept.0.lock().unwrap_or_else(|it| it.into_inner()).clone();
    if counted_at == version {
        return Ok(counts);
    }
    let pair = |row: &Row| Ok((row.get("region_id")?, row.get("n")?));
    let counts: Arc<HashMap<String, i64>> =
        Arc::new(app.db().all(queries::AGENCY_COUNTS, NONE, pair).await?.into_iter().collect());
    *kept.0.lock().unwrap_or_else(|it| it.into_inner()) = (version, Arc::clone(&counts));
    Ok(counts)
}
