//! Opening a database by its address, with the settings that durability and speed ask for.

use std::{str::FromStr, sync::Arc, time::Duration};

use sqlx::{
    ConnectOptions, Connection, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::Notify;

use super::{Db, Pools, writer::Writer};
use crate::{Failure, Outcome};

const PAGE_READERS: u32 = 4;
const REPORT_READERS: u32 = 2;
/// A connection used so lately is taken as good; asking the server first would be a round trip for every statement.
const FRESH: Duration = Duration::from_millis(500);

impl Db {
    /// `sqlite:PATH` or `postgres://...`. A missing SQLite file is created; its folder must exist.
    pub async fn open(url: &str) -> Outcome<Db> {
        if url.starts_with("sqlite:") {
            open_sqlite(url).await
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            open_postgres(url).await
        } else {
            Err(Failure::broken("the database address must begin with sqlite: or postgres:"))
        }
    }

    /// Waits for running statements, lets waiting writers write, and lets go of the database.
    pub async fn close(&self) {
        match &self.0 {
            Pools::Sqlite { pages, reports, writer } => {
                writer.close().await;
                pages.close().await;
                reports.close().await;
            }
            Pools::Postgres { pages, reports, .. } => {
                pages.close().await;
                reports.close().await;
            }
        }
    }
}

async fn open_sqlite(url: &str) -> Outcome<Db> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(512)
        .pragma("cache_size", "-16384")
        .pragma("mmap_size", "268435456")
        .pragma("temp_store", "memory");
    let writer = Writer::start(options.connect().await?);
    let readers = options.pragma("query_only", "true");
    let pool = |most| -> SqlitePool {
        // A file does not hang up: asking each time whether it is there would cost a turn of the reader's thread.
        let options = SqlitePoolOptions::new().max_connections(most).min_connections(0).test_before_acquire(false);
        options.connect_lazy_with(readers.clone())
    };
    Ok(Db(Pools::Sqlite { pages: pool(PAGE_READERS), reports: pool(REPORT_READERS), writer }, Arc::default()))
}

async fn open_postgres(url: &str) -> Outcome<Db> {
    let options = PgConnectOptions::from_str(url)?.application_name("guyub").statement_cache_capacity(512);
    let pool = |most, patience: &str| -> PgPool {
        let options = options.clone().options([("statement_timeout", patience), ("lock_timeout", "5s")]);
        PgPoolOptions::new()
            .max_connections(most)
            .acquire_timeout(Duration::from_secs(10))
            .test_before_acquire(false)
            .before_acquire(|connection, since| {
                Box::pin(async move {
                    if since.idle_for > FRESH {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_lazy_with(options)
    };
    let pages = pool(16, "20s");
    sqlx::query("select 1").execute(&pages).await?;
    Ok(Db(Pools::Postgres { pages, reports: pool(4, "300s"), wake: Arc::new(Notify::new()) }, Arc::default()))
}
