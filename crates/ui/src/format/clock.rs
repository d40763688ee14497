//! Times of day, always with their zone: `pukul 09.00–11.30 WITA`, `(08.00 WIB, 10.00 WIT)`.

use std::borrow::Borrow;

use jiff::civil::DateTime;

use super::date::day_key;
use crate::{
    text::{Lang, Tongue},
    zone::Zone,
};

impl Tongue {
    /// `09.00`, for lists whose zone is said above them.
    pub fn clock(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        self.hands(zone.borrow().civil(*at.borrow()))
    }

    /// `pukul 09.00 WITA`.
    pub fn time(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let zone = *zone.borrow();
        self.with("time", self.clock(at, zone)).with("zone", zone.name()).say("clock-time")
    }

    /// `pukul 09.00–11.30 WITA`.
    pub fn time_range(&self, from: impl Borrow<i64>, to: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let zone = *zone.borrow();
        let times = format!("{}–{}", self.clock(from, zone), self.clock(to, zone));
        self.with("time", times).with("zone", zone.name()).say("clock-time")
    }

    /// The three zones from west to east: `09.00 WIB / 10.00 WITA / 11.00 WIT`.
    pub fn three_zones(&self, at: impl Borrow<i64>) -> String {
        let at = *at.borrow();
        Zone::ALL.map(|zone| self.with_zone(at, zone)).join(" / ")
    }

    /// The zones beside the reader's own: `(08.00 WIB, 10.00 WIT)`; the day is said where it is another one.
    pub fn other_zones(&self, at: impl Borrow<i64>, own: impl Borrow<Zone>) -> String {
        let (at, own) = (*at.borrow(), *own.borrow());
        let here = own.civil(at).date();
        let others = Zone::ALL.into_iter().filter(|zone| *zone != own).map(|zone| {
            let there = zone.civil(at).date();
            let time = self.with_zone(at, zone);
            if there == here { time } else { format!("{} {time}", self.say(day_key(there).0)) }
        });
        format!("({})", others.collect::<Vec<_>>().join(", "))
    }

    /// `Selasa, 24 November 2026, pukul 09.00 WITA`.
    pub fn moment(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let (at, zone) = (*at.borrow(), *zone.borrow());
        format!("{}, {}", self.date_full(at, zone), self.time(at, zone))
    }

    /// From start to end in one phrase: `Selasa, 24 November 2026, pukul 09.00–11.30 WITA`, or both days when there are two.
    pub fn period(&self, from: impl Borrow<i64>, to: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let (from, to, zone) = (*from.borrow(), *to.borrow(), *zone.borrow());
        if zone.civil(from).date() == zone.civil(to).date() {
            return format!("{}, {}", self.date_full(from, zone), self.time_range(from, to, zone));
        }
        self.with("from", self.moment(from, zone)).with("to", self.moment(to, zone)).say("clock-period")
    }

    /// `2026-11-24T09:00+08:00`, for `datetime="..."`.
    pub fn instant_iso(&self, at: impl Borrow<i64>, zone: impl Borrow<Zone>) -> String {
        let zone = zone.borrow();
        format!("{}+{:02}:00", zone.civil(*at.borrow()).strftime("%Y-%m-%dT%H:%M"), zone.hours())
    }

    /// Words of one time stay on one line, as in `08.00&nbsp;WIB`.
    fn with_zone(&self, at: i64, zone: Zone) -> String {
        format!("{}\u{a0}{}", self.clock(at, zone), zone.name())
    }

    fn hands(&self, time: DateTime) -> String {
        let point = match self.lang() {
            Lang::Id => '.',
            Lang::En => ':',
        };
        format!("{:02}{point}{:02}", time.hour(), time.minute())
    }
}
