//! Lengths of time and distances from now: `2 jam 15 menit`, `5 menit yang lalu`, `3 hari lagi`.

use std::borrow::Borrow;

use crate::{text::Tongue, zone::Zone};

impl Tongue {
    /// Milliseconds as `2 jam 15 menit`, `45 menit`, `29 hari`; a full day or more is said in days.
    pub fn duration(&self, length: impl Borrow<i64>) -> String {
        let minutes = (length.borrow().max(&0) + MINUTE / 2) / MINUTE;
        let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
        let mut parts = Vec::with_capacity(2);
        for (n, key) in [(days, "span-days"), (hours, "span-hours"), (rest, "span-minutes")] {
            if n > 0 {
                parts.push(self.fill(key, "n", self.number(n)));
            }
        }
        if parts.is_empty() {
            return self.fill("span-minutes", "n", 0);
        }
        parts.truncate(2);
        parts.join(" ")
    }

    /// `5 menit yang lalu`, `kemarin`, `3 hari lagi`; further than 30 days the date itself. Days are those of the calendar in the zone.
    pub fn relative(&self, at: impl Borrow<i64>, now: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let (at, now, zone) = (*at.borrow(), *now.borrow(), *zone.borrow());
        let away = at.saturating_sub(now);
        let days = (zone.start_of_day(at) - zone.start_of_day(now)) / DAY;
        match (days, away.abs()) {
            (_, near) if near < MINUTE => self.say("span-now").to_owned(),
            (_, near) if near < HOUR => self.way(away, "span-minutes-ago", "span-minutes-left", near / MINUTE),
            (0, near) => self.way(away, "span-hours-ago", "span-hours-left", near / HOUR),
            (-1, _) => self.say("span-yesterday").to_owned(),
            (1, _) => self.say("span-tomorrow").to_owned(),
            (-30..=30, _) => self.way(away, "span-days-ago", "span-days-left", days.abs()),
            _ => self.date_long(at, zone),
        }
    }

    fn way(&self, away: i64, ago: &str, left: &str, n: i64) -> String {
        self.fill(if away < 0 { ago } else { left }, "n", self.number(n))
    }
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
