//! Stories of seats and lines below the door: crowds, several nodes, interruptions, and the rules under random input.

mod crowds;
mod interruptions;
pub(crate) mod rights;
mod settling;
mod waiting;
mod world;
