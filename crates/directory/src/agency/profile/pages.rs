//! The form of a profile, also after somebody else was faster.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Fault, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Form, Frame};

use super::{
    model::{Profile, ProfileForm},
    policy,
};
use crate::lookup::{self, Agency};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "agency-profile.html")]
pub(crate) struct ProfilePage {
    #[serde(skip)]
    frame: Frame,
    agency_id: String,
    version: i64,
    /// What others saved meanwhile, where it differs from what was typed: field, and what it says now.
    changed: Vec<(String, String)>,
    form: Form,
}

pub(crate) async fn edit(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let agency = lookup::agency(ask.db(), &id).await?;
    let lineage = lookup::lineage(ask.db(), &id).await?;
    policy::editable(ask.actor()?, &agency, &lineage)?;
    let profile = super::of(ask.db(), &id).await?;
    let form =
        profile.fields().into_iter().fold(Form::new(ui::visit::tongue(&ask.visit)), |it, (name, value)| it.with(name, value));
    show(&ask, StatusCode::OK, &agency, (form, profile.version, Vec::new()))
}

pub(super) fn refused(ask: &Ask, agency: &Agency, typed: &ProfileForm, faults: &[Fault]) -> Outcome<Response> {
    let form = Form::refused_for(ui::visit::tongue(&ask.visit), typed.typed(), faults);
    show(ask, StatusCode::UNPROCESSABLE_ENTITY, agency, (form, typed.versi, Vec::new()))
}

/// Saving again takes what is typed here, now upon the version of the others.
pub(super) fn overtaken(
    ask: &Ask,
    agency: &Agency,
    (typed, mine): (&ProfileForm, &Profile),
    theirs: &Profile,
) -> Outcome<Response> {
    let t = ui::visit::tongue(&ask.visit);
    let changed = theirs.differing(mine).into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let form = Form::refused_for(t, typed.typed(), &[]);
    show(ask, StatusCode::CONFLICT, agency, (form, theirs.version, changed))
}

fn show(ask: &Ask, status: StatusCode, agency: &Agency, filled: (Form, i64, Vec<(String, String)>)) -> Outcome<Response> {
    let (form, version, changed) = filled;
    let frame = Frame::of(ask);
    let t = frame.t;
    let page = ProfilePage {
        frame: frame
            .titled(t.fill("profile-title", "name", &agency.short_name))
            .crumb(t.say("agency-list"), "/instansi")
            .crumb(&agency.short_name, format!("/instansi/{}", agency.id)),
        agency_id: agency.id.clone(),
        version,
        changed,
        form,
    };
    ask.page_as(status, &page)
}
