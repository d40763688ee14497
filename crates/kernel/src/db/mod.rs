//! The one module that knows which database is on the other end. Statements are plain SQL, one text for SQLite and PostgreSQL.
//!
//! Reads go through `all`, `one`, `maybe`; writes through a [`Tx`]: on SQLite a turn at the single writer, whose commits are grouped.

mod about;
mod copy;
mod migrate;
mod open;
mod pulse;
mod snapshot;
mod tx;
mod value;
mod writer;

use std::{cell::Cell, sync::Arc};

use futures_util::TryStreamExt;
use sqlx::{PgPool, SqlitePool};

pub use about::{About, Usage};
pub use copy::{copy_sqlite, flaws_of_sqlite, settle_sqlite, sqlite_file};
pub use migrate::Migration;
use pulse::Pulse;
pub use pulse::behind;
pub use snapshot::{Snapshot, Table};
pub use tx::Tx;
use value::Inner;
pub use value::{Column, NONE, Row, Value};
use writer::Writer;

use crate::{Failure, Outcome};

pub type Read<T> = fn(&Row) -> Outcome<T>;

#[derive(Clone)]
pub struct Db(Pools, Arc<Pulse>);

#[derive(Clone)]
enum Pools {
    Sqlite { pages: SqlitePool, reports: SqlitePool, writer: Writer },
    Postgres { pages: PgPool, reports: PgPool, wake: Arc<tokio::sync::Notify> },
}

tokio::task_local! { static ASKED: Cell<u32>; }

impl Db {
    pub async fn all<T>(&self, sql: &'static str, args: impl Into<Vec<Value>>, read: Read<T>) -> Outcome<Vec<T>> {
        self.rows(sql, args.into()).await?.iter().map(read).collect()
    }

    /// The only row, or `NotFound`.
    pub async fn one<T>(&self, sql: &'static str, args: impl Into<Vec<Value>>, read: Read<T>) -> Outcome<T> {
        self.maybe(sql, args, read).await?.ok_or(Failure::NotFound)
    }

    pub async fn maybe<T>(&self, sql: &'static str, args: impl Into<Vec<Value>>, read: Read<T>) -> Outcome<Option<T>> {
        self.rows(sql, args.into()).await?.first().map(read).transpose()
    }

    /// The same database through the pool for long reports, so that they never starve pages.
    pub fn reports(&self) -> Db {
        let pools = match &self.0 {
            Pools::Sqlite { reports, writer, .. } => {
                Pools::Sqlite { pages: reports.clone(), reports: reports.clone(), writer: writer.clone() }
            }
            Pools::Postgres { reports, wake, .. } => {
                Pools::Postgres { pages: reports.clone(), reports: reports.clone(), wake: wake.clone() }
            }
        };
        Db(pools, Arc::clone(&self.1))
    }

    /// Starts a write. Nothing is kept, and nobody may be told of success, before [`Tx::commit`] returned.
    pub async fn begin(&self) -> Outcome<Tx> {
        let writing = self.1.enter().await;
        match &self.0 {
            Pools::Sqlite { writer, .. } => Ok(Tx::sqlite(writer.turn().await?, writing)),
            Pools::Postgres { pages, .. } => Ok(Tx::postgres(pages.begin().await?, writing)),
        }
    }

    /// How often this process has committed; counted before whoever committed is told.
    pub fn commits(&self) -> u64 {
        self.1.commits()
    }

    /// Asks the database to prepare a statement without running it; every statement is checked this way in tests.
    pub async fn check(&self, sql: &'static str) -> Result<(), String> {
        use sqlx::Executor;
        let prepared = match &self.0 {
            Pools::Sqlite { pages, .. } => pages.prepare(sqlx::SqlSafeStr::into_sql_str(sql)).await.map(drop),
            Pools::Postgres { pages, .. } => pages.prepare(sqlx::SqlSafeStr::into_sql_str(sql)).await.map(drop),
        };
        prepared.map_err(|it| it.to_string())
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.0, Pools::Sqlite { .. })
    }

    async fn rows(&self, sql: &'static str, args: Vec<Value>) -> Outcome<Vec<Row>> {
        count(1);
        match &self.0 {
            Pools::Sqlite { pages, .. } => sqlite_rows(pages, sql, args).await,
            Pools::Postgres { pages, .. } => postgres_rows(pages, sql, args).await,
        }
    }
}

/// Runs a future and says how many statements it sent: for tests that hold a page to a constant number.
pub async fn counted<F: Future>(future: F) -> (F::Output, u32) {
    ASKED
        .scope(Cell::new(0), async {
            let output = future.await;
            (output, ASKED.with(Cell::get))
        })
        .await
}

/// Adds to what [`counted`] says, for statements that were sent on behalf of many.
pub fn count(statements: u32) {
    let _ = ASKED.try_with(|it| it.set(it.get() + statements));
}

fn bound<D: sqlx::Database>(sql: &'static str, args: Vec<Value>) -> sqlx::query::Query<'static, D, D::Arguments>
where
    Option<String>: sqlx::Encode<'static, D> + sqlx::Type<D>,
    Option<i64>: sqlx::Encode<'static, D> + sqlx::Type<D>,
    Option<f64>: sqlx::Encode<'static, D> + sqlx::Type<D>,
    Option<Vec<u8>>: sqlx::Encode<'static, D> + sqlx::Type<D>,
{
    args.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Text(it) => query.bind(it),
        Value::Int(it) => query.bind(it),
        Value::Real(it) => query.bind(it),
        Value::Blob(it) => query.bind(it),
    })
}

async fn sqlite_rows<'e, E>(on: E, sql: &'static str, args: Vec<Value>) -> Outcome<Vec<Row>>
where
    E: sqlx::Executor<'e, Database = sqlx::Sqlite>,
{
    Ok(bound(sql, args).fetch(on).map_ok(|it| Row(Inner::Sqlite(it))).try_collect().await?)
}

async fn postgres_rows<'e, E>(on: E, sql: &'static str, args: Vec<Value>) -> Outcome<Vec<Row>>
where
    E: sqlx::Executor<'e, Database = sqlx::Postgres>,
{
    Ok(bound(sql, args).fetch(on).map_ok(|it| Row(Inner::Postgres(it))).try_collect().await?)
}
