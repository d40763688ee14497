//! Activities as other calendars read them: feeds to follow and parts of mails.

pub(crate) mod actions;
#[cfg(any(test, feature = "testing"))]
pub mod checker;
pub(crate) mod feed;
pub mod ics;
pub(crate) mod pages;
pub(crate) mod queries;
mod secret;
