//! Open Badges 3.0 credentials: made, signed, verified. No database, no network, no clock of its own; knows no domain noun.

mod award;
mod canonical;
mod did;
mod fault;
mod keys;
mod moment;
mod place;
mod proof;
mod recipient;
mod shape;
mod statements;
mod status;
#[cfg(test)]
mod tests;
mod verify;
mod wording;

pub use award::{Achievement, Award, Issuer, Link, Period, StatusEntry};
pub use did::{DidDocument, DidWeb, Method};
pub use fault::Fault;
pub use keys::{PublicKey, SecretKey, Unreadable};
pub use place::Place;
pub use proof::{Signer, issue, issue_status_list};
pub use recipient::{IdentityKind, Recipient};
pub use status::{Standing, StatusList, StatusListAbout, Undecodable};
pub use verify::{Claim, Reason, Verdict, verify};
