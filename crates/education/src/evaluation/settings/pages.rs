//! The form with which owners set an evaluation up.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use directory::lookup;
use kernel::{Ask, Outcome, clock::DAY};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Choice, Form, Frame, form::Errors};

use super::queries;
use crate::{
    activity::load::editable,
    evaluation::{
        load::{self, Asked},
        model::Kind,
        policy::{self, Configurable},
        queries::tables,
    },
};

/// A speaker and the field for their service number.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct SpeakerField {
    pub(super) field: String,
    pub(super) name: String,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "evaluation-settings.html")]
pub(crate) struct SettingsPage {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    title: String,
    opens_at: i64,
    closes_at: i64,
    /// Then the questions stay as they are.
    has_opened: bool,
    forms: Vec<Choice>,
    tables: Vec<Choice>,
    speakers: Vec<SpeakerField>,
    form: Form,
}

/// What the owner may change, as it stands.
pub(super) struct Setup {
    pub(super) proof: Configurable,
    pub(super) asked: Asked,
    pub(super) forms: Vec<Choice>,
    pub(super) tables: Vec<Choice>,
}

pub(super) async fn setup(ask: &Ask, id: &str) -> Outcome<Setup> {
    let proof = editable(ask, id).await?;
    let lang = ui::visit::tongue(&ask.visit).lang();
    let asked = load::of(ask.db(), proof.activity().clone(), lang).await?;
    let proof = policy::configurable(proof, asked.window, ask.now())?;
    let tables = tables(ask.db(), lang).await?.into_iter().map(|it| Choice::new(it.id, it.name)).collect();
    Ok(Setup { proof, asked, forms: queries::forms(ask.db(), lang).await?, tables })
}

pub(crate) async fn settings(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let setup = setup(&ask, &id).await?;
    let form = filled(&ask, &setup).await?;
    ask.page(&page(&ask, setup, form))
}

pub(super) fn refused(ask: &Ask, setup: Setup, (sent, errors): (Vec<(String, String)>, Errors)) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), sent, &errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(ask, setup, form))
}

async fn filled(ask: &Ask, setup: &Setup) -> Outcome<Form> {
    let Asked { activity, evaluation, window, .. } = &setup.asked;
    let t = ui::visit::tongue(&ask.visit);
    let linked = queries::speakers(ask.db(), &activity.id).await?;
    let people = lookup::people(ask.db(), &linked.values().cloned().collect::<Vec<_>>()).await?;
    // The last day on which answers are taken; the moment is the midnight after it.
    let mut form = Form::new(t)
        .with("formulir", &evaluation.form_id)
        .with("tabel", &evaluation.table_id)
        .with("tutup", t.date_iso(window.closes_at - 1, activity.zone));
    if evaluation.is_index_public {
        form = form.with("umum", "1");
    }
    if evaluation.certificate_needs_evaluation {
        form = form.with("sertifikat", "1");
    }
    for it in speakers(&setup.asked) {
        let nip = linked.get(&it.name).and_then(|id| people.get(id)).and_then(|it| it.nip.clone());
        form = form.with(it.field, nip.unwrap_or_default());
    }
    Ok(form)
}

pub(super) fn speakers(asked: &Asked) -> Vec<SpeakerField> {
    let speakers = asked.subjects.iter().filter(|it| it.kind == Kind::Speaker);
    speakers.map(|it| SpeakerField { field: format!("nip-{}", it.field), name: it.id.clone() }).collect()
}

/// Answers may be taken for so long after the activity.
pub(super) const LONGEST: i64 = 90 * DAY;

fn page(ask: &Ask, setup: Setup, form: Form) -> SettingsPage {
    let Asked { activity, window, .. } = &setup.asked;
    let frame = Frame::of(ask);
    let t = frame.t;
    SettingsPage {
        frame: frame
            .in_zone(activity.zone)
            .titled(t.say("evaluation-settings"))
            .crumb(t.say("frame-home"), "/")
            .crumb(t.say("activity-office"), "/kelola")
            .crumb(&activity.title, format!("/kegiatan/{}", activity.id)),
        activity_id: activity.id.clone(),
        title: activity.title.clone(),
        opens_at: window.opens_at,
        closes_at: window.closes_at,
        has_opened: ask.now() >= window.opens_at,
        speakers: speakers(&setup.asked),
        forms: setup.forms,
        tables: setup.tables,
        form,
    }
}
