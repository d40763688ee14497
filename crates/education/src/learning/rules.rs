//! The rule table of lesson hours (JP) of a year: `rules.json`, read and asked. Not the adding up of what a person learned (counting).

use std::sync::LazyLock;

use kernel::clock::{DAY, MINUTE};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Zone;

use crate::activity::model::Activity;

/// What one year's rules say. A new regulation is a new table with its first year; years before keep theirs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rules {
    /// From this calendar year on, until the next table's.
    pub(crate) first_year: i16,
    /// The regulations.
    pub(crate) source: String,
    pub(crate) minutes_per_hour: i64,
    rounding: Rounding,
    targets: Vec<Target>,
    /// Forms of competence development, in the order of the regulation.
    pub(crate) forms: Vec<Form>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Form {
    /// As activities keep it, e.g. `komunitas-belajar`.
    pub(crate) name: String,
    pub(crate) family: Family,
    pub(crate) hours: Hours,
    /// JP of this form that count on one day.
    #[serde(default)]
    pub(crate) most_per_day: Option<i64>,
    /// JP of this form that count in one calendar month.
    #[serde(default)]
    pub(crate) most_per_month: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Family {
    Klasikal,
    Nonklasikal,
}

/// How the JP of one activity are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Hours {
    Minutes,
    /// So many JP, however long it takes.
    Fixed(i64),
}

/// To whole JP, for each activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Rounding {
    Down,
    /// Half of one and more is one.
    Nearest,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Target {
    /// `nip` (PNS) or `ni-pppk`.
    identity: String,
    hours: i64,
}

static TABLES: LazyLock<Vec<Rules>> =
    LazyLock::new(|| serde_json::from_str(include_str!("rules.json")).expect("the rule table is tested"));

impl Rules {
    pub(crate) fn all() -> &'static [Rules] {
        &TABLES
    }

    /// Those of a calendar year; years before the first table go by it.
    pub(crate) fn of(year: i16) -> &'static Rules {
        TABLES.iter().rev().find(|it| it.first_year <= year).unwrap_or(&TABLES[0])
    }

    pub(crate) fn form(&self, name: &str) -> Option<&Form> {
        self.forms.iter().find(|it| it.name == name)
    }

    /// JP that somebody with this kind of service number owes in a year; police, armed forces and guests owe none.
    pub(crate) fn target(&self, identity: &str) -> Option<i64> {
        self.targets.iter().find(|it| it.identity == identity).map(|it| it.hours)
    }

    /// JP of one activity that took so many minutes on so many days. A form that the table does not know goes by minutes, without a cap.
    pub(crate) fn hours(&self, form: &str, minutes: i64, days: i64) -> i64 {
        let form = self.form(form);
        let whole = match form.map_or(Hours::Minutes, |it| it.hours) {
            Hours::Fixed(hours) => hours,
            Hours::Minutes => self.rounding.whole(minutes.max(0), self.minutes_per_hour),
        };
        let cap = form.and_then(|it| it.most_per_day).map_or(i64::MAX, |it| it.saturating_mul(days.max(1)));
        whole.min(cap)
    }
}

/// JP of an activity by its form and times.
pub(crate) fn hours_of(activity: &Activity) -> i64 {
    hours_as(activity, &activity.form)
}

/// As if it were of that form.
pub(crate) fn hours_as(activity: &Activity, form: &str) -> i64 {
    let (minutes, days) = time_of((activity.starts_at, activity.ends_at), activity.zone);
    rules_of(activity).hours(form, minutes, days)
}

/// Those that an activity is counted by.
pub(crate) fn rules_of(activity: &Activity) -> &'static Rules {
    Rules::of(activity.zone.civil(activity.starts_at).year())
}

/// Minutes and days of a span. One over several days takes place in the same part of each day, as agendas are written.
pub(crate) fn time_of((starts_at, ends_at): (i64, i64), zone: Zone) -> (i64, i64) {
    let length = (ends_at - starts_at).max(0);
    let (nights, daily) = (length / DAY, length % DAY);
    let taught = if daily == 0 { length } else { (nights + 1) * daily };
    (taught / MINUTE, days_between(starts_at, ends_at, zone))
}

fn days_between(starts_at: i64, ends_at: i64, zone: Zone) -> i64 {
    (zone.start_of_day(ends_at.max(starts_at)) - zone.start_of_day(starts_at)) / DAY + 1
}

impl Rounding {
    fn whole(self, minutes: i64, per_hour: i64) -> i64 {
        match self {
            Rounding::Down => minutes / per_hour,
            Rounding::Nearest => (2 * minutes + per_hour) / (2 * per_hour),
        }
    }
}

impl Form {
    /// JP of one activity of this form, where that does not depend on its minutes.
    pub(crate) fn fixed(&self) -> Option<i64> {
        match self.hours {
            Hours::Fixed(hours) => Some(hours),
            Hours::Minutes => None,
        }
    }
}
