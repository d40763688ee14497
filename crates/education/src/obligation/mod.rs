//! The noun "obligation": rules about how many activities which offices owe, how each office stands, and the board that shows it.

pub(crate) mod board;
pub(crate) mod panel;
pub(crate) mod period;
pub(crate) mod reminder;
pub(crate) mod routes;
pub(crate) mod rule;
pub(crate) mod standing;
