//! Guests: people without an account, where the organiser opened the activity to the public. A ticket in their mail is their key.

pub(crate) mod actions;
mod form;
mod letters;
pub(crate) mod pages;

pub(super) use letters::letters;
