//! What a template is and what it gives to a draft. No I/O.

use kernel::{
    Outcome,
    clock::{DAY, MINUTE},
    db::Row,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Tongue, Zone};

use crate::activity::{
    audience,
    draft::{DEFAULT_SHARE, Draft},
    model::AgendaItem,
};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct ActivityTemplate {
    pub(crate) id: String,
    /// Code of the agency that made it.
    pub(crate) agency_id: String,
    /// The activity it was made from.
    pub(crate) activity_id: String,
    pub(crate) title: String,
    /// What it is good for.
    pub(crate) lead: String,
    pub(crate) theme: String,
    pub(crate) content: Content,
    /// Drafts that were made from it.
    pub(crate) uses: i64,
    pub(crate) made_at: i64,
    pub(crate) removed_at: Option<i64>,
}

/// What a draft gets. Nothing in it names a person, a place or a link of the origin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Content {
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) theme: String,
    pub(crate) form: String,
    pub(crate) mode: String,
    /// Minutes after midnight on the clock of whoever holds it.
    pub(crate) begins: i64,
    pub(crate) minutes: i64,
    pub(crate) seats: Option<i64>,
    pub(crate) minimum_share: i64,
    /// Minutes after the start, and what comes then.
    pub(crate) agenda: Vec<(i64, String)>,
    pub(crate) evaluation: Option<EvaluationLook>,
    pub(crate) certificate: Option<CertificateLook>,
    pub(crate) tasks: Vec<Task>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct EvaluationLook {
    pub(crate) form_id: String,
    pub(crate) table_id: String,
    pub(crate) certificate_needs_evaluation: bool,
    pub(crate) is_index_public: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct CertificateLook {
    pub(crate) template: String,
    pub(crate) heading: String,
    pub(crate) number_pattern: String,
    pub(crate) minutes_per_jp: i64,
    pub(crate) jp: i64,
    pub(crate) form: String,
    pub(crate) with_agenda: bool,
}

/// Something to be done so many days before (negative) or after the activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Task {
    pub(crate) days: i64,
    pub(crate) title: String,
}

impl Content {
    /// For civil servants of a province, from this moment on that clock.
    pub(crate) fn draft(&self, province: &str, (starts_at, zone): (i64, Zone)) -> Draft {
        let item = |(minutes, title): &(i64, String)| AgendaItem {
            starts_at: starts_at + minutes * MINUTE,
            title: title.clone(),
            speaker: String::new(),
        };
        let regions: Vec<String> = Some(province.to_owned()).filter(|it| !it.is_empty()).into_iter().collect();
        Draft {
            title: self.title.clone(),
            summary: self.summary.clone(),
            theme: self.theme.clone(),
            form: self.form.clone(),
            mode: self.mode.clone(),
            starts_at,
            ends_at: starts_at + self.minutes.max(1) * MINUTE,
            zone,
            place: String::new(),
            meeting_link: String::new(),
            meeting_server: String::new(),
            contact: String::new(),
            seats: self.seats,
            audience: audience::labels(&[], &regions, false),
            is_open_to_public: false,
            listed: "public".to_owned(),
            registration_closes_at: None,
            minimum_share: if self.minimum_share > 0 { self.minimum_share } else { DEFAULT_SHARE },
            agenda: self.agenda.iter().map(item).collect(),
            speakers: Vec::new(),
        }
    }

    /// On that day, at the hour at which the origin began.
    pub(crate) fn starts_on(&self, day: jiff::civil::Date, zone: Zone) -> i64 {
        zone.moment(day, jiff::civil::Time::midnight()) + self.begins * MINUTE
    }
}

impl Task {
    /// `H-7`, `H`, `H+3`.
    pub(crate) fn day(&self) -> String {
        match self.days {
            0 => "H".to_owned(),
            days if days < 0 => format!("H-{}", -days),
            days => format!("H+{days}"),
        }
    }

    /// When it is due for an activity that starts then.
    pub(crate) fn due(&self, starts_at: i64) -> i64 {
        starts_at + self.days * DAY
    }
}

/// The first working day two weeks ahead.
pub(crate) fn usual_day(now: i64, zone: Zone) -> jiff::civil::Date {
    use jiff::civil::Weekday::{Saturday, Sunday};
    let days = (14..17).map(|it| zone.civil(now + it * DAY).date());
    let mut working = days.filter(|it| !matches!(it.weekday(), Saturday | Sunday));
    working.next().unwrap_or_else(|| zone.civil(now + 14 * DAY).date())
}

impl ActivityTemplate {
    pub(crate) fn read(row: &Row) -> Outcome<ActivityTemplate> {
        Ok(ActivityTemplate {
            id: row.get("id")?,
            agency_id: row.get("agency_id")?,
            activity_id: row.get("activity_id")?,
            title: row.get("title")?,
            lead: row.get("lead")?,
            theme: row.get("theme")?,
            content: serde_json::from_str(&row.get::<String>("content")?)?,
            uses: row.get("uses")?,
            made_at: row.get("made_at")?,
            removed_at: row.get("removed_at")?,
        })
    }

    /// "2 jam 30 menit, 4 acara, 5 tugas persiapan".
    pub(crate) fn holds(&self, t: &Tongue) -> String {
        let filled = t.with("minutes", t.number(self.content.minutes)).with("items", t.number(self.content.agenda.len()));
        filled.with("tasks", t.number(self.content.tasks.len())).say("template-holds")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_keeps_the_hours_and_takes_the_day_and_the_clock_of_its_holder() {
        let content = Content {
            title: "Inflasi dan APBN".to_owned(),
            begins: 9 * 60,
            minutes: 150,
            agenda: vec![(0, "Pembukaan".to_owned()), (15, "Paparan".to_owned())],
            ..Content::default()
        };
        let starts_at = content.starts_on(jiff::civil::date(2026, 12, 7), Zone::Wit);

        let draft = content.draft("91", (starts_at, Zone::Wit));

        assert_eq!(starts_at, Zone::Wit.moment(jiff::civil::date(2026, 12, 7), jiff::civil::time(9, 0, 0, 0)));
        assert_eq!(draft.ends_at - draft.starts_at, 150 * MINUTE);
        assert_eq!(draft.agenda[1].starts_at - starts_at, 15 * MINUTE);
        assert_eq!((draft.audience, draft.minimum_share), (vec!["asn@91".to_owned()], DEFAULT_SHARE));
    }

    #[test]
    fn days_are_counted_from_the_activity() {
        let day = |days| Task { days, title: String::new() }.day();

        assert_eq!([day(-7), day(0), day(3)], ["H-7", "H", "H+3"]);
    }

    #[test]
    fn the_usual_day_is_a_working_day() {
        // 2026-11-21 is a Saturday.
        assert_eq!(usual_day(1_795_222_800_000, Zone::Wita), jiff::civil::date(2026, 12, 7));
    }
}
