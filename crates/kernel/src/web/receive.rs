//! The one door of the house: every request passes here before routing and every answer on its way out.

use std::{
    net::SocketAddr,
    panic::AssertUnwindSafe,
    sync::{Arc, OnceLock},
};

use axum::{
    Router,
    extract::{ConnectInfo, Request},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use futures_util::FutureExt;
use tower::ServiceExt;
use tracing::Instrument;

use super::{App, Knock, Language, Visit};
use crate::{Failure, FailureNote, Outcome, id};

const API: &str = "/api/v1";
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const HEADERS: [(&str, &str); 5] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(self), geolocation=(), microphone=()"),
];

/// The whole service: the domains' routes behind the door.
pub fn serve(app: App, extra: Router<App>) -> Router {
    let routes = app.domains().iter().map(|it| (it.routes)().into_router()).fold(extra, Router::merge);
    let inside = routes.fallback(|| async { Failure::NotFound }).with_state(app.clone());
    // One handler and no layers: each would cost every request a copy of all that is inside.
    Router::new().fallback(move |request| receive(app.clone(), inside.clone(), request))
}

async fn receive(app: App, inside: Router, mut request: Request) -> Response {
    let (visit, refusal) = match visit(&app, &mut request).await {
        Ok(visit) => (Arc::new(visit), None),
        Err((visit, failure)) => (Arc::from(visit), Some(failure)),
    };
    let response = match refusal {
        Some(failure) => failure.into_response(),
        None => {
            request.extensions_mut().insert(Arc::clone(&visit));
            answer(&visit, request, inside).await
        }
    };
    let mut response = finish(&app, &visit, response);
    response.extensions_mut().insert(visit);
    response
}

/// A panic in one request never ends the process; whatever is logged on the way names the request.
async fn answer(visit: &Visit, request: Request, inside: Router) -> Response {
    let span = tracing::info_span!("request", id = visit.request_id);
    let answered = AssertUnwindSafe(inside.oneshot(request).instrument(span)).catch_unwind().await;
    match answered {
        Ok(Ok(response)) => response,
        Err(_) => Failure::broken("a handler panicked").into_response(),
    }
}

/// Reads the request; on failure the visit is still good enough to dress the answer.
async fn visit(app: &App, request: &mut Request) -> Result<Visit, (Box<Visit>, Failure)> {
    let is_api = strip_prefix(request);
    override_method(request);
    let headers = request.headers();
    let mut visit = Visit {
        actor: None,
        language: language(headers, request.uri()),
        wants_json: is_api || accepts_json(headers),
        target: request.uri().path_and_query().map_or("/", |it| it.as_str()).to_owned(),
        sent_from: sent_from(request),
        said: cookie(headers, "kabar").filter(|it| it.len() < 80 && it.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')),
        network: network(app, request),
        request_id: id::fresh(),
        door: OnceLock::new(),
    };
    // No text of ours holds this character, and PostgreSQL takes none that does.
    if visit.target.contains("%00") {
        return Err((Box::new(visit), Failure::NotFound));
    }
    let knock = knock(headers);
    if let Err(failure) = same_origin(app, request, knock.as_ref()) {
        return Err((Box::new(visit), failure));
    }
    if let Some(knock) = knock {
        match (app.setup().identify)(app, &knock).await {
            Ok(actor) => visit.actor = actor,
            Err(failure) => return Err((Box::new(visit), failure)),
        }
        if matches!(knock, Knock::Bearer(_)) && visit.actor.is_none() {
            return Err((Box::new(visit), Failure::SignInFirst));
        }
    }
    Ok(visit)
}

fn finish(app: &App, visit: &Visit, response: Response) -> Response {
    let note = response.extensions().get::<FailureNote>().cloned();
    let mut response = match note {
        Some(note) => keep_headers(response.headers().clone(), (app.setup().dress)(app, visit, &note)),
        None => response,
    };
    let said_now = visit.said.is_some() && response.status() == StatusCode::OK;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        // An answer may say something stricter of itself.
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    if app.settings().is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    headers.append(header::VARY, HeaderValue::from_static("Accept, Cookie, Accept-Language"));
    if said_now {
        headers.append(header::SET_COOKIE, HeaderValue::from_static("kabar=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"));
    }
    if visit.target.contains("bahasa=") {
        let cookie = if visit.language == Language::En {
            "bahasa=en; Path=/; Max-Age=31536000; SameSite=Lax"
        } else {
            "bahasa=id; Path=/; Max-Age=31536000; SameSite=Lax"
        };
        headers.append(header::SET_COOKIE, HeaderValue::from_static(cookie));
    }
    if let Ok(value) = HeaderValue::from_str(&visit.request_id) {
        headers.insert("x-request-id", value);
    }
    response
}

/// A dressed failure keeps what the plain one said to machines (Retry-After, Set-Cookie).
fn keep_headers(plain: HeaderMap, mut dressed: Response) -> Response {
    for name in [header::RETRY_AFTER, header::SET_COOKIE] {
        if let Some(value) = plain.get(&name) {
            dressed.headers_mut().insert(name, value.clone());
        }
    }
    dressed
}

fn strip_prefix(request: &mut Request) -> bool {
    let Some(rest) = request.uri().path_and_query().and_then(|it| it.as_str().strip_prefix(API)).map(str::to_owned) else {
        return false;
    };
    let rest = if rest.starts_with('/') { rest } else { format!("/{rest}") };
    if let Ok(uri) = Uri::try_from(rest) {
        *request.uri_mut() = uri;
    }
    true
}

/// Forms can only POST; `?_method=delete` or `put` says what they mean.
fn override_method(request: &mut Request) {
    if request.method() != Method::POST {
        return;
    }
    let query = request.uri().query().unwrap_or_default();
    let wanted = query.split('&').find_map(|it| it.strip_prefix("_method="));
    match wanted {
        Some("delete") => *request.method_mut() = Method::DELETE,
        Some("put") => *request.method_mut() = Method::PUT,
        _ => {}
    }
}

fn knock(headers: &HeaderMap) -> Option<Knock> {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|it| it.to_str().ok()).and_then(|it| it.strip_prefix("Bearer "));
    // A token with points in it is another system's, for the handler that it was sent to: ours have none.
    let ours = bearer.map(str::trim).filter(|it| !it.contains('.'));
    ours.map(|it| Knock::Bearer(it.to_owned())).or_else(|| cookie(headers, "guyub").map(Knock::Cookie))
}

pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok()).flat_map(|it| it.split(';'));
    let found = all.filter_map(|it| it.trim().split_once('=')).find(|it| it.0 == name)?;
    (!found.1.is_empty()).then(|| found.1.to_owned())
}

fn sent_from(request: &Request) -> Option<String> {
    let header_of = |name| request.headers().get(name).and_then(|it| it.to_str().ok());
    let page = Uri::try_from(header_of(header::REFERER).filter(|_| !is_safe(request))?).ok()?;
    let is_ours = page.authority().map(|it| it.as_str()) == header_of(header::HOST);
    page.path_and_query().filter(|_| is_ours).map(|it| it.to_string())
}

fn is_safe(request: &Request) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS)
}

/// A change by cookie must come from our own pages. Without a cookie (signing in, public forms) a foreign page is refused too; a plain program is not.
fn same_origin(app: &App, request: &Request, knock: Option<&Knock>) -> Outcome<()> {
    let is_ours = matches!((origin(app, request), knock), (Some(true), _) | (_, Some(Knock::Bearer(_))) | (None, None));
    if is_safe(request) || is_ours { Ok(()) } else { Err(Failure::Forbidden("failure-foreign-form")) }
}

/// Whether the request says it comes from our own pages; `None` when it says nothing.
fn origin(app: &App, request: &Request) -> Option<bool> {
    let header_of = |name: &str| request.headers().get(name).and_then(|it| it.to_str().ok());
    if let Some(site) = header_of("sec-fetch-site") {
        return Some(site == "same-origin");
    }
    let origin = header_of("origin")?;
    let own_host = header_of("host").is_some_and(|host| origin.split_once("://").is_some_and(|it| it.1 == host));
    Some(own_host || origin == app.settings().base_url)
}

fn language(headers: &HeaderMap, uri: &Uri) -> Language {
    let query = uri.query().unwrap_or_default();
    if query.split('&').any(|it| it == "bahasa=en") {
        return Language::En;
    }
    if query.split('&').any(|it| it == "bahasa=id") {
        return Language::Id;
    }
    match cookie(headers, "bahasa").as_deref() {
        Some("en") => Language::En,
        _ => Language::Id,
    }
}

fn accepts_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|it| it.to_str().ok()).is_some_and(|it| it.starts_with("application/json"))
}

/// The peer's /24 (or /64): behind a trusted proxy, the last address it was told that is not itself trusted.
fn network(app: &App, request: &Request) -> String {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip().to_string()).unwrap_or_default();
    let trusted = &app.settings().trusted_proxies;
    let forwarded = request.headers().get("x-forwarded-for").and_then(|it| it.to_str().ok()).unwrap_or_default();
    let address = if trusted.contains(&peer) {
        forwarded.rsplit(',').map(str::trim).find(|it| !trusted.iter().any(|known| known == it)).unwrap_or(&peer)
    } else {
        &peer
    };
    match address.parse::<std::net::IpAddr>() {
        Ok(std::net::IpAddr::V4(it)) => it.octets()[..3].iter().map(u8::to_string).collect::<Vec<_>>().join("."),
        Ok(std::net::IpAddr::V6(it)) => it.segments()[..4].iter().map(|part| format!("{part:x}")).collect::<Vec<_>>().join(":"),
        Err(_) => "unknown".to_owned(),
    }
}
