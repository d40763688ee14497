//! The presenter's screen and the participant's page for the code.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Ask, Outcome, settings::Secret};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Form, Frame, Markup, Tongue, Zone};

use super::queries;
use crate::{
    activity::{
        load,
        model::{Activity, State},
    },
    attendance::{
        code::{self, Key},
        frame,
        model::{Checkpoint, Evidence, Kind, Part},
        policy::{self, Refusal},
        queries::{ledger, seat_of},
    },
};

/// What is on the screen while a checkpoint is open.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Screen {
    part: Part,
    /// As shown, in two groups.
    code: String,
    /// Until the code changes.
    seconds_left: i64,
    /// Until the screen should be read again: sooner, as the count of people moves.
    renew_after: i64,
    /// The address in the QR code.
    address: String,
    checked_in: i64,
    #[serde(skip)]
    qr: Markup,
    #[serde(skip)]
    spelled: String,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-presenter.html")]
pub(crate) struct PresenterPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    state: State,
    starts_at: i64,
    ends_at: i64,
    #[serde(skip)]
    zone: Zone,
    /// How many have a place.
    seated: i64,
    screen: Option<Screen>,
    checkpoints: Vec<Checkpoint>,
    /// The part to open next, if it is time for any.
    next: Option<Part>,
    /// Why none can be opened now, as a sentence's key.
    closed_because: Option<&'static str>,
    /// Where people type the code.
    address: String,
}

const RENEW_AFTER: i64 = 15;

pub(crate) async fn presenter(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let checkpoints = queries::of(ask.db(), &id).await?;
    let activity = proof.activity().clone();
    let closed_because = policy::presentable(proof, ask.now()).err().map(|it| it.key());
    let open = checkpoints.iter().find(|it| it.closed_at.is_none());
    let frame = frame(&ask, &activity, "attendance-title-presenter");
    let screen = open.map(|it| screen(&ask, &activity, it, frame.t));
    let next = Part::ALL.into_iter().find(|part| checkpoints.iter().all(|it| it.part != *part));
    ask.page(&PresenterPage {
        state: activity.state(ask.now()),
        starts_at: activity.starts_at,
        ends_at: activity.ends_at,
        zone: activity.zone,
        seated: activity.taken,
        next: next.filter(|_| closed_because.is_none()),
        address: short_address(&ask),
        id,
        frame,
        screen,
        checkpoints,
        closed_because,
    })
}

fn screen(ask: &Ask, activity: &Activity, open: &Checkpoint, t: Tongue) -> Screen {
    let secret: &Secret = &ask.app.settings().secret;
    let key = Key { activity: &activity.code_secret, installation: secret, checkpoint: &open.id };
    let code = code::shown(&key, ask.now());
    let address = ask.app.settings().absolute(&format!("/kegiatan/{}/presensi?kode={code}", activity.id));
    let seconds_left = code::seconds_left(ask.now());
    Screen {
        part: open.part,
        qr: ui::qr::svg(&address, t.say("attendance-qr-of-code")),
        spelled: code.chars().map(String::from).collect::<Vec<_>>().join(" "),
        code: code::grouped(&code),
        seconds_left,
        renew_after: seconds_left.min(RENEW_AFTER),
        address,
        checked_in: open.checked_in,
    }
}

/// Where people type the code, short enough to be read from a wall.
fn short_address(ask: &Ask) -> String {
    let address = ask.app.settings().absolute("/hadir");
    address.split_once("://").map_or(address.clone(), |it| it.1.to_owned())
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-here.html")]
pub(crate) struct HerePage {
    #[serde(skip)]
    frame: Frame,
    /// What the visitor has a place in and a code is shown for now.
    open: Vec<Activity>,
}

/// The short address on the screen: leads on at once when there is only one activity it can mean.
pub(crate) async fn here(ask: Ask) -> Outcome<Response> {
    let open = queries::open_for(ask.db(), &ask.actor()?.id).await?;
    if let ([only], false) = (&open[..], ask.visit.wants_json) {
        return Ok((StatusCode::SEE_OTHER, [(header::LOCATION, format!("/kegiatan/{}/presensi", only.id))]).into_response());
    }
    let frame = Frame::of(&ask);
    let t = frame.t;
    let frame = frame.titled(t.say("attendance-title-here")).crumb(t.say("frame-home"), "/");
    ask.page(&HerePage { frame, open })
}

/// A code that the visitor entered, and when.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Entered {
    part: Part,
    at: i64,
    /// Whether it was for the checkpoint that is open.
    is_current: bool,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "attendance-check-in.html")]
pub(crate) struct CheckInPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    state: State,
    starts_at: i64,
    ends_at: i64,
    /// The part whose code is on the presenter's screen now.
    open: Option<Part>,
    entered: Vec<Entered>,
    /// Why no code is taken from this visitor now, as a sentence's key.
    refused: Option<&'static str>,
    form: Form,
}

pub(crate) async fn check_in(
    ask: Ask,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Outcome<Response> {
    let typed: String = query.get("kode").map(|it| it.chars().take(12).collect()).unwrap_or_default();
    let page = check_in_page(&ask, &id).await?;
    let form = Form::new(page.frame.t).with("kode", typed);
    ask.page(&CheckInPage { form, ..page })
}

/// The page once more, with the reason and what was typed.
pub(crate) async fn refused(ask: &Ask, id: &str, typed: &str, refusal: Refusal) -> Outcome<Response> {
    let page = check_in_page(ask, id).await?;
    let mut errors = ui::Errors::new();
    let field = if refusal.is_of_the_code() { "kode" } else { "" };
    let wait = match refusal {
        Refusal::GuessedTooOften { seconds } => Some(seconds),
        _ => None,
    };
    errors.add_with(field, refusal.key(), ("minutes", page.frame.t.number(wait.unwrap_or_default().div_ceil(60))));
    let form = Form::refused(page.frame.t, vec![("kode".to_owned(), typed.to_owned())], &errors);
    let status = match (refusal.is_of_the_code(), wait) {
        (_, Some(_)) => StatusCode::TOO_MANY_REQUESTS,
        (true, None) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, None) => StatusCode::CONFLICT,
    };
    let mut response = ask.page_as(status, &CheckInPage { form, ..page })?;
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

impl CheckInPage {
    /// Whether a code was entered for the checkpoint that is open.
    fn is_entered(&self) -> bool {
        self.entered.iter().any(|it| it.is_current)
    }
}

/// For those registered, and for all who may read the activity; what it shows tells others nothing more.
async fn check_in_page(ask: &Ask, id: &str) -> Outcome<CheckInPage> {
    let seat = seat_of(&ask.app, id, &ask.actor()?.id).await?;
    let activity = match &seat {
        Some(_) => crate::activity::queries::find(ask.db(), id).await?,
        None => load::readable(ask, id).await?.hosted().activity.clone(),
    };
    let open = queries::opened(ask.db(), id).await?;
    let ledger = match &seat {
        Some(seat) => ledger(ask.db(), id, &seat.registration_id).await?,
        None => Vec::new(),
    };
    let now = ask.now();
    let refused = policy::enterable(&activity, seat.as_ref(), now).and(policy::taking(&activity, open.as_ref(), now)).err();
    let frame = frame(ask, &activity, "attendance-title-check-in");
    Ok(CheckInPage {
        form: Form::new(frame.t),
        frame,
        state: activity.state(now),
        starts_at: activity.starts_at,
        ends_at: activity.ends_at,
        entered: entered(&ledger, open.as_ref()),
        open: open.map(|it| it.part),
        refused: refused.map(Refusal::key),
        id: activity.id,
    })
}

fn entered(ledger: &[Evidence], open: Option<&Checkpoint>) -> Vec<Entered> {
    let codes = ledger.iter().filter(|it| it.kind == Kind::Checkpoint && it.stands());
    let entered = codes.filter_map(|it| Some((it, it.part?)));
    entered
        .map(|(it, part)| Entered { part, at: it.from_at, is_current: open.is_some_and(|open| open.id == it.source) })
        .collect()
}
