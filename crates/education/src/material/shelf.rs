//! The one depot of this process, where the files of materials are kept. Not who may have them.

use kernel::{App, Failure, Outcome};
use store::{Depot, Fault, Place};

/// Opened at first use; a place that cannot be used says so each time.
pub(super) fn of(app: &App) -> Outcome<Depot> {
    let kept = app.kept::<Result<Depot, String>>(|app| {
        let settings = app.settings();
        let opened = Place::read(&settings.files_url).and_then(|it| Depot::open(&it, &settings.data.join("arriving")));
        opened.map_err(|it| it.to_string())
    });
    kept.as_ref().clone().map_err(Failure::broken)
}

/// In the visitor's terms.
pub(super) fn failure(fault: Fault) -> Failure {
    match fault {
        Fault::Missing => Failure::Conflict("material-file-missing"),
        other => Failure::broken(other),
    }
}
