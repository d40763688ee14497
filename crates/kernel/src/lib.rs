//! What every domain needs and no domain owns. Names no domain noun.

pub mod actor;
pub mod clock;
pub mod db;
pub mod domain;
pub mod failure;
pub mod id;
pub mod jobs;
pub mod links;
pub mod mail;
pub mod outbox;
pub mod panels;
pub mod schema;
pub mod settings;
#[cfg(feature = "testing")]
pub mod testing;
pub mod web;
pub mod word;

pub use actor::{Actor, Duty, Way};
pub use clock::Clock;
pub use db::{Db, Migration};
pub use domain::{Domain, MenuEntry};
pub use failure::{Failure, FailureNote, Outcome};
pub use settings::Settings;
pub use sheet;
pub use web::{Access, App, Ask, Routes};
pub use word::{Fault, Word};
