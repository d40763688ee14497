//! The kernel's own tables: facts, jobs, letters, links.

use crate::db::{Db, Migration};

const PORTABLE: &str = include_str!("../migrations/20261121_0000_kernel.sql");

/// The one table whose numbering both databases spell differently.
const FACT_SQLITE: &str =
    "create table kernel_fact (place integer primary key autoincrement, id text not null unique, topic text not null,
    object text not null, body text not null, happened_at bigint not null, attempts bigint not null default 0,
    next_at bigint not null default 0, stumbled_on text, settled_at bigint);\n";
const FACT_POSTGRES: &str = "create table kernel_fact (place bigint generated always as identity primary key, id text not null unique, topic text not null,
    object text not null, body text not null, happened_at bigint not null, attempts bigint not null default 0,
    next_at bigint not null default 0, stumbled_on text, settled_at bigint);\n";

const DONE: &str = include_str!("../migrations/20261122_0900_kernel_job_done.sql");

pub fn migrations(db: &Db) -> [Migration; 3] {
    let fact = if db.is_sqlite() { FACT_SQLITE } else { FACT_POSTGRES };
    [("20261121_0000_fact", fact), ("20261121_0001_kernel", PORTABLE), ("20261122_0900_kernel_job_done", DONE)]
        .map(|(id, sql)| Migration { id, sql })
}

/// Every statement of the kernel, to be prepared in tests on both databases.
pub fn statements() -> impl Iterator<Item = &'static str> {
    use crate::{jobs, links, mail, outbox};
    [outbox::STATEMENTS, jobs::STATEMENTS, mail::STATEMENTS, links::STATEMENTS].into_iter().flatten().copied()
}
