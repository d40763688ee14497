//! The noun "registration": a seat in an activity, or a place in the line for one. Not whether somebody came (attendance).

pub(crate) mod actions;
pub(crate) mod bulk;
pub(crate) mod card;
pub(crate) mod desk;
pub(crate) mod guest;
pub(crate) mod leaving;
mod line;
mod load;
pub(crate) mod meeting_policy;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod panel;
pub(crate) mod participants;
pub(crate) mod policy;
pub(crate) mod queries;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use leaving::promote;
