//! The page on which owners write what is shared, and see how often it was opened. Reads only.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Errors, Form, Frame};

use super::{
    model::Share,
    policy, queries,
    reach::{self, Reach},
    wording::Ready,
};
use crate::activity::{load, pages::owned_frame, policy::Editable};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "share-edit.html")]
pub(crate) struct EditPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    title: String,
    /// As it stands.
    share: Share,
    /// Only what everybody may see has such a page.
    is_for_all: bool,
    /// Somebody else saved meanwhile; what they wrote is in `share`.
    has_changed: bool,
    reach: Reach,
    ready: Ready,
    form: Form,
}

pub(crate) async fn edit(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let share = queries::of(ask.db(), &id).await?;
    let form = Form::new(ui::visit::tongue(&ask.visit))
        .with("version", share.version)
        .with("summary", if share.version == 0 { &proof.activity().summary } else { &share.summary })
        .with("first", share.takeaway(0))
        .with("second", share.takeaway(1))
        .with("third", share.takeaway(2));
    ask.page(&edit_page(&ask, &proof, share, form).await?)
}

/// With everything typed.
pub(super) async fn refused(ask: &Ask, proof: &Editable, typed: Vec<(String, String)>, errors: &Errors) -> Outcome<Response> {
    let share = queries::of(ask.db(), &proof.activity().id).await?;
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &edit_page(ask, proof, share, form).await?)
}

/// Somebody else was faster: their words stand beside one's own, and saving again goes over them knowingly.
pub(super) async fn changed_meanwhile(ask: &Ask, proof: &Editable, mut typed: Vec<(String, String)>) -> Outcome<Response> {
    let share = queries::of(ask.db(), &proof.activity().id).await?;
    typed.retain(|it| it.0 != "version");
    typed.push(("version".to_owned(), share.version.to_string()));
    let mut errors = Errors::new();
    errors.add("summary", "share-changed");
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, &errors);
    let page = EditPage { has_changed: true, ..edit_page(ask, proof, share, form).await? };
    ask.page_as(StatusCode::CONFLICT, &page)
}

async fn edit_page(ask: &Ask, proof: &Editable, share: Share, form: Form) -> Outcome<EditPage> {
    let activity = proof.activity();
    let frame = owned_frame(ask, activity, "share-heading");
    Ok(EditPage {
        ready: Ready::of(ask.app.settings(), frame.t, (activity, &share)),
        reach: reach::of(&ask.app, &activity.id).await?,
        frame,
        id: activity.id.clone(),
        title: activity.title.clone(),
        is_for_all: policy::is_for_all(proof.hosted()),
        has_changed: false,
        share,
        form,
    })
}
