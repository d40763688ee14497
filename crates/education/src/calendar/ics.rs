//! Writes activities as iCalendar text (RFC 5545, 5546, 7986) for feeds and mails; values in, text out. It reads no database and sends nothing.

mod line;
#[cfg(test)]
mod tests;

use jiff::{Timestamp, tz::Offset};
use line::Document;

/// One activity as calendars see it. It ends after it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The activity's ULID, "@" and the host. Another UID is another event, so it stays for life.
    pub uid: String,
    /// From 0, one more with every change; calendars ignore what does not grow.
    pub sequence: i64,
    /// Epoch milliseconds of the last change.
    pub changed_at_ms: i64,
    /// Epoch milliseconds.
    pub starts_at_ms: i64,
    /// Epoch milliseconds.
    pub ends_at_ms: i64,
    /// The zone that the activity's place lives in.
    pub zone: Zone,
    pub title: String,
    /// Plain text. Mails carry it, feeds do not.
    pub description: String,
    pub location: Option<String>,
    /// Absolute address of the activity's page.
    pub url: Option<String>,
    /// An address that the product controls, since replies come back to it.
    pub organiser: Party,
    pub categories: Vec<String>,
    /// Only a feed looks at this; a mail says it by being an invitation or a cancellation.
    pub cancelled: bool,
}

/// Somebody with a mail address: an organiser or one who attends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub mail: String,
}

/// The zones of Indonesia. None has daylight saving time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    Jakarta,
    Makassar,
    Jayapura,
}

impl Zone {
    pub const ALL: [Zone; 3] = [Zone::Jakarta, Zone::Makassar, Zone::Jayapura];

    /// The zone of an IANA name. Asia/Pontianak keeps the same time as Asia/Jakarta.
    pub fn named(name: &str) -> Option<Zone> {
        match name {
            "Asia/Jakarta" | "Asia/Pontianak" => Some(Zone::Jakarta),
            "Asia/Makassar" => Some(Zone::Makassar),
            "Asia/Jayapura" => Some(Zone::Jayapura),
            _ => None,
        }
    }

    /// The IANA name.
    pub fn name(self) -> &'static str {
        match self {
            Zone::Jakarta => "Asia/Jakarta",
            Zone::Makassar => "Asia/Makassar",
            Zone::Jayapura => "Asia/Jayapura",
        }
    }

    fn abbreviation(self) -> &'static str {
        match self {
            Zone::Jakarta => "WIB",
            Zone::Makassar => "WITA",
            Zone::Jayapura => "WIT",
        }
    }

    fn hours_ahead(self) -> i8 {
        match self {
            Zone::Jakarta => 7,
            Zone::Makassar => 8,
            Zone::Jayapura => 9,
        }
    }
}

/// A calendar to subscribe to, titled `name`, published by `host`. It leaves out descriptions and people who attend,
/// because whoever holds the address of a feed reads it. Cancelled activities stay in it, marked, so that they vanish.
pub fn feed(name: &str, host: &str, events: &[Event]) -> String {
    let mut document = Document::with_capacity(768 + events.len() * 768);
    open(&mut document, host, "PUBLISH");
    document.text("NAME", name);
    document.text("X-WR-CALNAME", name);
    document.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    document.line("X-PUBLISHED-TTL:PT1H");
    for zone in zones_for(events) {
        write_zone(&mut document, zone);
    }
    for event in events {
        document.line("BEGIN:VEVENT");
        write_outline(&mut document, event);
        document.line(if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        document.line("END:VEVENT");
    }
    close(document)
}

/// The part `text/calendar; method=REQUEST; charset=UTF-8` of a mail to one who is registered. Sent again with a higher
/// sequence it moves the event.
pub fn invitation(event: &Event, attendee: &Party) -> String {
    message(event, attendee, "REQUEST", "STATUS:CONFIRMED")
}

/// The part `text/calendar; method=CANCEL; charset=UTF-8` of a mail that takes the event out of the calendar of one who
/// was invited. Its sequence must be higher than the invitation's.
pub fn cancellation(event: &Event, attendee: &Party) -> String {
    message(event, attendee, "CANCEL", "STATUS:CANCELLED")
}

fn message(event: &Event, attendee: &Party, method: &str, status: &str) -> String {
    let mut document = Document::with_capacity(1536 + event.description.len());
    let host = event.uid.rsplit_once('@').map_or("guyub", |(_, host)| host);
    open(&mut document, host, method);
    write_zone(&mut document, event.zone);
    document.line("BEGIN:VEVENT");
    write_outline(&mut document, event);
    document.line(status);
    if !event.description.is_empty() {
        document.text("DESCRIPTION", &event.description);
    }
    // The person registered in the product, so no answer is asked for.
    document.party("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE", attendee);
    document.line("END:VEVENT");
    close(document)
}

fn open(document: &mut Document, host: &str, method: &str) {
    document.line("BEGIN:VCALENDAR");
    document.line("VERSION:2.0");
    document.text("PRODID", &format!("-//{host}//Guyub//ID"));
    document.line("CALSCALE:GREGORIAN");
    document.line(&format!("METHOD:{method}"));
}

fn close(mut document: Document) -> String {
    document.line("END:VCALENDAR");
    document.finish()
}

/// A calendar must hold at least one component, so a feed without events still describes a zone.
fn zones_for(events: &[Event]) -> impl Iterator<Item = Zone> {
    Zone::ALL.into_iter().filter(|zone| {
        let stands_in_for_nothing = events.is_empty() && *zone == Zone::Jakarta;
        stands_in_for_nothing || events.iter().any(|event| event.zone == *zone)
    })
}

/// Outlook guesses when a zone is only named, and cannot read zones built from RDATE.
fn write_zone(document: &mut Document, zone: Zone) {
    let offset = format!("+{:02}00", zone.hours_ahead());
    document.line("BEGIN:VTIMEZONE");
    document.line(&format!("TZID:{}", zone.name()));
    document.line("BEGIN:STANDARD");
    document.line("DTSTART:19700101T000000");
    document.line(&format!("TZOFFSETFROM:{offset}"));
    document.line(&format!("TZOFFSETTO:{offset}"));
    document.line(&format!("TZNAME:{}", zone.abbreviation()));
    document.line("END:STANDARD");
    document.line("END:VTIMEZONE");
}

fn write_outline(document: &mut Document, event: &Event) {
    let changed_at = universal(event.changed_at_ms);
    document.text("UID", &event.uid);
    document.line(&format!("SEQUENCE:{}", event.sequence));
    document.line(&format!("DTSTAMP:{changed_at}"));
    document.line(&format!("LAST-MODIFIED:{changed_at}"));
    document.line(&format!("DTSTART;TZID={}:{}", event.zone.name(), local(event.starts_at_ms, event.zone)));
    document.line(&format!("DTEND;TZID={}:{}", event.zone.name(), local(event.ends_at_ms, event.zone)));
    document.text("SUMMARY", &event.title);
    if let Some(location) = &event.location {
        document.text("LOCATION", location);
    }
    if let Some(url) = &event.url {
        document.uri("URL", url);
    }
    if !event.categories.is_empty() {
        document.texts("CATEGORIES", &event.categories);
    }
    document.party("ORGANIZER", &event.organiser);
}

fn universal(epoch_ms: i64) -> String {
    format!("{}Z", at_offset(epoch_ms, Offset::UTC))
}

fn local(epoch_ms: i64, zone: Zone) -> String {
    at_offset(epoch_ms, Offset::constant(zone.hours_ahead()))
}

/// Years have four digits in iCalendar: what lies outside is brought to the nearest that can be written.
fn at_offset(epoch_ms: i64, offset: Offset) -> String {
    const FIRST: i64 = 0;
    const LAST: i64 = 253_370_764_800_000; // 9999-01-01
    let moment = Timestamp::from_millisecond(epoch_ms.clamp(FIRST, LAST)).expect("between 1970 and 9999");
    offset.to_datetime(moment).strftime("%Y%m%dT%H%M%S").to_string()
}
