//! Uploaded files wait in the folder `imports` until their import is done. Not how they are read.

use std::{path::PathBuf, time::Duration};

use kernel::{App, Outcome};

/// A rehearsed file waits so long for its import.
const KEPT: Duration = Duration::from_secs(7 * 24 * 3600);

pub(super) fn path(app: &App, import_id: &str) -> PathBuf {
    folder(app).join(format!("{import_id}.csv"))
}

pub(super) async fn keep(app: &App, import_id: &str, content: &[u8]) -> Outcome<PathBuf> {
    tokio::fs::create_dir_all(folder(app)).await?;
    forget_old(app).await?;
    let path = path(app, import_id);
    tokio::fs::write(&path, content).await?;
    Ok(path)
}

pub(super) async fn copy(app: &App, from: &str, to: &str) -> Outcome<PathBuf> {
    let path = path(app, to);
    tokio::fs::copy(self::path(app, from), &path).await?;
    Ok(path)
}

pub(super) async fn exists(app: &App, import_id: &str) -> bool {
    tokio::fs::try_exists(path(app, import_id)).await.unwrap_or(false)
}

pub(super) async fn forget(app: &App, import_id: &str) {
    if let Err(error) = tokio::fs::remove_file(path(app, import_id)).await {
        tracing::warn!(%error, import_id, "an imported file could not be removed");
    }
}

/// Files of people are not kept longer than they are needed.
async fn forget_old(app: &App) -> Outcome<()> {
    let mut files = tokio::fs::read_dir(folder(app)).await?;
    while let Some(file) = files.next_entry().await? {
        let age = file.metadata().await?.modified()?.elapsed().unwrap_or_default();
        if age > KEPT {
            tokio::fs::remove_file(file.path()).await?;
        }
    }
    Ok(())
}

fn folder(app: &App) -> PathBuf {
    app.settings().data.join("imports")
}
