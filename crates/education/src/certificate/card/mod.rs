//! The visitor's own certificate as a part of the activity's page. Reads only.

pub(crate) mod queries;

use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use crate::activity::{model::State, policy::Hosted};

/// `certificate-card.html` shows it as `certificate`, with `t` beside it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Card {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) jp: i64,
}

/// The newest that stands, of whatever role; nobody is asked about before the activity is over.
pub(crate) async fn of(ask: &Ask, hosted: &Hosted) -> Outcome<Option<Card>> {
    let activity = &hosted.activity;
    match ask.maybe_actor() {
        Some(actor) if matches!(activity.state(ask.now()), State::Done | State::Archived) => {
            queries::own(ask.db(), &activity.id, &actor.id).await
        }
        _ => Ok(None),
    }
}
