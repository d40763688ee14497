//! What guests see: the form, and their ticket.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Form, Frame};

use crate::{
    activity::{
        load::{self, readable},
        model::Activity,
    },
    registration::{
        pages::{Held, Mine},
        policy, queries,
    },
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "registration-guest.html")]
pub(crate) struct GuestPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    activity: Activity,
    form: Form,
}

/// The same for everybody, registered before or not.
#[derive(Template, Serialize, JsonSchema)]
#[template(path = "registration-guest-sent.html")]
pub(crate) struct SentPage {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    mail: String,
}

/// The form; whoever has an account uses it instead.
pub(crate) async fn form(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    if ask.maybe_actor().is_some() {
        return Ok(Redirect::to(&format!("/kegiatan/{id}/pendaftaran")).into_response());
    }
    let readable = readable(&ask, &id).await?;
    policy::welcomes_guests(readable.hosted(), ask.now())?;
    let form = Form::new(ui::visit::tongue(&ask.visit));
    again(&ask, &readable.hosted().activity, (StatusCode::OK, form))
}

pub(super) fn again(ask: &Ask, activity: &Activity, (status, form): (StatusCode, Form)) -> Outcome<Response> {
    let frame = framed(ask, activity, "guest-title");
    ask.page_as(status, &GuestPage { frame, activity: activity.clone(), form })
}

pub(super) fn sent(ask: &Ask, activity: &Activity, mail: String) -> Outcome<Response> {
    let frame = framed(ask, activity, "guest-sent-title");
    ask.page(&SentPage { frame, activity_id: activity.id.clone(), mail })
}

/// Confirmation, place in line and the way out, without an account.
pub(crate) async fn ticket(ask: Ask, Path(ticket): Path<String>) -> Outcome<Response> {
    let (registration, in_line) = queries::by_ticket(ask.db(), &ticket).await?;
    policy::leave_as_guest(&registration)?;
    let hosted = load::hosted(ask.db(), &registration.activity_id).await?;
    ask.page(&Mine::held(&ask, &hosted.activity, Held::guest(&registration, in_line)))
}

fn framed(ask: &Ask, activity: &Activity, title: &'static str) -> Frame {
    let frame = Frame::of(ask);
    let t = frame.t;
    frame
        .in_zone(activity.zone)
        .titled(t.say(title))
        .crumb(t.say("frame-home"), "/")
        .crumb(t.say("activity-calendar"), "/kegiatan")
        .crumb(&activity.title, format!("/kegiatan/{}", activity.id))
}
