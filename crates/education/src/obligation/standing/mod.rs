//! How each obliged office stands in each period: counters kept with every change, the activities behind them, and a log for boards of the
//! past. Not how it is shown.

pub(crate) mod judging;
pub(crate) mod keeping;
pub(crate) mod model;
pub(crate) mod opening;
pub(crate) mod queries;
pub(crate) mod reactions;
pub(crate) mod recount;
pub(crate) mod round;
#[cfg(test)]
mod tests;

pub(crate) use reactions::REACTIONS;
