//! What a warning says, and where it stands. No I/O.

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Zone;

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Warning {
    pub(crate) id: String,
    /// Grows with every edit of the draft.
    pub(crate) version: i64,
    /// Code of the agency that warns.
    pub(crate) agency_id: String,
    /// The activity it is drawn from.
    pub(crate) activity_id: Option<String>,
    /// The warning that it takes the place of when it is published.
    pub(crate) supersedes_id: Option<String>,
    pub(crate) words: Words,
    /// Whether anybody may read it, also without signing in.
    pub(crate) is_public: bool,
    /// Epoch ms: the end of the last day for reading it.
    pub(crate) read_by: Option<i64>,
    pub(crate) zone: Zone,
    pub(crate) published_at: Option<i64>,
    pub(crate) superseded_at: Option<i64>,
    pub(crate) superseded_by: Option<String>,
    pub(crate) withdrawn_at: Option<i64>,
    pub(crate) withdraw_reason: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Words {
    pub(crate) title: String,
    /// What must be avoided.
    pub(crate) avoid: String,
    /// What happens otherwise.
    pub(crate) consequence: String,
    /// What to do instead.
    pub(crate) remedy: String,
    /// The regulation as it is cited.
    pub(crate) rule: String,
    /// Where the rule is to be read; empty when nowhere.
    pub(crate) link: String,
}

/// What can be kept as a draft.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    pub(crate) words: Words,
    /// As for activities; never `public`, which no one is asked by.
    pub(crate) audience: Vec<String>,
    pub(crate) is_public: bool,
    pub(crate) read_by: Option<i64>,
    pub(crate) zone: Zone,
    pub(crate) activity_id: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum State {
    Draft,
    InForce,
    Superseded,
    Withdrawn,
}

impl Warning {
    pub(crate) fn state(&self) -> State {
        match (self.published_at, self.withdrawn_at, self.superseded_at) {
            (None, ..) => State::Draft,
            (_, Some(_), _) => State::Withdrawn,
            (_, _, Some(_)) => State::Superseded,
            _ => State::InForce,
        }
    }

    pub(crate) fn read(row: &Row) -> Outcome<Warning> {
        Ok(Warning {
            id: row.get("id")?,
            version: row.get("version")?,
            agency_id: row.get("agency_id")?,
            activity_id: row.get("activity_id")?,
            supersedes_id: row.get("supersedes_id")?,
            words: Words {
                title: row.get("title")?,
                avoid: row.get("avoid")?,
                consequence: row.get("consequence")?,
                remedy: row.get("remedy")?,
                rule: row.get("rule")?,
                link: row.get("link")?,
            },
            is_public: row.get::<i64>("is_public")? == 1,
            read_by: row.get("read_by")?,
            zone: Zone::parse(&row.get::<String>("zone")?).unwrap_or_default(),
            published_at: row.get("published_at")?,
            superseded_at: row.get("superseded_at")?,
            superseded_by: row.get("superseded_by")?,
            withdrawn_at: row.get("withdrawn_at")?,
            withdraw_reason: row.get("withdraw_reason")?,
        })
    }
}

impl State {
    /// Fluent key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            State::Draft => "state-draft",
            State::InForce => "warning-in-force",
            State::Superseded => "warning-superseded",
            State::Withdrawn => "warning-withdrawn",
        }
    }

    /// Colour of its badge.
    pub(crate) fn tone(self) -> &'static str {
        match self {
            State::InForce => "due",
            State::Draft | State::Superseded | State::Withdrawn => "",
        }
    }

    pub(crate) fn icon(self) -> &'static str {
        match self {
            State::InForce => "alert",
            State::Draft => "edit",
            State::Superseded => "loop",
            State::Withdrawn => "x",
        }
    }
}
