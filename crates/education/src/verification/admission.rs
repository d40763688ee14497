//! How often a network may ask: numbers are no secrets, and files cost work. Not who may see what.

use std::time::Duration;

use axum::{extract::FromRequestParts, http::request::Parts};
use crowd::limits::Limit;
use kernel::{App, Ask, Failure, Outcome};

/// Enough for an office that checks a folder of certificates behind one address.
const NUMBERS: u32 = 60;
const FILES: u32 = 30;
const REFILL: Duration = Duration::from_secs(600);

struct Tries {
    numbers: Limit,
    files: Limit,
}

/// A visitor whose network may bring one more file; decided before the file is read.
pub(crate) struct Bringing(pub(super) Ask);

impl FromRequestParts<App> for Bringing {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Outcome<Bringing> {
        let ask = Ask::from_request_parts(parts, app).await?;
        tries(&ask).files.take(&ask.visit.network, ask.now())?;
        Ok(Bringing(ask))
    }
}

/// Counts whether or not there is such a number.
pub(super) fn may_ask_for_number(ask: &Ask) -> Outcome<()> {
    tries(ask).numbers.take(&ask.visit.network, ask.now())
}

fn tries(ask: &Ask) -> std::sync::Arc<Tries> {
    ask.app.kept(|_| Tries { numbers: Limit::new(NUMBERS, REFILL), files: Limit::new(FILES, REFILL) })
}
