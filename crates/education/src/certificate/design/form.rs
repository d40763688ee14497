//! The form of a design: read, or named what is wrong beside each field.

use document::Template;
use schemars::JsonSchema;
use serde::Deserialize;
use ui::{Errors, Form, Tongue, parse};

use crate::{
    activity::{
        draft::one_line,
        model::{Activity, FORMS},
    },
    certificate::{
        model::{Design, Signatory},
        number::Pattern,
    },
    learning::rules,
};

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct DesignForm {
    /// The version that was seen; 0 when there was none.
    pub(crate) version: String,
    /// "resmi", "modern" or "polos".
    pub(crate) template: String,
    pub(crate) heading: String,
    /// With `{urut}` or `{urut:4}`; also `{bulan}`, `{bulan-romawi}`, `{tahun}`, `{instansi}`.
    pub(crate) number_pattern: String,
    pub(crate) place: String,
    /// Empty: the day of issue.
    pub(crate) signed_on: String,
    pub(crate) jp: String,
    pub(crate) form: String,
    pub(crate) signatory_position: Vec<String>,
    pub(crate) signatory_name: Vec<String>,
    pub(crate) signatory_number: Vec<String>,
    /// "1": the agenda stands on the back.
    pub(crate) with_agenda: String,
}

pub(crate) const MOST_SIGNATORIES: usize = 3;
const LONGEST: usize = 80;

impl DesignForm {
    pub(crate) fn read(&self, activity: &Activity, now: i64) -> Result<Design, Errors> {
        let mut errors = Errors::new();
        if !Template::NAMES.contains(&self.template.as_str()) {
            errors.add("template", "certificate-template-unknown");
        }
        if let Err(wrong) = Pattern::read(&one_line(&self.number_pattern)) {
            errors.add("number_pattern", wrong.key());
        }
        if !FORMS.contains(&self.form.as_str()) {
            errors.add("form", "certificate-form-unknown");
        }
        let design = Design {
            activity_id: activity.id.clone(),
            template: self.template.clone(),
            heading: words("heading", &self.heading, &mut errors),
            number_pattern: one_line(&self.number_pattern),
            place: words("place", &self.place, &mut errors),
            signed_on: self.read_day(activity, &mut errors),
            minutes_per_jp: rules::rules_of(activity).minutes_per_hour,
            jp: self.read_jp(activity, &mut errors),
            form: self.form.clone(),
            signatories: self.read_signatories(&mut errors),
            with_agenda: self.with_agenda == "1",
            changed_at: now,
            version: self.version.parse().unwrap_or(0),
        };
        if errors.is_empty() { Ok(design) } else { Err(errors) }
    }

    fn read_day(&self, activity: &Activity, errors: &mut Errors) -> Option<i64> {
        if self.signed_on.trim().is_empty() {
            return None;
        }
        let day = errors.take("signed_on", parse::date(&self.signed_on))?;
        Some(activity.zone.moment(day, jiff::civil::Time::midnight()))
    }

    /// Never more than the time gives for this form.
    fn read_jp(&self, activity: &Activity, errors: &mut Errors) -> i64 {
        let most = rules::hours_as(activity, &self.form);
        match errors.take("jp", parse::whole(&self.jp)) {
            Some(jp) if jp > most => errors.add_with("jp", "certificate-jp-too-many", ("n", most)),
            Some(jp) => return jp,
            None => {}
        }
        0
    }

    fn read_signatories(&self, errors: &mut Errors) -> Vec<Signatory> {
        let at = |list: &[String], n: usize| list.get(n).map(|it| one_line(it)).unwrap_or_default();
        let rows = (0..self.signatory_name.len().min(MOST_SIGNATORIES)).map(|n| Signatory {
            position: at(&self.signatory_position, n),
            name: at(&self.signatory_name, n),
            number: at(&self.signatory_number, n),
        });
        let signatories: Vec<Signatory> = rows.filter(|it| !it.name.is_empty() || !it.position.is_empty()).collect();
        if signatories.is_empty() || signatories.iter().any(|it| it.name.is_empty() || it.position.is_empty()) {
            errors.add("signatories", "certificate-signatories-needed");
        }
        signatories
    }

    /// As it was typed, for the fields.
    pub(crate) fn refused(&self, t: Tongue, errors: &Errors) -> Form {
        let fields = [
            ("template", &self.template),
            ("heading", &self.heading),
            ("number_pattern", &self.number_pattern),
            ("place", &self.place),
            ("signed_on", &self.signed_on),
            ("jp", &self.jp),
            ("form", &self.form),
            ("with_agenda", &self.with_agenda),
        ];
        Form::refused(t, fields.map(|(name, value)| (name.to_owned(), value.clone())).to_vec(), errors)
    }

    pub(crate) fn typed_signatories(&self) -> Vec<Signatory> {
        let at = |list: &[String], n: usize| list.get(n).cloned().unwrap_or_default();
        let row = |n| Signatory {
            position: at(&self.signatory_position, n),
            name: at(&self.signatory_name, n),
            number: at(&self.signatory_number, n),
        };
        (0..MOST_SIGNATORIES).map(row).collect()
    }
}

fn words(field: &str, typed: &str, errors: &mut Errors) -> String {
    let text = one_line(typed);
    if text.is_empty() || text.chars().count() > LONGEST {
        errors.add(field, "certificate-words-needed");
    }
    text
}
