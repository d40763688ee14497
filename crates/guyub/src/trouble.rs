//! Why a command could not do its work, in words for the operator. Visitors never see it.

use kernel::Failure;

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Trouble(pub String);

pub(crate) type Done<T = ()> = Result<T, Trouble>;

impl Trouble {
    pub(crate) fn new(words: impl Into<String>) -> Trouble {
        Trouble(words.into())
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Trouble {
        match failure {
            Failure::Broken(cause) => Trouble(cause.to_string()),
            other => Trouble(other.to_string()),
        }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Trouble {
        Trouble(error.to_string())
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Trouble {
        Trouble(error.to_string())
    }
}

/// Says what was being done when an operation failed.
pub(crate) trait While<T> {
    fn during(self, what: impl std::fmt::Display) -> Done<T>;
}

impl<T, E: Into<Trouble>> While<T> for Result<T, E> {
    fn during(self, what: impl std::fmt::Display) -> Done<T> {
        self.map_err(|it| Trouble(format!("{what}: {}", it.into())))
    }
}
