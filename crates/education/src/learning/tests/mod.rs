//! The rule table and the counting of a year, as stories and against anything.

mod counting;
mod rules;

use super::counting::Learned;

/// Milliseconds of a wall clock, as in `2026-12-31 23:30`, that many hours ahead of UTC.
fn at(text: &str, ahead: i64) -> i64 {
    let civil: jiff::civil::DateTime = text.parse().unwrap();
    let utc = jiff::tz::Offset::UTC.to_timestamp(civil).unwrap();
    utc.as_millisecond() - ahead * kernel::clock::HOUR
}

/// An activity of one hour in WIB.
fn learned(name: &str, form: &str, start: &str, hours: i64) -> Learned {
    let starts_at = at(start, 7);
    Learned {
        certificate_id: name.into(),
        activity_id: name.into(),
        form: form.into(),
        starts_at,
        ends_at: starts_at + kernel::clock::HOUR,
        hours,
        is_withdrawn: false,
    }
}
