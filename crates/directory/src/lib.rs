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

pub use account::{acting, create_admin, identify, reset_sign_in};

/// What others may hear from the directory.
pub mod published {
    pub use crate::account::published::*;
}

pub const DOMAIN: Domain = Domain {
    routes: routes::routes,
    migrations: MIGRATIONS,
    statements: &[
        account::queries::ALL,
        account::duty::queries::ALL,
        account::entry::queries::ALL,
        account::password::queries::ALL,
        account::session::queries::ALL,
        account::sign_in::queries::ALL,
        account::token::queries::ALL,
        agency::queries::ALL,
        import::queries::ALL,
        person::queries::ALL,
        region::queries::ALL,
    ],
    jobs: account::entry::jobs::JOBS,
    texts: &account::TEXTS,
    ..Domain::named("directory")
};

pub const MIGRATIONS: &[Migration] =
    &[Migration { id: "20261121_1000_create_directory", sql: include_str!("../migrations/20261121_1000_create_directory.sql") }];
