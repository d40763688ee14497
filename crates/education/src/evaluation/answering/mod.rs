//! Answering: the form on one page, reading what was sent, and handing it in. Not what becomes of it (release).

pub(crate) mod actions;
pub(crate) mod desk;
pub(crate) mod pages;
mod sheet;
