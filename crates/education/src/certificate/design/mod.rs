//! How the certificates of an activity look and count: the form, what it starts with, and its preview. Issues nothing.

pub(crate) mod actions;
mod form;
pub(crate) mod preview;
pub(crate) mod queries;
pub(crate) mod starting;

pub(crate) use form::{DesignForm, MOST_SIGNATORIES};
pub(crate) use starting::current;
