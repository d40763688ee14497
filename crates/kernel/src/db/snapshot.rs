//! Everything in a database at one moment, table by table, row by row: for taking it elsewhere. Nothing is held but the current row.

use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, Column as _, Database, Postgres, Row as _, Sqlite, Transaction, TypeInfo};

use super::{Db, Pools, Value, value::Inner as AnyRow};
use crate::Outcome;

pub struct Snapshot(Inner);

enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<String>,
}

const SQLITE_COLUMNS: &str = "
    select m.name as of_table, c.name as of_column from sqlite_master m, pragma_table_info(m.name) c
     where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.cid";
const POSTGRES_COLUMNS: &str = "
    select cast(table_name as text) as of_table, cast(column_name as text) as of_column from information_schema.columns
     where table_schema = current_schema() order by table_name, ordinal_position";

impl Db {
    /// Readers and writers go on meanwhile; they are not seen.
    pub async fn snapshot(&self) -> Outcome<Snapshot> {
        match &self.0 {
            Pools::Sqlite { reports, .. } => Ok(Snapshot(Inner::Sqlite(reports.begin().await?))),
            Pools::Postgres { reports, .. } => {
                let mut moment = reports.begin_with("begin isolation level repeatable read, read only").await?;
                sqlx::query("set local statement_timeout = 0").execute(&mut *moment).await?;
                Ok(Snapshot(Inner::Postgres(moment)))
            }
        }
    }
}

impl Snapshot {
    pub async fn tables(&mut self) -> Outcome<Vec<Table>> {
        let columns: Vec<(String, String)> = match &mut self.0 {
            Inner::Sqlite(it) => sqlx::query_as(SQLITE_COLUMNS).fetch_all(&mut **it).await?,
            Inner::Postgres(it) => sqlx::query_as(POSTGRES_COLUMNS).fetch_all(&mut **it).await?,
        };
        let mut tables: Vec<Table> = Vec::new();
        for (table, column) in columns {
            match tables.last_mut().filter(|it| it.name == table) {
                Some(last) => last.columns.push(column),
                None => tables.push(Table { name: table, columns: vec![column] }),
            }
        }
        Ok(tables)
    }

    /// Gives every row of a table, in the order of its first columns; answers how many there were.
    pub async fn each(&mut self, table: &Table, take: &mut (dyn FnMut(Vec<Value>) -> Outcome<()> + Send)) -> Outcome<u64> {
        let order = if table.columns.len() > 1 { "1, 2" } else { "1" };
        let sql = AssertSqlSafe(format!("select * from \"{}\" order by {order}", table.name));
        let mut count = 0;
        match &mut self.0 {
            Inner::Sqlite(it) => {
                let mut rows = sqlx::query(sql).fetch(&mut **it);
                while let Some(row) = rows.try_next().await? {
                    let kinds = kinds::<Sqlite>(row.columns());
                    take(values(&super::Row(AnyRow::Sqlite(row)), &table.columns, &kinds)?)?;
                    count += 1;
                }
            }
            Inner::Postgres(it) => {
                let mut rows = sqlx::query(sql).fetch(&mut **it);
                while let Some(row) = rows.try_next().await? {
                    let kinds = kinds::<Postgres>(row.columns());
                    take(values(&super::Row(AnyRow::Postgres(row)), &table.columns, &kinds)?)?;
                    count += 1;
                }
            }
        }
        Ok(count)
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Int,
    Real,
    Blob,
}

fn kinds<D: Database>(columns: &[D::Column]) -> Vec<Kind> {
    let kind = |it: &D::Column| match it.type_info().name() {
        "INTEGER" | "INT8" | "BIGINT" => Kind::Int,
        "REAL" | "FLOAT8" => Kind::Real,
        "BLOB" | "BYTEA" => Kind::Blob,
        _ => Kind::Text,
    };
    columns.iter().map(kind).collect()
}

fn values(row: &super::Row, columns: &[String], kinds: &[Kind]) -> Outcome<Vec<Value>> {
    let value = |(column, kind): (&String, &Kind)| {
        Ok(match kind {
            Kind::Text => Value::Text(row.get(column)?),
            Kind::Int => Value::Int(row.get(column)?),
            Kind::Real => Value::Real(row.get(column)?),
            Kind::Blob => Value::Blob(row.get(column)?),
        })
    };
    columns.iter().zip(kinds).map(value).collect()
}
