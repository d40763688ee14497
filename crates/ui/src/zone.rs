//! The three time zones of Indonesia (Keppres 41/1987), which know no summer time. No formatting here.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::Offset,
};
use serde::{Deserialize, Serialize};

#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Zone {
    #[default]
    Wib,
    Wita,
    Wit,
}

impl Zone {
    pub const ALL: [Zone; 3] = [Zone::Wib, Zone::Wita, Zone::Wit];

    /// As written after a time: `WITA`.
    pub fn name(self) -> &'static str {
        match self {
            Zone::Wib => "WIB",
            Zone::Wita => "WITA",
            Zone::Wit => "WIT",
        }
    }

    /// The name in the IANA database, for calendars.
    pub fn iana(self) -> &'static str {
        match self {
            Zone::Wib => "Asia/Jakarta",
            Zone::Wita => "Asia/Makassar",
            Zone::Wit => "Asia/Jayapura",
        }
    }

    /// Hours ahead of UTC.
    pub fn hours(self) -> i8 {
        match self {
            Zone::Wib => 7,
            Zone::Wita => 8,
            Zone::Wit => 9,
        }
    }

    /// Reads `WITA`, `wita`, `Asia/Makassar` or `+08:00`.
    pub fn parse(text: &str) -> Option<Zone> {
        match text.trim().to_ascii_lowercase().as_str() {
            "wib" | "asia/jakarta" | "asia/pontianak" | "+07:00" | "+0700" | "+7" => Some(Zone::Wib),
            "wita" | "asia/makassar" | "asia/ujung_pandang" | "+08:00" | "+0800" | "+8" => Some(Zone::Wita),
            "wit" | "asia/jayapura" | "+09:00" | "+0900" | "+9" => Some(Zone::Wit),
            _ => None,
        }
    }

    /// The wall clock in this zone at an instant in epoch milliseconds.
    pub fn civil(self, at: i64) -> DateTime {
        let instant = Timestamp::from_millisecond(at).unwrap_or(if at < 0 { Timestamp::MIN } else { Timestamp::MAX });
        self.offset().to_datetime(instant)
    }

    /// The instant, in epoch milliseconds, at which the wall clock of this zone shows a date and a time.
    pub fn moment(self, date: Date, time: Time) -> i64 {
        let at_utc = Offset::UTC.to_timestamp(date.to_datetime(time)).map_or(0, |instant| instant.as_millisecond());
        at_utc - i64::from(self.hours()) * HOUR
    }

    /// Midnight at the start of the day that an instant falls on.
    pub fn start_of_day(self, at: i64) -> i64 {
        self.moment(self.civil(at).date(), Time::midnight())
    }

    fn offset(self) -> Offset {
        Offset::constant(self.hours())
    }
}

const HOUR: i64 = 3_600_000;
