//! What a calendar, its zones and its events must, may and must not hold, by kind of component and by METHOD.

use std::collections::BTreeSet;

use super::{Component, Property, Zones, moment, values, values::Kind};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    Once,
    AtMostOnce,
    Any,
}

use Count::{Any, AtMostOnce, Once};

type Rule = (&'static str, Count, Kind);

/// RFC 5545 section 3.6, RFC 7986 section 4.
const CALENDAR: &[Rule] = &[
    ("PRODID", Once, Kind::Text),
    ("VERSION", Once, Kind::OneOf(&["2.0"])),
    ("CALSCALE", AtMostOnce, Kind::OneOf(&["GREGORIAN"])),
    ("METHOD", Once, Kind::OneOf(&["PUBLISH", "REQUEST", "CANCEL"])),
    ("NAME", Any, Kind::Text),
    ("DESCRIPTION", Any, Kind::Text),
    ("UID", AtMostOnce, Kind::Text),
    ("URL", AtMostOnce, Kind::Uri),
    ("LAST-MODIFIED", AtMostOnce, Kind::Universal),
    ("REFRESH-INTERVAL", AtMostOnce, Kind::Duration),
];

/// RFC 5545 section 3.6.5.
const ZONE: &[Rule] = &[("TZID", Once, Kind::Text), ("LAST-MODIFIED", AtMostOnce, Kind::Universal)];

const STANDARD: &[Rule] = &[
    ("DTSTART", Once, Kind::Local),
    ("TZOFFSETFROM", Once, Kind::Offset),
    ("TZOFFSETTO", Once, Kind::Offset),
    ("TZNAME", Any, Kind::Text),
];

/// RFC 5545 section 3.6.1; what every METHOD demands besides: RFC 5546 section 3.2.
const EVENT: &[Rule] = &[
    ("UID", Once, Kind::Text),
    ("DTSTAMP", Once, Kind::Universal),
    ("DTSTART", Once, Kind::Anchored),
    ("DTEND", Once, Kind::Anchored),
    ("SUMMARY", Once, Kind::Text),
    ("ORGANIZER", Once, Kind::Mail),
    ("SEQUENCE", Once, Kind::Number),
    ("RECURRENCE-ID", AtMostOnce, Kind::Anchored),
    ("DESCRIPTION", AtMostOnce, Kind::Text),
    ("LOCATION", AtMostOnce, Kind::Text),
    ("URL", AtMostOnce, Kind::Uri),
    ("LAST-MODIFIED", AtMostOnce, Kind::Universal),
    ("CREATED", AtMostOnce, Kind::Universal),
    ("TRANSP", AtMostOnce, Kind::OneOf(&["OPAQUE", "TRANSPARENT"])),
    ("CLASS", AtMostOnce, Kind::OneOf(&["PUBLIC", "PRIVATE", "CONFIDENTIAL"])),
    ("STATUS", AtMostOnce, Kind::OneOf(&["TENTATIVE", "CONFIRMED", "CANCELLED"])),
    ("CATEGORIES", Any, Kind::Texts),
    ("ATTENDEE", Any, Kind::Mail),
];

const PARAMETERS: &[&str] = &["TZID", "VALUE", "CN", "ROLE", "PARTSTAT", "RSVP", "CUTYPE", "LANGUAGE", "SENT-BY"];

pub(super) fn check(calendar: &Component, found: &mut Vec<String>) {
    if calendar.name != "VCALENDAR" {
        found.push(format!("document is a {}", calendar.name));
    }
    check_properties(calendar, CALENDAR, found);
    if calendar.one("REFRESH-INTERVAL").is_some_and(|property| property.parameter("VALUE") != Some("DURATION")) {
        found.push("REFRESH-INTERVAL does not say VALUE=DURATION".to_owned());
    }
    if calendar.children.is_empty() {
        found.push("VCALENDAR holds nothing".to_owned());
    }
    let mut zones = Zones::new();
    let mut known = BTreeSet::new();
    for component in &calendar.children {
        match component.name.as_str() {
            "VTIMEZONE" => check_zone(component, &mut zones, found),
            "VEVENT" => {
                check_event(component, &zones, found);
                check_method(component, calendar, found);
                let identity = (component.text("UID"), component.text("RECURRENCE-ID"));
                if component.one("UID").is_some() && !known.insert(identity) {
                    found.push(format!("UID twice: {}", component.text("UID").unwrap_or_default()));
                }
            }
            unknown => found.push(format!("component {unknown} in a calendar")),
        }
    }
}

fn check_properties(component: &Component, rules: &[Rule], found: &mut Vec<String>) {
    for (name, count, _) in rules {
        let times = component.all(name).count();
        match count {
            Once if times == 0 => found.push(format!("{} without {name}", component.name)),
            Once | AtMostOnce if times > 1 => found.push(format!("{} with {times} {name}", component.name)),
            _ => {}
        }
    }
    for property in &component.properties {
        let rule = rules.iter().find(|(name, _, _)| *name == property.name);
        match rule {
            Some((name, _, kind)) if !values::is_valid(*kind, &property.value) => {
                found.push(format!("{name} is written wrongly: {}", property.value))
            }
            None if !property.name.starts_with("X-") => found.push(format!("{} in {}", property.name, component.name)),
            _ => {}
        }
        check_parameters(property, found);
    }
}

fn check_parameters(property: &Property, found: &mut Vec<String>) {
    for (name, value) in &property.parameters {
        if !PARAMETERS.contains(&name.as_str()) && !name.starts_with("X-") {
            found.push(format!("parameter {name} of {}", property.name));
        }
        let carets_left = value.split("^^").flat_map(|piece| piece.split('^').skip(1));
        if carets_left.into_iter().any(|after| !after.starts_with(['n', '\''])) {
            found.push(format!("caret in parameter {name}: {value}"));
        }
    }
}

fn check_zone(zone: &Component, zones: &mut Zones, found: &mut Vec<String>) {
    check_properties(zone, ZONE, found);
    for part in &zone.children {
        match part.name.as_str() {
            "STANDARD" => check_properties(part, STANDARD, found),
            unknown => found.push(format!("component {unknown} in a VTIMEZONE")),
        }
    }
    let [standard] = zone.children.as_slice() else {
        found.push(format!("VTIMEZONE with {} parts", zone.children.len()));
        return;
    };
    let minutes = standard.text("TZOFFSETTO").and_then(|offset| values::offset_minutes(&offset));
    if let (Some(name), Some(minutes)) = (zone.text("TZID"), minutes)
        && zones.insert(name.clone(), minutes).is_some()
    {
        found.push(format!("VTIMEZONE twice: {name}"));
    }
}

fn check_event(event: &Component, zones: &Zones, found: &mut Vec<String>) {
    check_properties(event, EVENT, found);
    for part in &event.children {
        found.push(format!("component {} in a VEVENT", part.name));
    }
    for property in
        event.properties.iter().filter(|property| ["DTSTART", "DTEND", "RECURRENCE-ID"].contains(&property.name.as_str()))
    {
        let name = &property.name;
        match (property.parameter("TZID"), property.value.ends_with('Z')) {
            (Some(_), true) => found.push(format!("{name} in UTC and with a zone")),
            (None, false) => found.push(format!("{name} without a zone")),
            (Some(zone), false) if !zones.contains_key(zone) => found.push(format!("{name} in undefined zone {zone}")),
            _ => {}
        }
    }
    let starts = event.one("DTSTART").and_then(|property| moment(property, zones));
    let ends = event.one("DTEND").and_then(|property| moment(property, zones));
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends <= starts
    {
        found.push("DTEND is not after DTSTART".to_owned());
    }
}

fn check_method(event: &Component, calendar: &Component, found: &mut Vec<String>) {
    let method = calendar.text("METHOD").unwrap_or_default();
    let status = event.text("STATUS");
    let cancelled = status.as_deref() == Some("CANCELLED");
    let attended = event.one("ATTENDEE").is_some();
    match method.as_str() {
        "PUBLISH" if attended => found.push("PUBLISH with ATTENDEE".to_owned()),
        "REQUEST" if cancelled => found.push("REQUEST with STATUS:CANCELLED".to_owned()),
        "CANCEL" if !cancelled => found.push("CANCEL without STATUS:CANCELLED".to_owned()),
        _ => {}
    }
    if ["REQUEST", "CANCEL"].contains(&method.as_str()) && !attended {
        found.push(format!("{method} without ATTENDEE"));
    }
}
