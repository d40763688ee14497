//! The page that asks once more before somebody's account ends.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use super::policy;
use crate::account::{duty::actions::giver, entry::actions::subject};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-departure.html")]
pub(crate) struct DeparturePage {
    #[serde(skip)]
    frame: Frame,
    person_id: String,
    name: String,
    /// Duties that will be without anybody.
    duties: usize,
}

pub(crate) async fn record(ask: Ask, Path(person_id): Path<String>) -> Outcome<Response> {
    let giver = giver(&ask).await?;
    let subject = subject(ask.db(), &person_id).await?;
    let departing = policy::departing(&giver, &subject)?;
    let person = &departing.subject().recipient;
    let frame = Frame::of(&ask);
    let title = frame.t.say("account-departure").to_owned();
    ask.page(&DeparturePage {
        frame: frame.titled(title).crumb(&person.full_name, format!("/pegawai/{person_id}")),
        name: person.full_name.clone(),
        duties: subject.duty_lineages.len(),
        person_id,
    })
}
