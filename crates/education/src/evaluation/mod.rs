//! The noun "evaluation": what those who attended think of an activity and its speakers, without anybody knowing who thinks what. Answers
//! are kept as counts only; docs/decisions says how they come there. Not attendance, and not a survey of a service.

pub(crate) mod answering;
pub(crate) mod card;
pub(crate) mod demo;

pub(crate) mod index;
mod load;
pub(crate) mod model;
pub(crate) mod panel;
mod policy;
pub(crate) mod queries;
pub(crate) mod release;
pub(crate) mod results;
mod routes;
mod seal;
pub(crate) mod settings;

pub(crate) use routes::routes;
