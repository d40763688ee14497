//! Imports of uploaded files run in the background; interrupted ones go on where they were.

use kernel::{
    App, Failure,
    jobs::{JobKind, Running},
};
use serde::{Deserialize, Serialize};

use super::{
    ledger::{self, Ledger},
    model::{Mode, Source},
    run::carry_out,
    upload,
};

pub(crate) const IMPORT: &str = "directory.import";
pub(crate) const JOB: JobKind = JobKind { name: IMPORT, run: import };

#[derive(Serialize, Deserialize)]
pub(crate) struct Uploaded {
    pub(crate) import_id: String,
}

fn import<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let Uploaded { import_id } = serde_json::from_str(payload)?;
        let progress = ledger::find(app.db(), &import_id).await?;
        if progress.done_at.is_some() {
            return Ok(());
        }
        let source = Source::Path(upload::path(app, &import_id));
        let ledger = Ledger::resume(app, progress).await?;
        match carry_out(app, ledger, &source, |_| ()).await {
            Ok(done) if done.mode == Mode::Keep => upload::forget(app, &import_id).await,
            // another node is at it
            Ok(_) | Err(Failure::Conflict(_)) => {}
            Err(failure) => return Err(failure),
        }
        Ok(())
    })
}
