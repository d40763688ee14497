//! Checkpoints: the presenter's screen with its code, and people who enter the code. Not what it counts to.

pub(crate) mod actions;
pub(crate) mod entering;
pub(crate) mod pages;
pub(crate) mod queries;
