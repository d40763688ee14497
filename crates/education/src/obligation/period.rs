//! Quarters (triwulan) and semesters of the calendar year, by number. A period begins and ends at midnight on each office's own clock.

use jiff::{
    Span,
    civil::{Date, Time, date},
};
use kernel::clock::DAY;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Tongue, Zone};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Rhythm {
    Quarter,
    Semester,
}

/// Periods of a rhythm are numbered through: the year times the periods in a year, and the place in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Period {
    pub(crate) rhythm: Rhythm,
    pub(crate) number: i64,
}

impl Rhythm {
    pub(crate) const ALL: [Rhythm; 2] = [Rhythm::Quarter, Rhythm::Semester];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Rhythm::Quarter => "quarter",
            Rhythm::Semester => "semester",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Rhythm> {
        Rhythm::ALL.into_iter().find(|it| it.name() == name)
    }

    fn in_a_year(self) -> i64 {
        match self {
            Rhythm::Quarter => 4,
            Rhythm::Semester => 2,
        }
    }

    fn letters(self) -> &'static str {
        match self {
            Rhythm::Quarter => "tw",
            Rhythm::Semester => "s",
        }
    }

    /// The one that is running, on the clock of the capital.
    pub(crate) fn running(self, now: i64) -> Period {
        let day = Zone::default().civil(now).date();
        let place = i64::from(day.month() - 1) * self.in_a_year() / 12;
        Period { rhythm: self, number: i64::from(day.year()) * self.in_a_year() + place }
    }

    /// The first that is not open yet anywhere: rules change from here on.
    pub(crate) fn coming(self, now: i64) -> Period {
        let next = self.running(now).next();
        if next.is_due(now) { next.next() } else { next }
    }
}

impl Period {
    pub(crate) fn new(rhythm: Rhythm, number: i64) -> Period {
        Period { rhythm, number }
    }

    /// `2026-tw4`, `2026-s2`; only years that people live in.
    pub(crate) fn parse(rhythm: Rhythm, code: &str) -> Option<Period> {
        let (year, place) = code.split_once('-')?;
        let place: i64 = place.strip_prefix(rhythm.letters())?.parse().ok()?;
        let year: i64 = year.parse().ok().filter(|it| (2000..=2200).contains(it))?;
        let is_sound = (1..=rhythm.in_a_year()).contains(&place);
        is_sound.then(|| Period { rhythm, number: year * rhythm.in_a_year() + place - 1 })
    }

    pub(crate) fn code(self) -> String {
        let (year, place) = self.year_and_place();
        format!("{year}-{}{}", self.rhythm.letters(), place + 1)
    }

    pub(crate) fn next(self) -> Period {
        Period { number: self.number + 1, ..self }
    }

    pub(crate) fn back(self, by: i64) -> Period {
        Period { number: self.number - by, ..self }
    }

    /// Midnight of its first day, on that clock.
    pub(crate) fn opens_at(self, zone: Zone) -> i64 {
        zone.moment(self.first_day(), Time::midnight())
    }

    /// The first moment that no longer belongs to it.
    pub(crate) fn closes_at(self, zone: Zone) -> i64 {
        self.next().opens_at(zone)
    }

    /// Whether it is open, or opens within a day where the day begins first. Boards are opened then, so that no zone waits.
    pub(crate) fn is_due(self, now: i64) -> bool {
        self.opens_at(Zone::Wit) <= now + DAY
    }

    /// 09.00 WIB, daytime in all zones, of the day on which so many quarters of the period are over.
    pub(crate) fn quarters_over(self, quarters: i64) -> i64 {
        let zone = Zone::default();
        let (from, until) = (self.opens_at(zone), self.closes_at(zone));
        let day = zone.civil(from + (until - from) * quarters / 4).date();
        zone.moment(day, Time::constant(9, 0, 0, 0))
    }

    pub(crate) fn said(self, t: Tongue) -> String {
        let zone = Zone::default();
        match self.rhythm {
            Rhythm::Quarter => t.quarter(self.opens_at(zone), zone),
            Rhythm::Semester => t.semester(self.opens_at(zone), zone),
        }
    }

    fn first_day(self) -> Date {
        let (year, place) = self.year_and_place();
        let months = place * 12 / self.rhythm.in_a_year();
        date(year.clamp(1, 9000) as i16, 1, 1).saturating_add(Span::new().months(months))
    }

    fn year_and_place(self) -> (i64, i64) {
        (self.number.div_euclid(self.rhythm.in_a_year()), self.number.rem_euclid(self.rhythm.in_a_year()))
    }
}

#[cfg(test)]
mod tests {
    use kernel::clock::{HOUR, MINUTE};

    use super::*;

    fn moment(day: Date, hour: i8, zone: Zone) -> i64 {
        zone.moment(day, Time::constant(hour, 30, 0, 0))
    }

    #[test]
    fn periods_follow_each_other_across_the_year() {
        let last = Period::parse(Rhythm::Quarter, "2026-tw4").unwrap();

        assert_eq!(last.next().code(), "2027-tw1");
        assert_eq!(last.back(4).code(), "2025-tw4");
        assert_eq!(Period::parse(Rhythm::Semester, "2026-s2").unwrap().next().code(), "2027-s1");
        assert_eq!(last.closes_at(Zone::Wib), last.next().opens_at(Zone::Wib));
        for typed in ["", "2026", "2026-tw5", "2026-tw0", "2026-s1", "1-tw1", "x-tw1", "2026-tw"] {
            assert_eq!(Period::parse(Rhythm::Quarter, typed), None, "{typed}");
        }
    }

    #[test]
    fn half_past_eleven_on_new_years_eve_is_of_the_old_year_in_the_west_and_of_the_new_in_the_middle() {
        let evening = moment(date(2026, 12, 31), 23, Zone::Wib);
        let old = Period::parse(Rhythm::Quarter, "2026-tw4").unwrap();

        assert!(evening < old.closes_at(Zone::Wib));
        assert!(evening >= old.closes_at(Zone::Wita));
        assert_eq!(Rhythm::Quarter.running(evening), old);
        assert_eq!(Rhythm::Quarter.running(evening + 30 * MINUTE), old.next());
    }

    #[test]
    fn a_period_is_no_longer_coming_a_day_before_it_opens_in_the_east() {
        let next = Period::parse(Rhythm::Quarter, "2027-tw1").unwrap();
        let opened = next.opens_at(Zone::Wit) - DAY;

        assert_eq!(Rhythm::Quarter.coming(opened - 1), next);
        assert_eq!(Rhythm::Quarter.coming(opened), next.next());
    }

    #[test]
    fn reminders_come_in_the_morning_at_half_and_three_quarters() {
        let period = Period::parse(Rhythm::Quarter, "2026-tw4").unwrap();
        let at = |quarters| Zone::Wib.civil(period.quarters_over(quarters));

        assert_eq!((at(2).date(), at(2).hour()), (date(2026, 11, 16), 9));
        assert_eq!(at(3).date(), date(2026, 12, 9));
        assert!(period.quarters_over(2) > period.opens_at(Zone::Wib) + 40 * 24 * HOUR);
    }
}
