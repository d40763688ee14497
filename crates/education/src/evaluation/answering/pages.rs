//! The form, for people with an account and for guests with their ticket; and, once sent, the thanks.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Errors, Form, Frame};

use super::sheet::NOT_HEARD;
use crate::{
    activity,
    evaluation::{
        load::{self, Asked},
        model::{Attendee, Kind, Subject},
        policy::{self, Refusal},
        queries,
    },
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "evaluation-form.html")]
pub(crate) struct EvaluationPage {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    title: String,
    /// What a value from 1 to 4 is asked for, each with the name of its field; speakers take 0 for "did not hear".
    subjects: Vec<Subject>,
    opens_at: i64,
    closes_at: i64,
    has_evaluated: bool,
    /// Why no answers are taken from this visitor now, as a sentence's key.
    refused: Option<&'static str>,
    /// Where the form is sent.
    href: String,
    form: Form,
}

/// Somebody who comes to answer, known by their account or their ticket.
pub(super) struct Visitor {
    pub(super) activity_id: String,
    /// Absent for those who have no place.
    pub(super) attendee: Option<Attendee>,
    pub(super) href: String,
}

/// The visitor with an account; strangers to the activity find nothing.
pub(super) async fn person(ask: &Ask, activity_id: &str) -> Outcome<Visitor> {
    let attendee = queries::attendee(&ask.app, activity_id, &ask.actor()?.id).await?;
    if attendee.is_none() {
        activity::load::readable(ask, activity_id).await?;
    }
    Ok(Visitor { activity_id: activity_id.to_owned(), attendee, href: format!("/kegiatan/{activity_id}/penilaian") })
}

/// The visitor with a ticket, which is a guest's only key and nobody else's.
pub(super) async fn guest(ask: &Ask, ticket: &str) -> Outcome<Visitor> {
    let (activity_id, attendee) = queries::attendee_by_ticket(ask.db(), ticket).await?;
    if !attendee.is_guest {
        return Err(kernel::Failure::NotFound);
    }
    Ok(Visitor { activity_id, attendee: Some(attendee), href: format!("/tiket/{ticket}/penilaian") })
}

pub(crate) async fn form(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    show(&ask, &person(&ask, &id).await?).await
}

pub(crate) async fn guest_form(ask: Ask, Path(ticket): Path<String>) -> Outcome<Response> {
    show(&ask, &guest(&ask, &ticket).await?).await
}

async fn show(ask: &Ask, visitor: &Visitor) -> Outcome<Response> {
    let asked = load::asked(ask.db(), &visitor.activity_id, ui::visit::tongue(&ask.visit).lang()).await?;
    let verdict = policy::evaluable(&asked.activity, asked.window, visitor.attendee.as_ref(), ask.now()).map(drop);
    let form = Form::new(ui::visit::tongue(&ask.visit));
    ask.page(&EvaluationPage { form, ..page(ask, visitor, asked, verdict.err()) })
}

/// The page again, with what was sent and what is wrong with it, or why nothing is taken.
pub(super) fn again(
    ask: &Ask,
    visitor: &Visitor,
    asked: Asked,
    (sent, verdict): (Vec<(String, String)>, Result<Errors, Refusal>),
) -> Outcome<Response> {
    let t = ui::visit::tongue(&ask.visit);
    let (status, errors, refusal) = match verdict {
        Ok(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors, None),
        Err(refusal) => (StatusCode::CONFLICT, Errors::new(), Some(refusal)),
    };
    let form = Form::refused(t, sent, &errors);
    ask.page_as(status, &EvaluationPage { form, ..page(ask, visitor, asked, refusal) })
}

fn page(ask: &Ask, visitor: &Visitor, asked: Asked, refusal: Option<Refusal>) -> EvaluationPage {
    let frame = Frame::of(ask);
    let t = frame.t;
    let zone = if frame.account.is_some() { frame.zone } else { asked.activity.zone };
    let back = visitor.href.trim_end_matches("/penilaian").to_owned();
    EvaluationPage {
        frame: frame
            .in_zone(zone)
            .titled(t.say("evaluation-give"))
            .crumb(t.say("frame-home"), "/")
            .crumb(t.say("activity-calendar"), "/kegiatan")
            .crumb(&asked.activity.title, back),
        activity_id: asked.activity.id,
        title: asked.activity.title,
        subjects: asked.subjects,
        opens_at: asked.window.opens_at,
        closes_at: asked.window.closes_at,
        has_evaluated: visitor.attendee.as_ref().is_some_and(|it| it.has_evaluated),
        refused: refusal.map(Refusal::key),
        href: visitor.href.clone(),
        form: Form::default(),
    }
}

impl EvaluationPage {
    fn is_too_early(&self) -> bool {
        self.refused == Some(Refusal::NotOpen.key())
    }

    fn questions(&self) -> impl Iterator<Item = &Subject> {
        self.subjects.iter().filter(|it| it.kind == Kind::Question)
    }

    fn speakers(&self) -> impl Iterator<Item = &Subject> {
        self.subjects.iter().filter(|it| it.kind == Kind::Speaker)
    }
}
