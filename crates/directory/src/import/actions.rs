//! Taking in a file, and following a rehearsal by the import itself. The work is the job's.

use axum::{extract::Path, response::Response};
use kernel::{
    Ask, Failure, Fault, Outcome, id,
    jobs::{self, Times},
    web::Upload,
};

use super::{
    jobs::{IMPORT, Uploaded},
    ledger,
    model::{ImportRequest, Kind, Mode, Source},
    pages, policy, queries, reading, upload,
};

pub(crate) async fn take_in(ask: Ask, typed: Upload) -> Outcome<Response> {
    let kind = match Kind::parse(typed.field("jenis")) {
        Some(kind) => kind,
        None => return pages::refused(&ask, &typed, &[Fault::new("jenis", "imports-choose-kind")]).await,
    };
    let importable = policy::importable(ask.actor()?, kind)?;
    if typed.content.is_empty() {
        return pages::refused(&ask, &typed, &[Fault::new("file", "imports-choose-file")]).await;
    }
    let mode = if typed.field("uji").is_empty() { Mode::Keep } else { Mode::Rehearse };
    let import_id = id::fresh();
    let path = upload::keep(&ask.app, &import_id, &typed.content).await?;
    let by = Some(ask.actor()?.id.clone());
    let file_name = shown_name(&typed.file_name);
    let request = ImportRequest { kind: importable.kind(), mode, file_name, source: Source::Path(path), by };
    let import_id = begin(&ask, &import_id, &request).await?;
    ask.done(&format!("/pengelolaan/impor/{import_id}"), "imports-started")
}

pub(crate) async fn perform(ask: Ask, Path(rehearsal_id): Path<String>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let rehearsal = policy::viewable(actor, ledger::find(ask.db(), &rehearsal_id).await?)?;
    let importable = policy::performable(actor, &rehearsal)?;
    if !upload::exists(&ask.app, &rehearsal_id).await {
        return Err(Failure::Conflict("imports-file-gone"));
    }
    let import_id = id::fresh();
    let path = upload::copy(&ask.app, &rehearsal_id, &import_id).await?;
    let by = Some(actor.id.clone());
    let (kind, file_name) = (importable.kind(), rehearsal.file_name);
    let request = ImportRequest { kind, mode: Mode::Keep, file_name, source: Source::Path(path), by };
    let import_id = begin(&ask, &import_id, &request).await?;
    ask.done(&format!("/pengelolaan/impor/{import_id}"), "imports-started")
}

/// Plans the import; the id is that of the same file's import where one is under way already.
async fn begin(ask: &Ask, import_id: &str, request: &ImportRequest) -> Outcome<String> {
    let weighed = reading::weigh(&request.source).await?;
    if let Some(running) = ledger::unfinished(ask.db(), request, &weighed.0).await? {
        upload::forget(&ask.app, import_id).await;
        return Ok(running.id);
    }
    let now = ask.now();
    let uploaded = Uploaded { import_id: import_id.to_owned() };
    let mut tx = ask.db().begin().await?;
    tx.run(queries::OPEN, ledger::opening(import_id, request, weighed, now)).await?;
    jobs::plan(&mut tx, IMPORT, import_id, &uploaded, Times { run_at: now, now }).await?;
    tx.commit().await?;
    ask.app.ring();
    Ok(import_id.to_owned())
}

/// Only shown, never opened: the last part, without what would confuse a reader.
fn shown_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let cleaned = crate::identity::cleaned(last);
    let short: String = cleaned.chars().take(120).collect();
    if short.is_empty() { "csv".to_owned() } else { short }
}
