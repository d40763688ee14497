//! What stands on the page made to be shared, and by which way people come to it. No I/O.

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Errors;

use crate::activity::draft::{is_invisible, one_line};

#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Share {
    pub(crate) activity_id: String,
    /// Of its address, `/b/{code}`; empty until it was saved once.
    pub(crate) code: String,
    /// In plain language.
    pub(crate) summary: String,
    /// At most three.
    pub(crate) takeaways: Vec<String>,
    pub(crate) published_at: Option<i64>,
    /// Editors send back the one they saw; 0 before the first.
    pub(crate) version: i64,
}

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ShareForm {
    pub(crate) version: String,
    pub(crate) summary: String,
    pub(crate) first: String,
    pub(crate) second: String,
    pub(crate) third: String,
}

/// As it was read from the form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Words {
    pub(crate) summary: String,
    pub(crate) takeaways: Vec<String>,
}

pub(crate) const LONGEST_SUMMARY: usize = 700;
pub(crate) const LONGEST_TAKEAWAY: usize = 160;
const SHORTEST_SUMMARY: usize = 20;

/// Ways by which a page is reached, as `?lewat=` says; without it the address was opened as it is.
const CHANNELS: [&str; 6] = ["wa", "telegram", "surel", "qr", "salin", "langsung"];
const OTHER: &str = "lain";

impl Share {
    pub(crate) fn read(row: &Row) -> Outcome<Share> {
        Ok(Share {
            activity_id: row.get("activity_id")?,
            code: row.get("code")?,
            summary: row.get("summary")?,
            takeaways: serde_json::from_str(&row.get::<String>("takeaways")?)?,
            published_at: row.get("published_at")?,
            version: row.get("version")?,
        })
    }

    pub(crate) fn takeaway(&self, at: usize) -> &str {
        self.takeaways.get(at).map_or("", String::as_str)
    }

    pub(crate) fn published_code(self) -> Option<String> {
        self.published_at.map(|_| self.code)
    }

    pub(crate) fn path(&self) -> String {
        format!("/b/{}", self.code)
    }
}

impl ShareForm {
    pub(crate) fn read(&self) -> Result<Words, Errors> {
        let mut errors = Errors::new();
        let summary = self.summary.lines().map(plain).collect::<Vec<_>>().join("\n").trim().to_owned();
        match summary.chars().count() {
            n if n < SHORTEST_SUMMARY => errors.add("summary", "share-summary-needed"),
            n if n > LONGEST_SUMMARY => errors.add_with("summary", "draft-too-long", ("n", LONGEST_SUMMARY)),
            _ => {}
        }
        let typed = [("first", &self.first), ("second", &self.second), ("third", &self.third)];
        let takeaways = typed.map(|(field, text)| (field, one_line(text)));
        for (field, _) in takeaways.iter().filter(|it| it.1.chars().count() > LONGEST_TAKEAWAY) {
            errors.add_with(*field, "draft-too-long", ("n", LONGEST_TAKEAWAY));
        }
        if takeaways[0].1.is_empty() {
            errors.add("first", "share-takeaway-needed");
        }
        let takeaways = takeaways.into_iter().map(|it| it.1).filter(|it| !it.is_empty()).collect();
        if errors.is_empty() { Ok(Words { summary, takeaways }) } else { Err(errors) }
    }
}

/// Without what cannot be seen, and with single spaces.
fn plain(line: &str) -> String {
    let visible: String = line.chars().map(|it| if it.is_control() { ' ' } else { it }).filter(|it| !is_invisible(*it)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is not on the list counts as one other way, so that nobody can write their own words into the counts.
pub(crate) fn channel(said: Option<&str>) -> &'static str {
    let Some(said) = said.filter(|it| !it.is_empty()) else { return "langsung" };
    CHANNELS.into_iter().find(|it| *it == said).unwrap_or(OTHER)
}

/// Programs that look at an address before people do, or instead of them: they say so in their name.
pub(crate) fn is_program(agent: &str) -> bool {
    const MARKS: [&str; 18] = [
        "bot",
        "crawl",
        "spider",
        "preview",
        "whatsapp/",
        "facebookexternalhit",
        "facebookcatalog",
        "slurp",
        "curl",
        "wget",
        "python",
        "java/",
        "okhttp",
        "go-http",
        "headlesschrome",
        "monitor",
        "scan",
        "fetch",
    ];
    let agent = agent.to_ascii_lowercase();
    agent.is_empty() || MARKS.iter().any(|it| agent.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_told_from_people_by_their_name() {
        for program in [
            "",
            "WhatsApp/2.23.20.0 A",
            "TelegramBot (like TwitterBot)",
            "facebookexternalhit/1.1",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "curl/8.5.0",
        ] {
            assert!(is_program(program), "{program}");
        }
        for person in [
            "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1",
            "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80 (S60; SymbOS; Opera Mobi/23.348; U; en) Presto/2.5.25 Version/10.54",
        ] {
            assert!(!is_program(person), "{person}");
        }
    }

    #[test]
    fn ways_are_those_of_the_list() {
        assert_eq!(channel(Some("wa")), "wa");
        assert_eq!(channel(None), "langsung");
        assert_eq!(channel(Some("<script>")), "lain");
    }

    #[test]
    fn words_are_read_or_said_what_is_wrong() {
        let form = |summary: &str, first: &str| ShareForm {
            summary: summary.to_owned(),
            first: first.to_owned(),
            third: "Ketiga".to_owned(),
            ..ShareForm::default()
        };
        let words = form("Harga naik pelan itu wajar,\r\nyang penting terkendali.", "Catat\u{202e} belanja").read().unwrap();
        assert_eq!(words.summary, "Harga naik pelan itu wajar,\nyang penting terkendali.");
        assert_eq!(words.takeaways, ["Catat belanja", "Ketiga"]);
        assert_eq!(form("pendek", "").read().unwrap_err().len(), 2);
        assert_eq!(form(&"a".repeat(701), &"b".repeat(161)).read().unwrap_err().len(), 2);
    }
}
