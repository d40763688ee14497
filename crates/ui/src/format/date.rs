//! Dates of an instant in a zone: `Selasa, 26 Agustus 2025`, `Triwulan III 2025`. Times of day are `clock`.

use std::borrow::Borrow;

use jiff::civil::{Date, Weekday};

use super::number::{Whole, roman};
use crate::{text::Tongue, zone::Zone};

/// What the `.date` component shows: `Sel 24 Nov`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateBlock {
    pub weekday: &'static str,
    pub day: i8,
    pub month: &'static str,
    /// `2026-11-24`, for `datetime="..."`.
    pub iso: String,
}

impl Tongue {
    /// `Selasa, 26 Agustus 2025`.
    pub fn date_full(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        self.full(day_at(at, zone))
    }

    /// `26 Agustus 2025`.
    pub fn date_long(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        self.long(day_at(at, zone))
    }

    /// `26 Agu 2025`.
    pub fn date_medium(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let day = day_at(at, zone);
        format!("{} {} {}", day.day(), self.say(month_key(day).1), day.year())
    }

    /// `26/08/2025`.
    pub fn date_short(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let day = day_at(at, zone);
        format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
    }

    /// `2025-08-26`, for date fields and `datetime="..."`.
    pub fn date_iso(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        day_at(at, zone).to_string()
    }

    /// `Selasa`.
    pub fn day_name(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> &'static str {
        self.say(day_key(day_at(at, zone)).0)
    }

    /// `Agustus 2025`.
    pub fn month_year(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let day = day_at(at, zone);
        format!("{} {}", self.say(month_key(day).0), day.year())
    }

    /// `24–26 November 2026`, with no more said twice than must be.
    pub fn date_range(&self, from: impl Borrow<i64>, to: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let zone = zone.borrow();
        let (from, to) = (day_at(from, zone), day_at(to, zone));
        if from == to {
            self.long(to)
        } else if (from.year(), from.month()) == (to.year(), to.month()) {
            format!("{}–{}", from.day(), self.long(to))
        } else if from.year() == to.year() {
            format!("{} {} – {}", from.day(), self.say(month_key(from).0), self.long(to))
        } else {
            format!("{} – {}", self.long(from), self.long(to))
        }
    }

    /// The parts of the date component.
    pub fn date_block(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> DateBlock {
        let day = day_at(at, zone);
        DateBlock { weekday: self.say(day_key(day).1), day: day.day(), month: self.say(month_key(day).1), iso: day.to_string() }
    }

    /// `Triwulan III 2025`.
    pub fn quarter(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let day = day_at(at, zone);
        self.quarter_of(i64::from((day.month() + 2) / 3), i64::from(day.year()))
    }

    /// `Triwulan III 2025` from its number, 1 to 4, and the year.
    pub fn quarter_of(&self, quarter: impl Whole, year: impl Whole) -> String {
        self.with("n", roman(quarter.whole())).with("year", year.whole()).say("quarter")
    }

    /// `Semester I 2025`.
    pub fn semester(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let day = day_at(at, zone);
        let half = if day.month() <= 6 { 1 } else { 2 };
        self.with("n", roman(half)).with("year", day.year()).say("semester")
    }

    /// `III`, as cohorts are counted.
    pub fn roman(&self, n: impl Whole) -> String {
        roman(n.whole())
    }

    pub(super) fn full(&self, day: Date) -> String {
        format!("{}, {}", self.say(day_key(day).0), self.long(day))
    }

    pub(super) fn long(&self, day: Date) -> String {
        format!("{} {} {}", day.day(), self.say(month_key(day).0), day.year())
    }
}

pub(super) fn day_key(day: Date) -> (&'static str, &'static str) {
    match day.weekday() {
        Weekday::Monday => ("day-monday", "day-monday-short"),
        Weekday::Tuesday => ("day-tuesday", "day-tuesday-short"),
        Weekday::Wednesday => ("day-wednesday", "day-wednesday-short"),
        Weekday::Thursday => ("day-thursday", "day-thursday-short"),
        Weekday::Friday => ("day-friday", "day-friday-short"),
        Weekday::Saturday => ("day-saturday", "day-saturday-short"),
        Weekday::Sunday => ("day-sunday", "day-sunday-short"),
    }
}

fn month_key(day: Date) -> (&'static str, &'static str) {
    const KEYS: [(&str, &str); 12] = [
        ("month-january", "month-january-short"),
        ("month-february", "month-february-short"),
        ("month-march", "month-march-short"),
        ("month-april", "month-april-short"),
        ("month-may", "month-may-short"),
        ("month-june", "month-june-short"),
        ("month-july", "month-july-short"),
        ("month-august", "month-august-short"),
        ("month-september", "month-september-short"),
        ("month-october", "month-october-short"),
        ("month-november", "month-november-short"),
        ("month-december", "month-december-short"),
    ];
    KEYS[usize::from(day.month().unsigned_abs()) - 1]
}

fn day_at(at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> Date {
    zone.borrow().civil(*at.borrow()).date()
}
