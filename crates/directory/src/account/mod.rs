//! Accounts: how people sign in, what they may do, and how both end. Not who they are: that is the directory of people.

mod command;
pub(crate) mod duty;
pub(crate) mod entry;
mod identify;
pub(crate) mod password;
pub(crate) mod policy;
#[cfg(test)]
mod policy_table;
pub(crate) mod profile;
pub(crate) mod published;
pub(crate) mod queries;
pub(crate) mod session;
pub(crate) mod sign_in;
#[cfg(feature = "testing")]
pub(crate) mod testing;
pub(crate) mod token;

pub use command::{create_admin, reset_sign_in};
pub use identify::{acting, identify};
