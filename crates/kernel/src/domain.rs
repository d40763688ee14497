//! The shape every domain has. A domain is a value: `guyub` lists them, nothing registers itself.

use crate::{
    db::Migration,
    jobs::JobKind,
    outbox::Reaction,
    panels::Panel,
    web::{Access, Routes},
};

#[derive(Clone, Copy)]
pub struct Domain {
    pub name: &'static str,
    pub routes: fn() -> Routes,
    pub migrations: &'static [Migration],
    pub statements: &'static [&'static [&'static str]],
    pub reactions: &'static [Reaction],
    pub jobs: &'static [JobKind],
    /// What this domain shows on the pages of others.
    pub panels: &'static [Panel],
    /// Its places in the main menu.
    pub menu: &'static [MenuEntry],
    /// Fluent texts as (language, source).
    pub texts: &'static [(&'static str, &'static str)],
}

/// A place in the main menu: Fluent key of its name, address, and who is shown it.
#[derive(Clone, Copy)]
pub struct MenuEntry {
    pub key: &'static str,
    pub href: &'static str,
    pub access: Access,
    /// Shown only to those who hold one of these duties somewhere; empty: to all.
    pub duties: &'static [&'static str],
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
            menu: &[],
            texts: &[],
        }
    }
}
