//! The question to an agency: own this activity with us? With what they need to answer. Reads only.

use askama::Template;
use axum::{extract::Path, response::Response};
use directory::{
    lookup::{self, Agency},
    tree::Tree,
};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use crate::activity::{
    load,
    model::{Activity, AgendaItem},
    pages::audience_in_words,
    policy, queries,
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "host-invitation.html")]
pub(crate) struct InvitationPage {
    #[serde(skip)]
    frame: Frame,
    activity: Activity,
    /// The asked agency.
    agency: Agency,
    owners: Vec<Agency>,
    message: String,
    agenda: Vec<AgendaItem>,
    audience: String,
}

pub(crate) async fn invitation(ask: Ask, Path((id, agency_id)): Path<(String, String)>) -> Outcome<Response> {
    let proof = policy::answerable(ask.actor()?, load::hosted(ask.db(), &id).await?, &agency_id)?;
    let hosted = &proof.hosted;
    let mut ids: Vec<String> = hosted.owners().map(|it| it.agency_id.clone()).collect();
    let owner_ids = ids.clone();
    ids.push(agency_id.clone());
    let agencies = lookup::agencies(ask.db(), &ids).await?;
    let frame = Frame::of(&ask);
    let t = frame.t;
    let page = InvitationPage {
        agency: agencies.get(&agency_id).cloned().ok_or(kernel::Failure::NotFound)?,
        owners: owner_ids.iter().filter_map(|it| agencies.get(it)).cloned().collect(),
        message: hosted.hosts.iter().find(|it| it.agency_id == agency_id).map(|it| it.message.clone()).unwrap_or_default(),
        agenda: queries::agenda(ask.db(), &id).await?,
        audience: audience_in_words(&Tree::of(&ask.app).await?, t, &hosted.audience).await?,
        activity: hosted.activity.clone(),
        frame: frame.titled(t.say("invitation-title")).crumb(t.say("frame-home"), "/").crumb(t.say("activity-office"), "/kelola"),
    };
    ask.page(&page)
}
