//! What an operator wants to know of a database: which it is, how it is set up, how busy. Not what is in it.

use super::{Db, NONE, Pools, Row};
use crate::Outcome;

#[derive(Clone, Debug)]
pub struct About {
    pub version: String,
    pub encoding: String,
    pub collation: String,
    /// The database's own clock, epoch ms.
    pub now: i64,
}

/// Connections of one pool.
#[derive(Clone, Copy, Debug)]
pub struct Usage {
    pub pool: &'static str,
    pub open: u32,
    pub idle: usize,
}

const SQLITE: &str = "
    select sqlite_version() as version, encoding, 'binary' as collation,
           cast(round((julianday('now') - 2440587.5) * 86400000) as integer) as now from pragma_encoding";
const POSTGRES: &str = "
    select current_setting('server_version') as version, cast(pg_encoding_to_char(encoding) as text) as encoding,
           cast(datcollate as text) as collation, cast(extract(epoch from clock_timestamp()) * 1000 as bigint) as now
      from pg_database where datname = current_database()";
const USERS: &str =
    "select count(*) as n from pg_stat_activity where application_name = 'guyub' and datname = current_database()";

impl Db {
    /// Connections of other nodes; on SQLite nobody can tell.
    pub async fn other_users(&self) -> Outcome<i64> {
        if self.is_sqlite() {
            return Ok(0);
        }
        let all: i64 = self.one(USERS, NONE, |row| row.get("n")).await?;
        let own: i64 = self.usage().iter().map(|it| i64::from(it.open)).sum();
        Ok((all - own).max(0))
    }

    pub async fn about(&self) -> Outcome<About> {
        let sql = if self.is_sqlite() { SQLITE } else { POSTGRES };
        self.one(sql, NONE, about).await
    }

    pub fn usage(&self) -> [Usage; 2] {
        match &self.0 {
            Pools::Sqlite { pages, reports, .. } => [
                Usage { pool: "pages", open: pages.size(), idle: pages.num_idle() },
                Usage { pool: "reports", open: reports.size(), idle: reports.num_idle() },
            ],
            Pools::Postgres { pages, reports, .. } => [
                Usage { pool: "pages", open: pages.size(), idle: pages.num_idle() },
                Usage { pool: "reports", open: reports.size(), idle: reports.num_idle() },
            ],
        }
    }
}

fn about(row: &Row) -> Outcome<About> {
    Ok(About {
        version: row.get("version")?,
        encoding: row.get("encoding")?,
        collation: row.get("collation")?,
        now: row.get("now")?,
    })
}
