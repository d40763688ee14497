//! What became of a list: one result per entry, in the order of the list. No I/O.

use std::collections::{HashMap, HashSet};

use directory::lookup::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::numbers::{Entry, Unsound};
use crate::registration::{
    desk::Answer,
    model::{News, Place, Standing},
    policy::{Entrant, Refusal},
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct ListResult {
    pub(crate) line: u64,
    /// The number as typed.
    pub(crate) typed: String,
    pub(crate) name: String,
    pub(crate) agency: String,
    pub(crate) outcome: ListOutcome,
    /// Place in the waiting line, for those who have just joined it.
    pub(crate) in_line: Option<i64>,
    pub(crate) reason: Option<Reason>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ListOutcome {
    Seated,
    Waiting,
    /// Registered before, or earlier in the same list.
    Known,
    Refused,
}

/// A sentence to be said: key of a text, and what fills its gaps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Reason {
    pub(crate) key: String,
    pub(crate) arguments: Vec<(String, String)>,
}

/// What policy said about each known number.
pub(super) type Verdicts = HashMap<String, Result<Entrant, Refusal>>;

/// Those who may line up, each once, in the order of the list.
pub(super) fn entrants(entries: &[Entry], verdicts: &Verdicts) -> (Vec<String>, Vec<Entrant>) {
    let mut seen = HashSet::new();
    let numbers = entries.iter().filter_map(|it| it.number.as_ref().ok()).filter(|it| seen.insert(it.as_str()));
    numbers.filter_map(|it| Some((it.clone(), verdicts.get(it)?.clone().ok()?))).unzip()
}

/// Puts the desk's answers beside the entries. `lined_up` are the numbers behind the answers.
pub(super) fn results(
    entries: &[Entry],
    people: &HashMap<String, Person>,
    verdicts: &Verdicts,
    (lined_up, answers): (Vec<String>, Answer),
) -> Vec<ListResult> {
    let answers: HashMap<String, Result<Place, Refusal>> = lined_up.into_iter().zip(answers).collect();
    let mut first_lines: HashMap<&str, u64> = HashMap::new();
    let results = entries.iter().map(|entry| {
        let mut result = ListResult::refused(entry, Reason::of("registration-list-no-number"));
        let number = match &entry.number {
            Ok(number) => number,
            Err(Unsound::NoNumber) => return result,
            Err(Unsound::Fault(fault)) => {
                let arguments = fault.args().into_iter().map(|it| (it.0.to_owned(), it.1)).collect();
                return ListResult { reason: Some(Reason { key: fault.key().to_owned(), arguments }), ..result };
            }
        };
        // Numbers can be guessed: who may not register somebody does not learn their name.
        let is_theirs = !matches!(verdicts.get(number), Some(Err(Refusal::NotYourUnit)));
        if let Some(person) = people.get(number).filter(|_| is_theirs) {
            result.name.clone_from(&person.full_name);
            result.agency.clone_from(&person.agency_name);
        }
        if let Some(line) = first_lines.get(number.as_str()) {
            let reason = Reason { key: "registration-list-twice".into(), arguments: vec![("line".into(), line.to_string())] };
            return ListResult { outcome: ListOutcome::Known, reason: Some(reason), ..result };
        }
        first_lines.insert(number, entry.line);
        match (verdicts.get(number), answers.get(number)) {
            (_, Some(Ok(place))) => result.placed(place),
            (_, Some(Err(refusal))) | (Some(Err(refusal)), None) => result.because(refusal.key()),
            _ => result.because("registration-list-unknown"),
        }
    });
    results.collect()
}

impl ListResult {
    fn refused(entry: &Entry, reason: Reason) -> ListResult {
        ListResult {
            line: entry.line,
            typed: entry.typed.clone(),
            name: String::new(),
            agency: String::new(),
            outcome: ListOutcome::Refused,
            in_line: None,
            reason: Some(reason),
        }
    }

    fn because(self, key: &'static str) -> ListResult {
        ListResult { reason: Some(Reason::of(key)), ..self }
    }

    fn placed(self, place: &Place) -> ListResult {
        let outcome = match (place.news, place.standing) {
            (News::Known, _) => ListOutcome::Known,
            (_, Standing::Seated) => ListOutcome::Seated,
            _ => ListOutcome::Waiting,
        };
        let reason = (outcome == ListOutcome::Known).then(|| Reason::of("registration-list-known"));
        ListResult { outcome, reason, in_line: place.in_line, ..self }
    }
}

impl Reason {
    fn of(key: &'static str) -> Reason {
        Reason { key: key.to_owned(), arguments: Vec::new() }
    }

    pub(super) fn said(&self, t: &ui::Tongue) -> String {
        let mut arguments = self.arguments.iter();
        let Some(first) = arguments.next() else {
            return t.say(&self.key).to_owned();
        };
        arguments.fold(t.with(&first.0, &first.1), |said, it| said.with(&it.0, &it.1)).say(&self.key)
    }
}
