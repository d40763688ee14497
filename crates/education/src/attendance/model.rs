//! What attendance is made of: checkpoints, evidence, the seats that evidence belongs to, and what it counts to. No I/O.

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The part of the session that a checkpoint asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Part {
    Start,
    Middle,
    End,
}

/// A time in which the presenter's screen shows codes.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Checkpoint {
    pub(crate) id: String,
    pub(crate) part: Part,
    pub(crate) opened_at: i64,
    pub(crate) opened_by: String,
    pub(crate) closed_at: Option<i64>,
    /// How many people have entered a code.
    pub(crate) checked_in: i64,
}

/// Where a piece of evidence comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// A code from the presenter's screen; its source is the checkpoint.
    Checkpoint,
    /// A ticket shown at the door; its source is the scanner's number for this scan.
    Scan,
    /// A row of a meeting report; its source is the report and the line.
    Report,
    /// An owner's decision; its source is the decision itself.
    Manual,
    /// A click on the personal link to the meeting: shown, never counted.
    Join,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Verdict {
    Present,
    Absent,
}

/// One entry of the ledger. Entries are never changed or deleted; one that no longer holds is revoked, with who and why.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Evidence {
    pub(crate) id: String,
    pub(crate) registration_id: String,
    pub(crate) kind: Kind,
    pub(crate) source: String,
    /// Epoch ms, as the source says; clipping to the session is for counting. Equal to `until_at` when it is a moment.
    pub(crate) from_at: i64,
    pub(crate) until_at: i64,
    /// Set when the source gives minutes but not when they were.
    pub(crate) minutes: Option<i64>,
    pub(crate) recorded_at: i64,
    pub(crate) recorded_by: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) revoked_at: Option<i64>,
    pub(crate) revoked_by: Option<String>,
    pub(crate) revoke_reason: Option<String>,
    /// The part that a checkpoint's evidence stands for.
    pub(crate) part: Option<Part>,
}

/// A registration as attendance sees it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seat {
    pub(crate) registration_id: String,
    pub(crate) activity_id: String,
    pub(crate) person_id: Option<String>,
    pub(crate) guest_name: Option<String>,
    pub(crate) guest_from: Option<String>,
    pub(crate) guest_mail: Option<String>,
    pub(crate) number: i64,
    pub(crate) seated_at: Option<i64>,
    pub(crate) cancelled_at: Option<i64>,
    pub(crate) ticket: String,
}

/// What the ledger of one registration counts to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Count {
    pub(crate) minutes: i64,
    /// Of the session, in permille.
    pub(crate) share: i64,
    /// Parts of the session for which a code was entered.
    pub(crate) checkpoints: i64,
    pub(crate) is_present: bool,
    pub(crate) because: Because,
}

/// What decided whether somebody was present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Because {
    Manual,
    Scan,
    Minutes,
    Checkpoints,
    Nothing,
}

impl Part {
    pub(crate) const ALL: [Part; 3] = [Part::Start, Part::Middle, Part::End];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Part::Start => "start",
            Part::Middle => "middle",
            Part::End => "end",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Fluent key of the checkpoint's name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Part::Start => "attendance-part-start",
            Part::Middle => "attendance-part-middle",
            Part::End => "attendance-part-end",
        }
    }
}

impl Kind {
    const ALL: [Kind; 5] = [Kind::Checkpoint, Kind::Scan, Kind::Report, Kind::Manual, Kind::Join];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Checkpoint => "checkpoint",
            Kind::Scan => "scan",
            Kind::Report => "report",
            Kind::Manual => "manual",
            Kind::Join => "join",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Kind::Checkpoint => "attendance-by-checkpoint",
            Kind::Scan => "attendance-by-scan",
            Kind::Report => "attendance-by-report",
            Kind::Manual => "attendance-by-manual",
            Kind::Join => "attendance-by-join",
        }
    }
}

impl Verdict {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Verdict::Present => "present",
            Verdict::Absent => "absent",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Verdict> {
        [Verdict::Present, Verdict::Absent].into_iter().find(|it| it.name() == name)
    }
}

impl Because {
    const ALL: [Because; 5] = [Because::Manual, Because::Scan, Because::Minutes, Because::Checkpoints, Because::Nothing];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Because::Manual => "manual",
            Because::Scan => "scan",
            Because::Minutes => "minutes",
            Because::Checkpoints => "checkpoints",
            Because::Nothing => "nothing",
        }
    }

    pub(crate) fn parse(name: &str) -> Because {
        Because::ALL.into_iter().find(|it| it.name() == name).unwrap_or(Because::Nothing)
    }

    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Because::Manual => "attendance-because-manual",
            Because::Scan => "attendance-because-scan",
            Because::Minutes => "attendance-because-minutes",
            Because::Checkpoints => "attendance-because-checkpoints",
            Because::Nothing => "attendance-because-nothing",
        }
    }
}

impl Evidence {
    pub(crate) fn read(row: &Row) -> Outcome<Evidence> {
        Ok(Evidence {
            id: row.get("id")?,
            registration_id: row.get("registration_id")?,
            kind: Kind::parse(&row.get::<String>("kind")?).unwrap_or(Kind::Join),
            source: row.get("source")?,
            from_at: row.get("from_at")?,
            until_at: row.get("until_at")?,
            minutes: row.get("minutes")?,
            recorded_at: row.get("recorded_at")?,
            recorded_by: row.get("recorded_by")?,
            reason: row.get("reason")?,
            verdict: row.get::<Option<String>>("verdict")?.and_then(|it| Verdict::parse(&it)),
            revoked_at: row.get("revoked_at")?,
            revoked_by: row.get("revoked_by")?,
            revoke_reason: row.get("revoke_reason")?,
            part: row.get::<Option<String>>("part")?.and_then(|it| Part::parse(&it)),
        })
    }

    pub(crate) fn stands(&self) -> bool {
        self.revoked_at.is_none()
    }
}

impl Checkpoint {
    pub(crate) fn read(row: &Row) -> Outcome<Checkpoint> {
        Ok(Checkpoint {
            id: row.get("id")?,
            part: Part::parse(&row.get::<String>("kind")?).unwrap_or(Part::Start),
            opened_at: row.get("opened_at")?,
            opened_by: row.get("opened_by")?,
            closed_at: row.get("closed_at")?,
            checked_in: row.get("checked_in")?,
        })
    }
}

impl Seat {
    pub(crate) fn read(row: &Row) -> Outcome<Seat> {
        Ok(Seat {
            registration_id: row.get("id")?,
            activity_id: row.get("activity_id")?,
            person_id: row.get("person_id")?,
            guest_name: row.get("guest_name")?,
            guest_from: row.get("guest_from")?,
            guest_mail: row.get("guest_mail")?,
            number: row.get("number")?,
            seated_at: row.get("seated_at")?,
            cancelled_at: row.get("cancelled_at")?,
            ticket: row.get("ticket")?,
        })
    }

    /// Has a place, and has not given it back.
    pub(crate) fn is_taken(&self) -> bool {
        self.seated_at.is_some() && self.cancelled_at.is_none()
    }
}
