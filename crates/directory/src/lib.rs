//! Directory: agencies, regions, people, what they may do, and how they sign in. The one domain that others may import.

mod account;
pub mod identity;
pub mod import;
mod labels;
mod routes;

use kernel::{Domain, Migration};

pub use account::identify;

pub const DOMAIN: Domain = Domain {
    routes: routes::routes,
    migrations: &[Migration {
        id: "20261121_1000_create_directory",
        sql: include_str!("../migrations/20261121_1000_create_directory.sql"),
    }],
    statements: account::STATEMENTS,
    ..Domain::named("directory")
};
