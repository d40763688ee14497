//! The noun "notice": what people are told about activities, in the product and by mail, each thing once. It changes no activity.

pub(crate) mod actions;
mod bundle;
mod certificates;
mod jobs;
mod letter;
mod mailing;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod panels;
pub(crate) mod queries;
mod reactions;
mod recipient;
mod reminder;
mod telling;

pub(crate) use jobs::{ARCHIVE, MAILING, TELLING};
pub(crate) use mailing::tell_of_materials;
pub(crate) use reactions::REACTIONS;
