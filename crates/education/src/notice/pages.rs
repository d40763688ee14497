//! My notices, newest first. Reads only.

use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Frame, Tongue, Zone, address};

use super::{
    model::Kind,
    queries::{self, Notice},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "notice-list.html")]
pub(crate) struct NoticesPage {
    #[serde(skip)]
    frame: Frame,
    notices: Vec<NoticeRow>,
    unread: i64,
    /// Address of the next page; empty on the last.
    next: String,
}

/// A notice in the reader's language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct NoticeRow {
    pub(crate) id: String,
    /// Title of the activity.
    pub(crate) title: String,
    pub(crate) said: String,
    pub(crate) reason: String,
    /// Where it can be acted upon.
    pub(crate) href: String,
    pub(crate) made_at: i64,
    pub(crate) is_read: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Page {
    /// Id of the last notice of the page before.
    setelah: String,
}

const ROWS: i64 = 30;

pub(crate) async fn notices(ask: Ask, Query(page): Query<Page>) -> Outcome<Response> {
    let me = &ask.actor()?.id;
    let mut found = queries::notices(ask.db(), me, &page.setelah, ROWS + 1).await?;
    let has_more = found.len() as i64 > ROWS;
    found.truncate(ROWS as usize);
    let frame = Frame::of(&ask);
    let t = frame.t;
    let next = found.last().filter(|_| has_more).map(|it| address::with(&frame.path, "setelah", &it.id));
    let page = NoticesPage {
        notices: found.into_iter().map(|it| NoticeRow::of(it, t, frame.zone)).collect(),
        unread: queries::count_unread(ask.db(), me).await?,
        next: next.unwrap_or_default(),
        frame: frame.titled(t.say("notice-title")).crumb(t.say("frame-home"), "/"),
    };
    ask.page(&page)
}

impl NoticeRow {
    pub(crate) fn of(notice: Notice, t: Tongue, zone: Zone) -> NoticeRow {
        let Notice { id, activity_id, title, kind, details, made_at, read_at } = notice;
        let when = t.period(details.starts_at, details.ends_at, zone);
        let filled = t.with("by", &details.by).with("agency", &details.agency);
        let said = filled.with("place", t.number(details.place)).with("when", when).say(&format!("notice-told-{kind}"));
        let href = match &activity_id {
            None => details.href,
            Some(id) if kind == Kind::HostInvited.name() => format!("/kegiatan/{id}/penyelenggara/{}", details.agency_id),
            Some(id) if kind == Kind::Evaluate.name() => format!("/kegiatan/{id}/penilaian"),
            Some(_) if kind == Kind::CertificateIssued.name() => "/sertifikat".to_owned(),
            Some(id) => format!("/kegiatan/{id}"),
        };
        NoticeRow { id, title, said, reason: details.reason, href, made_at, is_read: read_at.is_some() }
    }
}
