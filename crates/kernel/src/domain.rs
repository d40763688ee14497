//! The shape every domain has. A domain is a value: `guyub` lists them, nothing registers itself.

use crate::{db::Migration, jobs::JobKind, outbox::Reaction, panels::Panel, web::Routes};

#[derive(Clone, Copy)]
pub struct Domain {
    pub name: &'static str,
    pub routes: fn() -> Routes,
    pub migrations: &'static [Migration],
    pub statements: &'static [&'static str],
    pub reactions: &'static [Reaction],
    pub jobs: &'static [JobKind],
    /// What this domain shows on the pages of others.
    pub panels: &'static [Panel],
    /// Fluent texts as (language, source).
    pub texts: &'static [(&'static str, &'static str)],
}

impl Domain {
    /// A domain with nothing in it but its name, to be filled with `..`.
    pub const fn named(name: &'static str) -> Domain {
        Domain {
            name,
            routes: Routes::none,
            migrations: &[],
            statements: &[],
            reactions: &[],
            jobs: &[],
            panels: &[],
            texts: &[],
        }
    }
}
