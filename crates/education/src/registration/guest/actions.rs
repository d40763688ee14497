//! Registering as a guest, and what a ticket allows.

use std::time::Duration;

use axum::{extract::Path, http::StatusCode, response::Response};
use crowd::limits::Limit;
use kernel::{Ask, Failure, Outcome, web::Form as Sent};
use ui::{Errors, Form};

pub(crate) use super::form::GuestForm;
use super::pages;
use crate::{
    activity::{load::readable, queries::find},
    registration::{
        actions::enter,
        desk::Request,
        leaving,
        line::{self, Reply},
        policy, queries,
    },
};

/// A classroom behind one address registers at once; a machine does not go on.
const TRIES: u32 = 40;
const REFILL: Duration = Duration::from_secs(1_200);

struct Tries(Limit);

/// Whoever sends the form hears the same, so that nobody learns who is registered; the letter tells the rest.
pub(crate) async fn register(ask: Ask, Path(id): Path<String>, Sent(sent): Sent<GuestForm>) -> Outcome<Response> {
    let readable = readable(&ask, &id).await?;
    let activity = &readable.hosted().activity;
    let t = ui::visit::tongue(&ask.visit);
    let guest = match sent.read() {
        Ok(guest) => guest,
        Err(errors) => {
            let form = Form::refused(t, sent.typed(), &errors);
            return pages::again(&ask, activity, (StatusCode::UNPROCESSABLE_ENTITY, form));
        }
    };
    let mail = guest.mail.clone();
    let entrant = policy::admit_guest(guest, readable.hosted(), ask.now())?;
    if ask.app.kept(|_| Tries(Limit::new(TRIES, REFILL))).0.take(&ask.visit.network, ask.now()).is_err() {
        let mut errors = Errors::new();
        errors.add("", "guest-too-many");
        return pages::again(&ask, activity, (StatusCode::TOO_MANY_REQUESTS, Form::refused(t, sent.typed(), &errors)));
    }
    let reply = match line::recall(&ask.app, &id, &mail).transpose()? {
        Some(reply) => reply,
        None => {
            let request = Request { entrants: vec![entrant], by: None, asked_at: ask.now(), tongue: t };
            line::ask(&ask.app, &id, &mail, request).await?
        }
    };
    if let Reply::Settled(answer) = reply {
        line::only(answer)?;
    }
    pages::sent(&ask, activity, mail)
}

pub(crate) async fn leave(ask: Ask, Path(ticket): Path<String>) -> Outcome<Response> {
    let (registration, _) = queries::by_ticket(ask.db(), &ticket).await?;
    leaving::leave(&ask.app, &policy::leave_as_guest(&registration)?).await?;
    ask.done(&format!("/tiket/{ticket}"), "registration-left")
}

pub(crate) async fn join(ask: Ask, Path(ticket): Path<String>) -> Outcome<Response> {
    let (registration, _) = queries::by_ticket(ask.db(), &ticket).await?;
    if registration.guest.is_none() {
        return Err(Failure::NotFound);
    }
    let activity = find(ask.db(), &registration.activity_id).await?;
    enter(&ask, &registration, &activity).await
}
