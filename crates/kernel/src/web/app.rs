//! What lives as long as the process: database, clock, settings, the list of domains, and what domains keep in memory.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex},
};

use axum::response::Response;
use tokio::sync::Notify;

use super::Visit;
use crate::{Actor, Clock, Db, Domain, FailureNote, Outcome, Settings, outbox::Reaction};

/// What a visitor showed at the door.
#[derive(Clone, Debug)]
pub enum Knock {
    Cookie(String),
    Bearer(String),
}

pub type Identifying<'a> = Pin<Box<dyn Future<Output = Outcome<Option<Actor>>> + Send + 'a>>;
/// Turns a cookie or token into an actor; `None` when it is not, or no longer, good.
pub type Identify = for<'a> fn(&'a App, &'a Knock) -> Identifying<'a>;
/// Makes a page or JSON of a failure, in the visitor's language.
pub type Dress = fn(&App, &Visit, &FailureNote) -> Response;

/// What `guyub` puts together.
#[derive(Clone, Copy)]
pub struct Setup {
    pub domains: &'static [Domain],
    pub identify: Identify,
    pub dress: Dress,
}

#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    clock: Clock,
    settings: Settings,
    setup: Setup,
    /// Rung when facts, jobs or mail were written.
    bell: Notify,
    kept: Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
}

impl App {
    pub fn new(db: Db, clock: Clock, settings: Settings, setup: Setup) -> App {
        App(Arc::new(Inner { db, clock, settings, setup, bell: Notify::new(), kept: Mutex::default() }))
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Epoch milliseconds.
    pub fn now(&self) -> i64 {
        self.0.clock.now()
    }

    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub fn domains(&self) -> &'static [Domain] {
        self.0.setup.domains
    }

    pub fn reactions(&self) -> impl Iterator<Item = &'static Reaction> {
        self.domains().iter().flat_map(|it| it.reactions)
    }

    pub fn setup(&self) -> &Setup {
        &self.0.setup
    }

    /// Wakes delivery, jobs and mail; call after a commit that wrote some.
    pub fn ring(&self) {
        self.0.bell.notify_waiters();
    }

    pub(crate) fn bell(&self) -> &Notify {
        &self.0.bell
    }

    /// The one `T` of this process (caches, desks, limits), made at first use. Never the truth: that is in the database.
    pub fn kept<T: Any + Send + Sync>(&self, make: fn(&App) -> T) -> Arc<T> {
        let mut kept = self.0.kept.lock().unwrap_or_else(|it| it.into_inner());
        let one = kept.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(make(self)));
        Arc::clone(one).downcast::<T>().expect("kept under its own type")
    }
}
