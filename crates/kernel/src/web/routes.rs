//! The doors of a domain: every address on one screen, with who may knock, what they bring and what they get.

use std::{
    future::{Future, ready},
    pin::Pin,
    sync::Arc,
};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    handler::Handler,
    response::{IntoResponse, Response},
    routing::{MethodRouter, delete, get, post, put},
};
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::{App, Visit};
use crate::{Failure, Outcome};

/// Who may reach an address at all. Finer decisions belong to the domain's policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Anyone,
    SignedIn,
}

pub type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

#[derive(Clone, Copy)]
pub struct Door {
    pub method: &'static str,
    pub path: &'static str,
    pub access: Access,
    pub takes: Option<SchemaOf>,
    pub answers: Option<SchemaOf>,
    pub is_upload: bool,
}

#[derive(Default)]
pub struct Routes {
    domain: &'static str,
    doors: Vec<Door>,
    router: Router<App>,
}

/// Room for a meeting report of 20 MB or a list of all people of a province.
const LARGEST_UPLOAD: usize = 64 << 20;

impl Routes {
    pub fn of(domain: &'static str) -> Routes {
        Routes { domain, ..Routes::default() }
    }

    pub fn none() -> Routes {
        Routes::default()
    }

    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, access: Access, handler: H) -> Routes {
        self.add("GET", (path, access), |it| get(it), handler)
    }

    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, access: Access, handler: H) -> Routes {
        self.add("POST", (path, access), |it| post(it), handler)
    }

    pub fn put<H: Handler<T, App>, T: 'static>(self, path: &'static str, access: Access, handler: H) -> Routes {
        self.add("PUT", (path, access), |it| put(it), handler)
    }

    pub fn delete<H: Handler<T, App>, T: 'static>(self, path: &'static str, access: Access, handler: H) -> Routes {
        self.add("DELETE", (path, access), |it| delete(it), handler)
    }

    /// A POST that brings a file.
    pub fn upload<H: Handler<T, App>, T: 'static>(self, path: &'static str, access: Access, handler: H) -> Routes {
        let mut routes = self.add("POST", (path, access), |it| post(it).layer(DefaultBodyLimit::max(LARGEST_UPLOAD)), handler);
        if let Some(door) = routes.doors.last_mut() {
            door.is_upload = true;
        }
        routes
    }

    /// What the last added door takes, for the API's description.
    pub fn takes<T: JsonSchema>(mut self) -> Routes {
        if let Some(door) = self.doors.last_mut() {
            door.takes = Some(|generator| generator.subschema_for::<T>());
        }
        self
    }

    /// What the last added door answers, for the API's description.
    pub fn answers<T: JsonSchema>(mut self) -> Routes {
        if let Some(door) = self.doors.last_mut() {
            door.answers = Some(|generator| generator.subschema_for::<T>());
        }
        self
    }

    pub fn doors(&self) -> &[Door] {
        &self.doors
    }

    pub fn into_router(self) -> Router<App> {
        self.router
    }

    fn add<H: Handler<T, App>, T: 'static>(
        mut self,
        method: &'static str,
        (path, access): (&'static str, Access),
        routed: fn(Guarded<H>) -> MethodRouter<App>,
        handler: H,
    ) -> Routes {
        let scope = format!("{}:{}", self.domain, if method == "GET" { "read" } else { "write" }).into();
        self.doors.push(Door { method, path, access, takes: None, answers: None, is_upload: false });
        self.router = self.router.route(path, routed(Guarded { path, access, scope, handler }));
        self
    }
}

/// A handler behind its door: whoever may not pass is refused before anything is read.
#[derive(Clone)]
struct Guarded<H> {
    path: &'static str,
    access: Access,
    scope: Arc<str>,
    handler: H,
}

impl<T: 'static, H: Handler<T, App>> Handler<T, App> for Guarded<H> {
    type Future = Pin<Box<dyn Future<Output = Response> + Send>>;

    fn call(self, request: Request, app: App) -> Self::Future {
        let verdict = admit(&request, self.access, &self.scope);
        if let Some(visit) = request.extensions().get::<Arc<Visit>>() {
            let _ = visit.door.set(self.path);
        }
        match verdict {
            Ok(()) => Box::pin(self.handler.call(request, app)),
            Err(failure) => Box::pin(ready(failure.into_response())),
        }
    }
}

fn admit(request: &Request, access: Access, scope: &str) -> Outcome<()> {
    let actor = request.extensions().get::<Arc<Visit>>().and_then(|it| it.actor.as_ref());
    match (access, actor) {
        (Access::SignedIn, None) => Err(Failure::SignInFirst),
        (_, Some(actor)) if !actor.has_scope(scope) => Err(Failure::Forbidden("failure-scope")),
        _ => Ok(()),
    }
}
