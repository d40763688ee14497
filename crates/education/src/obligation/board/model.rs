//! What a board is made of: totals, offices with their activities, nodes to go on to. No I/O.

use schemars::JsonSchema;
use serde::Serialize;
use ui::{Tongue, Zone};

use crate::obligation::standing::model::{Reason, State, Verdict};

/// Offices by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Totals {
    pub(crate) fulfilled: i64,
    pub(crate) underway: i64,
    pub(crate) none: i64,
    pub(crate) missed: i64,
}

/// An office on the board.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct OfficeRow {
    pub(crate) agency_id: String,
    pub(crate) name: String,
    pub(crate) region: String,
    pub(crate) state: State,
    /// Activities that count; on boards of the past as they are counted today.
    pub(crate) counted: i64,
    pub(crate) pending: i64,
    pub(crate) many: i64,
    pub(crate) activities: Vec<CreditRow>,
}

/// An activity of an office, and what it is worth to it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct CreditRow {
    /// Absent where the visitor may not open it.
    pub(crate) activity_id: Option<String>,
    pub(crate) title: String,
    pub(crate) starts_at: i64,
    pub(crate) zone: Zone,
    pub(crate) verdict: Verdict,
    pub(crate) reasons: Vec<Reason>,
}

/// Part of the tree or a region, with its totals.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct NodeRow {
    /// Code of an agency or of a region.
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) totals: Totals,
    #[serde(skip)]
    pub(crate) href: String,
}

impl Totals {
    pub(crate) fn add(&mut self, state: State, n: i64) {
        match state {
            State::Fulfilled => self.fulfilled += n,
            State::Underway => self.underway += n,
            State::None => self.none += n,
            State::Missed => self.missed += n,
            State::Moved => {}
        }
    }

    pub(crate) fn of(&self, state: impl std::borrow::Borrow<State>) -> i64 {
        match state.borrow() {
            State::Fulfilled => self.fulfilled,
            State::Underway => self.underway,
            State::None => self.none,
            State::Missed => self.missed,
            State::Moved => 0,
        }
    }

    pub(crate) fn all(&self) -> i64 {
        self.fulfilled + self.underway + self.none + self.missed
    }

    /// Of 1.
    pub(crate) fn share(&self) -> f64 {
        if self.all() == 0 { 0.0 } else { self.fulfilled as f64 / self.all() as f64 }
    }

    pub(crate) fn said(&self, t: &Tongue) -> String {
        let said = t.with("n", t.number(self.fulfilled)).with("all", t.number(self.all()));
        said.with("percent", t.percent(self.share())).say("obligation-fulfilled-of")
    }
}

impl CreditRow {
    /// What is missing, in sentences.
    pub(crate) fn said(&self, t: &Tongue) -> String {
        let sentence = |it: &Reason| t.with("has", t.number(it.has)).with("needs", t.number(it.needs)).say(it.criterion.key());
        self.reasons.iter().map(sentence).collect::<Vec<_>>().join(" ")
    }
}
