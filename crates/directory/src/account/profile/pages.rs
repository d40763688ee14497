//! The page of one's own account.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use kernel::{Ask, Fault, Outcome, Way};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Choice, Form, Frame};

use super::actions;
use crate::{
    account::{
        duty::{self, model::OwnDuty},
        password::FEWEST_LETTERS,
        session,
        token::{
            self,
            model::{DAYS, SCOPES, Token, TokenForm},
        },
    },
    lookup,
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-profile.html")]
pub(crate) struct ProfilePage {
    #[serde(skip)]
    frame: Frame,
    now: i64,
    person_id: String,
    name: String,
    position: String,
    agency_id: String,
    agency_name: String,
    /// Masked.
    number: String,
    mail: Option<String>,
    zone: String,
    duties: Vec<OwnDuty>,
    sessions: Vec<SessionRow>,
    tokens: Vec<Token>,
    #[serde(skip)]
    scopes: Vec<Choice>,
    #[serde(skip)]
    days: Vec<Choice>,
    password: Form,
    token: Form,
    fewest_letters: usize,
}

#[derive(Serialize, JsonSchema)]
struct SessionRow {
    id: String,
    /// "Chrome di Android".
    device: String,
    /// The first parts of the address only.
    network: String,
    started_at: i64,
    seen_at: i64,
    is_this: bool,
}

pub(crate) async fn profile(ask: Ask) -> Outcome<Response> {
    let form = Form::new(ui::visit::tongue(&ask.visit));
    let token = form.clone().with("hari", DAYS[1]);
    show(&ask, StatusCode::OK, form, token).await
}

pub(crate) async fn password_refused(ask: &Ask, faults: &[Fault]) -> Outcome<Response> {
    let t = ui::visit::tongue(&ask.visit);
    show(ask, StatusCode::UNPROCESSABLE_ENTITY, Form::refused_for(t, Vec::new(), faults), Form::new(t)).await
}

pub(crate) async fn token_refused(ask: &Ask, typed: &TokenForm, faults: &[Fault]) -> Outcome<Response> {
    let t = ui::visit::tongue(&ask.visit);
    let scopes = typed.cakupan.iter().map(|it| ("cakupan".to_owned(), it.clone()));
    let kept = [("nama".to_owned(), typed.nama.clone()), ("hari".to_owned(), typed.hari.clone())].into_iter().chain(scopes);
    let token = Form::refused_for(t, kept.collect(), faults);
    show(ask, StatusCode::UNPROCESSABLE_ENTITY, Form::new(t), token).await
}

async fn show(ask: &Ask, status: StatusCode, password: Form, token: Form) -> Outcome<Response> {
    let actor = ask.actor()?;
    let (db, now) = (ask.db(), ask.now());
    let person = actions::person(ask, actor).await?;
    let this = match &actor.way {
        Way::Session { id } => id.as_str(),
        Way::Token { .. } => "",
    };
    let frame = Frame::of(ask);
    let t = frame.t;
    let title = t.say("account-profile").to_owned();
    let sessions = session::all_of(db, &person.id, now).await?.into_iter().map(|it| row(t, it, this)).collect();
    let scopes = SCOPES.iter().map(|it| Choice::new(it, t.say(scope_key(it)))).collect();
    let page = ProfilePage {
        duties: duty::own(db, &person.id, now).await?,
        tokens: token::all_of(db, &person.id, now).await?,
        days: DAYS.iter().map(|it| Choice::new(it, t.fill("account-token-lasts", "n", it))).collect(),
        number: person.nip.as_deref().map(lookup::masked).unwrap_or_default(),
        frame: frame.titled(title),
        fewest_letters: FEWEST_LETTERS,
        person_id: person.id,
        name: person.full_name,
        position: person.position,
        agency_id: person.agency_id,
        agency_name: person.agency_name,
        mail: person.mail,
        zone: person.zone,
        now,
        sessions,
        scopes,
        password,
        token,
    };
    ask.page_as(status, &page)
}

fn row(t: ui::Tongue, session: session::Session, this: &str) -> SessionRow {
    let device = match (session.agent.program, session.agent.system) {
        (Some(program), Some(system)) => t.with("program", program).with("system", system).say("account-device"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => t.say("account-device-unknown").to_owned(),
    };
    SessionRow {
        is_this: session.id == this,
        id: session.id,
        device,
        network: session.network,
        started_at: session.started_at,
        seen_at: session.seen_at,
    }
}

fn scope_key(scope: &str) -> &'static str {
    match scope {
        "education:read" => "account-scope-education-read",
        "education:write" => "account-scope-education-write",
        "directory:read" => "account-scope-directory-read",
        _ => "account-scope-directory-write",
    }
}
