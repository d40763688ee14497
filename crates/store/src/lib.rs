//! Files by their content: taken in from a stream, judged by what they are, kept under their hash on disk or in an S3-compatible store.
//! Knows no database and no rule.

mod arriving;
mod depot;
mod fault;
mod kind;
mod line;
mod place;
#[cfg(feature = "testing")]
pub mod testing;

pub use arriving::{Arrived, Arriving};
pub use depot::{Depot, Reading};
pub use fault::Fault;
pub use kind::{Kind, Refusal};
pub use place::{Place, is_usable};
