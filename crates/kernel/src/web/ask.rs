//! One request as a handler sees it: the app, who asks, and how they want to be answered.

use std::sync::{Arc, OnceLock};

use axum::{extract::FromRequestParts, http::request::Parts};
use serde::Serialize;

use super::App;
use crate::{Actor, Db, Failure, Outcome};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    Id,
    En,
}

/// What is known of a request before its handler runs. Responses carry it too, for the log and the figures.
#[derive(Clone, Debug)]
pub struct Visit {
    pub actor: Option<Actor>,
    pub language: Language,
    pub wants_json: bool,
    /// Path and query as typed, without the API prefix.
    pub target: String,
    /// The page of ours that a form was sent from: a form's own address often answers no GET.
    pub sent_from: Option<String>,
    /// Key of a sentence that the previous action left to be said once.
    pub said: Option<String>,
    /// The visitor's network, coarse: for limits, never for rights.
    pub network: String,
    pub request_id: String,
    /// The address pattern of the door that the request came to, e.g. `/kegiatan/{id}`.
    pub door: OnceLock<&'static str>,
}

/// The handler's first argument.
#[derive(Clone)]
pub struct Ask {
    pub app: App,
    pub visit: Arc<Visit>,
}

impl Ask {
    pub fn db(&self) -> &Db {
        self.app.db()
    }

    pub fn now(&self) -> i64 {
        self.app.now()
    }

    /// Whoever is signed in, or the failure that leads to the sign-in page.
    pub fn actor(&self) -> Outcome<&Actor> {
        self.visit.actor.as_ref().ok_or(Failure::SignInFirst)
    }

    pub fn maybe_actor(&self) -> Option<&Actor> {
        self.visit.actor.as_ref()
    }

    pub fn path(&self) -> &str {
        self.visit.target.split('?').next().unwrap_or("/")
    }
}

impl FromRequestParts<App> for Ask {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Outcome<Ask> {
        let visit = parts.extensions.get::<Arc<Visit>>().cloned();
        Ok(Ask { app: app.clone(), visit: visit.ok_or_else(|| Failure::broken("the request did not come through the door"))? })
    }
}
