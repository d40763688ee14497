//! A sound invitation, and every way to break it that the checker must name.

/// The lines end with LF here; the tests write CRLF.
pub(super) const SOUND: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//guyub.example//Guyub//ID
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Asia/Makassar
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1@guyub.example
SEQUENCE:0
DTSTAMP:20260801T000000Z
DTSTART;TZID=Asia/Makassar:20260901T090000
DTEND;TZID=Asia/Makassar:20260901T113000
SUMMARY:Inflasi\\, APBN
STATUS:CONFIRMED
ORGANIZER;CN=\"KPPN ^'M^'\":mailto:kegiatan@guyub.example
ATTENDEE;CN=Sari:mailto:sari@guyub.example
END:VEVENT
END:VCALENDAR
";

/// What is replaced in the sound document, by what, and what the checker must say.
pub(super) const BROKEN: &[(&str, &str, &str)] = &[
    ("PRODID:-//guyub.example//Guyub//ID\n", "", "VCALENDAR without PRODID"),
    ("VERSION:2.0\n", "", "VCALENDAR without VERSION"),
    ("VERSION:2.0", "VERSION:1.0", "VERSION is written wrongly: 1.0"),
    ("METHOD:REQUEST\n", "", "VCALENDAR without METHOD"),
    ("METHOD:REQUEST", "METHOD:REQUEST\nMETHOD:REQUEST", "VCALENDAR with 2 METHOD"),
    ("UID:1@guyub.example\n", "", "VEVENT without UID"),
    ("DTSTAMP:20260801T000000Z\n", "", "VEVENT without DTSTAMP"),
    ("DTSTAMP:20260801T000000Z", "DTSTAMP:20260801T000000", "DTSTAMP is written wrongly: 20260801T000000"),
    ("DTSTART;TZID=Asia/Makassar:20260901T090000\n", "", "VEVENT without DTSTART"),
    ("20260901T090000", "20260231T090000", "DTSTART is written wrongly: 20260231T090000"),
    ("20260901T090000", "20260901T250000", "DTSTART is written wrongly: 20260901T250000"),
    ("20260901T090000", "2026-09-01T09:00", "DTSTART is written wrongly: 2026-09-01T09:00"),
    ("DTSTART;TZID=Asia/Makassar:", "DTSTART:", "DTSTART without a zone"),
    ("20260901T090000", "20260901T010000Z", "DTSTART in UTC and with a zone"),
    ("DTSTART;TZID=Asia/Makassar", "DTSTART;TZID=Asia/Jakarta", "DTSTART in undefined zone Asia/Jakarta"),
    ("20260901T113000", "20260901T090000", "DTEND is not after DTSTART"),
    ("20260901T113000", "20260901T083000", "DTEND is not after DTSTART"),
    ("SEQUENCE:0\n", "", "VEVENT without SEQUENCE"),
    ("SEQUENCE:0", "SEQUENCE:-1", "SEQUENCE is written wrongly: -1"),
    ("ORGANIZER;CN=\"KPPN ^'M^'\":mailto:kegiatan@guyub.example\n", "", "VEVENT without ORGANIZER"),
    ("mailto:kegiatan@", "kegiatan@", "ORGANIZER is written wrongly: kegiatan@guyub.example"),
    ("mailto:kegiatan@", "mailto:kegiatan dua@", "ORGANIZER is written wrongly: mailto:kegiatan dua@guyub.example"),
    ("ATTENDEE;CN=Sari:mailto:sari@guyub.example\n", "", "REQUEST without ATTENDEE"),
    ("METHOD:REQUEST", "METHOD:PUBLISH", "PUBLISH with ATTENDEE"),
    ("METHOD:REQUEST", "METHOD:CANCEL", "CANCEL without STATUS:CANCELLED"),
    ("STATUS:CONFIRMED", "STATUS:CANCELLED", "REQUEST with STATUS:CANCELLED"),
    ("STATUS:CONFIRMED", "STATUS:DONE", "STATUS is written wrongly: DONE"),
    ("STATUS:CONFIRMED", "STATUS:CONFIRMED\nSTATUS:CONFIRMED", "VEVENT with 2 STATUS"),
    ("SUMMARY:Inflasi\\, APBN\n", "", "VEVENT without SUMMARY"),
    ("Inflasi\\, APBN", "Inflasi, APBN", "SUMMARY is written wrongly: Inflasi, APBN"),
    ("Inflasi\\, APBN", "Inflasi; APBN", "SUMMARY is written wrongly: Inflasi; APBN"),
    ("Inflasi\\, APBN", "Inflasi\\: APBN", "SUMMARY is written wrongly: Inflasi\\: APBN"),
    ("Inflasi\\, APBN", "Inflasi\\", "SUMMARY is written wrongly: Inflasi\\"),
    ("Inflasi\\, APBN", "Inflasi\u{7}", "control character: \"SUMMARY:Inflasi\\u{7}\""),
    ("^'M^'", "^M", "caret in parameter CN: KPPN ^M"),
    ("STATUS:CONFIRMED", "X-A;CN=Sari, S.E.:B", "parameter value needs quotes: X-A;CN=Sari, S.E.:B"),
    ("STATUS:CONFIRMED", "X-A;CN=\"Sari:B", "quote is not closed: X-A;CN=\"Sari:B"),
    ("STATUS:CONFIRMED", "X-A;CN=Sari;CN=Sari:B", "parameter twice: X-A;CN=Sari;CN=Sari:B"),
    ("CN=Sari", "NAME=Sari", "parameter NAME of ATTENDEE"),
    ("STATUS:CONFIRMED", "STATE:CONFIRMED", "STATE in VEVENT"),
    ("STATUS:CONFIRMED", "STATUS", "no colon after the name: STATUS"),
    ("STATUS:CONFIRMED", "", "no property name: "),
    ("TZOFFSETFROM:+0800", "TZOFFSETFROM:8", "TZOFFSETFROM is written wrongly: 8"),
    ("BEGIN:VEVENT", "BEGIN:VMEETING\nEND:VMEETING\nBEGIN:VEVENT", "component VMEETING in a calendar"),
    ("END:VEVENT", "BEGIN:VALARM\nEND:VALARM\nEND:VEVENT", "component VALARM in a VEVENT"),
    ("END:VCALENDAR", "NAME:Kegiatan\nEND:VCALENDAR", "NAME of the calendar after its components"),
    ("END:VCALENDAR\n", "", "VCALENDAR is not ended"),
    ("END:VCALENDAR\n", "END:VCALENDAR\nEND:VCALENDAR\n", "END of VCALENDAR without BEGIN"),
    ("END:VCALENDAR\n", "END:VCALENDAR\nNAME:Kegiatan\n", "NAME outside of a calendar"),
    ("END:VEVENT", "END:VEVENT \n ", "END of VEVENT  inside VEVENT"),
];
