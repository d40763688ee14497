//! Dates in every form seen, and how their order is found.

use super::*;
use crate::report::durations::seconds;
use crate::report::moments::Moment;
use crate::report::{Answers, DateOrder, DateOrderAnswer, Refusal};

fn at(text: &str, order: DateOrder) -> Option<i64> {
    Moment::parse(text)?.at(order, WIB, window(webinar()))
}

#[test]
fn every_form_of_one_moment_is_the_same_moment() {
    let nine = Some(wib("2026-11-18T09:00:05"));

    for text in [
        "11/18/2026 09:00:05 AM",
        "11/18/2026, 9:00:05 AM",
        "11/18/26, 9:00:05\u{202f}AM",
        "\u{200e}11/18/2026 09:00:05",
        "Nov 18, 2026 09:00:05",
        "Wednesday, November 18, 2026 9:00:05 AM",
        "18 Nov 2026 09.00.05",
        "18 November 2026 pukul 09.00.05 WIB",
        "18 Nopember 2026, 10:00:05 WITA",
        "2026-11-18 09:00:05",
        "2026-11-18T02:00:05Z",
        "2026-11-18T02:00:05.250Z",
        "2026-11-18T10:00:05+08:00",
        "18.11.2026 09:00:05",
        "18.11.26, 09:00:05",
    ] {
        assert_eq!(at(text, DateOrder::MonthFirst), nine, "{text}");
    }
    for text in ["18/11/2026 09:00:05", "18/11/26 09.00.05", "18-11-2026 09:00:05", "18/11/2026, 09.00.05"] {
        assert_eq!(at(text, DateOrder::DayFirst), nine, "{text}");
    }
    assert_eq!(at("Mar 22, 2025 19:13:27", DateOrder::DayFirst), Some(wib("2025-03-22T19:13:27")));
    assert_eq!(at("Aug 12, 2026 10:00 AM", DateOrder::DayFirst), Some(wib("2026-08-12T10:00:00")));
    assert_eq!(at("12/01/2026 12:20:30 AM", DateOrder::DayFirst), Some(wib("2026-01-12T00:20:30")));
    assert_eq!(at("12/01/2026 12:20 PM", DateOrder::MonthFirst), Some(wib("2026-12-01T12:20:00")));
}

#[test]
fn what_is_no_moment_is_none() {
    for text in [
        "",
        "--",
        "kemarin",
        "18/11/2026",
        "11/18/2026 25:00",
        "2026-02-30 09:00",
        "99/99/2026 09:00",
        "1/2/3/4 09:00",
        "09:00:05 XM",
        "32 Nov 2026 09:00",
        "18/11/0 09:00",
    ] {
        assert_eq!(at(text, DateOrder::DayFirst), None, "{text}");
    }
    assert_eq!(at("31/04/2026 09:00", DateOrder::DayFirst), None);
}

#[test]
fn durations_are_read_in_every_form() {
    let expected = [
        ("46", 2760),
        ("1 hr 2 min", 3720),
        ("58 min", 3480),
        ("1h 30m 51s", 5451),
        ("1h30m", 5400),
        ("00:51:12", 3072),
        ("32:14", 1934),
        ("1 jam 2 menit 3 detik", 3723),
        ("2 j 35 mnt", 9300),
    ];

    for (text, value) in expected {
        assert_eq!(seconds(text), Some(value), "{text}");
    }
    for text in ["", "--", "lama", "1:2:3:4", "99999999999999999999", "5 abad"] {
        assert_eq!(seconds(text), None, "{text}");
    }
}

fn meeting(dates: &[(&str, &str)]) -> String {
    let rows: String = dates.iter().map(|(joined, left)| format!("Budi,,{joined},{left},60,Yes\n")).collect();
    format!("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n{rows}")
}

#[test]
fn one_day_above_twelve_decides_for_the_whole_file() {
    let night = session("2026-11-12T22:00:00", "2026-11-13T02:00:00");
    let text = meeting(&[("12/11/2026 22:00:00", "12/11/2026 23:00:00"), ("12/11/2026 23:00:00", "13/11/2026 01:00:00")]);

    let report = read(text.as_bytes(), night);

    assert_eq!(report.date_order, DateOrder::DayFirst);
    assert_eq!(report.rows[0].joined_ms, Some(wib("2026-11-12T22:00:00")));
}

#[test]
fn otherwise_the_day_of_the_session_decides() {
    let text = meeting(&[("05/06/2026 09:00:00", "05/06/2026 10:00:00")]);

    let june = read(text.as_bytes(), session("2026-06-05T09:00:00", "2026-06-05T10:00:00"));
    let may = read(text.as_bytes(), session("2026-05-06T09:00:00", "2026-05-06T10:00:00"));

    assert_eq!((june.date_order, june.rows[0].joined_ms), (DateOrder::DayFirst, Some(wib("2026-06-05T09:00:00"))));
    assert_eq!((may.date_order, may.rows[0].joined_ms), (DateOrder::MonthFirst, Some(wib("2026-05-06T09:00:00"))));
}

#[test]
fn when_both_orders_fall_into_a_long_session_the_organiser_is_asked() {
    let course = session("2026-05-01T08:00:00", "2026-06-30T17:00:00");
    let text = meeting(&[("05/06/2026 09:00:00", "05/06/2026 10:00:00")]);

    let refusal = crate::report::read(text.as_bytes(), course).unwrap_err();
    let answers = Answers { date_order: DateOrderAnswer::Is(DateOrder::MonthFirst), ..Answers::default() };
    let answered = crate::report::read_answered(text.as_bytes(), course, answers).unwrap();

    assert_eq!(
        refusal,
        Refusal::AmbiguousDate {
            example: "05/06/2026 09:00:00".to_owned(),
            day_first: (wib("2026-06-05T09:00:00"), wib("2026-06-05T10:00:00")),
            month_first: (wib("2026-05-06T09:00:00"), wib("2026-05-06T10:00:00")),
        }
    );
    assert_eq!(answered.rows[0].joined_ms, Some(wib("2026-05-06T09:00:00")));
}

#[test]
fn dates_mixed_by_a_spreadsheet_are_refused_with_the_rows_that_show_it() {
    let text = meeting(&[("18/11/2026 09:00:00", "18/11/2026 10:00:00"), ("11/18/2026 09:00:00", "11/18/2026 10:00:00")]);

    let refusal = crate::report::read(text.as_bytes(), webinar()).unwrap_err();

    assert_eq!(refusal, Refusal::MixedDateOrders { day_first_line: 2, month_first_line: 3 });
}
