//! Stories of attendance: codes, door, meeting reports, corrections and the list, through the front door, on both databases.

mod check_in;
mod decisions;
mod door;
mod ledger;
mod reports;
mod roll;
pub(crate) mod scene;
