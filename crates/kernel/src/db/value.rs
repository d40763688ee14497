//! What goes into a statement and what comes out of a row, the same for both databases.

use sqlx::{Row as _, postgres::PgRow, sqlite::SqliteRow};

use crate::Outcome;

/// An argument of a statement. `None` is SQL null of that type.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Real(Option<f64>),
    Blob(Option<Vec<u8>>),
}

/// For statements without arguments.
pub const NONE: [Value; 0] = [];

pub struct Row(pub(super) Inner);

pub(super) enum Inner {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// The named column as `String`, `i64`, `f64`, `Vec<u8>` or an `Option` of these.
    pub fn get<T: Column>(&self, column: &str) -> Outcome<T> {
        T::read(self, column)
    }
}

/// Types that a column can be read as.
pub trait Column: Sized {
    fn read(row: &Row, column: &str) -> Outcome<Self>;
}

fn read<'r, T>(row: &'r Row, column: &str) -> Outcome<T>
where
    T: sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite> + sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
{
    match &row.0 {
        Inner::Sqlite(it) => Ok(it.try_get_unchecked(column)?),
        Inner::Postgres(it) => Ok(it.try_get(column)?),
    }
}

impl Column for String {
    fn read(row: &Row, column: &str) -> Outcome<String> {
        read(row, column)
    }
}
impl Column for Option<String> {
    fn read(row: &Row, column: &str) -> Outcome<Option<String>> {
        read(row, column)
    }
}
impl Column for i64 {
    fn read(row: &Row, column: &str) -> Outcome<i64> {
        read(row, column)
    }
}
impl Column for Option<i64> {
    fn read(row: &Row, column: &str) -> Outcome<Option<i64>> {
        read(row, column)
    }
}
impl Column for f64 {
    fn read(row: &Row, column: &str) -> Outcome<f64> {
        read(row, column)
    }
}
impl Column for Option<f64> {
    fn read(row: &Row, column: &str) -> Outcome<Option<f64>> {
        read(row, column)
    }
}
impl Column for Vec<u8> {
    fn read(row: &Row, column: &str) -> Outcome<Vec<u8>> {
        read(row, column)
    }
}
impl Column for Option<Vec<u8>> {
    fn read(row: &Row, column: &str) -> Outcome<Option<Vec<u8>>> {
        read(row, column)
    }
}

impl From<&str> for Value {
    fn from(it: &str) -> Value {
        Value::Text(Some(it.to_owned()))
    }
}
impl From<&String> for Value {
    fn from(it: &String) -> Value {
        Value::Text(Some(it.clone()))
    }
}
impl From<String> for Value {
    fn from(it: String) -> Value {
        Value::Text(Some(it))
    }
}
impl From<Option<String>> for Value {
    fn from(it: Option<String>) -> Value {
        Value::Text(it)
    }
}
impl From<&Option<String>> for Value {
    fn from(it: &Option<String>) -> Value {
        Value::Text(it.clone())
    }
}
impl From<Option<&str>> for Value {
    fn from(it: Option<&str>) -> Value {
        Value::Text(it.map(str::to_owned))
    }
}
impl From<i64> for Value {
    fn from(it: i64) -> Value {
        Value::Int(Some(it))
    }
}
impl From<Option<i64>> for Value {
    fn from(it: Option<i64>) -> Value {
        Value::Int(it)
    }
}
impl From<f64> for Value {
    fn from(it: f64) -> Value {
        Value::Real(Some(it))
    }
}
impl From<Vec<u8>> for Value {
    fn from(it: Vec<u8>) -> Value {
        Value::Blob(Some(it))
    }
}
/// Many rows or a list in one argument: JSON that `json_each($n)` unfolds on both databases (`value ->> 0` is the first cell).
impl From<serde_json::Value> for Value {
    fn from(it: serde_json::Value) -> Value {
        Value::Text(Some(it.to_string()))
    }
}
