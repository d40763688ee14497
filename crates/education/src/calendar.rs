//! Activities as other calendars read them. It decides nothing about who may see an activity.

#[cfg(test)]
pub(crate) mod checker;
pub mod ics;
