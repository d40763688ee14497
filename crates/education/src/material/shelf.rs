//! The one depot of this process, where files of materials and crests are kept. Not who may have them.

use kernel::{App, Failure, Outcome, clock::DAY};
use store::{Arrived, Depot, Fault, Kind, Place};

use super::queries;

/// What was claimed and not led to by then belongs to nobody.
const CLAIMED_FOR: i64 = DAY;

/// Opened at first use; a place that cannot be used says so each time.
pub(crate) fn of(app: &App) -> Outcome<Depot> {
    let kept = app.kept::<Result<Depot, String>>(|app| {
        let settings = app.settings();
        let opened = Place::read(&settings.files_url).and_then(|it| Depot::open(&it, &settings.data.join("arriving")));
        opened.map_err(|it| it.to_string())
    });
    kept.as_ref().clone().map_err(Failure::broken)
}

/// Claims a file that arrived, then keeps it: whoever leads to it within the day finds it there.
pub(crate) async fn keep(app: &App, file: &Arrived, kind: Kind) -> Outcome<()> {
    let now = app.now();
    let mut tx = app.db().begin().await?;
    if !queries::claim(&mut tx, (file, kind), (now, now + CLAIMED_FOR)).await? {
        return Err(Failure::Busy { seconds: 60 });
    }
    tx.commit().await?;
    of(app)?.keep(file).await.map_err(failure)
}

/// The same for what this program made itself.
pub(crate) async fn keep_made(app: &App, content: &[u8], kind: Kind) -> Outcome<Arrived> {
    let mut arriving = of(app)?.receive(content.len() as u64).await.map_err(failure)?;
    arriving.add(content).map_err(failure)?;
    let file = arriving.finish().map_err(failure)?;
    keep(app, &file, kind).await?;
    Ok(file)
}

/// In the visitor's terms.
pub(crate) fn failure(fault: Fault) -> Failure {
    match fault {
        Fault::Missing => Failure::Conflict("material-file-missing"),
        other => Failure::broken(other),
    }
}
