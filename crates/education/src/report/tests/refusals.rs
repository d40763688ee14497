//! What an organiser may upload by mistake, and what is said.

use super::*;
use crate::report::refusal::{MissingColumn, Unreadable};
use crate::report::{Answers, Argument, DateOrder, LARGEST_FILE_BYTES, MOST_ROWS, Refusal, SkipReason, ZoneAnswer};

fn refused(bytes: &[u8]) -> Refusal {
    crate::report::read(bytes, webinar()).unwrap_err()
}

fn zoom(rows: &[(&str, &str)]) -> String {
    let rows: String =
        rows.iter().map(|(joined, left)| format!("Budi,,2026-11-18 {joined},2026-11-18 {left},60,Yes\n")).collect();
    format!("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n{rows}")
}

#[test]
fn an_empty_file() {
    for bytes in [&b""[..], b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n \n"] {
        assert_eq!(refused(bytes), Refusal::Empty);
    }
}

#[test]
fn a_file_above_the_limit_is_refused_unread() {
    let bytes = vec![b'a'; LARGEST_FILE_BYTES + 1];

    let refusal = refused(&bytes);

    assert_eq!(refusal, Refusal::TooLarge { megabytes: 21 });
    assert_eq!(refusal.arguments(), [("megabytes", Argument::Number(21)), ("limit", Argument::Number(20))]);
}

#[test]
fn a_file_with_too_many_rows() {
    let rows = "Budi,,2026-11-18 09:00,2026-11-18 10:00,60,Yes\n".repeat(MOST_ROWS + 1);

    assert_eq!(refused(format!("{}{rows}", zoom(&[])).as_bytes()), Refusal::TooManyRows);
}

#[test]
fn files_that_are_no_text_are_named() {
    let image: Vec<u8> = (0..4000_u32).map(|index| (index * 37 % 256) as u8).collect();

    assert_eq!(refused(b"PK\x03\x04\x14\x00\x06\x00"), Refusal::NotCsv(Unreadable::Spreadsheet));
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"), Refusal::NotCsv(Unreadable::OldSpreadsheet));
    assert_eq!(refused(b"%PDF-1.7\n"), Refusal::NotCsv(Unreadable::Pdf));
    assert_eq!(refused(&image), Refusal::NotCsv(Unreadable::OtherBinary));
}

#[test]
fn text_in_an_encoding_we_do_not_know() {
    let mut bytes = zoom(&[("09:00", "10:00")]).into_bytes();
    bytes.extend_from_slice(b"B\x81d\x8d,,2026-11-18 09:00,2026-11-18 10:00,60,Yes\n");

    assert_eq!(refused(&bytes), Refusal::WrongEncoding);
}

#[test]
fn another_table_is_told_which_columns_it_lacks() {
    let list = "No,Nama,NIP,Instansi\n1,Budi,198501012010011001,Dinkes\n";

    let refusal = refused(list.as_bytes());

    assert_eq!(refusal, Refusal::NotAReport { missing: vec![MissingColumn::JoinTime, MissingColumn::LeaveTime] });
    let said = Argument::Text("Join Time / Waktu bergabung, Leave Time / Waktu keluar".to_owned());
    assert_eq!(refusal.arguments(), [("columns", said)]);
    assert_eq!(
        refused(b"Selamat pagi, mohon izin mengirim laporan."),
        Refusal::NotAReport { missing: vec![MissingColumn::Name, MissingColumn::JoinTime, MissingColumn::LeaveTime] }
    );
}

#[test]
fn headings_without_anybody() {
    assert_eq!(refused(zoom(&[]).as_bytes()), Refusal::NoParticipants);
    assert_eq!(refused(zoom(&[("x", "y")]).as_bytes()), Refusal::NoParticipants);
}

#[test]
fn the_report_of_another_meeting_shows_both_windows() {
    let report = zoom(&[("15:00:00", "16:00:00")]);

    let refusal = refused(report.as_bytes());

    let window_of_report = (wib("2026-11-18T15:00:00"), wib("2026-11-18T16:00:00"));
    assert_eq!(
        refusal,
        Refusal::AnotherMeeting { report: window_of_report, session: window(webinar()), date_order: DateOrder::Unmistakable }
    );
    assert_eq!(refusal.arguments()[0], ("report-from", Argument::Moment(window_of_report.0)));
}

#[test]
fn a_rehearsal_before_and_a_talk_after_are_the_same_meeting() {
    let report = read(zoom(&[("07:30:00", "08:10:00"), ("12:30:00", "13:55:00")]).as_bytes(), webinar());

    assert_eq!(report.rows.len(), 2);
}

#[test]
fn times_of_another_zone_name_the_zone_that_fits() {
    // A host in WITA, read as WIB: everything is an hour late.
    let report = zoom(&[("09:55:00", "13:02:00"), ("10:00:00", "12:40:00")]);

    let refusal = refused(report.as_bytes());

    let window_of_report = (wib("2026-11-18T09:55:00"), wib("2026-11-18T13:02:00"));
    let expected = Refusal::AnotherZone {
        given_offset_minutes: WIB,
        suggested_offset_minutes: WITA,
        report: window_of_report,
        session: window(webinar()),
    };
    assert_eq!(refusal, expected);
    let hint = Hint { zone_offset_minutes: WITA, ..webinar() };
    assert_eq!(read(report.as_bytes(), hint).window, Some((wib("2026-11-18T08:55:00"), wib("2026-11-18T12:02:00"))));
}

#[test]
fn a_zone_the_organiser_confirms_is_taken() {
    let report = zoom(&[("09:55:00", "13:02:00")]);
    let answers = Answers { zone: ZoneAnswer::Confirmed, ..Answers::default() };

    let report = crate::report::read_answered(report.as_bytes(), webinar(), answers).unwrap();

    assert_eq!(report.window, Some((wib("2026-11-18T09:55:00"), wib("2026-11-18T13:02:00"))));
}

#[test]
fn opening_the_room_an_hour_early_is_no_other_zone() {
    let report = read(zoom(&[("08:00:00", "12:05:00"), ("09:00:00", "12:00:00")]).as_bytes(), webinar());

    assert_eq!(report.warnings, []);
}

#[test]
fn two_hours_off_are_the_far_east() {
    let report = zoom(&[("11:00:00", "14:00:00")]);

    let Refusal::AnotherZone { suggested_offset_minutes, .. } = refused(report.as_bytes()) else { panic!("taken") };

    assert_eq!(suggested_offset_minutes, 540);
}

#[test]
fn bad_rows_are_told_and_good_ones_kept() {
    let text = zoom(&[("09:00:00", "10:00:00"), ("11:00:00", "10:00:00"), ("pagi", "siang")]);

    let report = read(text.as_bytes(), webinar());

    assert_eq!(report.rows.len(), 1);
    assert_eq!(report.skipped, [(3, SkipReason::LeftBeforeJoining), (4, SkipReason::UnreadableTime)]);
}
