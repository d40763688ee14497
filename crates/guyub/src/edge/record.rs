//! One line and one figure per answer: which door, how it ended, how long it took. Never a query string, a name or an address.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{http::Method, response::Response};
use kernel::web::Visit;

use crate::metrics::{Answered, Figures};

/// Set by what answers without the door of the house.
#[derive(Clone, Copy)]
pub(super) struct Route(pub(super) &'static str);

pub(super) async fn record(figures: &Figures, method: &'static str, answering: impl Future<Output = Response>) -> Response {
    let started = Instant::now();
    let response = answering.await;
    let visit = response.extensions().get::<Arc<Visit>>();
    let route = response.extensions().get::<Route>().map(|it| it.0);
    let route = route.or_else(|| visit?.door.get().copied()).unwrap_or("-");
    let (what, took) = (Answered { method, route, status: response.status().as_u16() }, started.elapsed());
    figures.answered(what, took);
    match visit {
        Some(visit) => log(visit, what, took),
        None => tracing::debug!(target: "request", method, route, status = what.status, ms = milliseconds(took), "answered"),
    }
    response
}

fn log(visit: &Visit, Answered { method, route, status }: Answered, took: Duration) {
    let actor = visit.actor.as_ref().map(|it| it.id.as_str());
    tracing::info!(target: "request", id = visit.request_id, method, route, status, ms = milliseconds(took), actor, "answered");
}

fn milliseconds(took: Duration) -> f64 {
    (took.as_secs_f64() * 10_000.0).round() / 10.0
}

/// Strangers may invent methods.
pub(super) fn named(method: &Method) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
    KNOWN.into_iter().find(|it| *it == method.as_str()).unwrap_or("other")
}
