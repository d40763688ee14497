//! Reading the forms of materials: from what was typed to a draft, or to what is wrong where. No I/O.

use schemars::JsonSchema;
use serde::Deserialize;
use ui::Errors;

use super::model::{Draft, Openness};
use crate::activity::draft::one_line;

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct MaterialForm {
    /// Empty: the name of the file.
    pub(crate) title: String,
    /// "participants", "audience" or "public".
    pub(crate) openness: String,
    /// "1": open before the activity is over.
    pub(crate) early: String,
}

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct LinkForm {
    pub(crate) title: String,
    pub(crate) openness: String,
    pub(crate) early: String,
    /// https://...
    pub(crate) link: String,
}

const LONGEST_TITLE: usize = 120;
const LONGEST_LINK: usize = 500;

impl MaterialForm {
    pub(super) fn read(&self, otherwise: &str, errors: &mut Errors) -> Draft {
        let typed = one_line(&self.title);
        let title = if typed.is_empty() { one_line(otherwise) } else { typed };
        if title.is_empty() {
            errors.add("title", "material-title-needed");
        } else if title.chars().count() > LONGEST_TITLE {
            errors.add_with("title", "draft-too-long", ("n", LONGEST_TITLE));
        }
        let openness = Openness::parse(&self.openness);
        if openness.is_none() {
            errors.add("openness", "draft-choose-one");
        }
        Draft { title, openness: openness.unwrap_or(Openness::Participants), is_early: self.early == "1" }
    }
}

impl LinkForm {
    pub(super) fn read(&self) -> Result<(Draft, String), Errors> {
        let mut errors = Errors::new();
        let words = MaterialForm { title: self.title.clone(), openness: self.openness.clone(), early: self.early.clone() };
        let link = secure(self.link.trim());
        if link.is_none() {
            errors.add("link", "material-link-wrong");
        }
        let draft = words.read("", &mut errors);
        match link {
            Some(link) if errors.is_empty() => Ok((draft, link)),
            _ => Err(errors),
        }
    }
}

/// An address that everybody can see is of the host it shows.
fn secure(typed: &str) -> Option<String> {
    let uri: axum::http::Uri = typed.parse().ok()?;
    let host = uri.host()?;
    let is_name = host.contains('.') && host.chars().all(|it| it.is_ascii_alphanumeric() || it == '.' || it == '-');
    let is_plain = uri.authority().is_some_and(|it| !it.as_str().contains('@'));
    let is_secure = uri.scheme_str() == Some("https");
    (is_secure && is_plain && is_name && typed.len() <= LONGEST_LINK).then(|| typed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_secure_and_show_where_they_lead() {
        assert!(secure("https://video.example/rekaman?v=1&t=2#bab").is_some());
        for wrong in [
            "",
            "http://video.example/a",
            "javascript:alert(1)",
            "//video.example",
            "/kegiatan",
            "https://bps.go.id@jahat.example/",
            "https://localhost/",
            "https://a b.example/",
            "data:text/html,a",
            "https://vidéo.example/",
        ] {
            assert_eq!(secure(wrong), None, "{wrong}");
        }
        assert_eq!(secure(&format!("https://video.example/{}", "a".repeat(500))), None);
    }
}
