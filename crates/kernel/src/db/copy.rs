//! Copies of an SQLite file: taken while others write, proved sound, put in the place of another. PostgreSQL has programs for this.

use std::{path::Path, str::FromStr};

use sqlx::{
    ConnectOptions, Connection, Row as _, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};

use crate::{Failure, Outcome};

/// The file that a `sqlite:` address names.
pub fn sqlite_file(url: &str) -> Outcome<std::path::PathBuf> {
    Ok(SqliteConnectOptions::from_str(url)?.get_filename().to_owned())
}

/// Writes one consistent moment of the database into a new file; writers go on meanwhile.
pub async fn copy_sqlite(from: &Path, to: &Path) -> Outcome<()> {
    let mut connection = connect(from).await?;
    let to = to.to_str().ok_or_else(|| Failure::broken("the path of a copy must be UTF-8"))?;
    sqlx::query("vacuum into $1").bind(to).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

/// What is wrong inside the file, in the database's own words; empty when it is sound.
pub async fn flaws_of_sqlite(file: &Path) -> Outcome<Vec<String>> {
    let mut connection = connect(file).await?;
    let mut flaws = Vec::new();
    for row in sqlx::query("pragma integrity_check(20)").fetch_all(&mut connection).await? {
        flaws.push(row.try_get::<String, _>(0)?);
    }
    flaws.retain(|it| it != "ok");
    for row in sqlx::query("pragma foreign_key_check").fetch_all(&mut connection).await?.iter().take(20) {
        flaws.push(format!("a row of {} points to nothing in {}", row.try_get::<String, _>(0)?, row.try_get::<String, _>(2)?));
    }
    connection.close().await?;
    Ok(flaws)
}

/// Moves what waits in the write-ahead log into the file, so that the file alone is the database.
pub async fn settle_sqlite(file: &Path) -> Outcome<()> {
    let mut connection = connect(file).await?;
    sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut connection).await?;
    sqlx::query("pragma journal_mode = delete").execute(&mut connection).await?;
    Ok(connection.close().await?)
}

async fn connect(file: &Path) -> Outcome<SqliteConnection> {
    let options = SqliteConnectOptions::new().filename(file).busy_timeout(std::time::Duration::from_secs(30));
    Ok(options.journal_mode(SqliteJournalMode::Wal).connect().await?)
}
