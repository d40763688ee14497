//! A certificate as a credential that others verify with their own software, given to whoever may have its PDF. Not the judging of one.

mod award;
pub(crate) mod files;

pub(crate) use award::{recipient, says_the_same};
