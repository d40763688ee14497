//! What a person's certificates of one year come to: JP with the caps of the day and the month, in the order of time. Pure; no words, no I/O.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Zone;

use super::rules::{Form, Rules};

/// Something learned, with the JP that its certificate says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Learned {
    pub(crate) certificate_id: String,
    pub(crate) activity_id: String,
    pub(crate) form: String,
    /// Epoch milliseconds.
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) hours: i64,
    pub(crate) is_withdrawn: bool,
}

/// What a certificate adds to the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Counted {
    pub(crate) hours: i64,
    /// Why it is less than the certificate says.
    pub(crate) less: Option<Less>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Less {
    Withdrawn,
    /// Another certificate of the same activity counts already, e.g. as speaker and as participant.
    SameActivity,
    /// JP of this form that count on one day.
    MostPerDay(i64),
    /// JP of this form that count in one month.
    MostPerMonth(i64),
}

/// One answer for each, in the order given. All of them begin in one calendar year of the person's zone: that is the year they count in.
pub(crate) fn count(rules: &Rules, zone: Zone, learned: &[Learned]) -> Vec<Counted> {
    let mut order: Vec<usize> = (0..learned.len()).collect();
    order.sort_by_key(|at| {
        let it = &learned[*at];
        (it.starts_at, std::cmp::Reverse(it.hours), it.certificate_id.as_str())
    });
    let mut ledger = Ledger { zone, days: BTreeMap::new(), months: BTreeMap::new() };
    let mut activities = BTreeSet::new();
    let mut counted = vec![Counted { hours: 0, less: None }; learned.len()];
    for at in order {
        let it = &learned[at];
        counted[at] = if it.is_withdrawn {
            Counted { hours: 0, less: Some(Less::Withdrawn) }
        } else if !activities.insert(it.activity_id.as_str()) {
            Counted { hours: 0, less: Some(Less::SameActivity) }
        } else {
            ledger.enter(it, rules.form(&it.form))
        };
    }
    counted
}

/// The calendar year, in the person's zone, that something counts in: the one in which it begins.
pub(crate) fn year_of(starts_at: i64, zone: Zone) -> i16 {
    zone.civil(starts_at).year()
}

/// JP of each capped form that were counted so far.
struct Ledger<'a> {
    zone: Zone,
    days: BTreeMap<(&'a str, Date), i64>,
    months: BTreeMap<(&'a str, i8), i64>,
}

impl<'a> Ledger<'a> {
    fn enter(&mut self, it: &'a Learned, form: Option<&Form>) -> Counted {
        let (per_day, per_month) = form.map_or((None, None), |it| (it.most_per_day, it.most_per_month));
        if per_day.is_none() && per_month.is_none() {
            return Counted { hours: it.hours.max(0), less: None };
        }
        let (mut left, mut less) = (it.hours.max(0), None);
        for day in self.days_of(it) {
            if left == 0 {
                break;
            }
            let of_day = self.days.entry((&it.form, day)).or_default();
            let of_month = self.months.entry((&it.form, day.month())).or_default();
            let day_room = per_day.map_or(i64::MAX, |most| (most - *of_day).max(0));
            let month_room = per_month.map_or(i64::MAX, |most| (most - *of_month).max(0));
            let taken = left.min(day_room).min(month_room);
            *of_day += taken;
            *of_month += taken;
            left -= taken;
            less = if month_room < day_room { per_month.map(Less::MostPerMonth) } else { per_day.map(Less::MostPerDay) };
        }
        Counted { hours: it.hours.max(0) - left, less: less.filter(|_| left > 0) }
    }

    /// From its first day to its last; days of the next year are not filled, so that years do not depend on each other.
    fn days_of(&self, it: &Learned) -> impl Iterator<Item = Date> + use<> {
        let (first, last) = (self.zone.civil(it.starts_at).date(), self.zone.civil(it.ends_at.max(it.starts_at)).date());
        first.series(1.day()).take_while(move |day| *day <= last && day.year() == first.year())
    }
}
