//! The pages on which owners arrange materials. Reads only.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Choice, Errors, Form, Frame, Tongue};

use super::{
    card::{self, MaterialRow},
    model::{Material, Openness},
    policy::Reader,
    queries,
};
use crate::activity::{load, model::Activity, pages::owned_frame, policy::Editable};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "material-shelf.html")]
pub(crate) struct ShelfPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    title: String,
    materials: Vec<MaterialRow>,
    /// Megabytes of one file.
    largest: u64,
    #[serde(skip)]
    choices: Vec<Choice>,
    form: Form,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "material-link.html")]
pub(crate) struct LinkPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    #[serde(skip)]
    choices: Vec<Choice>,
    form: Form,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "material-one.html")]
pub(crate) struct OnePage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    material: Material,
    #[serde(skip)]
    choices: Vec<Choice>,
    form: Form,
}

pub(crate) async fn shelf(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let form = Form::new(ui::visit::tongue(&ask.visit)).with("openness", Openness::Participants.name());
    ask.page(&shelf_page(&ask, &proof, form).await?)
}

/// With everything typed; browsers do not keep the chosen file.
pub(super) async fn refused(ask: &Ask, proof: &Editable, typed: Vec<(String, String)>, errors: &Errors) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &shelf_page(ask, proof, form).await?)
}

async fn shelf_page(ask: &Ask, proof: &Editable, form: Form) -> Outcome<ShelfPage> {
    let activity = proof.activity();
    let materials = queries::of(ask.db(), &activity.id).await?;
    let frame = owned_frame(ask, activity, "material-heading");
    Ok(ShelfPage {
        materials: card::rows(&materials, Reader::Host, (proof.hosted(), ask.now())),
        choices: choices(frame.t),
        frame,
        id: activity.id.clone(),
        title: activity.title.clone(),
        largest: ask.app.settings().largest_upload >> 20,
        form,
    })
}

pub(crate) async fn link_form(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let form = Form::new(ui::visit::tongue(&ask.visit)).with("openness", Openness::Participants.name());
    ask.page(&link_page(&ask, &proof, form))
}

pub(super) fn link_refused(ask: &Ask, proof: &Editable, typed: Vec<(String, String)>, errors: &Errors) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &link_page(ask, proof, form))
}

fn link_page(ask: &Ask, proof: &Editable, form: Form) -> LinkPage {
    let frame = framed(ask, proof.activity(), "material-add-link");
    LinkPage { choices: choices(frame.t), frame, id: proof.activity().id.clone(), form }
}

pub(crate) async fn one(ask: Ask, Path((id, material_id)): Path<(String, String)>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let material = queries::one(ask.db(), &id, &material_id).await?;
    let mut form =
        Form::new(ui::visit::tongue(&ask.visit)).with("title", &material.title).with("openness", material.openness.name());
    if material.is_early {
        form = form.with("early", "1");
    }
    ask.page(&one_page(&ask, &proof, material, form))
}

pub(super) fn one_refused(
    ask: &Ask,
    proof: &Editable,
    material: Material,
    (typed, errors): (Vec<(String, String)>, &Errors),
) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &one_page(ask, proof, material, form))
}

fn one_page(ask: &Ask, proof: &Editable, material: Material, form: Form) -> OnePage {
    let frame = framed(ask, proof.activity(), "material-edit");
    OnePage { choices: choices(frame.t), frame, id: proof.activity().id.clone(), material, form }
}

fn framed(ask: &Ask, activity: &Activity, title: &str) -> Frame {
    let frame = owned_frame(ask, activity, title);
    let t = frame.t;
    frame.crumb(t.say("material-heading"), format!("/kegiatan/{}/materi", activity.id))
}

fn choices(t: Tongue) -> Vec<Choice> {
    Openness::ALL.into_iter().map(|it| Choice::new(it.name(), t.name("openness", it.name()))).collect()
}
