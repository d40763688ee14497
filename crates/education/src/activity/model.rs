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
pub struct Activity {
    pub id: String,
    /// Grows with every change, also of seats and hosts; caches and editors compare it.
    pub version: i64,
    pub title: String,
    pub summary: String,
    pub theme: String,
    pub form: String,
    pub mode: String,
    /// Epoch milliseconds.
    pub starts_at: i64,
    pub ends_at: i64,
    pub zone: Zone,
    pub place: String,
    #[serde(skip)]
    pub meeting_link: String,
    pub contact: String,
    /// `None`: as many as want to.
    pub seats: Option<i64>,
    pub taken: i64,
    pub waiting: i64,
    pub is_open_to_public: bool,
    /// "public", or "audience": only those it is for may see it.
    pub listed: String,
    pub registration_closes_at: Option<i64>,
    /// Share of the duration that counts as attended, in permille.
    pub minimum_share: i64,
    pub calendar_sequence: i64,
    #[serde(skip)]
    pub code_secret: String,
    pub series_id: Option<String>,
    pub created_by: String,
    pub changed_at: i64,
    pub published_at: Option<i64>,
    pub cancelled_at: Option<i64>,
    pub cancel_reason: Option<String>,
    pub archived_at: Option<i64>,
}

/// Where an activity stands, told from its facts and the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Draft,
    Published,
    Running,
    Done,
    Cancelled,
    Archived,
}

/// An agency that owns the activity, or is asked to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Host {
    pub agency_id: String,
    pub invited_at: i64,
    pub invited_by: String,
    pub message: String,
    pub accepted_at: Option<i64>,
    pub declined_at: Option<i64>,
    pub answer_reason: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AgendaItem {
    pub starts_at: i64,
    pub title: String,
    pub speaker: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Speaker {
    pub name: String,
    pub affiliation: String,
    /// "narasumber" or "moderator".
    pub role: String,
}

impl Activity {
    pub fn state(&self, now: i64) -> State {
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
    pub fn closes_at(&self) -> i64 {
        self.registration_closes_at.unwrap_or(self.ends_at)
    }

    pub fn takes_registrations(&self, now: i64) -> bool {
        matches!(self.state(now), State::Published | State::Running) && now < self.closes_at()
    }

    pub fn is_full(&self) -> bool {
        self.seats.is_some_and(|seats| self.taken >= seats)
    }

    pub fn is_online(&self) -> bool {
        self.mode != "onsite"
    }

    pub fn read(row: &Row) -> Outcome<Activity> {
        Ok(Activity {
            id: row.get("id")?,
            version: row.get("version")?,
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
    pub fn key(self) -> &'static str {
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
    pub fn tone(self) -> &'static str {
        match self {
            State::Published | State::Running => "ok",
            State::Cancelled => "due",
            State::Draft | State::Done | State::Archived => "",
        }
    }
}

impl Host {
    pub fn is_owner(&self) -> bool {
        self.accepted_at.is_some()
    }

    pub fn is_asked(&self) -> bool {
        self.accepted_at.is_none() && self.declined_at.is_none()
    }
}
