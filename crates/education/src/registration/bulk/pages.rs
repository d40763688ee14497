//! The form for a list, and what became of a list.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Failure, Outcome, web::attachment};
use schemars::JsonSchema;
use serde::Serialize;
use sheet::Csv;
use ui::{Form, Frame, Tongue};

use super::{
    model::{ListOutcome, ListResult},
    queries,
};
use crate::{
    activity::{load, model::Activity},
    registration::{
        pages::line_said,
        policy::{self, Registrar},
    },
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "registration-list.html")]
pub(crate) struct ListFormPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    activity: Activity,
    /// Whether only the people of the own unit can be registered.
    is_for_own_unit: bool,
    form: Form,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "registration-list-result.html")]
pub(crate) struct ListPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    activity_id: String,
    title: String,
    made_at: i64,
    seated: usize,
    waiting: usize,
    known: usize,
    refused: usize,
    results: Vec<ListResult>,
    /// The refused ones, to be corrected and sent again.
    #[serde(skip)]
    form: Form,
}

pub(crate) async fn form(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let registrar = policy::registrar(ask.actor()?, load::hosted(ask.db(), &id).await?)?;
    again(&ask, &registrar, (StatusCode::OK, Form::new(ui::visit::tongue(&ask.visit))))
}

pub(super) fn again(ask: &Ask, registrar: &Registrar, (status, form): (StatusCode, Form)) -> Outcome<Response> {
    let hosted = registrar.hosted();
    let is_for_own_unit = hosted.acting_for(ask.actor()?).is_none();
    let page = ListFormPage { frame: framed(ask, &hosted.activity), activity: hosted.activity.clone(), is_for_own_unit, form };
    ask.page_as(status, &page)
}

pub(crate) async fn results(ask: Ask, Path((id, list)): Path<(String, String)>) -> Outcome<Response> {
    let (registrar, made_at, results) = found(&ask, &id, &list).await?;
    ask.page(&ListPage::of(&ask, &registrar, (list, made_at), results))
}

/// The same as a file, each with the reason.
pub(crate) async fn results_file(ask: Ask, Path((id, list)): Path<(String, String)>) -> Outcome<Response> {
    let (_, _, results) = found(&ask, &id, &list).await?;
    let t = ui::visit::tongue(&ask.visit);
    let header = [
        t.say("registration-list-line"),
        t.say("registration-number"),
        t.say("registration-name"),
        t.say("registration-agency"),
        t.say("registration-list-outcome"),
        t.say("registration-list-reason"),
    ];
    let mut csv = Csv::new(Vec::new(), &header)?;
    for it in &results {
        let reason = it.reason.as_ref().map(|it| it.said(&t)).unwrap_or_default();
        csv.row(&[&it.line.to_string(), &it.typed, &it.name, &it.agency, t.say(it.outcome.key()), &reason])?;
    }
    Ok(attachment(&format!("pendaftaran-{list}.csv"), "text/csv; charset=utf-8", csv.finish()?))
}

/// Only for the one who made it, and only while they may still register others.
async fn found(ask: &Ask, id: &str, list: &str) -> Outcome<(Registrar, i64, Vec<ListResult>)> {
    let actor = ask.actor()?;
    let registrar = policy::registrar(actor, load::hosted(ask.db(), id).await?).map_err(|_| Failure::NotFound)?;
    let (made_at, results) = queries::find(ask.db(), list, id, &actor.id).await?;
    Ok((registrar, made_at, results))
}

fn framed(ask: &Ask, activity: &Activity) -> Frame {
    let frame = Frame::of(ask);
    let t = frame.t;
    frame
        .titled(t.say("registration-list-title"))
        .crumb(t.say("frame-home"), "/")
        .crumb(t.say("activity-calendar"), "/kegiatan")
        .crumb(&activity.title, format!("/kegiatan/{}", activity.id))
}

impl ListPage {
    pub(super) fn of(ask: &Ask, registrar: &Registrar, (id, made_at): (String, i64), results: Vec<ListResult>) -> ListPage {
        let count = |outcome: ListOutcome| results.iter().filter(|it| it.outcome == outcome).count();
        let again = results.iter().filter(|it| it.outcome == ListOutcome::Refused && !it.typed.contains('•'));
        let again: Vec<&str> = again.map(|it| it.typed.as_str()).collect();
        let frame = framed(ask, &registrar.hosted().activity);
        ListPage {
            id,
            activity_id: registrar.hosted().activity.id.clone(),
            title: registrar.hosted().activity.title.clone(),
            made_at,
            seated: count(ListOutcome::Seated),
            waiting: count(ListOutcome::Waiting),
            known: count(ListOutcome::Known),
            refused: count(ListOutcome::Refused),
            form: Form::new(frame.t).with("numbers", again.join("\n")),
            frame,
            results,
        }
    }

    fn of_outcome(&self, outcome: ListOutcome) -> impl Iterator<Item = &ListResult> {
        self.results.iter().filter(move |it| it.outcome == outcome)
    }
}

impl ListResult {
    /// "Terdaftar", "Daftar tunggu ke-4", or why it was there before.
    fn said(&self, t: &Tongue) -> String {
        match (self.outcome, &self.reason) {
            (ListOutcome::Waiting, _) => line_said(*t, self.in_line),
            (_, Some(reason)) => reason.said(t),
            (outcome, None) => t.say(outcome.key()).to_owned(),
        }
    }
}

impl ListOutcome {
    /// Fluent key of its name.
    fn key(self) -> &'static str {
        match self {
            ListOutcome::Seated => "registration-list-seated",
            ListOutcome::Waiting => "registration-list-waiting",
            ListOutcome::Known => "registration-list-known",
            ListOutcome::Refused => "registration-list-refused",
        }
    }
}
