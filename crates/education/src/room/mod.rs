//! The noun "room": an activity's meeting on a server of the operator's, opened, entered, followed and ended from here; whoever was inside is on the
//! attendance list. Not the protocol of such servers (crate `meeting`), and not the reports that people upload (attendance/meeting).

pub(crate) mod actions;
pub(crate) mod callbacks;
pub(crate) mod entering;
pub(crate) mod evidence;
pub(crate) mod following;
pub(crate) mod model;
pub(crate) mod opening;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;
pub(crate) mod reactions;
pub(crate) mod routes;
pub(crate) mod seal;
pub(crate) mod servers;
#[cfg(test)]
mod tests;
