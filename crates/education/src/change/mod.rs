//! Who changed what: a row per change, seen by all owners. Kept with the change in one transaction.

pub(crate) mod queries;
pub(crate) mod view;

pub(crate) use queries::{of, record, since};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::activity::{
    draft::Draft,
    model::{Activity, AgendaItem, Speaker},
    policy::Hosted,
};

/// One field that changed; values as people read them, times as epoch milliseconds in text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Difference {
    pub(crate) field: String,
    pub(crate) before: String,
    pub(crate) after: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Change {
    pub(crate) happened_at: i64,
    pub(crate) by_id: String,
    pub(crate) by_agency_id: String,
    /// What was done: "drafted", "edited", "published", "invited" ...
    pub(crate) kind: String,
    pub(crate) differences: Vec<Difference>,
}

/// Who acts, for which owner, when.
#[derive(Clone, Copy)]
pub(crate) struct By<'a> {
    pub(crate) person_id: &'a str,
    pub(crate) agency_id: &'a str,
    pub(crate) now: i64,
}

impl<'a> By<'a> {
    /// The actor for the owner they work for.
    pub(crate) fn owner(actor: &'a kernel::Actor, hosted: &'a Hosted, now: i64) -> By<'a> {
        By { person_id: &actor.id, agency_id: hosted.acting_for(actor).unwrap_or(&actor.home), now }
    }
}

/// What a draft changes in an activity with these parts.
pub(crate) fn differences(before: &Activity, parts: (&[String], &[AgendaItem], &[Speaker]), after: &Draft) -> Vec<Difference> {
    let number = |it: Option<i64>| it.map(|it| it.to_string()).unwrap_or_default();
    let agenda = |it: &[AgendaItem]| {
        it.iter().map(|it| format!("{} {} {}", it.starts_at, it.title, it.speaker)).collect::<Vec<_>>().join("; ")
    };
    let speakers = |it: &[Speaker]| it.iter().map(|it| format!("{}, {}", it.name, it.affiliation)).collect::<Vec<_>>().join("; ");
    let fields = [
        ("title", before.title.clone(), after.title.clone()),
        ("summary", before.summary.clone(), after.summary.clone()),
        ("theme", before.theme.clone(), after.theme.clone()),
        ("form", before.form.clone(), after.form.clone()),
        ("mode", before.mode.clone(), after.mode.clone()),
        ("starts_at", before.starts_at.to_string(), after.starts_at.to_string()),
        ("ends_at", before.ends_at.to_string(), after.ends_at.to_string()),
        ("place", before.place.clone(), after.place.clone()),
        ("meeting_server", before.meeting_server.clone(), after.meeting_server.clone()),
        ("meeting_link", before.meeting_link.clone(), after.meeting_link.clone()),
        ("contact", before.contact.clone(), after.contact.clone()),
        ("seats", number(before.seats), number(after.seats)),
        ("listed", before.listed.clone(), after.listed.clone()),
        ("registration_closes_at", number(before.registration_closes_at), number(after.registration_closes_at)),
        ("minimum_share", before.minimum_share.to_string(), after.minimum_share.to_string()),
        ("audience", parts.0.join(", "), after.audience.join(", ")),
        ("agenda", agenda(parts.1), agenda(&after.agenda)),
        ("speakers", speakers(parts.2), speakers(&after.speakers)),
    ];
    let changed = fields.into_iter().filter(|it| it.1 != it.2);
    changed.map(|(field, before, after)| Difference { field: field.to_owned(), before, after }).collect()
}
