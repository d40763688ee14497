//! What a head's offices owe: questions unanswered, drafts whose time comes, activities without an attendance list. A panel for home.

use askama::Template;
use kernel::{Ask, Outcome, panels::Rendering};
use ui::{Frame, Tongue, Zone};

use super::{calendar_page, calendar_page::Listed, queries};
use crate::host::queries::{OpenInvitation, open_for};

#[derive(Template)]
#[template(path = "head-panel.html")]
struct HeadPanel {
    t: Tongue,
    zone: Zone,
    invitations: Vec<OpenInvitation>,
    late_drafts: Vec<Listed>,
    uncounted: Vec<Listed>,
}

/// Drafts that start within this time and are not published are stuck.
const SOON: i64 = 14 * kernel::clock::DAY;

pub(crate) fn render<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(panel(ask))
}

async fn panel(ask: &Ask) -> Outcome<Option<String>> {
    let duties = &ask.actor()?.duties;
    let nodes: Vec<String> = duties.iter().filter(|it| it.kind == "pimpinan").map(|it| it.node.clone()).collect();
    if nodes.is_empty() {
        return Ok(None);
    }
    let late_drafts = queries::drafts_starting_before(ask.db(), &nodes, ask.now() + SOON).await?;
    let uncounted = queries::uncounted(ask.db(), &nodes, ask.now()).await?;
    let frame = Frame::of(ask);
    let panel = HeadPanel {
        t: frame.t,
        zone: frame.zone,
        invitations: open_for(ask.db(), &nodes).await?,
        late_drafts: calendar_page::listed(&ask.app, late_drafts).await?,
        uncounted: calendar_page::listed(&ask.app, uncounted).await?,
    };
    Ok(Some(panel.render()?))
}
