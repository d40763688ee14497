//! What education shows on the front page and on the pages of agencies: what waits for an answer, what is new, what is coming. Reads only.

use askama::Template;
use kernel::{Ask, Outcome, panels::Rendering};
use ui::{Tongue, Zone};

use super::{pages::NoticeRow, queries};
use crate::{
    host::queries::{OpenInvitation, open_for},
    listing::{calendar_page::Listed, known, queries::Wanted},
};

/// Rows of one panel; the rest is a link away.
const ROWS: i64 = 5;

#[derive(Template)]
#[template(path = "notice-panel-invitations.html")]
struct InvitationsPanel {
    t: Tongue,
    zone: Zone,
    invitations: Vec<OpenInvitation>,
}

/// Questions to the offices that the visitor coordinates; heads see theirs among what their offices owe.
pub(crate) fn invitations<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(async move {
        let duties = ask.maybe_actor().map(|it| it.duties.as_slice()).unwrap_or_default();
        let nodes = |kind: &str| duties.iter().filter(|it| it.kind == kind).map(|it| it.node.clone()).collect::<Vec<_>>();
        let headed = nodes("pimpinan");
        let coordinated: Vec<String> = nodes("pengelola").into_iter().filter(|it| !headed.contains(it)).collect();
        if coordinated.is_empty() {
            return Ok(None);
        }
        let invitations = open_for(ask.db(), &coordinated).await?;
        let (t, zone) = reading(ask);
        shown(invitations.is_empty(), &InvitationsPanel { t, zone, invitations })
    })
}

#[derive(Template)]
#[template(path = "notice-panel-unread.html")]
struct UnreadPanel {
    t: Tongue,
    zone: Zone,
    notices: Vec<NoticeRow>,
    unread: i64,
}

pub(crate) fn unread<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(async move {
        let Some(actor) = ask.maybe_actor() else { return Ok(None) };
        let (t, zone) = reading(ask);
        let unread = queries::unread(&ask.app, &actor.id).await?;
        let notices: Vec<NoticeRow> = unread.newest.into_iter().map(|it| NoticeRow::of(it, t, zone)).collect();
        shown(notices.is_empty(), &UnreadPanel { t, zone, notices, unread: unread.count })
    })
}

#[derive(Template)]
#[template(path = "activity-panel-coming.html")]
struct ComingPanel<'a> {
    t: Tongue,
    /// Key of the heading.
    heading: &'static str,
    /// Where all of them are.
    href: String,
    feed: String,
    rows: &'a [Listed],
}

/// What is for the visitor.
pub(crate) fn coming_for_me<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(async move {
        let Some(actor) = ask.maybe_actor() else { return Ok(None) };
        let wanted = Wanted { is_for_me: true, ..wanted(ask, &actor.labels, "") };
        let (href, feed) = ("/kegiatan?untuk=saya".to_owned(), "/kalender/saya".to_owned());
        coming_panel(ask, &wanted, ("notice-panel-for-me", href, feed)).await
    })
}

/// What is open to all.
pub(crate) fn coming_for_all<'a>(ask: &'a Ask, _: &'a str) -> Rendering<'a> {
    Box::pin(async move {
        let labels = ["public".to_owned()];
        let (href, feed) = ("/kegiatan".to_owned(), "/kalender/semua.ics".to_owned());
        coming_panel(ask, &wanted(ask, &labels, ""), ("notice-panel-coming", href, feed)).await
    })
}

/// What an agency offers, as far as the visitor may open it.
pub(crate) fn coming_of_agency<'a>(ask: &'a Ask, agency_id: &'a str) -> Rendering<'a> {
    Box::pin(async move {
        let labels = ask.maybe_actor().map_or_else(|| vec!["public".to_owned()], |it| it.labels.clone());
        let href = ui::address::with("/kegiatan", "instansi", agency_id);
        let feed = format!("/kalender/instansi/{agency_id}.ics");
        coming_panel(ask, &wanted(ask, &labels, agency_id), ("notice-panel-coming", href, feed)).await
    })
}

fn wanted<'a>(ask: &Ask, labels: &'a [String], agency: &'a str) -> Wanted<'a> {
    Wanted {
        labels,
        is_for_me: false,
        theme: "",
        region: "",
        agency,
        words: "",
        now: ask.now(),
        after: 0,
        after_id: "",
        most: ROWS,
    }
}

async fn coming_panel(
    ask: &Ask,
    wanted: &Wanted<'_>,
    (heading, href, feed): (&'static str, String, String),
) -> Outcome<Option<String>> {
    let rows = known::coming(&ask.app, wanted).await?;
    let t = reading(ask).0;
    shown(rows.is_empty(), &ComingPanel { t, heading, href, feed, rows: &rows })
}

fn reading(ask: &Ask) -> (Tongue, Zone) {
    let zone = ask.maybe_actor().and_then(|it| Zone::parse(&it.zone)).unwrap_or_default();
    (ui::visit::tongue(&ask.visit), zone)
}

fn shown(is_empty: bool, panel: &impl Template) -> Outcome<Option<String>> {
    if is_empty { Ok(None) } else { Ok(Some(panel.render()?)) }
}
