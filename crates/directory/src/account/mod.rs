//! Accounts: how people sign in, what they may do, and how both end. Not who they are: that is the directory of people.

mod identify;
mod queries;
#[cfg(feature = "testing")]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use identify::identify;

pub(crate) const STATEMENTS: &[&str] = queries::ALL;
