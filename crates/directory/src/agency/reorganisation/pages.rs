//! What may be done with an agency, and the form of each question.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use kernel::{Ask, Fault, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Choice, Form, Frame};

use super::{
    load::{self, Subject},
    model::Question,
    parts, policy,
};
use crate::{
    agency::{KINDS, kind_name},
    lookup::Agency,
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "reorganisation.html")]
pub(crate) struct ReorganisationPage {
    #[serde(skip)]
    frame: Frame,
    agency: Agency,
    version: i64,
    /// What is asked now; nothing where all that may be done is listed.
    question: Option<Question>,
    /// What the visitor may do.
    questions: Vec<Question>,
    /// Agencies that may be meant by what was typed.
    #[serde(skip)]
    suggestions: Vec<Choice>,
    #[serde(skip)]
    kinds: Vec<Choice>,
    #[serde(skip)]
    parts: Vec<PartFields>,
    form: Form,
}

/// How the fields of one new agency are called.
struct PartFields {
    place: usize,
    code: String,
    name: String,
    short_name: String,
    kind: String,
    region: String,
    people: String,
}

#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    urusan: String,
}

pub(crate) async fn reorganisation(ask: Ask, Path(id): Path<String>, Query(asked): Query<Asked>) -> Outcome<Response> {
    let subject = load::subject(ask.db(), &id).await?;
    policy::changeable(ask.actor()?, &subject.agency, &subject.lineage)?;
    let form = filled(Form::new(ui::visit::tongue(&ask.visit)), &subject.agency);
    show(&ask, StatusCode::OK, &subject, (Question::parse(&asked.urusan), form, &[]))
}

pub(super) fn refused(
    ask: &Ask,
    subject: &Subject,
    question: Question,
    (typed, faults, suggestions): (Vec<(String, String)>, &[Fault], &[Agency]),
) -> Outcome<Response> {
    let form = Form::refused_for(ui::visit::tongue(&ask.visit), typed, faults);
    show(ask, StatusCode::UNPROCESSABLE_ENTITY, subject, (Some(question), form, suggestions))
}

pub(super) fn frame(ask: &Ask, agency: &Agency) -> Frame {
    let frame = Frame::of(ask);
    let t = frame.t;
    frame
        .titled(t.fill("reorganisation-title", "name", &agency.short_name))
        .crumb(t.say("agency-list"), "/instansi")
        .crumb(&agency.short_name, format!("/instansi/{}", agency.id))
}

fn show(
    ask: &Ask,
    status: StatusCode,
    subject: &Subject,
    (question, form, suggestions): (Option<Question>, Form, &[Agency]),
) -> Outcome<Response> {
    let actor = ask.actor()?;
    let changeable = policy::changeable(actor, &subject.agency, &subject.lineage)?;
    let may_split = policy::splittable(changeable, actor, &subject.lineage).is_ok();
    let questions: Vec<Question> = Question::ALL.into_iter().filter(|it| *it != Question::Split || may_split).collect();
    let frame = frame(ask, &subject.agency);
    let t = frame.t;
    let page = ReorganisationPage {
        agency: subject.agency.clone(),
        version: subject.version,
        question: question.filter(|it| questions.contains(it)),
        questions,
        suggestions: suggestions.iter().map(|it| Choice::new(&it.id, format!("{} ({})", it.name, it.id))).collect(),
        kinds: KINDS.iter().map(|it| Choice::new(it, kind_name(&t, it))).collect(),
        parts: (1..=parts::MOST).map(PartFields::at).collect(),
        frame,
        form,
    };
    ask.page_as(status, &page)
}

/// With what is so now.
fn filled(form: Form, agency: &Agency) -> Form {
    let form = form.with("nama", &agency.name).with("singkatan", &agency.short_name).with("wilayah", &agency.region_id);
    (1..=parts::MOST)
        .map(PartFields::at)
        .fold(form, |form, it| form.with(it.kind, &agency.kind).with(it.region, &agency.region_id))
}

impl PartFields {
    fn at(place: usize) -> PartFields {
        let name = |name: &str| format!("{name}-{place}");
        PartFields {
            place,
            code: name("kode"),
            name: name("nama"),
            short_name: name("singkatan"),
            kind: name("jenis"),
            region: name("wilayah"),
            people: name("pegawai"),
        }
    }
}

impl ReorganisationPage {
    fn asks(&self, question: Question) -> bool {
        self.question == Some(question)
    }
}
