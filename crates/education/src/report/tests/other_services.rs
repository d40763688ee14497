//! Reports of Teams, Google Meet and BigBlueButton.

use super::*;
use crate::report::intervals::attended;
use crate::report::{Service, SkipReason, Warning};

#[test]
fn teams_tells_of_everyone_twice_and_the_stays_count() {
    let report = read(&file("teams_attendance_en"), webinar());

    assert_eq!(report.service, Service::Teams);
    assert_eq!(report.topic.as_deref(), Some("Literasi Data ASN Kabupaten Contoh"));
    assert_eq!(report.rows.len(), 6);
    let budi = attended(named(&report, "Budi Santoso"), window(webinar()));
    assert_eq!((budi.minutes, budi.permille), (169, 941));
    assert_eq!(named(&report, "AMINAH")[0].name, "AMINAH, SITI");
    assert_eq!(named(&report, "AMINAH")[0].mail.as_deref(), Some("siti.aminah@contohkab.go.id"));
    assert_eq!(report.warnings, []);
}

#[test]
fn teams_without_its_third_section_gives_a_sum_that_is_weak_where_somebody_went_away() {
    let report = read(&file("teams_attendance_id"), webinar());

    assert_eq!((report.service, report.topic.as_deref()), (Service::Teams, Some("Literasi Data ASN Kabupaten Contoh")));
    assert_eq!(named(&report, "Budi")[0].weak_minutes, Some(155));
    let siti = attended(named(&report, "Siti"), window(webinar()));
    assert_eq!((siti.minutes, siti.weak_minutes), (14, None));
    assert_eq!(report.warnings, [Warning::WeakRows(1)]);
}

#[test]
fn teams_of_2021_is_read() {
    let report = read(&file("teams_attendance_2021_en"), webinar());

    assert_eq!(report.meeting_id.as_deref(), Some("453adbad-0000-4bde-92d0-000000000379"));
    assert_eq!(attended(named(&report, "Budi"), window(webinar())).minutes, 119);
}

#[test]
fn the_oldest_list_of_teams_becomes_stays() {
    let report = read(&file("teams_attendance_list_en"), webinar());

    let budi = attended(named(&report, "Budi"), window(webinar()));
    // 09.00 to 10.00, and from 10.10 to the list's last moment, 11.55.
    assert_eq!(budi.minutes, 60 + 105);
    assert_eq!(attended(named(&report, "Siti"), window(webinar())).minutes, 14);
    assert_eq!(report.skipped, [(8, SkipReason::LeftWithoutJoining)]);
    assert_eq!(report.warnings, [Warning::StayedToTheEnd(1)]);
}

#[test]
fn a_heading_in_utc_needs_no_zone() {
    let text = "Full Name\tJoin Time (UTC)\tLeave Time (UTC)\tDuration\tEmail\tRole\n\
        Budi\t11/18/2026, 2:00:00 AM\t11/18/2026, 3:00:00 AM\t1h\tbudi@contoh.go.id\tAttendee\n";

    let report = read(text.as_bytes(), webinar());

    assert_eq!(report.rows[0].joined_ms, Some(wib("2026-11-18T09:00:00")));
}

#[test]
fn a_teams_file_saved_again_by_a_spreadsheet_keeps_its_good_rows() {
    let report = read(&file("teams_attendance_messy"), webinar());

    assert_eq!(named(&report, "Rauf")[0].name, "Sa’diyah Rauf");
    assert_eq!(report.rows.len(), 2);
    assert_eq!(report.skipped, [(10, SkipReason::NoTimes), (11, SkipReason::UnreadableTime)]);
}

#[test]
fn meet_writes_clock_times_and_the_session_gives_the_day() {
    let report = read(&file("meet_attendance_en"), webinar());

    assert_eq!(report.service, Service::Meet);
    let siti = named(&report, "Siti Aminah")[0];
    assert_eq!((siti.joined_ms, siti.weak_minutes), (Some(wib("2026-11-18T10:30:00")), None));
    assert_eq!(named(&report, "Budi")[0].weak_minutes, Some(155));
    assert_eq!(named(&report, "Wayan")[0].mail, None);
    assert_eq!(report.warnings, [Warning::WeakRows(1), Warning::DatesTakenFromSession]);
}

#[test]
fn clock_times_past_midnight_belong_to_the_next_day() {
    let night = session("2026-11-18T23:30:00", "2026-11-19T00:30:00");
    let text = "First name,Last name,Email,Duration,Time joined,Time exited\nBudi,Santoso,,45 min,11:40 PM,12:25 AM\nSiti,Aminah,,20 min,12:05 AM,12:25 AM\n";

    let report = read(text.as_bytes(), night);

    assert_eq!(report.rows[0].left_ms, Some(wib("2026-11-19T00:25:00")));
    assert_eq!(report.rows[1].joined_ms, Some(wib("2026-11-19T00:05:00")));
}

#[test]
fn a_messy_meet_file_is_read_by_its_headings() {
    let report = read(&file("meet_attendance_messy"), webinar());

    let budi = named(&report, "Budi Santoso")[0];
    assert_eq!((budi.mail.as_deref(), budi.left_ms), (Some("budi@contohkab.go.id"), Some(wib("2026-11-18T11:59:00"))));
    assert_eq!(report.skipped, [(4, SkipReason::NoName)]);
}

#[test]
fn meet_with_full_dates_and_one_name_column_is_read() {
    let text = "Name,Email,Duration,Time joined,Time exited\nBudi,budi@contoh.go.id,42m,2026-11-18 09:01:14,2026-11-18 09:43:08\nSiti,,60,2026-11-18T02:00:00Z,2026-11-18T03:00:00Z\n";

    let report = read(text.as_bytes(), webinar());

    assert_eq!(report.service, Service::Meet);
    assert_eq!(report.rows[0].joined_ms, Some(wib("2026-11-18T09:01:14")));
    assert_eq!(report.rows[1].joined_ms, Some(wib("2026-11-18T09:00:00")));
}

#[test]
fn the_learning_dashboard_sums_two_devices_and_we_do_not() {
    let report = read(&file("bigbluebutton_dashboard_en"), webinar());

    assert_eq!(report.service, Service::BigBlueButton);
    let weak = |name: &str| named(&report, name)[0].weak_minutes;
    assert_eq!(weak("BKPSDM"), None);
    assert_eq!(weak("Budi"), Some(155));
    // Two devices for 14:59 each: never more than the time in between.
    assert_eq!(weak("Siti"), Some(14));
    assert_eq!((weak("Wayan"), named(&report, "Wayan")[0].left_ms), (Some(50), None));
    assert_eq!(report.skipped, [(6, SkipReason::NoName)]);
}

#[test]
fn the_learning_dashboard_of_an_indonesian_viewer_is_read() {
    let report = read(&file("bigbluebutton_dashboard_id"), webinar());

    assert_eq!(report.service, Service::BigBlueButton);
    assert_eq!(attended(named(&report, "Budi"), window(webinar())).minutes, 119);
}
