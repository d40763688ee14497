//! Taking somebody off the list, with a reason that they and all owners can read.

use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Outcome, web::Form as Sent};
use schemars::JsonSchema;
use serde::Deserialize;
use ui::{Errors, Form};

use super::pages;
use crate::{
    activity::{draft::one_line, load::editable},
    change::By,
    registration::{
        leaving::{self, Told},
        policy,
        queries::by_id,
    },
};

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Removal {
    pub(crate) reason: String,
}

pub(crate) async fn remove(
    ask: Ask,
    Path((id, registration)): Path<(String, String)>,
    Sent(sent): Sent<Removal>,
) -> Outcome<Response> {
    let actor = ask.actor()?;
    let owned = editable(&ask, &id).await?;
    let registration = by_id(ask.db(), &id, &registration).await?;
    let reason = one_line(&sent.reason);
    if reason.chars().count() < 5 {
        let mut errors = Errors::new();
        errors.add("reason", "participants-reason-missing");
        let form = Form::refused(ui::visit::tongue(&ask.visit), vec![("reason".into(), sent.reason)], &errors);
        return pages::again(&ask, &owned, registration, (StatusCode::UNPROCESSABLE_ENTITY, form)).await;
    }
    let leaving = policy::remove(actor, &owned, &registration, &reason)?;
    let named = pages::named(ask.db(), vec![registration]).await?;
    let name = named.first().map_or("", |it| it.name.as_str());
    let told = Told { by: By::owner(actor, owned.hosted(), ask.now()), name };
    leaving::remove(&ask.app, &leaving, told).await?;
    ask.done(&format!("/kegiatan/{id}/peserta"), "participants-removed")
}
