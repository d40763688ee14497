//! The form that moves a person, and the one that records that somebody left.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Fault, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Choice, Form, Frame};

use super::actions::MoveForm;
use crate::{
    lookup::{self, Agency},
    person::{
        pages::{self, Known},
        policy,
    },
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "placement.html")]
pub(crate) struct PlacementPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    agency_name: String,
    version: i64,
    has_left: bool,
    /// Units that may be meant by what was typed.
    #[serde(skip)]
    suggestions: Vec<Choice>,
    form: Form,
}

pub(crate) async fn placement(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let person = pages::one(ask.db(), &id).await?;
    let lineage = lookup::lineage(ask.db(), &person.agency_id).await?;
    policy::releasable(ask.actor()?, &id, &lineage)?;
    let form = Form::new(ui::visit::tongue(&ask.visit)).with("jabatan", &person.position);
    show(&ask, StatusCode::OK, &person, (form, &[]))
}

pub(super) fn refused(
    ask: &Ask,
    person: &Known,
    typed: &MoveForm,
    (faults, suggestions): (&[Fault], &[Agency]),
) -> Outcome<Response> {
    let form = Form::refused_for(ui::visit::tongue(&ask.visit), typed.typed(), faults);
    show(ask, StatusCode::UNPROCESSABLE_ENTITY, person, (form, suggestions))
}

fn show(ask: &Ask, status: StatusCode, person: &Known, (form, suggestions): (Form, &[Agency])) -> Outcome<Response> {
    let frame = Frame::of(ask);
    let t = frame.t;
    let suggestion = |it: &Agency| Choice::new(&it.id, format!("{} ({})", it.name, it.id));
    let page = PlacementPage {
        frame: frame
            .titled(t.fill("placement-of", "name", &person.name))
            .crumb(&person.agency_name, format!("/instansi/{}", person.agency_id))
            .crumb(&person.name, format!("/pegawai/{}", person.id)),
        id: person.id.clone(),
        agency_name: person.agency_name.clone(),
        version: person.version,
        has_left: person.left_at.is_some(),
        suggestions: suggestions.iter().map(suggestion).collect(),
        form,
    };
    ask.page_as(status, &page)
}
