//! Entry links: a way in for the first time, or when the password is forgotten. Each works once and ends by itself.

pub(crate) mod actions;
mod handing;
pub(crate) mod jobs;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;

pub(crate) use handing::{Link, Occasion, Recipient, hand_out};
