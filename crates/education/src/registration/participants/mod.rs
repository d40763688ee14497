//! Participants: the list of those registered and waiting, for the owners of the activity. Not who came (attendance).

pub(crate) mod actions;
mod model;
pub(crate) mod pages;
pub(crate) mod queries;
