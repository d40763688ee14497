//! What an activity is: its facts, its state at a moment, its owners and for whom it is. No I/O.

use kernel::Outcome;
use kernel::db::Row;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Zone;

/// Themes that offices use to find each other; the order is the one of the form.
pub(crate) const THEMES: &[&str] = &[
    "ekonomi-dan-keuangan-negara",
    "data-dan-statistik",
    "integritas-dan-antinarkotika",
    "pelayanan-publik",
    "pemerintah-digital",
    "kepegawaian",
    "barang-milik-negara",
    "pertanahan",
    "hukum",
    "kesehatan",
    "pendidikan",
    "kebencanaan",
    "lainnya",
];

/// Forms of competence development that suit an activity (PerLAN 10/2018).
pub(crate) const FORMS: &[&str] = &["sosialisasi", "seminar", "bimbingan-teknis", "lokakarya", "komunitas-belajar"];
pub(crate) const MODES: &[&str] = &["online", "onsite", "hybrid"];

#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Activity {
    pub(crate) id: String,
    /// Grows with every change by its owners, also of hosts; editors compare it.
    pub(crate) version: i64,
    /// Grows whenever a seat or a place in line is taken or given back: a page is of `version` and this.
    pub(crate) seats_version: i64,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) theme: String,
    pub(crate) form: String,
    pub(crate) mode: String,
    /// Epoch milliseconds.
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) zone: Zone,
    pub(crate) place: String,
    #[serde(skip)]
    pub(crate) meeting_link: String,
    /// In the operator's list of meeting servers; empty: the link.
    #[serde(skip)]
    pub(crate) meeting_server: String,
    pub(crate) contact: String,
    /// `None`: as many as want to.
    pub(crate) seats: Option<i64>,
    pub(crate) taken: i64,
    pub(crate) waiting: i64,
    pub(crate) is_open_to_public: bool,
    /// "public", or "audience": only those it is for may see it.
    pub(crate) listed: String,
    pub(crate) registration_closes_at: Option<i64>,
    /// Share of the duration that counts as attended, in permille.
    pub(crate) minimum_share: i64,
    pub(crate) calendar_sequence: i64,
    #[serde(skip)]
    pub(crate) code_secret: String,
    pub(crate) series_id: Option<String>,
    pub(crate) created_by: String,
    pub(crate) changed_at: i64,
    pub(crate) published_at: Option<i64>,
    pub(crate) cancelled_at: Option<i64>,
    pub(crate) cancel_reason: Option<String>,
    pub(crate) archived_at: Option<i64>,
}

/// Where an activity stands, told from its facts and the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    Draft,
    Published,
    Running,
    Done,
    Cancelled,
    Archived,
}

/// An agency that owns the activity, or is asked to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Host {
    pub(crate) agency_id: String,
    pub(crate) invited_at: i64,
    pub(crate) invited_by: String,
    pub(crate) message: String,
    pub(crate) accepted_at: Option<i64>,
    pub(crate) declined_at: Option<i64>,
    pub(crate) answer_reason: Option<String>,
    /// Whoever its head put in charge.
    #[serde(skip)]
    pub(crate) in_charge: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct AgendaItem {
    pub(crate) starts_at: i64,
    pub(crate) title: String,
    pub(crate) speaker: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Speaker {
    pub(crate) name: String,
    pub(crate) affiliation: String,
    /// "narasumber" or "moderator".
    pub(crate) role: String,
}

impl AgendaItem {
    pub(crate) fn read(row: &Row) -> Outcome<AgendaItem> {
        Ok(AgendaItem { starts_at: row.get("starts_at")?, title: row.get("title")?, speaker: row.get("speaker")? })
    }
}

impl Speaker {
    pub(crate) fn read(row: &Row) -> Outcome<Speaker> {
        Ok(Speaker { name: row.get("name")?, affiliation: row.get("affiliation")?, role: row.get("role")? })
    }
}

impl Activity {
    pub(crate) fn state(&self, now: i64) -> State {
        if self.cancelled_at.is_some() {
            State::Cancelled
        } else if self.archived_at.is_some() {
            State::Archived
        } else if self.published_at.is_none() {
            State::Draft
        } else if now < self.starts_at {
            State::Published
        } else if now < self.ends_at {
            State::Running
        } else {
            State::Done
        }
    }

    /// Until when people may register: the organiser's moment, else the end of the activity.
    pub(crate) fn closes_at(&self) -> i64 {
        self.registration_closes_at.unwrap_or(self.ends_at)
    }

    pub(crate) fn is_full(&self) -> bool {
        self.seats.is_some_and(|seats| self.taken >= seats)
    }

    pub(crate) fn is_online(&self) -> bool {
        self.mode != "onsite"
    }

    /// Whether tickets may be scanned on the way in.
    pub(crate) fn has_door(&self) -> bool {
        self.mode != "online"
    }

    pub(crate) fn read(row: &Row) -> Outcome<Activity> {
        Ok(Activity {
            id: row.get("id")?,
            version: row.get("version")?,
            seats_version: row.get("seats_version")?,
            title: row.get("title")?,
            summary: row.get("summary")?,
            theme: row.get("theme")?,
            form: row.get("form")?,
            mode: row.get("mode")?,
            starts_at: row.get("starts_at")?,
            ends_at: row.get("ends_at")?,
            zone: Zone::parse(&row.get::<String>("zone")?).unwrap_or_default(),
            place: row.get("place")?,
            meeting_link: row.get("meeting_link")?,
            meeting_server: row.get("meeting_server")?,
            contact: row.get("contact")?,
            seats: row.get("seats")?,
            taken: row.get("taken")?,
            waiting: row.get("waiting")?,
            is_open_to_public: row.get::<i64>("is_open_to_public")? == 1,
            listed: row.get("listed")?,
            registration_closes_at: row.get("registration_closes_at")?,
            minimum_share: row.get("minimum_share")?,
            calendar_sequence: row.get("calendar_sequence")?,
            code_secret: row.get("code_secret")?,
            series_id: row.get("series_id")?,
            created_by: row.get("created_by")?,
            changed_at: row.get("changed_at")?,
            published_at: row.get("published_at")?,
            cancelled_at: row.get("cancelled_at")?,
            cancel_reason: row.get("cancel_reason")?,
            archived_at: row.get("archived_at")?,
        })
    }
}

impl State {
    /// Fluent key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            State::Draft => "state-draft",
            State::Published => "state-published",
            State::Running => "state-running",
            State::Done => "state-done",
            State::Cancelled => "state-cancelled",
            State::Archived => "state-archived",
        }
    }

    /// Colour of its badge.
    pub(crate) fn tone(self) -> &'static str {
        match self {
            State::Published | State::Running => "ok",
            State::Cancelled => "due",
            State::Draft | State::Done | State::Archived => "",
        }
    }
}

impl Host {
    pub(crate) fn is_owner(&self) -> bool {
        self.accepted_at.is_some()
    }

    pub(crate) fn is_asked(&self) -> bool {
        self.accepted_at.is_none() && self.declined_at.is_none()
    }
}
