//! Strict reader of iCalendar text for tests: says every breach of RFC 5545, 5546 and 7986 in what the product writes. It is not a calendar.

mod grammar;
mod rules;
#[cfg(test)]
mod tests;
mod values;

use std::collections::BTreeMap;

pub use grammar::{Component, Property};
use jiff::Timestamp;

/// Every breach found, one sentence each; empty when the document is sound.
pub fn violations(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let calendars = grammar::read(text, &mut found);
    if calendars.len() != 1 {
        found.push(format!("document holds {} calendars", calendars.len()));
    }
    for calendar in &calendars {
        rules::check(calendar, &mut found);
    }
    found
}

/// The events of a document that has no breach.
pub fn events(text: &str) -> Vec<Component> {
    let mut found = violations(text);
    assert!(found.is_empty(), "{found:#?}\nin\n{text}");
    grammar::read(text, &mut found)
        .into_iter()
        .flat_map(|calendar| calendar.children)
        .filter(|component| component.name == "VEVENT")
        .collect()
}

impl Component {
    /// The text of a property as a person reads it.
    pub fn text(&self, name: &str) -> Option<String> {
        self.one(name).map(|property| values::unescaped(&property.value))
    }

    /// The name given beside the address of an organiser or attendee.
    pub fn party_name(&self, name: &str) -> Option<String> {
        self.one(name)?.parameter("CN").map(values::without_carets)
    }
}

/// Minutes ahead of UTC by TZID, as the document itself describes them.
type Zones = BTreeMap<String, i32>;

/// None when the property does not tell the moment: no zone, or one that the document does not describe.
fn moment(property: &Property, zones: &Zones) -> Option<Timestamp> {
    let (written, minutes) = match (property.parameter("TZID"), property.value.strip_suffix('Z')) {
        (None, Some(universal)) => (universal, 0),
        (Some(zone), None) => (property.value.as_str(), *zones.get(zone)?),
        _ => return None,
    };
    let offset = jiff::tz::Offset::from_seconds(minutes * 60).ok()?;
    offset.to_timestamp(values::date_time(written)?).ok()
}
