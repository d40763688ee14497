//! Stories of certificates: designed, numbered, issued, withdrawn, through the front door, on both databases.

mod bad_input;
mod contributors;
mod credentials;
mod crests;
mod false_crests;
mod issuing;
mod numbering;
pub(crate) mod shelf;
mod withdrawing;
