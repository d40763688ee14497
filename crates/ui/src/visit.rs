//! From a request to what stands around its page, and from a failure to its page. Here alone the look meets the kernel.

use std::fmt::Display;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{
    Access, Actor, App, Ask, FailureNote, Fault, MenuEntry,
    web::{Language, Visit},
};

use crate::{
    FailurePage, FlashKind, Form, Frame, Lang, Tongue, Zone,
    form::{Errors, Said},
};

impl Frame {
    /// Language, zone, menu, account and the sentence that the last action left.
    pub fn of(ask: &Ask) -> Frame {
        Frame::around(&ask.app, &ask.visit)
    }

    fn around(app: &App, visit: &Visit) -> Frame {
        let t = tongue(visit);
        let actor = visit.actor.as_ref();
        let mut frame = Frame::new(t)
            .at(&visit.target, app.settings().base_url.trim_end_matches('/'))
            .in_zone(actor.and_then(|it| Zone::parse(&it.zone)).unwrap_or_default())
            .menu_item(t.say("frame-home"), "/");
        for entry in app.domains().iter().flat_map(|it| it.menu).filter(|it| is_for(it, actor)) {
            frame = frame.menu_item(t.say(entry.key), entry.href);
        }
        frame = frame.footer_link(t.say("frame-about"), "/tentang");
        if let Some(actor) = actor {
            frame = frame.signed_in(&actor.name, "/profil");
        }
        match &visit.said {
            Some(said) => frame.flash(FlashKind::Ok, t.say(said)),
            None => frame,
        }
    }
}

fn is_for(entry: &MenuEntry, actor: Option<&Actor>) -> bool {
    match (entry.access, actor) {
        (Access::SignedIn, None) => false,
        (_, actor) => entry.duties.is_empty() || actor.is_some_and(|it| entry.duties.iter().any(|kind| it.holds_somewhere(kind))),
    }
}

/// The visitor's language.
pub fn tongue(visit: &Visit) -> Tongue {
    Tongue::of(match visit.language {
        Language::Id => Lang::Id,
        Language::En => Lang::En,
    })
}

impl Form {
    /// The form as it was sent, with the kernel's faults said in the reader's language.
    pub fn refused_for(t: Tongue, typed: Vec<(String, String)>, faults: &[Fault]) -> Form {
        let mut errors = Errors::new();
        for said in faults.iter().map(|it| say(t, it)) {
            errors.add(said.field, said.message);
        }
        Form::refused(t, typed, &errors)
    }
}

fn say(t: Tongue, fault: &Fault) -> Said {
    let values: Vec<(&str, &dyn Display)> =
        fault.word.arguments.iter().map(|(name, value)| (name.as_ref(), value as &dyn Display)).collect();
    Said { field: fault.field.to_string(), message: t.filled(&fault.word.key, &values) }
}

/// The page of a failure, or its JSON; whoever must sign in first is sent there and comes back.
pub fn dress(app: &App, visit: &Visit, note: &FailureNote) -> Response {
    let status = note.status.as_u16();
    let asks_to_sign_in = status == 401;
    if asks_to_sign_in && !visit.wants_json {
        let back: String = axum::http::Uri::try_from(visit.sent_from.as_ref().unwrap_or(&visit.target))
            .map(|it| it.to_string())
            .unwrap_or_default();
        let back = back.replace('%', "%25").replace('&', "%26").replace('?', "%3F").replace('#', "%23");
        return (axum::http::StatusCode::SEE_OTHER, [(header::LOCATION, format!("/masuk?lanjut={back}"))]).into_response();
    }
    let frame = Frame { flash: None, ..Frame::around(app, visit) };
    let t = frame.t;
    let mut page = FailurePage::new(frame, status);
    if matches!(status, 403 | 409 | 401) {
        page = page.because(note.key);
    }
    page.errors = note.faults.iter().map(|it| say(t, it)).collect();
    if status >= 500 {
        page.reference.clone_from(&visit.request_id);
    }
    if visit.wants_json {
        let body = serde_json::to_vec(&page).unwrap_or_default();
        return (note.status, [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "private, no-store")], body)
            .into_response();
    }
    let html = askama::Template::render(&page).unwrap_or_else(|_| page.title.clone());
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "private, no-store")];
    (note.status, headers, html).into_response()
}
