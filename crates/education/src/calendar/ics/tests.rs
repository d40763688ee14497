//! What the writer promises, told as what a calendar reads.

mod anything;

use super::{Event, Party, Zone, cancellation, feed, invitation};
use crate::calendar::checker::{Component, events, violations};

const HOUR: i64 = 3_600_000;
/// 1 September 2026, 09.00 WITA.
const NINE_IN_MAMUJU: i64 = 1_788_224_400_000;

#[test]
fn an_invitation_tells_when_where_and_for_whom() {
    let written = invitation(&webinar(), &sari());

    let [event] = the_events(&written);
    assert!(written.contains("\r\nMETHOD:REQUEST\r\n"));
    assert!(written.contains("\r\nDTSTART;TZID=Asia/Makassar:20260901T090000\r\n"));
    assert!(written.contains("\r\nDTEND;TZID=Asia/Makassar:20260901T113000\r\n"));
    assert!(written.contains("\r\nDTSTAMP:20260801T000000Z\r\n"));
    assert!(written.contains("\r\nTZID:Asia/Makassar\r\n") && written.contains("\r\nTZOFFSETTO:+0800\r\n"));
    assert_eq!(read(&event, "UID"), "01K3ZK4V7Q9S2@guyub.example");
    assert_eq!(read(&event, "SUMMARY"), "Inflasi dan APBN: apa yang perlu ASN ketahui");
    assert_eq!(read(&event, "DESCRIPTION"), "Agenda:\n1. Pembukaan; 2. Diskusi, tanya jawab");
    assert_eq!(read(&event, "LOCATION"), "Zoom, ruang 2");
    assert_eq!(read(&event, "ORGANIZER"), "mailto:kegiatan@guyub.example");
    assert_eq!(read(&event, "ATTENDEE"), "mailto:sari@guyub.example");
    assert_eq!(event.party_name("ATTENDEE").as_deref(), Some("Sari, S.E."));
}

#[test]
fn a_moved_activity_is_the_same_event_with_a_higher_sequence() {
    let planned = webinar();
    let moved = Event {
        sequence: 1,
        starts_at_ms: planned.starts_at_ms + 24 * HOUR,
        ends_at_ms: planned.ends_at_ms + 24 * HOUR,
        ..planned.clone()
    };

    let [before] = the_events(&invitation(&planned, &sari()));
    let [after] = the_events(&invitation(&moved, &sari()));

    assert_eq!(read(&before, "UID"), read(&after, "UID"));
    assert_eq!((read(&before, "SEQUENCE"), read(&after, "SEQUENCE")), ("0".to_owned(), "1".to_owned()));
    assert_eq!(read(&after, "DTSTART"), "20260902T090000");
}

#[test]
fn a_cancellation_takes_the_event_away() {
    let cancelled = Event { sequence: 2, cancelled: true, ..webinar() };

    let written = cancellation(&cancelled, &sari());

    let [event] = the_events(&written);
    assert!(written.contains("\r\nMETHOD:CANCEL\r\n"));
    assert_eq!((read(&event, "STATUS"), read(&event, "SEQUENCE")), ("CANCELLED".to_owned(), "2".to_owned()));
}

#[test]
fn a_feed_keeps_cancelled_activities_so_that_they_vanish() {
    let cancelled = Event { uid: "2@guyub.example".to_owned(), cancelled: true, ..webinar() };

    let [going_on, vanishing] = the_events(&feed("Kegiatan", "guyub.example", &[webinar(), cancelled]));

    assert_eq!(read(&going_on, "STATUS"), "CONFIRMED");
    assert_eq!(read(&vanishing, "STATUS"), "CANCELLED");
}

#[test]
fn a_feed_tells_only_what_its_holder_may_know() {
    let written = feed("Kegiatan, KPPN", "guyub.example", &[webinar()]);

    assert!(written.contains("\r\nMETHOD:PUBLISH\r\n"));
    assert!(written.contains("\r\nNAME:Kegiatan\\, KPPN\r\n") && written.contains("\r\nX-WR-CALNAME:Kegiatan\\, KPPN\r\n"));
    assert!(written.contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n") && written.contains("\r\nX-PUBLISHED-TTL:PT1H\r\n"));
    assert!(!written.contains("DESCRIPTION") && !written.contains("ATTENDEE"));
}

#[test]
fn a_feed_describes_each_zone_it_uses_once() {
    let at = |uid: &str, zone| Event { uid: uid.to_owned(), zone, ..webinar() };
    let of_two =
        feed("Kegiatan", "guyub.example", &[at("1@a", Zone::Jayapura), at("2@a", Zone::Jakarta), at("3@a", Zone::Jayapura)]);
    let of_none = feed("Kegiatan", "guyub.example", &[]);

    assert_eq!(violations(&of_two), [""; 0]);
    assert_eq!(of_two.matches("BEGIN:VTIMEZONE").count(), 2);
    assert!(
        of_two.contains("DTSTART;TZID=Asia/Jakarta:20260901T080000")
            && of_two.contains("DTSTART;TZID=Asia/Jayapura:20260901T100000")
    );
    assert_eq!(violations(&of_none), [""; 0]);
}

#[test]
fn zones_are_known_by_their_iana_names() {
    for zone in Zone::ALL {
        assert_eq!(Zone::named(zone.name()), Some(zone));
    }
    assert_eq!(Zone::named("Asia/Pontianak"), Some(Zone::Jakarta));
    assert_eq!(Zone::named("Europe/Berlin"), None);
}

#[test]
fn no_value_becomes_a_line_of_its_own() {
    let intruder = "Rapat\r\nEND:VEVENT\nBEGIN:VALARM\rX:1\u{2028}Y\u{0}\u{85}";
    let hostile = Event {
        uid: intruder.to_owned(),
        title: intruder.to_owned(),
        description: intruder.to_owned(),
        location: Some(intruder.to_owned()),
        url: Some(format!("https://guyub.example/{intruder}")),
        organiser: Party { name: format!("A\":mailto:b@c\r\nX:\"{intruder}"), mail: format!("a@b.example\r\n{intruder}") },
        categories: vec![intruder.to_owned(), "satu,dua".to_owned()],
        ..webinar()
    };

    for written in [
        invitation(&hostile, &hostile.organiser),
        cancellation(&hostile, &hostile.organiser),
        feed(intruder, intruder, std::slice::from_ref(&hostile)),
    ] {
        let [event] = the_events(&written);
        assert!(event.children.is_empty());
        assert_eq!(read(&event, "SUMMARY"), "Rapat\nEND:VEVENT\nBEGIN:VALARM\nX:1\nY");
    }
}

#[test]
fn names_keep_quotes_carets_and_line_breaks() {
    let named = |name: &str| {
        let [event] = the_events(&invitation(&webinar(), &Party { name: name.to_owned(), mail: "a@b.example".to_owned() }));
        event.party_name("ATTENDEE").expect("a name")
    };

    for name in ["Dr. \"Budi\" S.Kom., M.T.", "a^b^'c^nd", "satu\ndua", "KPPN: Mamuju; Majene", "", "\""] {
        assert_eq!(named(name), name);
    }
}

#[test]
fn times_that_no_calendar_can_write_do_not_break_the_document() {
    for (starts_at_ms, ends_at_ms) in [(i64::MIN, 0), (0, i64::MAX)] {
        let written =
            invitation(&Event { starts_at_ms, ends_at_ms: ends_at_ms.max(HOUR), changed_at_ms: i64::MAX, ..webinar() }, &sari());
        assert_eq!(violations(&written), [""; 0]);
    }
}

fn the_events<const COUNT: usize>(written: &str) -> [Component; COUNT] {
    events(written).try_into().expect("as many events as expected")
}

fn read(event: &Component, property: &str) -> String {
    event.text(property).unwrap_or_else(|| panic!("no {property}"))
}

fn webinar() -> Event {
    Event {
        uid: "01K3ZK4V7Q9S2@guyub.example".to_owned(),
        sequence: 0,
        changed_at_ms: 1_785_542_400_000,
        starts_at_ms: NINE_IN_MAMUJU,
        ends_at_ms: NINE_IN_MAMUJU + 5 * HOUR / 2,
        zone: Zone::Makassar,
        title: "Inflasi dan APBN: apa yang perlu ASN ketahui".to_owned(),
        description: "Agenda:\n1. Pembukaan; 2. Diskusi, tanya jawab".to_owned(),
        location: Some("Zoom, ruang 2".to_owned()),
        url: Some("https://guyub.example/kegiatan/01K3ZK4V7Q9S2".to_owned()),
        organiser: Party { name: "KPPN Mamuju".to_owned(), mail: "kegiatan@guyub.example".to_owned() },
        categories: vec!["Ekonomi".to_owned()],
        cancelled: false,
    }
}

fn sari() -> Party {
    Party { name: "Sari, S.E.".to_owned(), mail: "sari@guyub.example".to_owned() }
}
