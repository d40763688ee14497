//! The doors of a domain: every address on one screen, with who may knock, what they bring and what they get.

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    handler::Handler,
    middleware::{self, Next},
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
        self.add("GET", path, access, get(handler))
    }

    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, access: Access, handler: H) -> Routes {
        self.add("POST", path, access, post(handler))
    }

    pub fn put<H: Handler<T, App>, T: 'static>(self, path: &'static str, access: Access, handler: H) -> Routes {
        self.add("PUT", path, access, put(handler))
    }

    pub fn delete<H: Handler<T, App>, T: 'static>(self, path: &'static str, access: Access, handler: H) -> Routes {
        self.add("DELETE", path, access, delete(handler))
    }

    /// A POST that brings a file.
    pub fn upload<H: Handler<T, App>, T: 'static>(self, path: &'static str, access: Access, handler: H) -> Routes {
        let mut routes = self.add("POST", path, access, post(handler).layer(DefaultBodyLimit::max(LARGEST_UPLOAD)));
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

    fn add(mut self, method: &'static str, path: &'static str, access: Access, handler: MethodRouter<App>) -> Routes {
        let scope = format!("{}:{}", self.domain, if method == "GET" { "read" } else { "write" });
        let guard = middleware::from_fn(move |request: Request, next: Next| {
            let verdict = admit(&request, access, &scope);
            let visit = request.extensions().get::<Arc<Visit>>();
            visit.map(|it| it.door.set(path));
            async move {
                verdict?;
                Ok::<_, Failure>(next.run(request).await)
            }
        });
        self.doors.push(Door { method, path, access, takes: None, answers: None, is_upload: false });
        self.router = self.router.route(path, handler.layer(guard));
        self
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
