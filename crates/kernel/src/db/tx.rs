//! One write: all of it or nothing. The same calls on both databases.

use sqlx::{Postgres, Transaction};

use super::{Read, Row, Value, bound, count, postgres_rows, pulse::Writing, sqlite_rows, writer::Turn};
use crate::{Failure, Outcome};

pub struct Tx(Inner, Writing);

enum Inner {
    Sqlite(Turn),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(super) fn sqlite(turn: Turn, writing: Writing) -> Tx {
        Tx(Inner::Sqlite(turn), writing)
    }

    pub(super) fn postgres(transaction: Transaction<'static, Postgres>, writing: Writing) -> Tx {
        Tx(Inner::Postgres(transaction), writing)
    }

    /// Runs a statement; answers how many rows it touched.
    pub async fn run(&mut self, sql: &'static str, args: impl Into<Vec<Value>>) -> Outcome<u64> {
        count(1);
        let args = args.into();
        match &mut self.0 {
            Inner::Sqlite(turn) => sqlite_run(turn.connection(), sql, args).await,
            Inner::Postgres(it) => postgres_run(it, sql, args).await,
        }
    }

    pub async fn all<T>(&mut self, sql: &'static str, args: impl Into<Vec<Value>>, read: Read<T>) -> Outcome<Vec<T>> {
        self.rows(sql, args.into()).await?.iter().map(read).collect()
    }

    pub async fn one<T>(&mut self, sql: &'static str, args: impl Into<Vec<Value>>, read: Read<T>) -> Outcome<T> {
        self.maybe(sql, args, read).await?.ok_or(Failure::NotFound)
    }

    pub async fn maybe<T>(&mut self, sql: &'static str, args: impl Into<Vec<Value>>, read: Read<T>) -> Outcome<Option<T>> {
        self.rows(sql, args.into()).await?.first().map(read).transpose()
    }

    /// Returns only when the change is on disk.
    pub async fn commit(mut self) -> Outcome<()> {
        self.1.commits();
        match self.0 {
            Inner::Sqlite(turn) => turn.commit().await,
            Inner::Postgres(it) => Ok(it.commit().await?),
        }
    }

    async fn rows(&mut self, sql: &'static str, args: Vec<Value>) -> Outcome<Vec<Row>> {
        count(1);
        match &mut self.0 {
            Inner::Sqlite(turn) => sqlite_rows(turn.connection(), sql, args).await,
            Inner::Postgres(it) => postgres_rows(&mut **it, sql, args).await,
        }
    }
}

async fn sqlite_run(connection: &mut sqlx::SqliteConnection, sql: &'static str, args: Vec<Value>) -> Outcome<u64> {
    Ok(bound(sql, args).execute(connection).await?.rows_affected())
}

async fn postgres_run(transaction: &mut Transaction<'static, Postgres>, sql: &'static str, args: Vec<Value>) -> Outcome<u64> {
    Ok(bound(sql, args).execute(&mut **transaction).await?.rows_affected())
}
