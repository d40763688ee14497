//! The certificates that somebody holds, newest first. Reads only.

use askama::Template;
use axum::response::Response;
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Frame;

use super::{badge, model::Role, queries};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "certificate-mine.html")]
pub(crate) struct MinePage {
    #[serde(skip)]
    frame: Frame,
    certificates: Vec<HeldRow>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct HeldRow {
    id: String,
    activity_id: String,
    title: String,
    number: String,
    role: Role,
    organisers: Vec<String>,
    starts_at: i64,
    jp: i64,
    /// Nobody can say of a name alone whose it is.
    has_credential: bool,
    withdrawn_at: Option<i64>,
    withdraw_reason: Option<String>,
}

/// More than anybody collects in a career.
const MOST: i64 = 500;

pub(crate) async fn mine(ask: Ask) -> Outcome<Response> {
    let found = queries::held(ask.db(), &ask.actor()?.id, (0, i64::MAX), MOST).await?;
    let rows = found.into_iter().map(|it| HeldRow {
        has_credential: badge::recipient(&it).is_some(),
        id: it.id,
        activity_id: it.activity_id,
        title: it.title,
        number: it.number,
        role: it.role,
        organisers: it.organisers,
        starts_at: it.starts_at,
        jp: it.jp,
        withdrawn_at: it.withdrawn_at,
        withdraw_reason: it.withdraw_reason,
    });
    let frame = Frame::of(&ask);
    let t = frame.t;
    ask.page(&MinePage {
        certificates: rows.collect(),
        frame: frame.titled(t.say("certificate-mine")).crumb(t.say("frame-home"), "/"),
    })
}
