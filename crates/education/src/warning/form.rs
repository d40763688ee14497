//! Reading the form of a warning: from what was typed to a draft that makes sense, or to what is wrong where. No I/O.

use serde::Deserialize;
use ui::{Zone, form::Errors, parse};

use super::model::{Draft, Words};
use crate::activity::draft::{DraftForm, folded};

/// The form as sent; everything is text until it is read.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct WarningForm {
    /// The agency that warns; fixed once the draft is there.
    pub(crate) agency: String,
    /// Id of the warning that this one takes the place of; fixed once the draft is there.
    pub(crate) supersedes: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) avoid: String,
    pub(crate) consequence: String,
    pub(crate) remedy: String,
    pub(crate) rule: String,
    pub(crate) link: String,
    /// Id of an activity of that agency; empty for none.
    pub(crate) activity: String,
    /// "everyone", "regions" or "agencies".
    pub(crate) audience: String,
    pub(crate) region: Vec<String>,
    pub(crate) agencies: String,
    /// "1": anybody may read it.
    pub(crate) public: String,
    /// The last day for reading it; empty for none.
    pub(crate) read_by: String,
    /// Made with the page: the same form sent twice makes one draft.
    pub(crate) once: String,
}

const LONGEST_TITLE: usize = 120;
const LONGEST_TEXT: usize = 600;
const LONGEST_RULE: usize = 200;
const FURTHEST: i64 = 366 * kernel::clock::DAY;

impl WarningForm {
    /// `zone` is the writer's clock, on which the last day ends.
    pub(crate) fn read(&self, zone: Zone, now: i64) -> Result<Draft, Errors> {
        let mut errors = Errors::new();
        let words = Words {
            title: line(&self.title, ("title", LONGEST_TITLE), &mut errors),
            avoid: text(&self.avoid, "avoid", &mut errors),
            consequence: text(&self.consequence, "consequence", &mut errors),
            remedy: text(&self.remedy, "remedy", &mut errors),
            rule: line(&self.rule, ("rule", LONGEST_RULE), &mut errors),
            link: self.read_link(&mut errors),
        };
        let draft = Draft {
            words,
            audience: self.addressed().read_audience(&mut errors),
            is_public: self.public == "1",
            read_by: self.read_day(zone, now, &mut errors),
            zone,
            activity_id: Some(self.activity.trim().to_owned()).filter(|it| !it.is_empty()),
        };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }

    /// Its audience as an activity's form would ask for it.
    fn addressed(&self) -> DraftForm {
        DraftForm {
            audience: self.audience.clone(),
            region: self.region.clone(),
            agencies: self.agencies.clone(),
            ..DraftForm::default()
        }
    }

    fn read_link(&self, errors: &mut Errors) -> String {
        let link = self.link.trim();
        let is_sound = link.starts_with("https://") && !link.contains(|it: char| it.is_whitespace() || it.is_control());
        if !(link.is_empty() || is_sound && link.len() <= 500) {
            errors.add("link", "draft-link");
        }
        link.to_owned()
    }

    fn read_day(&self, zone: Zone, now: i64, errors: &mut Errors) -> Option<i64> {
        if self.read_by.trim().is_empty() {
            return None;
        }
        let day = errors.take("read_by", parse::date(&self.read_by))?;
        let ends_at = zone.moment(day.saturating_add(jiff::Span::new().days(1)), jiff::civil::Time::midnight()) - 1;
        if !(now..now + FURTHEST).contains(&ends_at) {
            errors.add("read_by", "warning-read-by-range");
        }
        Some(ends_at)
    }
}

fn line(typed: &str, (field, longest): (&'static str, usize), errors: &mut Errors) -> String {
    let words = folded(typed);
    measured(&words, (field, longest), errors);
    words
}

fn text(typed: &str, field: &'static str, errors: &mut Errors) -> String {
    let lines: Vec<String> = typed.lines().map(folded).collect();
    let words = lines.join("\n").trim().to_owned();
    measured(&words, (field, LONGEST_TEXT), errors);
    words
}

fn measured(words: &str, (field, longest): (&'static str, usize), errors: &mut Errors) {
    match words.chars().count() {
        0..=4 => errors.add(field, "warning-words-missing"),
        length if length > longest => errors.add_with(field, "draft-too-long", ("n", longest)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use ui::{Lang, Tongue};

    use super::*;

    /// 2026-11-21 09.00 WITA.
    const NOW: i64 = 1_795_222_800_000;

    fn form() -> WarningForm {
        WarningForm {
            title: "Jangan menerima bingkisan".into(),
            avoid: "Menerima bingkisan dari rekanan.".into(),
            consequence: "Gratifikasi yang tidak dilaporkan dapat dipidana.".into(),
            remedy: "Tolak, atau laporkan dalam 30 hari kerja.".into(),
            rule: "UU 20/2001 pasal 12B".into(),
            link: "https://peraturan.example/uu-20-2001".into(),
            audience: "regions".into(),
            region: vec!["76".into()],
            read_by: "2026-11-30".into(),
            ..WarningForm::default()
        }
    }

    #[track_caller]
    fn wrong(form: WarningForm) -> Vec<String> {
        let errors = form.read(Zone::Wita, NOW).expect_err("something wrong");
        errors.said(Tongue::of(Lang::Id)).into_iter().map(|it| it.field).collect()
    }

    #[test]
    fn the_last_day_counts_to_its_end_on_the_writers_clock() {
        let draft = form().read(Zone::Wita, NOW).expect("a draft");

        assert_eq!(draft.audience, ["asn@76"]);
        assert_eq!(draft.read_by, Some(Zone::Wita.moment(jiff::civil::date(2026, 12, 1), jiff::civil::Time::midnight()) - 1));
        assert!(WarningForm { read_by: "21/11/2026".into(), ..form() }.read(Zone::Wita, NOW).is_ok(), "today is still to come");
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for day in ["2026-11-20", "2028-01-01", "besok"] {
            assert_eq!(wrong(WarningForm { read_by: day.into(), ..form() }), ["read_by"], "{day}");
        }
        for link in ["http://peraturan.example", "javascript:alert(1)", "https://a b"] {
            assert_eq!(wrong(WarningForm { link: link.into(), ..form() }), ["link"], "{link}");
        }
        assert_eq!(wrong(WarningForm { audience: String::new(), ..form() }), ["audience"]);
        assert_eq!(wrong(WarningForm { region: vec![], ..form() }), ["region"]);
        let long = "x".repeat(601);
        assert_eq!(
            wrong(WarningForm { title: "abc".into(), avoid: long, rule: " ".into(), ..form() }),
            ["title", "avoid", "rule"]
        );
    }
}
