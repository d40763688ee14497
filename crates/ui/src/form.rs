//! What a form shows again after a refusal: what was typed, and what is wrong where. It validates nothing itself.

use std::fmt::Display;

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::Tongue;

/// What is wrong, in the order of the fields. A message is a key of a text, or a finished sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(Vec<Fault>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    field: String,
    message: String,
    values: Vec<(String, String)>,
}

/// One fault in the reader's language, as the JSON answer and the page show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Said {
    /// Name of the field; empty when the fault is of no single field.
    pub field: String,
    pub message: String,
}

impl Errors {
    pub fn new() -> Errors {
        Errors::default()
    }

    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push(Fault { field: field.into(), message: message.into(), values: Vec::new() });
    }

    /// With one value for the message's gap: `errors.add_with("seats", "seats-below-taken", ("n", taken))`.
    pub fn add_with(&mut self, field: impl Into<String>, message: impl Into<String>, (name, value): (&str, impl Display)) {
        let values = vec![(name.to_owned(), value.to_string())];
        self.0.push(Fault { field: field.into(), message: message.into(), values });
    }

    /// Keeps the value of a field that was read, or notes its fault.
    pub fn take<V>(&mut self, field: &str, read: Result<V, &'static str>) -> Option<V> {
        read.map_err(|message| self.add(field, message)).ok()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn said(&self, t: Tongue) -> Vec<Said> {
        self.0.iter().map(|fault| Said { field: fault.field.clone(), message: fault.said(t) }).collect()
    }
}

impl Fault {
    fn said(&self, t: Tongue) -> String {
        match &self.values[..] {
            [] => t.say(&self.message).to_owned(),
            values => t.filled(
                &self.message,
                &values.iter().map(|(name, value)| (name.as_str(), value as &dyn Display)).collect::<Vec<_>>(),
            ),
        }
    }
}

/// A form as the field macros show it: values by name and faults by name. In JSON it is the list of faults.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Form {
    #[serde(skip)]
    t: Tongue,
    #[serde(skip)]
    values: Vec<(String, String)>,
    errors: Vec<Said>,
}

impl Form {
    /// An empty form.
    pub fn new(t: Tongue) -> Form {
        Form { t, ..Form::default() }
    }

    /// The form as it was sent, with what is wrong in it.
    pub fn refused(t: Tongue, typed: Vec<(String, String)>, errors: &Errors) -> Form {
        Form { t, values: typed, errors: errors.said(t) }
    }

    /// Fills a field; call it again with the same name for a field with several values.
    pub fn with(mut self, name: impl Into<String>, value: impl Display) -> Form {
        self.values.push((name.into(), value.to_string()));
        self
    }

    pub fn tongue(&self) -> Tongue {
        self.t
    }

    /// The first value of a field, or nothing.
    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(its, _)| its == name).map_or("", |(_, value)| value)
    }

    /// Whether a choice is taken.
    pub fn holds(&self, name: &str, choice: &str) -> bool {
        self.values.iter().any(|(its, value)| its == name && value == choice)
    }

    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|said| said.field == name).map(|said| said.message.as_str())
    }

    pub fn errors(&self) -> &[Said] {
        &self.errors
    }
}

/// One option of a list, a radio group or a group of boxes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

impl Choice {
    pub fn new(value: impl Display, label: impl Display) -> Choice {
        Choice { value: value.to_string(), label: label.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{parse, text::Lang};

    #[test]
    fn a_refused_form_keeps_what_was_typed_and_says_what_is_wrong() {
        let mut errors = Errors::new();
        let seats = errors.take("seats", parse::whole("dua ratus"));
        errors.add("end", "Waktu selesai harus setelah waktu mulai.");

        let typed = vec![("seats".into(), "dua ratus".into()), ("theme".into(), "a".into()), ("theme".into(), "b".into())];
        let form = Form::refused(Tongue::of(Lang::Id), typed, &errors);

        assert_eq!(seats, None);
        assert_eq!(form.value("seats"), "dua ratus");
        assert_eq!(form.error("seats"), Some("Tulis angka saja, misalnya 200."));
        assert_eq!(form.error("end"), Some("Waktu selesai harus setelah waktu mulai."));
        assert_eq!(form.error("theme"), None);
        assert!(form.holds("theme", "b"));
    }

    #[test]
    fn the_json_answer_carries_the_faults_and_nothing_typed() {
        let mut errors = Errors::new();
        errors.add_with("days", "span-days", ("n", 3));

        let form = Form::refused(Tongue::of(Lang::En), vec![("password".into(), "rahasia".into())], &errors);

        let json = serde_json::to_value(&form).unwrap();
        assert_eq!(json, serde_json::json!({ "errors": [{ "field": "days", "message": "3 days" }] }));
    }
}
