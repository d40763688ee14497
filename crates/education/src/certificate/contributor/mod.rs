//! Certificates for those who did not register but served: speakers, moderators, committee. The organiser names them; participants are
//! `issuing`.

pub(crate) mod actions;
mod form;
pub(crate) mod pages;
pub(crate) mod queries;

pub(crate) use form::ContributorForm;
