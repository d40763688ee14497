//! A coordinator's home: what their offices run and owe, and questions that wait for an answer. Reads only.

use askama::Template;
use axum::response::Response;
use directory::lookup;
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Frame, Zone};

use super::{
    calendar_page::{self, Listed},
    queries,
};
use crate::activity::{model::State, policy::RUNNERS};
use crate::host::queries::{OpenInvitation, open_for};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "activity-office.html")]
pub(crate) struct OfficePage {
    #[serde(skip)]
    frame: Frame,
    offices: Vec<String>,
    invitations: Vec<OpenInvitation>,
    drafts: Vec<Listed>,
    coming: Vec<Listed>,
    /// Over, newest first.
    past: Vec<Listed>,
}

pub(crate) async fn office(ask: Ask) -> Outcome<Response> {
    let nodes = nodes(&ask)?;
    let agencies = lookup::agencies(ask.db(), &nodes).await?;
    let activities = calendar_page::listed(&ask.app, queries::owned_by(ask.db(), &nodes).await?).await?;
    let now = ask.now();
    let with =
        |states: &[State]| activities.iter().filter(|it| states.contains(&it.activity.state(now))).cloned().collect::<Vec<_>>();
    let mut coming = with(&[State::Published, State::Running]);
    coming.reverse();
    let frame = Frame::of(&ask);
    let t = frame.t;
    let mut offices: Vec<String> = agencies.into_values().map(|it| it.short_name).collect();
    offices.sort();
    let page = OfficePage {
        offices,
        invitations: open_for(ask.db(), &nodes).await?,
        drafts: with(&[State::Draft]),
        coming,
        past: with(&[State::Done, State::Cancelled]),
        frame: frame.titled(t.say("activity-office")).crumb(t.say("frame-home"), "/"),
    };
    ask.page(&page)
}

/// Where the actor runs activities.
fn nodes(ask: &Ask) -> Outcome<Vec<String>> {
    let duties = &ask.actor()?.duties;
    Ok(duties.iter().filter(|it| RUNNERS.contains(&it.kind.as_str())).map(|it| it.node.clone()).collect())
}

impl OfficePage {
    fn zone(&self) -> Zone {
        self.frame.zone
    }

    /// Heading and rows, in the order of what needs work.
    fn groups(&self) -> [(&'static str, &[Listed]); 3] {
        [("office-drafts", &self.drafts), ("office-coming", &self.coming), ("office-past", &self.past)]
    }
}
