//! What somebody sees of their own registration: a seat, a place in line, or why not; and, while the desk is busy, a light page.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::{HeaderValue, StatusCode},
    response::Response,
};
use kernel::{Ask, Outcome, clock::MINUTE};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Frame, Markup, Tongue};

use super::{
    line::{self, Reply, Wait},
    meeting_policy::DOORS_OPEN,
    model::{Place, Registration, Standing},
    policy::{self, Refusal},
    queries,
};
use crate::activity::{
    load,
    model::{Activity, State},
    policy::readable,
    queries::find,
};

/// As JSON, `standing` is null for those who are not registered.
#[derive(Template, Serialize, JsonSchema)]
#[template(path = "registration-mine.html")]
pub(crate) struct Mine {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    activity: Activity,
    activity_id: String,
    standing: Option<Standing>,
    /// Place in the waiting line, from 1.
    in_line: Option<i64>,
    /// Why an organiser took them off the list.
    cancel_reason: Option<String>,
    /// What an operator's scanner opens.
    scan: Option<String>,
    #[serde(skip)]
    qr: Option<Markup>,
    /// Where to enter the meeting, and from when (epoch milliseconds).
    join: Option<Join>,
    /// Where those who attended evaluate; the page there says who may.
    evaluate: Option<String>,
    can_register: bool,
    /// Key of the sentence that says why not.
    refusal: Option<&'static str>,
    can_leave: bool,
    /// Where this page is, and where registering and leaving are sent.
    href: String,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct Join {
    pub(crate) href: String,
    pub(crate) opens_at: i64,
    pub(crate) is_open: bool,
}

/// While the desk is busy.
#[derive(Template, Serialize, JsonSchema)]
#[template(path = "registration-waiting.html")]
pub(crate) struct Waiting {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    /// Place in the line of requests, from 1.
    place: Option<u64>,
    /// Where to ask for the answer, and in how many seconds.
    next: String,
    seconds: u64,
}

#[derive(Deserialize)]
pub(crate) struct Asking {
    /// Since when they wait, in epoch milliseconds.
    #[serde(default)]
    antre: i64,
}

/// A registration as its holder sees it, whoever that is.
pub(super) struct Held<'a> {
    /// Where the page is: `/kegiatan/ID/pendaftaran` or `/tiket/TICKET`.
    pub(super) href: String,
    /// Where the meeting is entered.
    pub(super) join: String,
    pub(super) standing: Standing,
    pub(super) in_line: Option<i64>,
    pub(super) ticket: &'a str,
    pub(super) cancel_reason: Option<&'a str>,
}

pub(crate) async fn mine(ask: Ask, Path(id): Path<String>, Query(asking): Query<Asking>) -> Outcome<Response> {
    let actor = ask.actor()?;
    match line::recall(&ask.app, &id, &actor.id).transpose()? {
        Some(Reply::Waiting(wait)) => return waiting(&ask, &id, wait),
        Some(Reply::Settled(answer)) => drop(line::only(answer)?),
        None => {}
    }
    let found = queries::mine(&ask.app, &id, &actor.id).await?;
    let hosted = load::hosted(ask.db(), &id).await?;
    if let Some((registration, in_line)) = &found {
        return ask.page(&Mine::held(&ask, &hosted.activity, Held::own(registration, *in_line)));
    }
    let readable = readable(Some(actor), hosted)?;
    if (0..MINUTE).contains(&(ask.now() - asking.antre)) {
        return waiting(&ask, &id, line::elsewhere());
    }
    let verdict = policy::admit(actor, readable.hosted(), ask.now()).map(drop);
    ask.page(&Mine::offered(&ask, &readable.hosted().activity, verdict))
}

/// The answer to a submit, made from what is at hand.
pub(super) fn answer(ask: &Ask, activity: &Activity, place: &Place) -> Outcome<Response> {
    let held = Held {
        href: format!("/kegiatan/{}/pendaftaran", activity.id),
        join: format!("/kegiatan/{}/gabung", activity.id),
        standing: place.standing,
        in_line: place.in_line,
        ticket: &place.ticket,
        cancel_reason: None,
    };
    ask.page(&Mine::held(ask, activity, held))
}

/// For those who press again when nobody new can register any more: what they have.
pub(super) async fn if_registered(ask: &Ask, id: &str) -> Outcome<Option<Response>> {
    let found = queries::mine(&ask.app, id, &ask.actor()?.id).await?;
    let Some((registration, in_line)) = found.filter(|it| it.0.standing() != Standing::Cancelled) else {
        return Ok(None);
    };
    let activity = find(ask.db(), id).await?;
    ask.page(&Mine::held(ask, &activity, Held::own(&registration, in_line))).map(Some)
}

/// Two lines and no more; the browser asks again by itself, a program is told when.
pub(super) fn waiting(ask: &Ask, id: &str, wait: Wait) -> Outcome<Response> {
    let href = format!("/kegiatan/{id}/pendaftaran");
    let next = if ask.visit.wants_json { href } else { format!("{href}?antre={}", ask.now()) };
    let frame = Frame::of(ask);
    let frame = Frame { title: frame.t.say("registration-waiting-title").to_owned(), ..frame };
    let page = Waiting { frame, activity_id: id.to_owned(), place: wait.place, next, seconds: wait.seconds };
    let mut response = ask.page_as(StatusCode::ACCEPTED, &page)?;
    let (name, value) = if ask.visit.wants_json {
        ("retry-after", wait.seconds.to_string())
    } else {
        ("refresh", format!("{}; url={}", wait.seconds, page.next))
    };
    if let Ok(value) = HeaderValue::from_str(&value) {
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

impl Mine {
    pub(super) fn held(ask: &Ask, activity: &Activity, held: Held<'_>) -> Mine {
        let state = activity.state(ask.now());
        let is_seated = held.standing == Standing::Seated;
        let is_cancelled = held.standing == Standing::Cancelled;
        let is_ahead = matches!(state, State::Published | State::Running);
        let mut page = Mine::blank(ask, activity, held.href);
        page.standing = Some(held.standing);
        page.in_line = held.in_line;
        page.cancel_reason = held.cancel_reason.map(str::to_owned);
        page.can_leave = !is_cancelled && state == State::Published;
        if is_cancelled {
            page = page.judged(policy::open(activity, ask.now()));
        }
        if is_seated && state == State::Done {
            page.evaluate = Some(held.join.trim_end_matches("/gabung").to_owned() + "/penilaian");
        }
        if is_seated && is_ahead {
            let scan = format!("{}/kegiatan/{}/pindai/{}", ask.app.settings().base_url, activity.id, held.ticket);
            page.qr = activity.has_door().then(|| ui::qr::svg(&scan, page.frame.t.say("registration-qr")));
            page.scan = Some(scan);
        }
        if is_seated && is_ahead && activity.is_online() {
            let opens_at = activity.starts_at - DOORS_OPEN;
            page.join = Some(Join { href: held.join, opens_at, is_open: ask.now() >= opens_at });
        }
        page
    }

    fn offered(ask: &Ask, activity: &Activity, verdict: Result<(), Refusal>) -> Mine {
        Mine::blank(ask, activity, format!("/kegiatan/{}/pendaftaran", activity.id)).judged(verdict)
    }

    fn judged(mut self, verdict: Result<(), Refusal>) -> Mine {
        self.can_register = verdict.is_ok() && self.frame.account.is_some();
        self.refusal = verdict.err().map(Refusal::key);
        self
    }

    fn blank(ask: &Ask, activity: &Activity, href: String) -> Mine {
        let frame = Frame::of(ask);
        let t = frame.t;
        let zone = if frame.account.is_some() { frame.zone } else { activity.zone };
        let frame = frame
            .in_zone(zone)
            .titled(t.say("registration-title"))
            .crumb(t.say("frame-home"), "/")
            .crumb(t.say("activity-calendar"), "/kegiatan")
            .crumb(&activity.title, format!("/kegiatan/{}", activity.id));
        Mine {
            frame,
            activity_id: activity.id.clone(),
            activity: activity.clone(),
            standing: None,
            in_line: None,
            cancel_reason: None,
            scan: None,
            qr: None,
            join: None,
            evaluate: None,
            can_register: false,
            refusal: None,
            can_leave: false,
            href,
        }
    }

    fn is(&self, standing: Standing) -> bool {
        self.standing == Some(standing)
    }

    fn line_said(&self) -> String {
        line_said(self.frame.t, self.in_line)
    }
}

/// "Daftar tunggu ke-4".
pub(super) fn line_said(t: Tongue, in_line: Option<i64>) -> String {
    match in_line {
        Some(place) => t.fill("registration-waiting-at", "place", t.ordinal(place)),
        None => t.say("registration-waiting").to_owned(),
    }
}

impl Held<'_> {
    fn own(registration: &Registration, in_line: Option<i64>) -> Held<'_> {
        let activity_id = &registration.activity_id;
        let (href, join) = (format!("/kegiatan/{activity_id}/pendaftaran"), format!("/kegiatan/{activity_id}/gabung"));
        Held::of(registration, in_line, (href, join))
    }

    /// For those who come with their ticket.
    pub(super) fn guest(registration: &Registration, in_line: Option<i64>) -> Held<'_> {
        let ticket = &registration.ticket;
        Held::of(registration, in_line, (format!("/tiket/{ticket}"), format!("/tiket/{ticket}/gabung")))
    }

    fn of(registration: &Registration, in_line: Option<i64>, (href, join): (String, String)) -> Held<'_> {
        Held {
            href,
            join,
            standing: registration.standing(),
            in_line,
            ticket: &registration.ticket,
            cancel_reason: registration.cancel_reason.as_deref(),
        }
    }
}
