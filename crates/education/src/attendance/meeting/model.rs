//! A report as it is kept, its rows, and what became of each. No I/O.

use kernel::{Outcome, db::Row as Found};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{Row, Service, matching::Key};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct KeptReport {
    pub(crate) id: String,
    pub(crate) service: String,
    pub(crate) file_name: String,
    pub(crate) zone: String,
    pub(crate) uploaded_at: i64,
    pub(crate) uploaded_by: String,
    /// Rows of the file that say something of somebody.
    pub(crate) row_count: i64,
    /// Rows that are no evidence.
    pub(crate) skipped: i64,
    /// What the reader of the file noticed: key of a sentence, and how many rows it is about.
    pub(crate) remarks: Vec<(String, Option<u32>)>,
    /// Set when an owner lets minutes without moments count.
    pub(crate) minutes_accepted_at: Option<i64>,
    pub(crate) minutes_accepted_for: Option<String>,
    pub(crate) withdrawn_at: Option<i64>,
    pub(crate) withdrawn_by: Option<String>,
    pub(crate) withdrawn_for: Option<String>,
}

/// A row with what became of it.
#[derive(Clone, Debug)]
pub(crate) struct KeptRow {
    pub(crate) report_id: String,
    pub(crate) row: Row,
    pub(crate) registration_id: Option<String>,
    pub(crate) matched_by: Option<MatchedBy>,
    pub(crate) suggestions: Vec<KeptSuggestion>,
    pub(crate) decided_at: Option<i64>,
    pub(crate) decided_by: Option<String>,
    pub(crate) set_aside_for: Option<Aside>,
}

/// A registration that a row may belong to, with the sentence that says why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct KeptSuggestion {
    pub(crate) registration_id: String,
    pub(crate) reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MatchedBy {
    Link,
    Mail,
    Nip,
    Name,
    /// An owner decided.
    Decision,
}

/// Why a row is nobody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Aside {
    /// The host, a speaker, the committee.
    Committee,
    /// A room or a device that several people shared.
    SharedDevice,
    NotRegistered,
    Unknown,
}

/// Which rows are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Shown {
    Open,
    Matched,
    Aside,
}

impl MatchedBy {
    pub(crate) const ALL: [MatchedBy; 5] =
        [MatchedBy::Link, MatchedBy::Mail, MatchedBy::Nip, MatchedBy::Name, MatchedBy::Decision];

    pub(crate) fn name(self) -> &'static str {
        match self {
            MatchedBy::Link => "link",
            MatchedBy::Mail => "mail",
            MatchedBy::Nip => "nip",
            MatchedBy::Name => "name",
            MatchedBy::Decision => "decision",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<MatchedBy> {
        MatchedBy::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            MatchedBy::Link => "attendance-matched-by-link",
            MatchedBy::Mail => "attendance-matched-by-mail",
            MatchedBy::Nip => "attendance-matched-by-nip",
            MatchedBy::Name => "attendance-matched-by-name",
            MatchedBy::Decision => "attendance-matched-by-decision",
        }
    }
}

impl From<Key> for MatchedBy {
    fn from(key: Key) -> MatchedBy {
        match key {
            Key::Link => MatchedBy::Link,
            Key::Mail => MatchedBy::Mail,
            Key::Nip => MatchedBy::Nip,
            Key::Name => MatchedBy::Name,
        }
    }
}

impl Aside {
    pub(crate) const ALL: [Aside; 4] = [Aside::Committee, Aside::SharedDevice, Aside::NotRegistered, Aside::Unknown];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Aside::Committee => "committee",
            Aside::SharedDevice => "shared-device",
            Aside::NotRegistered => "not-registered",
            Aside::Unknown => "unknown",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Aside> {
        Aside::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Aside::Committee => "attendance-aside-committee",
            Aside::SharedDevice => "attendance-aside-shared-device",
            Aside::NotRegistered => "attendance-aside-not-registered",
            Aside::Unknown => "attendance-aside-unknown",
        }
    }
}

impl Shown {
    pub(crate) const ALL: [Shown; 3] = [Shown::Open, Shown::Matched, Shown::Aside];

    /// As it stands in addresses.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Shown::Open => "",
            Shown::Matched => "cocok",
            Shown::Aside => "disisihkan",
        }
    }

    pub(crate) fn parse(name: &str) -> Shown {
        Shown::ALL.into_iter().find(|it| it.name() == name).unwrap_or(Shown::Open)
    }

    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Shown::Open => "attendance-rows-open",
            Shown::Matched => "attendance-rows-matched",
            Shown::Aside => "attendance-rows-aside",
        }
    }
}

/// As it is kept and shown; the names are the services' own.
pub(crate) fn service_name(service: Service) -> &'static str {
    match service {
        Service::Zoom => "Zoom",
        Service::Teams => "Microsoft Teams",
        Service::Meet => "Google Meet",
        Service::BigBlueButton => "BigBlueButton",
    }
}

impl KeptRow {
    /// What a piece of evidence calls this row.
    pub(crate) fn source(&self) -> String {
        source(&self.report_id, self.row.line)
    }

    pub(crate) fn read(found: &Found) -> Outcome<KeptRow> {
        let mail: String = found.get("mail")?;
        let minutes: Option<i64> = found.get("minutes")?;
        let row = Row {
            line: found.get::<i64>("line")? as u32,
            name: found.get("name")?,
            original_name: found.get("account_name")?,
            mail: Some(mail).filter(|it| !it.is_empty()),
            nip: found.get("nip")?,
            link_id: found.get("link_id")?,
            joined_ms: found.get("joined_at")?,
            left_ms: found.get("left_at")?,
            in_waiting_room: false,
            weak_minutes: minutes.map(|it| it as u32),
        };
        Ok(KeptRow {
            report_id: found.get("report_id")?,
            row,
            registration_id: found.get("registration_id")?,
            matched_by: found.get::<Option<String>>("matched_by")?.and_then(|it| MatchedBy::parse(&it)),
            suggestions: serde_json::from_str(&found.get::<String>("suggestions")?)?,
            decided_at: found.get("decided_at")?,
            decided_by: found.get("decided_by")?,
            set_aside_for: found.get::<Option<String>>("set_aside_for")?.and_then(|it| Aside::parse(&it)),
        })
    }
}

impl KeptReport {
    pub(crate) fn read(found: &Found) -> Outcome<KeptReport> {
        Ok(KeptReport {
            id: found.get("id")?,
            service: found.get("service")?,
            file_name: found.get("file_name")?,
            zone: found.get("zone")?,
            uploaded_at: found.get("uploaded_at")?,
            uploaded_by: found.get("uploaded_by")?,
            row_count: found.get("row_count")?,
            skipped: found.get("skipped")?,
            remarks: serde_json::from_str(&found.get::<String>("remarks")?)?,
            minutes_accepted_at: found.get("minutes_accepted_at")?,
            minutes_accepted_for: found.get("minutes_accepted_for")?,
            withdrawn_at: found.get("withdrawn_at")?,
            withdrawn_by: found.get("withdrawn_by")?,
            withdrawn_for: found.get("withdrawn_for")?,
        })
    }
}

/// What a piece of evidence calls a row.
pub(crate) fn source(report_id: &str, line: u32) -> String {
    format!("{report_id}:{line}")
}
