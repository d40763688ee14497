//! The page on which an organiser names those who served. Reads only.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Choice, Errors, Form, Frame};

use super::{
    ContributorForm,
    form::{self, MOST_ROWS, ROLES, Typed},
    queries,
};
use crate::{
    activity::{self, load, policy::Hosted},
    certificate::{design, model::Role, pages::framed, policy},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "certificate-contributors.html")]
pub(crate) struct ContributorsPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    /// Who served and has one.
    served: Vec<ServedRow>,
    form: Form,
    #[serde(skip)]
    rows: Vec<Typed>,
    #[serde(skip)]
    roles: Vec<Choice>,
    /// Why none can be issued now, as a sentence's key.
    closed_because: Option<&'static str>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct ServedRow {
    certificate_id: String,
    role: Role,
    name: String,
}

/// For whoever is not suggested.
const EMPTY_ROWS: usize = 3;

pub(crate) async fn contributors(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let form = Form::new(ui::visit::tongue(&ask.visit));
    let page = page(&ask, proof.hosted(), form).await?;
    ask.page(&page)
}

pub(super) async fn refused(ask: &Ask, hosted: &Hosted, (typed, errors): (&ContributorForm, &Errors)) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), Vec::new(), errors);
    let page = ContributorsPage { rows: with_empty(typed.rows()), ..page(ask, hosted, form).await? };
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn page(ask: &Ask, hosted: &Hosted, form: Form) -> Outcome<ContributorsPage> {
    let (db, activity) = (ask.db(), &hosted.activity);
    let design = design::queries::design(db, &activity.id).await?;
    let served = queries::served(db, &activity.id).await?;
    let speakers = activity::queries::speakers(db, &activity.id).await?;
    let frame = framed(ask, activity);
    let t = frame.t;
    let path = format!("/kegiatan/{}/sertifikat", activity.id);
    let row = |it: queries::Served| ServedRow { certificate_id: it.certificate_id, role: it.role, name: it.name };
    Ok(ContributorsPage {
        id: activity.id.clone(),
        closed_because: policy::closed_to_all(activity, design.as_ref(), ask.now()),
        rows: with_empty(form::suggested(&speakers, &served)),
        roles: ROLES.iter().map(|it| Choice::new(it.name(), t.say(it.key()))).collect(),
        served: served.into_iter().map(row).collect(),
        frame: frame.crumb(t.say("certificate-manage"), path).titled(t.fill("contributor-title", "title", &activity.title)),
        form,
    })
}

fn with_empty(mut rows: Vec<Typed>) -> Vec<Typed> {
    let wanted = (rows.len() + EMPTY_ROWS).min(MOST_ROWS);
    rows.resize(wanted, Typed::default());
    rows
}
