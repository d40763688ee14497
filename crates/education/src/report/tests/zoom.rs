//! Reports of Zoom in the forms that its exports have had.

use super::*;
use crate::report::{DateOrder, Service, SkipReason, Warning};

#[test]
fn a_webinar_report_gives_everyone_of_its_three_sections() {
    let report = read(&file("zoom_webinar_attendee_en"), webinar());

    assert_eq!(report.service, Service::Zoom);
    assert_eq!(report.topic.as_deref(), Some("Literasi Data ASN Kabupaten Contoh"));
    assert_eq!(report.meeting_id.as_deref(), Some("812 3456 7890"));
    assert_eq!(report.date_order, DateOrder::MonthFirst);
    assert_eq!(report.window, Some((wib("2026-11-18T08:55:12"), wib("2026-11-18T12:00:31"))));
    let lines: Vec<u32> = report.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [7, 10, 13, 14, 15, 16]);
    assert_eq!(report.skipped, [(17, SkipReason::DidNotAttend), (18, SkipReason::DidNotAttend)]);
    assert_eq!(report.warnings, []);
}

#[test]
fn a_row_keeps_the_typed_name_the_account_and_a_clean_address() {
    let report = read(&file("zoom_webinar_attendee_en"), webinar());

    let phone = &report.rows[4];
    assert_eq!((phone.name.as_str(), phone.original_name.as_deref()), ("iPhone", Some("Budi Santoso")));
    let siti = &report.rows[5];
    assert_eq!((siti.name.as_str(), siti.original_name.as_deref()), ("SITI AMINAH, S.Pd.", Some("Siti Aminah")));
    assert_eq!(siti.mail.as_deref(), Some("siti.aminah@contohkab.go.id"));
    assert_eq!((siti.joined_ms, siti.left_ms), (Some(wib("2026-11-18T10:30:00")), Some(wib("2026-11-18T10:44:59"))));
}

#[test]
fn the_indonesian_wording_is_read_and_the_waiting_room_is_marked() {
    let hint = session("2026-11-18T13:00:00", "2026-11-18T14:30:00");

    let report = read(&file("zoom_meeting_participants_id"), hint);

    assert_eq!(report.topic.as_deref(), Some("Rapat Koordinasi Lintas OPD"));
    assert_eq!(report.meeting_id.as_deref(), Some("853 1111 2222"));
    assert_eq!(report.date_order, DateOrder::DayFirst);
    let waiting: Vec<bool> = report.rows.iter().map(|row| row.in_waiting_room).collect();
    assert_eq!(waiting, [false, true, false, false]);
    assert_eq!(report.rows[0].name, "198501012010011001_Budi Santoso_Dinkes");
    assert_eq!(report.rows[0].original_name.as_deref(), Some("Budi"));
    assert_eq!(report.rows[0].mail, None);
}

#[test]
fn a_stay_over_midnight_is_one_stay() {
    let hint = session("2026-11-18T23:30:00", "2026-11-19T00:30:00");

    let report = read(&file("zoom_meeting_participants_en_split"), hint);

    let row = &report.rows[0];
    assert_eq!((row.joined_ms, row.left_ms), (Some(wib("2026-11-18T23:50:00")), Some(wib("2026-11-19T00:20:30"))));
    assert_eq!(report.warnings, [Warning::MeetingPartDisagrees]);
}

#[test]
fn unique_users_give_minutes_but_not_when() {
    let report = read(&file("zoom_meeting_unique_users_en"), webinar());

    let weak: Vec<_> = report.rows.iter().map(|row| (row.weak_minutes, row.joined_ms)).collect();
    assert_eq!(weak, [(Some(176), None), (Some(14), None)]);
    assert_eq!(report.window, None);
    assert_eq!(report.warnings, [Warning::WeakRows(2)]);
}

#[test]
fn the_same_report_is_read_alike_in_every_encoding_and_separator() {
    let original = String::from_utf8(file("zoom_meeting_participants_id")).unwrap();
    let plain = original.trim_start_matches('\u{feff}');
    let hint = session("2026-11-18T13:00:00", "2026-11-18T14:30:00");
    let expected = read(original.as_bytes(), hint).rows;
    let quoted = plain.replace("\"Aminah, S.Pd. (SITI AMINAH)\"", "Aminah| S.Pd. (SITI AMINAH)");
    let with = |separator: &str| quoted.replace(',', separator).replace('|', ",");
    let trailing = plain.lines().map(|line| format!("{line},,,,")).collect::<Vec<_>>().join("\n");

    let forms: Vec<(&str, Vec<u8>)> = vec![
        ("without mark", plain.into()),
        ("UTF-16 little endian", utf_16(&original, u16::to_le_bytes)),
        ("UTF-16 big endian", utf_16(&original, u16::to_be_bytes)),
        ("UTF-16 without mark", utf_16(plain, u16::to_le_bytes)),
        ("UTF-16 cut in the middle", [utf_16(&original, u16::to_le_bytes), vec![0x41]].concat()),
        ("semicolons", with(";").into()),
        ("tabs", with("\t").into()),
        ("Windows-1252", plain.replace('\r', "").into()),
        ("line feeds", plain.replace('\r', "").into()),
        ("carriage returns", plain.replace('\n', "").into()),
        ("trailing commas", trailing.into()),
        ("separator line", format!("sep=,\r\n{plain}").into()),
    ];

    for (form, bytes) in forms {
        let mut rows = read(&bytes, hint).rows;
        let shift = u32::from(form == "separator line");
        rows.iter_mut().for_each(|row| row.line -= shift);
        assert_eq!(rows, expected, "{form}");
    }
}

#[test]
fn letters_of_windows_1252_survive() {
    let text = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nAndr\u{e9} Nur\u{2019}aida,,11/18/2026 09:00:00 AM,11/18/2026 10:00:00 AM,60,Yes\n";
    let bytes: Vec<u8> = text.chars().map(|letter| if letter == '\u{2019}' { 0x92 } else { letter as u8 }).collect();

    let report = read(&bytes, webinar());

    assert_eq!(report.rows[0].name, "André Nur’aida");
}

#[test]
fn the_new_wording_of_meetings_is_read() {
    let text = "Topic,ID,Duration (minutes),Start time,End time,Participants\nRapat,853,60,11/18/2026 09:00:00 AM,11/18/2026 10:00:00 AM,1\n\n\
        Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room\n\
        Budi,,11/18/2026 09:00:00 AM,11/18/2026 10:00:00 AM,60,Yes,OK,No\n";

    let report = read(text.as_bytes(), session("2026-11-18T09:00:00", "2026-11-18T10:00:00"));

    assert_eq!((report.topic.as_deref(), report.rows[0].line), (Some("Rapat"), 5));
}

#[test]
fn a_flat_report_repeats_the_meeting_in_every_row() {
    let text = "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
        853,Rapat,11/18/2026 09:00:00 AM,11/18/2026 10:00:00 AM,tuan.rumah@contoh.go.id,60,2,Budi,budi@contoh.go.id,11/18/2026 09:05:00 AM,11/18/2026 09:35:00 AM,30,No\n";

    let report = read(text.as_bytes(), session("2026-11-18T09:00:00", "2026-11-18T10:00:00"));

    assert_eq!(report.topic.as_deref(), Some("Rapat"));
    assert_eq!(report.rows[0].mail.as_deref(), Some("budi@contoh.go.id"));
    assert_eq!(report.rows[0].joined_ms, Some(wib("2026-11-18T09:05:00")));
}

#[test]
fn registration_questions_do_not_hide_the_columns_of_the_report() {
    let text = "Attendee Details\nAttended,User Name (Original Name),First Name,Last Name,Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,\"NIP (18 digit, tanpa spasi)\",Nama,Peran,Topik\n\
        Yes,Budi,Budi,Santoso,budi@contoh.go.id,11/18/2026 09:00:00 AM,11/18/2026 10:00:00 AM,60,Yes,19850101 201001 1 001,Nama lain,Guru,\"Data\nterbuka\"\n\
        Yes,Siti,Siti,Aminah,siti@contoh.go.id,11/18/2026 09:00:00 AM,11/18/2026 10:00:00 AM,60,Yes,,,,\n";

    let report = read(text.as_bytes(), webinar());

    assert_eq!(report.service, Service::Zoom);
    assert_eq!(report.topic, None);
    let people: Vec<_> = report.rows.iter().map(|row| (row.line, row.name.as_str(), row.nip.as_deref())).collect();
    assert_eq!(people, [(3, "Budi", Some("198501012010011001")), (4, "Siti", None)]);
}

#[test]
fn people_without_a_leave_time_are_counted_to_the_last_moment_of_the_file() {
    let text = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
        Budi,,11/18/2026 09:00:00 AM,11/18/2026 11:00:00 AM,120,Yes\n\
        Siti,,11/18/2026 09:00:00 AM,,,Yes\n";

    let report = read(text.as_bytes(), webinar());

    assert_eq!(report.rows[1].left_ms, Some(wib("2026-11-18T11:00:00")));
    assert_eq!(report.warnings, [Warning::StayedToTheEnd(1)]);
}

#[test]
fn the_hash_is_of_the_bytes_as_uploaded() {
    let bytes = file("zoom_meeting_unique_users_en");

    let (first, second) = (read(&bytes, webinar()), read(&bytes, webinar()));
    let other = read(&[&bytes[..], b"\n"].concat(), webinar());

    assert_eq!(first, second);
    assert_eq!(first.sha256.len(), 64);
    assert_ne!(first.sha256, other.sha256);
}
