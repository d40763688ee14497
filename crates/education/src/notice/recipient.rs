//! Who is told: people and guests with their address and zone, found for whole lists at once. Not what they are told.

use directory::lookup::{self, Person};
use kernel::{App, Db, Outcome};
use ui::Zone;

use super::queries::Entry;
use crate::activity::{draft::one_line, model::Activity};

/// Duties that speak for an agency; administrators are not troubled.
pub(super) const SPEAKERS: &[&str] = &["pengelola", "pimpinan"];

#[derive(Clone, Debug)]
pub(super) struct Recipient {
    /// Absent for guests, who read letters only.
    pub(super) person_id: Option<String>,
    pub(super) name: String,
    /// Absent for people who read notices only.
    pub(super) mail: Option<String>,
    pub(super) zone: Zone,
    /// What they are told about, unless they speak for an agency.
    pub(super) entry: Option<Entry>,
}

/// Those behind registrations, in their order; one look-up whatever the number.
pub(super) async fn of_entries(db: &Db, activity: &Activity, entries: Vec<Entry>) -> Outcome<Vec<Recipient>> {
    let ids: Vec<String> = entries.iter().filter_map(|it| it.person_id.clone()).collect();
    let people = lookup::people(db, &ids).await?;
    let recipient = |entry: Entry| match &entry.person_id {
        Some(id) => people.get(id).map(|it| Recipient { entry: Some(entry), ..of_person(it, activity.zone) }),
        None => Some(Recipient {
            person_id: None,
            name: one_line(entry.guest_name.as_deref().unwrap_or_default()),
            mail: entry.guest_mail.clone(),
            zone: activity.zone,
            entry: Some(entry),
        }),
    };
    Ok(entries.into_iter().filter_map(recipient).collect())
}

/// Those of these people who are known.
pub(super) async fn of_people(db: &Db, activity: &Activity, ids: &[String]) -> Outcome<Vec<Recipient>> {
    let people = lookup::people(db, ids).await?;
    Ok(ids.iter().filter_map(|it| people.get(it)).map(|it| of_person(it, activity.zone)).collect())
}

/// Those who speak for any of these agencies, each once.
pub(super) async fn speakers_of(app: &App, activity: &Activity, agencies: &[String]) -> Outcome<Vec<Recipient>> {
    let mut found: Vec<Recipient> = Vec::new();
    for agency_id in agencies {
        let people = lookup::nearest_duty_holders(app, SPEAKERS, agency_id).await?;
        found.extend(people.iter().map(|it| of_person(it, activity.zone)));
    }
    found.sort_by(|a, b| a.person_id.cmp(&b.person_id));
    found.dedup_by(|a, b| a.person_id == b.person_id);
    Ok(found)
}

fn of_person(person: &Person, otherwise: Zone) -> Recipient {
    Recipient {
        person_id: Some(person.id.clone()),
        name: one_line(&person.full_name),
        mail: person.mail.clone().filter(|it| !it.is_empty()),
        zone: Zone::parse(&person.zone).unwrap_or(otherwise),
        entry: None,
    }
}

impl Recipient {
    /// What of a key tells this one from the others.
    pub(super) fn key(&self) -> &str {
        match (&self.entry, &self.person_id) {
            (Some(entry), _) => &entry.id,
            (None, person_id) => person_id.as_deref().unwrap_or_default(),
        }
    }

    /// A guest's way to their own page.
    pub(super) fn ticket(&self) -> Option<&str> {
        self.entry.as_ref().filter(|it| it.person_id.is_none()).map(|it| it.ticket.as_str())
    }

    pub(super) fn is_seated(&self) -> bool {
        self.entry.as_ref().is_some_and(Entry::is_seated)
    }
}
