//! Regions, agencies, their offices, the people in them, what they may do and how they sign in: the one domain that others may import.

mod account;
mod agency;
pub mod identity;
pub mod import;
mod labels;
pub mod lookup;
mod person;
mod region;
mod routes;
#[cfg(feature = "testing")]
pub mod testing;

use kernel::{Domain, Migration};

pub use account::identify;

pub const DOMAIN: Domain = Domain {
    routes: routes::routes,
    migrations: MIGRATIONS,
    statements: &[account::STATEMENTS, agency::queries::ALL, import::queries::ALL, person::queries::ALL, region::queries::ALL],
    ..Domain::named("directory")
};

pub const MIGRATIONS: &[Migration] =
    &[Migration { id: "20261121_1000_create_directory", sql: include_str!("../migrations/20261121_1000_create_directory.sql") }];
