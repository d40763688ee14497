//! Stories of reports as organisers upload them.

#![allow(clippy::unwrap_used)]

mod attendance;
mod dates;
mod hostile;
mod matching;
mod names;
mod other_services;
mod real_people;
mod refusals;
mod texts;
mod zoom;

use jiff::Timestamp;

use super::{Hint, Report, Row};

const WIB: i32 = 420;
const WITA: i32 = 480;

/// The bytes of a fixture.
fn file(name: &str) -> Vec<u8> {
    let path = format!("{}/fixtures/kehadiran/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Epoch milliseconds of a clock time in WIB.
fn wib(time: &str) -> i64 {
    format!("{time}+07:00").parse::<Timestamp>().unwrap().as_millisecond()
}

/// A session in WIB, reported by an account in WIB.
fn session(from: &str, until: &str) -> Hint {
    Hint { session_start_ms: wib(from), session_end_ms: wib(until), zone_offset_minutes: WIB }
}

/// The webinar of most fixtures: 18 November 2026, 09.00 to 12.00 WIB.
fn webinar() -> Hint {
    session("2026-11-18T09:00:00", "2026-11-18T12:00:00")
}

fn window(hint: Hint) -> (i64, i64) {
    (hint.session_start_ms, hint.session_end_ms)
}

fn read(bytes: &[u8], hint: Hint) -> Report {
    super::read(bytes, hint).unwrap_or_else(|refusal| panic!("refused: {refusal:?}"))
}

fn named<'r>(report: &'r Report, name: &str) -> Vec<&'r Row> {
    report.rows.iter().filter(|row| row.name.contains(name)).collect()
}

fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}
