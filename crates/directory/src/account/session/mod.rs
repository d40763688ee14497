//! Sessions: a secret in a cookie, its fingerprint in the database, until it is ended, idle or old. Not who may have one.

mod agent;
pub(crate) mod queries;

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use kernel::{
    App, Ask, Db, Failure, Outcome,
    clock::{DAY, HOUR},
    db::{Row, Tx},
    id,
};

use super::sign_in::policy::Proven;
pub(crate) use agent::Agent;

/// One working day with its breaks: who comes back the next morning signs in again, which protects shared office computers.
pub(crate) const IDLE: i64 = 12 * HOUR;
/// OWASP asks for an end however busy a session is; a month is the rhythm of activities.
pub(crate) const LASTS: i64 = 30 * DAY;

/// What a session remembers of the device, for its person to recognise it.
pub(crate) struct Device {
    agent: String,
    network: String,
}

impl Device {
    pub(crate) fn of(ask: &Ask, headers: &HeaderMap) -> Device {
        let agent = headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
        Device { agent: agent.chars().take(300).collect(), network: ask.visit.network.clone() }
    }
}

/// A session as its person sees it.
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) started_at: i64,
    pub(crate) seen_at: i64,
    pub(crate) agent: Agent,
    pub(crate) network: String,
}

/// Begins a session with a secret never used before; answers the secret.
pub(crate) async fn start(tx: &mut Tx, proven: &Proven, device: &Device, now: i64) -> Outcome<String> {
    let secret = id::secret();
    let args = [
        id::fresh().into(),
        id::fingerprint(&secret).into(),
        proven.person_id().into(),
        now.into(),
        now.into(),
        (now + LASTS).into(),
        (&device.agent).into(),
        (&device.network).into(),
    ];
    tx.run(queries::START, args).await?;
    Ok(secret)
}

pub(crate) async fn all_of(db: &Db, person_id: &str, now: i64) -> Outcome<Vec<Session>> {
    db.all(queries::OF_PERSON, [person_id.into(), now.into(), (now - IDLE).into()], session).await
}

/// Ends one session of this person; `NotFound` when it is not theirs.
pub(crate) async fn end(tx: &mut Tx, person_id: &str, id: &str, now: i64) -> Outcome<()> {
    match tx.run(queries::END_ONE, [now.into(), id.into(), person_id.into()]).await? {
        0 => Err(Failure::NotFound),
        _ => Ok(()),
    }
}

pub(crate) async fn end_others(tx: &mut Tx, person_id: &str, kept_id: &str, now: i64) -> Outcome<u64> {
    tx.run(queries::END_OTHERS, [now.into(), person_id.into(), kept_id.into()]).await
}

pub(crate) async fn end_all(tx: &mut Tx, person_id: &str, now: i64) -> Outcome<u64> {
    tx.run(queries::END_ALL, [now.into(), person_id.into()]).await
}

/// The answer, with the cookie that carries the secret.
pub(crate) fn carried(app: &App, response: Response, secret: &str) -> Response {
    with_cookie(app, response, secret, LASTS / 1_000)
}

/// The answer, with the cookie taken away.
pub(crate) fn dropped(app: &App, response: Response) -> Response {
    with_cookie(app, response, "", 0)
}

fn with_cookie(app: &App, mut response: Response, value: &str, seconds: i64) -> Response {
    let secure = if app.settings().is_https() { "; Secure" } else { "" };
    let cookie = format!("guyub={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let cookie = HeaderValue::from_str(&cookie).expect("letters and digits");
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn session(row: &Row) -> Outcome<Session> {
    Ok(Session {
        id: row.get("id")?,
        started_at: row.get("started_at")?,
        seen_at: row.get("seen_at")?,
        agent: Agent::read(&row.get::<String>("agent")?),
        network: row.get("network")?,
    })
}
