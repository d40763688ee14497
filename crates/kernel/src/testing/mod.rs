//! Test support: every story runs on SQLite and on PostgreSQL, and walks in by the front door. Not part of the product.

mod browser;
mod databases;

pub use browser::{Browser, Page};
pub use databases::{NOW, both, drop_database, fresh_postgres, fresh_sqlite};
