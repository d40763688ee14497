//! Puts the house together: the list of domains, the one router, the command line. It has no rules of its own.

mod admin;
mod backup;
mod banner;
mod command;
mod configuration;
mod data_folder;
mod demonstration;
mod doctor;
mod edge;
mod export;
mod home;
mod house;
mod import;
mod logs;
mod metrics;
mod openapi;
mod postgres_programs;
mod restore;
mod route_table;
mod serve;
mod trouble;

use axum::Router;
use kernel::{App, Domain, web::Setup};
use ui::Lang;

pub use command::run;
pub use house::migrations;
pub use openapi::text as openapi_text;
pub use route_table::route_table;

/// The architecture as a list. Order is the order of migrations of one day, of menus and of the route table.
pub const DOMAINS: &[Domain] = &[home::DOMAIN, directory::DOMAIN, education::DOMAIN];

pub const SETUP: Setup = Setup { domains: DOMAINS, identify: directory::identify, dress: ui::visit::dress };

/// Every address of the installation, as visitors reach it.
pub fn router(app: App) -> Router {
    edge::router(app)
}

/// Adds the texts of all domains to those of the interface, once for the process.
pub fn install_texts() {
    let of_domains = DOMAINS.iter().flat_map(|it| it.texts).filter_map(|(code, text)| Some((Lang::parse(code)?, *text)));
    ui::text::install(&of_domains.chain(education::TEXTS.iter().copied()).collect::<Vec<_>>());
}
