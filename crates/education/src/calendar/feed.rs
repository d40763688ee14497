//! Activities as events of a calendar, as coarse as the address of a feed allows. Which ones belong in a feed is said in `queries`.

use kernel::{App, Outcome, Settings};
use ui::{Tongue, Zone};

use super::ics::{self, Event, Party};
use crate::activity::{load, model::Activity};

/// The text of a feed with this title.
pub(crate) async fn text(app: &App, t: Tongue, title: &str, activities: Vec<Activity>) -> Outcome<String> {
    let (owners, agencies) = load::owners_of(app, &activities).await?;
    let hosts = |it: &Activity| {
        let ids = owners.get(&it.id).map(Vec::as_slice).unwrap_or_default();
        let names: Vec<&str> = ids.iter().filter_map(|id| agencies.get(id)).map(|it| it.short_name.as_str()).collect();
        names.join(", ")
    };
    let events: Vec<Event> = activities.iter().map(|it| event(t, app.settings(), it, &hosts(it))).collect();
    Ok(ics::feed(title, app.settings().host(), &events))
}

/// The activity as everybody who may open its page may know it; `hosts` are the names of its owners.
pub(crate) fn event(t: Tongue, settings: &Settings, activity: &Activity, hosts: &str) -> Event {
    let place = if activity.place.is_empty() { t.say("mode-online") } else { &activity.place };
    Event {
        uid: format!("{}@{}", activity.id, settings.host()),
        sequence: activity.calendar_sequence,
        changed_at_ms: activity.changed_at,
        starts_at_ms: activity.starts_at,
        ends_at_ms: activity.ends_at,
        zone: zone(activity.zone),
        title: activity.title.clone(),
        description: String::new(),
        location: Some(place.to_owned()),
        url: Some(settings.absolute(&format!("/kegiatan/{}", activity.id))),
        organiser: organiser(settings, hosts),
        categories: vec![t.name("theme", &activity.theme)],
        cancelled: activity.cancelled_at.is_some(),
    }
}

fn zone(zone: Zone) -> ics::Zone {
    match zone {
        Zone::Wib => ics::Zone::Jakarta,
        Zone::Wita => ics::Zone::Makassar,
        Zone::Wit => ics::Zone::Jayapura,
    }
}

/// The sender of mails in the name of the owners: answers of calendars must reach an address that the operator controls.
fn organiser(settings: &Settings, hosts: &str) -> Party {
    let sender = settings.mail_from.as_str();
    let (name, mail) = match sender.split_once('<') {
        Some((name, mail)) => (name.trim(), mail.trim_end().trim_end_matches('>')),
        None => (sender, sender),
    };
    Party { name: if hosts.is_empty() { name } else { hosts }.to_owned(), mail: mail.to_owned() }
}
