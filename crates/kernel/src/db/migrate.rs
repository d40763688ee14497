//! Bringing a database to the present shape, oldest change first, each in its own transaction.

use super::{Db, NONE, Pools};
use crate::{Failure, Outcome};

/// A change of the schema. The id begins with its date and never changes; neither does the text once released.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    pub id: &'static str,
    pub sql: &'static str,
}

const CREATE_LEDGER: &str = "create table if not exists kernel_migration (id text primary key, applied_at bigint not null)";
const APPLIED: &str = "select id from kernel_migration order by id";
const APPLY: &str = "insert into kernel_migration (id, applied_at) values ($1, $2)";
/// SQLite has `json_each` built in; on PostgreSQL the same name unfolds a JSON array of the same shape.
const UNFOLD: &str =
    "create or replace function json_each(list text) returns table (key bigint, value json) language sql immutable
    as 'select ordinality - 1, value from json_array_elements(cast(list as json)) with ordinality as t (value, ordinality)'";
/// Two nodes that start at once must not both migrate.
const ONE_AT_A_TIME: &str = "select pg_advisory_xact_lock(4719001)";

impl Db {
    /// Applies what has not been applied yet; answers how many.
    pub async fn migrate(&self, migrations: &[Migration], now: i64) -> Outcome<usize> {
        let mut tx = self.begin().await?;
        if !self.is_sqlite() {
            tx.all(ONE_AT_A_TIME, NONE, |_| Ok(())).await?;
            tx.run(UNFOLD, NONE).await?;
        }
        tx.run(CREATE_LEDGER, NONE).await?;
        let applied: Vec<String> = tx.all(APPLIED, NONE, |row| row.get("id")).await?;
        let mut waiting: Vec<&Migration> = migrations.iter().filter(|it| !applied.iter().any(|id| id == it.id)).collect();
        waiting.sort_by_key(|it| it.id);
        for it in &waiting {
            for statement in it.sql.split(";\n").map(str::trim).filter(|it| !it.is_empty()) {
                tx.run(statement, NONE).await.map_err(|error| Failure::broken(format!("{}: {error}", it.id)))?;
            }
            tx.run(APPLY, [it.id.into(), now.into()]).await?;
        }
        tx.commit().await?;
        Ok(waiting.len())
    }

    /// Ids of the migrations that this database has not seen.
    pub async fn behind(&self, migrations: &[Migration]) -> Outcome<Vec<&'static str>> {
        let applied: Vec<String> = self.all(APPLIED, NONE, |row| row.get("id")).await?;
        Ok(migrations.iter().map(|it| it.id).filter(|id| !applied.iter().any(|it| it == id)).collect())
    }

    /// Ids of migrations that this database has seen and the program does not know: it was used by a newer one.
    pub async fn unknown(&self, migrations: &[Migration]) -> Outcome<Vec<String>> {
        let applied: Vec<String> = self.all(APPLIED, NONE, |row| row.get("id")).await?;
        Ok(applied.into_iter().filter(|id| !migrations.iter().any(|it| it.id == id)).collect())
    }

    pub fn kind(&self) -> &'static str {
        match &self.0 {
            Pools::Sqlite { .. } => "SQLite",
            Pools::Postgres { .. } => "PostgreSQL",
        }
    }
}
