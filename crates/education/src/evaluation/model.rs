//! What an evaluation is made of: its settings, its questions, the time in which it is open, and counts of answers. No I/O.

use kernel::clock::DAY;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::index::{Class, Element};
use crate::activity::model::Activity;

/// Below this nothing is shown, and nothing is shown that differs by fewer answers from what was shown before.
pub(crate) const FEWEST: i64 = 5;
/// Below this no words are shown.
pub(crate) const FEWEST_FOR_WORDS: i64 = 10;
/// How long people may answer, unless the owners say otherwise.
pub(crate) const OPEN_FOR: i64 = 14 * DAY;

pub(crate) const DEFAULT_FORM: &str = "umum-1";
pub(crate) const DEFAULT_TABLE: &str = "permenpanrb-14-2017";

/// What the owners chose, and what was released so far.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Evaluation {
    pub(crate) form_id: String,
    /// Of the table of categories.
    pub(crate) table_id: String,
    pub(crate) closes_at: Option<i64>,
    pub(crate) certificate_needs_evaluation: bool,
    pub(crate) is_index_public: bool,
    /// How many answers the released counts are of.
    pub(crate) answers: i64,
    /// In hundredths, of the released counts.
    pub(crate) index: Option<i64>,
    pub(crate) conversion: Option<i64>,
}

impl Default for Evaluation {
    fn default() -> Evaluation {
        Evaluation {
            form_id: DEFAULT_FORM.to_owned(),
            table_id: DEFAULT_TABLE.to_owned(),
            closes_at: None,
            certificate_needs_evaluation: false,
            is_index_public: true,
            answers: 0,
            index: None,
            conversion: None,
        }
    }
}

/// When answers are taken: epoch ms, until excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) opens_at: i64,
    pub(crate) closes_at: i64,
}

impl Window {
    /// From the end, or from the last checkpoint if that was opened before it, for two weeks or as long as the owners say.
    pub(crate) fn of(activity: &Activity, closes_at: Option<i64>, last_checkpoint_at: Option<i64>) -> Window {
        let opens_at = last_checkpoint_at.map_or(activity.ends_at, |it| it.min(activity.ends_at));
        Window { opens_at, closes_at: closes_at.unwrap_or(activity.ends_at + OPEN_FOR) }
    }

    pub(crate) fn has_closed(self, now: i64) -> bool {
        now >= self.closes_at
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Question,
    Speaker,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Question => "question",
            Kind::Speaker => "speaker",
        }
    }

    pub(crate) fn parse(name: &str) -> Kind {
        if name == "speaker" { Kind::Speaker } else { Kind::Question }
    }
}

/// What a value from 1 to 4 is given for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Subject {
    pub(crate) kind: Kind,
    /// The question's slug, or the speaker's name.
    pub(crate) id: String,
    /// The question's or speaker's words for the reader.
    pub(crate) said: String,
    /// Name of the field in the form.
    pub(crate) field: String,
}

impl Subject {
    pub(crate) fn question(slug: &str, said: &str) -> Subject {
        Subject { kind: Kind::Question, id: slug.to_owned(), said: said.to_owned(), field: format!("nilai-{slug}") }
    }

    /// The field is named after the speaker and not the place in the list, which may change while somebody answers.
    pub(crate) fn speaker(name: &str) -> Subject {
        let field = format!("narasumber-{}", &kernel::id::fingerprint(name)[..10]);
        Subject { kind: Kind::Speaker, id: name.to_owned(), said: name.to_owned(), field }
    }
}

/// One person's answers. Whose, nobody keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answers {
    /// Values from 1 to 4 by question and by speaker; speakers whom they did not hear are left out.
    pub(crate) values: Vec<(Kind, String, u8)>,
    pub(crate) words: String,
}

/// How many gave 1, 2, 3 and 4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Counts(pub(crate) [i64; 4]);

impl Counts {
    pub(crate) fn answers(self) -> i64 {
        self.0.iter().sum()
    }

    pub(crate) fn element(self) -> Element {
        let sum = (1..).zip(self.0).map(|(value, count)| value * count).sum::<i64>();
        Element { sum: sum.unsigned_abs(), answers: self.answers().unsigned_abs() }
    }

    /// Whether anything may be said of so many.
    pub(crate) fn is_enough(self) -> bool {
        self.answers() >= FEWEST
    }
}

/// A table of categories with its name: data that comes in versions.
#[derive(Clone, Debug)]
pub(crate) struct IntervalTable {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) classes: Vec<Class>,
}

/// A registration as evaluation sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attendee {
    pub(crate) registration_id: String,
    pub(crate) ticket: String,
    pub(crate) is_guest: bool,
    pub(crate) is_seated: bool,
    /// As counted or, before counting, checked in at least once.
    pub(crate) has_attended: bool,
    pub(crate) has_evaluated: bool,
}
