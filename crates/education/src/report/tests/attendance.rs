//! Time attended, against a clock that counts every second.

use proptest::prelude::*;

use super::*;
use crate::report::intervals::{attended, union};

fn stay(from: i64, until: i64) -> Row {
    Row { joined_ms: Some(from * 1000), left_ms: Some(until * 1000), ..Row::default() }
}

#[test]
fn three_joins_of_budi_are_one_union_clipped_to_the_session() {
    let report = read(&file("zoom_webinar_attendee_en"), webinar());
    let of = |mail: &str| report.rows.iter().filter(|row| row.mail.as_deref() == Some(mail)).collect::<Vec<_>>();

    let budi = attended(of("budi@contohkab.go.id"), window(webinar()));
    let siti = attended(of("siti.aminah@contohkab.go.id"), window(webinar()));
    let wayan = attended(of("wayan@contohkab.go.id"), window(webinar()));

    assert_eq!((budi.minutes, budi.permille), (169, 941));
    assert_eq!(budi.spans.iter().map(|(from, until)| until - from).sum::<i64>(), (2 * 3600 + 49 * 60 + 25) * 1000);
    assert_eq!((siti.minutes, siti.permille), (14, 83));
    assert_eq!((wayan.minutes, wayan.permille, wayan.weak_minutes), (0, 0, None));
}

#[test]
fn waiting_to_be_let_in_is_no_attendance() {
    let hint = session("2026-11-18T13:00:00", "2026-11-18T14:30:00");
    let report = read(&file("zoom_meeting_participants_id"), hint);

    let budi = attended(named(&report, "Budi"), window(hint));

    assert_eq!(budi.spans, [(wib("2026-11-18T13:02:10"), wib("2026-11-18T13:50:00"))]);
    assert_eq!(budi.minutes, 47);
}

#[test]
fn two_files_of_one_session_are_a_union() {
    let first = read(&file("zoom_webinar_attendee_en"), webinar());
    let again = read(&file("teams_attendance_en"), webinar());
    let both: Vec<&Row> = named(&first, "Budi").into_iter().chain(named(&first, "iPhone")).chain(named(&again, "Budi")).collect();

    assert_eq!(attended(both, window(webinar())).minutes, 169);
}

#[test]
fn minutes_without_moments_are_kept_apart_and_not_summed() {
    let weak = |minutes| Row { weak_minutes: Some(minutes), ..Row::default() };
    let rows = [weak(176), weak(14), weak(9_000), stay(0, 600)];

    let attended = attended(&rows, (0, 180 * 60 * 1000));

    assert_eq!((attended.minutes, attended.weak_minutes), (10, Some(180)));
}

#[test]
fn a_session_without_length_is_attended_by_nobody() {
    let attended = attended(&[stay(0, 600)], (0, 0));

    assert_eq!((attended.minutes, attended.permille), (0, 0));
}

proptest! {
    #[test]
    fn the_union_counts_each_second_once(
        stays in proptest::collection::vec((-50_i64..400, 0_i64..200), 0..30),
        start in 0_i64..100,
        length in 1_i64..300,
    ) {
        let session = (start * 1000, (start + length) * 1000);
        let rows: Vec<Row> = stays.iter().map(|(from, long)| stay(*from, from + long)).collect();
        let counted = (start..start + length).filter(|second| stays.iter().any(|(from, long)| (*from..from + long).contains(second))).count() as i64;

        let attended = attended(&rows, session);

        prop_assert_eq!(attended.spans.iter().map(|(from, until)| until - from).sum::<i64>(), counted * 1000);
        prop_assert_eq!(i64::from(attended.minutes), counted / 60);
        prop_assert_eq!(i64::from(attended.permille), counted * 1000 / length);
        prop_assert!(attended.spans.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn the_union_of_a_union_is_itself(stays in proptest::collection::vec((any::<i32>(), any::<i32>()), 0..30)) {
        let stays: Vec<(i64, i64)> = stays.into_iter().map(|(from, until)| (i64::from(from), i64::from(until))).collect();
        let once = union(&stays, (i64::MIN, i64::MAX));
        prop_assert_eq!(union(&once, (i64::MIN, i64::MAX)), once);
    }
}
