//! When somebody is who they say they are. Pure.

use kernel::{Failure, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use super::model::Account;
use crate::account::{entry::policy::Usable, password::Matching};

/// The ways in, as the page offers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum WayIn {
    Password,
    /// For the first time, or when the password is forgotten.
    EntryLink,
}

pub(crate) const WAYS: &[WayIn] = &[WayIn::Password, WayIn::EntryLink];

/// Somebody who showed that they are this person: what a session is made of. Only this file can make one.
pub(crate) struct Proven {
    person_id: String,
}

impl Proven {
    pub(crate) fn person_id(&self) -> &str {
        &self.person_id
    }
}

/// An unknown account, one without a password and a wrong password are the same to whoever asks.
pub(crate) fn by_password(account: Option<Account>, matching: Option<Matching>) -> Outcome<Proven> {
    match (account, matching) {
        (Some(account), Some(_)) => Ok(Proven { person_id: account.person_id }),
        _ => Err(Failure::invalid("", "account-no-match")),
    }
}

/// A link that was used in this moment, and can be used no more.
pub(crate) fn by_link(link: Usable) -> Proven {
    Proven { person_id: link.into_person_id() }
}

/// Somebody in a session who gave the password again.
pub(crate) fn again(person_id: &str, matching: Option<Matching>) -> Outcome<Proven> {
    match matching {
        Some(_) => Ok(Proven { person_id: person_id.to_owned() }),
        None => Err(Failure::invalid("sandi_lama", "account-old-password-wrong")),
    }
}
