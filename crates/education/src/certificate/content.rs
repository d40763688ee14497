//! What only the PDF and the credential of a certificate need, kept once for all that share it. Draws nothing.

use serde::{Deserialize, Serialize};

use super::model::Signatory;

/// As it was at issue.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Print {
    pub(super) template: String,
    pub(super) heading: String,
    /// Where the activity was; empty: online.
    pub(super) venue: String,
    pub(super) organisers: Vec<String>,
    /// SHA-256 of their crests, in the same order; empty where nobody has one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) crests: Vec<Option<String>>,
    /// Their codes, in the same order; only the credential says them.
    pub(super) codes: Vec<String>,
    /// Where and when it is signed; the day as `2026-11-22`.
    pub(super) place: String,
    pub(super) day: String,
    pub(super) signatories: Vec<Signatory>,
    pub(super) agenda: Vec<Lesson>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Lesson {
    pub(super) from: i64,
    pub(super) until: i64,
    pub(super) title: String,
    pub(super) speaker: String,
    pub(super) jp: i64,
}
