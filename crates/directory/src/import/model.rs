//! What is imported, from where, and how far it got.

use std::path::PathBuf;

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Tongue;

use super::rows::Fault;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Regions,
    Agencies,
    People,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Regions, Kind::Agencies, Kind::People];

    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Regions => "regions",
            Kind::Agencies => "agencies",
            Kind::People => "people",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Every row is checked and nothing is kept.
    Rehearse,
    Keep,
}

impl Mode {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Mode::Rehearse => "rehearse",
            Mode::Keep => "keep",
        }
    }
}

pub enum Source {
    Path(PathBuf),
    Bytes(Vec<u8>),
}

pub struct ImportRequest {
    pub kind: Kind,
    pub mode: Mode,
    /// As people know the file; shown, never opened.
    pub file_name: String,
    pub source: Source,
    /// The person whose rights bound the import; `None` for the operator of the machine, who may import everything.
    pub by: Option<String>,
}

/// How far an import got. After the last row `done_at` is set.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Progress {
    pub id: String,
    pub kind: Kind,
    pub mode: Mode,
    pub file_name: String,
    pub started_at: i64,
    #[serde(skip)]
    pub started_by: Option<String>,
    #[serde(skip)]
    pub header: Vec<String>,
    pub rows_read: i64,
    /// About how many rows there are; exact once done.
    pub total: Option<i64>,
    pub created: i64,
    pub changed: i64,
    pub unchanged: i64,
    pub refused: i64,
    pub done_at: Option<i64>,
    /// Why the whole file, or its rest, was not read.
    pub refusal: Option<Remark>,
}

impl Progress {
    pub(super) fn read(row: &Row) -> Outcome<Progress> {
        let refusal: Option<String> = row.get("refusal")?;
        let rehearsed_at: Option<i64> = row.get("dry_run_at")?;
        Ok(Progress {
            id: row.get("id")?,
            kind: Kind::parse(&row.get::<String>("kind")?).unwrap_or(Kind::People),
            mode: if rehearsed_at.is_some() { Mode::Rehearse } else { Mode::Keep },
            file_name: row.get("file_name")?,
            started_at: row.get("started_at")?,
            started_by: row.get("started_by")?,
            header: serde_json::from_str(&row.get::<String>("header")?)?,
            rows_read: row.get("rows_read")?,
            total: row.get("total")?,
            created: row.get("created")?,
            changed: row.get("changed")?,
            unchanged: row.get("unchanged")?,
            refused: row.get("refused")?,
            done_at: row.get("done_at")?,
            refusal: refusal.map(|it| serde_json::from_str(&it)).transpose()?,
        })
    }

    /// Between 0 and 100.
    pub fn percent(&self) -> i64 {
        match self.total {
            _ if self.done_at.is_some() => 100,
            Some(total) if total > 0 => (self.rows_read * 100 / total).clamp(0, 99),
            _ => 0,
        }
    }
}

/// A fault as it is kept: column, key of the text that says what to do, and what fills its places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Remark {
    pub field: String,
    pub key: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, String)>,
}

impl Remark {
    /// What to do, in the reader's language.
    pub fn said(&self, t: &Tongue) -> String {
        let mut args = self.args.iter();
        let Some((name, value)) = args.next() else { return t.say(&self.key).to_owned() };
        args.fold(t.with(name, value), |filling, (name, value)| filling.with(name, value)).say(&self.key)
    }
}

impl From<&Fault> for Remark {
    fn from(fault: &Fault) -> Remark {
        let args = fault.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Remark { field: fault.field.to_owned(), key: fault.key.to_owned(), args }
    }
}

/// One row of the file that was refused, or accepted with a warning.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RowReport {
    /// Where the row begins in the file.
    pub line: i64,
    pub cells: Vec<String>,
    pub remarks: Vec<Remark>,
    pub is_warning: bool,
}

impl RowReport {
    pub(super) fn read(row: &Row) -> Outcome<RowReport> {
        Ok(RowReport {
            line: row.get("line")?,
            cells: serde_json::from_str(&row.get::<String>("cells")?)?,
            remarks: serde_json::from_str(&row.get::<String>("faults")?)?,
            is_warning: row.get::<i64>("is_warning")? == 1,
        })
    }
}
