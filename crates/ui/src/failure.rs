//! The page for what went wrong, in plain words with one thing to do. Which failure it is, the caller decides.

use askama::Template;
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    form::{Errors, Said},
    frame::{Frame, Link},
};

/// As JSON: `status`, `title`, `explanation`, `errors`, `reference`.
#[derive(Template, Serialize, JsonSchema)]
#[template(path = "failure.html")]
pub struct FailurePage {
    #[serde(skip)]
    pub frame: Frame,
    pub status: u16,
    pub title: String,
    pub explanation: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Said>,
    /// The request id, for the administrator who looks for it in the log.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reference: String,
    #[serde(skip)]
    pub step: Link,
}

impl FailurePage {
    /// Words for 403, 404, 409, 422, 429 and 503; any other status is said as 500.
    pub fn new(frame: Frame, status: u16) -> FailurePage {
        let t = frame.t;
        let [title, text, step] = keys(status);
        let href = match status {
            403 | 404 => "/".to_owned(),
            _ => frame.path.clone(),
        };
        let step = match (&frame.account, status) {
            (None, 403) => Link::new(t.say("frame-sign-in"), &frame.sign_in),
            _ => Link::new(t.say(step), href),
        };
        let title = t.say(title).to_owned();
        FailurePage {
            frame: frame.titled(&title),
            status,
            title,
            explanation: t.say(text).to_owned(),
            errors: Vec::new(),
            reference: String::new(),
            step,
        }
    }

    /// A sentence that says more than the general one; also the key of a text.
    pub fn because(mut self, explanation: &str) -> FailurePage {
        self.explanation = self.frame.t.say(explanation).to_owned();
        self
    }

    pub fn with_errors(mut self, errors: &Errors) -> FailurePage {
        self.errors = errors.said(self.frame.t);
        self
    }

    pub fn referring_to(mut self, request_id: impl Into<String>) -> FailurePage {
        self.reference = request_id.into();
        self
    }

    pub fn then(mut self, label: impl Into<String>, href: impl Into<String>) -> FailurePage {
        self.step = Link::new(label, href);
        self
    }
}

fn keys(status: u16) -> [&'static str; 3] {
    match status {
        403 => ["failure-403-title", "failure-403-text", "failure-403-step"],
        404 => ["failure-404-title", "failure-404-text", "failure-404-step"],
        409 => ["failure-409-title", "failure-409-text", "failure-409-step"],
        400 | 422 => ["failure-422-title", "failure-422-text", "failure-422-step"],
        429 => ["failure-429-title", "failure-429-text", "failure-429-step"],
        503 => ["failure-503-title", "failure-503-text", "failure-503-step"],
        _ => ["failure-500-title", "failure-500-text", "failure-500-step"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Tongue};

    fn page(lang: Lang, status: u16) -> FailurePage {
        FailurePage::new(Frame::new(Tongue::of(lang)).at("/kegiatan/7?a=1", "https://guyub.example"), status)
    }

    #[test]
    fn every_failure_has_words_in_both_languages_and_one_step() {
        for lang in Lang::ALL {
            for status in [403, 404, 409, 422, 429, 500, 503] {
                let html = page(lang, status).render().unwrap();

                assert!(!html.contains("failure-"), "{status} has no words in {lang:?}");
                assert_eq!(html.matches("class=\"button primary\"").count(), 1);
            }
        }
    }

    #[test]
    fn a_stranger_is_asked_to_sign_in_and_an_insider_is_not() {
        let stranger = page(Lang::Id, 403);
        let insider = FailurePage::new(page(Lang::Id, 403).frame.signed_in("Sutrisno", "/profil"), 403);

        assert_eq!(stranger.step, Link::new("Masuk", "/masuk"));
        assert_eq!(insider.step, Link::new("Kembali ke beranda", "/"));
    }

    #[test]
    fn the_reference_and_faults_are_shown_escaped() {
        let mut errors = Errors::new();
        errors.add("seats", "error-number");

        let html = page(Lang::Id, 422).with_errors(&errors).referring_to("<01J>").render().unwrap();

        assert!(html.contains("Tulis angka saja, misalnya 200."));
        assert!(html.contains("&#60;01J&#62;"));
    }
}
