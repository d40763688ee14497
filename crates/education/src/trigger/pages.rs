//! Choosing who is in charge and when, for a suggestion or for an activity that lost its person in charge. Reads only.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use directory::lookup;
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Choice, Form, Frame, Zone, form::Errors};

use super::{
    model::Source,
    policy::{self, Headed},
};
use crate::{
    activity::{self, actions::Typed},
    template::{self, model::usual_day},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "trigger.html")]
pub(crate) struct TriggerPage {
    #[serde(skip)]
    frame: Frame,
    /// What the draft is to be called; the title of the activity when only its person in charge is chosen.
    title: String,
    /// Id of the activity whose person in charge is chosen; absent for a draft to be made.
    activity: Option<String>,
    form: Form,
    #[serde(skip)]
    people: Vec<Choice>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wanted {
    kantor: String,
    sumber: String,
}

/// People to choose from; whoever is not among them is found by NIP.
const PEOPLE: i64 = 300;

pub(crate) async fn choose(ask: Ask, Query(wanted): Query<Wanted>) -> Outcome<Response> {
    let headed = headed(&ask, &wanted.kantor).await?;
    let zone = Zone::parse(&ask.actor()?.zone).unwrap_or_default();
    let form = Form::new(ui::visit::tongue(&ask.visit))
        .with("office", headed.office())
        .with("source", &wanted.sumber)
        .with("date", usual_day(ask.now(), zone))
        .with("once", kernel::id::fresh());
    let title = title(&ask, &wanted.sumber).await?;
    let page = page(&ask, (headed.office(), None), title, form).await?;
    ask.page(&page)
}

pub(super) async fn refused(ask: &Ask, headed: &Headed, typed: Typed, errors: &Errors) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    let title = title(ask, form.value("source")).await?;
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(ask, (headed.office(), None), title, form).await?)
}

pub(crate) async fn choose_again(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = activity::load::editable(&ask, &id).await?;
    let office = policy::owned_office(ask.actor()?, &proof)?;
    let form = Form::new(ui::visit::tongue(&ask.visit));
    let page = page(&ask, (office, Some(id)), proof.activity().title.clone(), form).await?;
    ask.page(&page)
}

pub(super) async fn refused_again(ask: &Ask, (office, id): (&str, &str), typed: Typed, errors: &Errors) -> Outcome<Response> {
    let title = activity::load::editable(ask, id).await?.activity().title.clone();
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(ask, (office, Some(id.to_owned())), title, form).await?)
}

/// The proof that the visitor heads the office.
pub(super) async fn headed(ask: &Ask, office: &str) -> Outcome<Headed> {
    let lineage = lookup::lineage(ask.db(), office).await?;
    policy::headed(ask.actor()?, office, &lineage)
}

/// What a draft from this source would be called.
async fn title(ask: &Ask, source: &str) -> Outcome<String> {
    match Source::parse(source).ok_or(Failure::NotFound)? {
        Source::Template(id) => Ok(template::queries::find(ask.db(), &id).await?.content.title),
        Source::Activity(id) => Ok(activity::load::readable(ask, &id).await?.hosted().activity.title.clone()),
    }
}

async fn page(ask: &Ask, (office, activity): (&str, Option<String>), title: String, form: Form) -> Outcome<TriggerPage> {
    let frame = Frame::of(ask);
    let t = frame.t;
    let staff = lookup::staff(ask.db(), office, PEOPLE).await?;
    let people = staff.into_iter().map(|it| Choice::new(it.id, format!("{}, {}", it.full_name, it.position))).collect();
    Ok(TriggerPage {
        frame: frame.titled(t.say("trigger-choose")).crumb(t.say("frame-home"), "/"),
        title,
        activity,
        form,
        people,
    })
}
