//! The checker is worth its name only if it catches what readers let pass.

mod broken;

use broken::{BROKEN, SOUND};

use super::{events, violations};

#[test]
fn a_sound_document_is_left_in_peace() {
    assert_eq!(violations(&sound()), Vec::<String>::new());
}

#[test]
fn every_breach_is_named_and_no_other() {
    for (from, to, said) in BROKEN {
        assert!(SOUND.contains(from), "nothing to break: {from}");
        let broken = SOUND.replacen(from, to, 1).replace('\n', "\r\n");

        assert_eq!(violations(&broken), [*said], "after replacing {from:?} by {to:?}");
    }
}

#[test]
fn lines_end_with_crlf_and_nothing_else() {
    assert!(violations(SOUND).contains(&"document does not end with CRLF".to_owned()));
    let mixed = sound().replacen("VERSION:2.0\r\n", "VERSION:2.0\n", 1);

    let said = violations(&mixed);

    assert!(said[0].starts_with("line break other than CRLF"), "{said:?}");
}

#[test]
fn a_line_of_75_octets_passes_and_one_of_76_does_not() {
    let titled = |length: usize| sound().replace("Inflasi\\, APBN", &"é".repeat(length).replacen('é', "ee", 1));

    assert_eq!(violations(&titled(33)), [""; 0]);
    let said = violations(&titled(34));

    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("line of 76 octets"), "{said:?}");
}

#[test]
fn folded_lines_are_read_as_one() {
    let folded = sound().replace("Inflasi\\, APBN", "Infl\r\n asi\\\r\n\t, APBN");

    assert_eq!(events(&folded)[0].text("SUMMARY").as_deref(), Some("Inflasi, APBN"));
    assert_eq!(violations(" \r\n"), ["first line is a continuation", "document holds 0 calendars"]);
}

#[test]
fn an_event_appears_once_but_its_recurrences_may_follow() {
    let document = sound();
    let event = &document[document.find("BEGIN:VEVENT").expect("an event")..document.find("END:VCALENDAR").expect("an end")];
    let exception = event.replace("SEQUENCE:0", "SEQUENCE:0\r\nRECURRENCE-ID:20260901T010000Z");
    let with = |another: &str| document.replace("END:VCALENDAR", &format!("{another}END:VCALENDAR"));

    assert_eq!(violations(&with(event)), ["UID twice: 1@guyub.example"]);
    assert_eq!(violations(&with(&exception)), [""; 0]);
}

#[test]
fn a_zone_is_described_before_it_is_used_and_once() {
    let document = sound();
    let zone = &document[document.find("BEGIN:VTIMEZONE").expect("a zone")..document.find("BEGIN:VEVENT").expect("an event")];
    let without = document.replace(zone, "");
    let late = without.replace("END:VCALENDAR", &format!("{zone}END:VCALENDAR"));
    let twice = document.replace(zone, &zone.repeat(2));
    let standard = &zone[zone.find("BEGIN:STANDARD").expect("a part")..zone.find("END:VTIMEZONE").expect("an end")];
    let hollow = document.replace(standard, "");
    let changing = document.replace(standard, &standard.repeat(2));
    let undefined = ["DTSTART in undefined zone Asia/Makassar", "DTEND in undefined zone Asia/Makassar"];

    assert_eq!(violations(&without), undefined);
    assert_eq!(violations(&late), undefined);
    assert_eq!(violations(&twice), ["VTIMEZONE twice: Asia/Makassar"]);
    assert_eq!(violations(&hollow)[0], "VTIMEZONE with 0 parts");
    assert_eq!(violations(&changing)[0], "VTIMEZONE with 2 parts");
}

#[test]
fn a_calendar_holds_something_and_is_alone() {
    let document = sound();
    let empty = format!("{}END:VCALENDAR\r\n", &document[..document.find("BEGIN:VTIMEZONE").expect("a zone")]);

    assert_eq!(violations(&empty), ["VCALENDAR holds nothing"]);
    assert_eq!(violations(&document.repeat(2)), ["document holds 2 calendars"]);
    assert_eq!(violations("\r\n"), ["no property name: ", "document holds 0 calendars"]);
}

#[test]
fn refresh_intervals_are_durations_and_say_so() {
    let every = |interval: &str| {
        violations(&sound().replace("METHOD:REQUEST", &format!("METHOD:REQUEST\r\nREFRESH-INTERVAL;{interval}")))
    };

    for sound in ["PT1H", "P1D", "P2W", "P1DT12H30M", "PT45S"] {
        assert_eq!(every(&format!("VALUE=DURATION:{sound}")), [""; 0], "{sound}");
    }
    for wrong in ["1H", "P", "PT", "P1H", "PT1M1H", "PTH", "P1W2D", "PT5"] {
        assert_eq!(every(&format!("VALUE=DURATION:{wrong}")), [format!("REFRESH-INTERVAL is written wrongly: {wrong}")]);
    }
    assert_eq!(every("X-A=B:PT1H"), ["REFRESH-INTERVAL does not say VALUE=DURATION"]);
}

fn sound() -> String {
    SOUND.replace('\n', "\r\n")
}
