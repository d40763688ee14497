//! The one error type: everything that can go wrong with a request, in the visitor's terms. Not for programmers' diagnostics.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::word::{Fault, Word};

pub type Outcome<T> = Result<T, Failure>;
type Cause = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Does not exist, or must not be known to exist.
    #[error("not found")]
    NotFound,
    #[error("sign in first")]
    SignInFirst,
    /// An insider without the right; the word says who may.
    #[error("forbidden: {0}")]
    Forbidden(&'static str),
    /// The input cannot be taken; each fault names its field.
    #[error("invalid input")]
    Invalid(Vec<Fault>),
    /// The state of things does not allow it (cancelled, already accepted, changed meanwhile).
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// A row with the same unique key is already there; the constraint or columns as the database names them.
    #[error("taken: {0}")]
    Taken(String),
    /// Too much at once; worth another try after so many seconds.
    #[error("busy")]
    Busy { seconds: u32 },
    #[error("broken: {0}")]
    Broken(#[source] Cause),
}

impl Failure {
    pub fn broken(cause: impl Into<Cause>) -> Failure {
        Failure::Broken(cause.into())
    }

    pub fn invalid(field: &'static str, word: impl Into<Word>) -> Failure {
        Failure::Invalid(vec![Fault::new(field, word)])
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::SignInFirst => StatusCode::UNAUTHORIZED,
            Failure::Forbidden(_) => StatusCode::FORBIDDEN,
            Failure::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::Conflict(_) | Failure::Taken(_) => StatusCode::CONFLICT,
            Failure::Busy { .. } => StatusCode::TOO_MANY_REQUESTS,
            Failure::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The Fluent key of the sentence that tells the visitor what to do.
    pub fn key(&self) -> &'static str {
        match self {
            Failure::NotFound => "failure-not-found",
            Failure::SignInFirst => "failure-sign-in-first",
            Failure::Forbidden(key) | Failure::Conflict(key) => key,
            Failure::Invalid(_) => "failure-invalid",
            Failure::Taken(_) => "failure-taken",
            Failure::Busy { .. } => "failure-busy",
            Failure::Broken(_) => "failure-broken",
        }
    }
}

/// What a failed response carries, so that the edge can dress it as a page or as JSON in the visitor's language.
#[derive(Clone, Debug)]
pub struct FailureNote {
    pub status: StatusCode,
    pub key: &'static str,
    pub faults: Vec<Fault>,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if let Failure::Broken(cause) = &self {
            tracing::error!(error = %cause, "request failed");
        }
        let (status, key) = (self.status(), self.key());
        let wait = match &self {
            Failure::Busy { seconds } => Some(*seconds),
            _ => None,
        };
        let faults = match self {
            Failure::Invalid(faults) => faults,
            _ => Vec::new(),
        };
        let mut response = (status, key).into_response();
        if let Some(seconds) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(FailureNote { status, key, faults });
        response
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Failure {
        match &error {
            sqlx::Error::RowNotFound => Failure::NotFound,
            sqlx::Error::PoolTimedOut => Failure::Busy { seconds: 2 },
            sqlx::Error::Database(it) if it.is_unique_violation() => {
                Failure::Taken(it.constraint().map_or_else(|| it.message().to_owned(), str::to_owned))
            }
            _ => Failure::broken(error),
        }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Failure {
        Failure::broken(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Failure {
        Failure::broken(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::broken(error)
    }
}
