//! A person's certificates of a year with the sum of JP. Not how JP are counted.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Person, sheet::iso};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Transcript {
    /// `id` or `en`
    pub language: String,
    /// "Transkrip pengembangan kompetensi 2026"
    pub heading: String,
    pub person: Person,
    /// At most 2.000.
    pub entries: Vec<Entry>,
    /// "18 JP"
    pub total: String,
    /// "Target 20 JP, kurang 2 JP"
    pub target: String,
    /// "Dicetak 22 November 2026 dari Guyub"
    pub note: String,
    pub verification: Option<String>,
    #[serde(with = "iso")]
    pub issued: Date,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Entry {
    pub activity: String,
    pub organiser: String,
    pub number: String,
    /// "26 Agustus 2025"
    pub date: String,
    /// "3"
    pub hours: String,
}
