//! What an activity counts to under a rule, and how an office stands with that. No I/O.

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    /// Enough activities count.
    Fulfilled,
    /// The period runs, and something counts or will.
    Underway,
    /// The period runs, and nothing is on the way.
    None,
    /// The period is over without enough.
    Missed,
    /// The office was merged away; its successor owes instead.
    Moved,
}

/// What an activity is worth to one office under one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Verdict {
    Counts,
    /// Would count once what is missing comes: its day, the attendance list, the evaluation.
    Pending,
    Fails,
}

/// Something asked of an activity, with what it has where that is a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Reason {
    pub(crate) criterion: Criterion,
    pub(crate) has: i64,
    pub(crate) needs: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Criterion {
    Cancelled,
    Hosts,
    Open,
    Present,
    /// The attendance list is not there yet.
    Uncounted,
    Evaluated,
    /// Its end is still to come.
    Ahead,
}

/// How one office stands in one period.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Standing {
    pub(crate) obligation_id: String,
    pub(crate) period: i64,
    pub(crate) agency_id: String,
    pub(crate) version: i64,
    pub(crate) region_id: String,
    pub(crate) opens_at: i64,
    pub(crate) closes_at: i64,
    pub(crate) many: i64,
    pub(crate) counted: i64,
    pub(crate) pending: i64,
    pub(crate) state: State,
}

/// An activity and what it is worth to one office.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Credit {
    pub(crate) activity_id: String,
    pub(crate) obligation_id: String,
    pub(crate) period: i64,
    pub(crate) agency_id: String,
    pub(crate) verdict: Verdict,
    pub(crate) reasons: Vec<Reason>,
}

impl Standing {
    /// What its counters come to at a moment.
    pub(crate) fn due_state(&self, now: i64) -> State {
        let has_closed = now >= self.closes_at;
        match () {
            () if self.state == State::Moved => State::Moved,
            () if self.counted >= self.many => State::Fulfilled,
            () if has_closed => State::Missed,
            () if self.counted + self.pending > 0 => State::Underway,
            () => State::None,
        }
    }

    pub(crate) fn key(&self) -> (String, i64, String) {
        (self.obligation_id.clone(), self.period, self.agency_id.clone())
    }

    pub(crate) fn read(row: &Row) -> Outcome<Standing> {
        Ok(Standing {
            obligation_id: row.get("obligation_id")?,
            period: row.get("period")?,
            agency_id: row.get("agency_id")?,
            version: row.get("version")?,
            region_id: row.get("region_id")?,
            opens_at: row.get("opens_at")?,
            closes_at: row.get("closes_at")?,
            many: row.get("many")?,
            counted: row.get("counted")?,
            pending: row.get("pending")?,
            state: State::parse(&row.get::<String>("state")?).unwrap_or(State::None),
        })
    }
}

impl Credit {
    pub(crate) fn key(&self) -> (String, i64, String) {
        (self.obligation_id.clone(), self.period, self.agency_id.clone())
    }

    pub(crate) fn read(row: &Row) -> Outcome<Credit> {
        Ok(Credit {
            activity_id: row.get("activity_id")?,
            obligation_id: row.get("obligation_id")?,
            period: row.get("period")?,
            agency_id: row.get("agency_id")?,
            verdict: Verdict::parse(&row.get::<String>("verdict")?).unwrap_or(Verdict::Fails),
            reasons: serde_json::from_str(&row.get::<String>("reasons")?)?,
        })
    }
}

impl State {
    /// Those of offices that owe, best first.
    pub(crate) const SHOWN: [State; 4] = [State::Fulfilled, State::Underway, State::None, State::Missed];

    pub(crate) fn name(self) -> &'static str {
        match self {
            State::Fulfilled => "fulfilled",
            State::Underway => "underway",
            State::None => "none",
            State::Missed => "missed",
            State::Moved => "moved",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<State> {
        State::SHOWN.into_iter().chain([State::Moved]).find(|it| it.name() == name)
    }

    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            State::Fulfilled => "obligation-state-fulfilled",
            State::Underway => "obligation-state-underway",
            State::None => "obligation-state-none",
            State::Missed => "obligation-state-missed",
            State::Moved => "obligation-state-moved",
        }
    }

    /// Colour of its badge.
    pub(crate) fn tone(self) -> &'static str {
        match self {
            State::Fulfilled => "ok",
            State::Underway => "wait",
            State::Missed => "due",
            State::None | State::Moved => "",
        }
    }

    pub(crate) fn icon(self) -> &'static str {
        match self {
            State::Fulfilled => "check",
            State::Underway => "clock",
            State::None => "flag",
            State::Missed => "alert",
            State::Moved => "arrow",
        }
    }
}

impl Verdict {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Verdict::Counts => "counts",
            Verdict::Pending => "pending",
            Verdict::Fails => "fails",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Verdict> {
        [Verdict::Counts, Verdict::Pending, Verdict::Fails].into_iter().find(|it| it.name() == name)
    }

    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Verdict::Counts => "obligation-verdict-counts",
            Verdict::Pending => "obligation-verdict-pending",
            Verdict::Fails => "obligation-verdict-fails",
        }
    }
}

impl Criterion {
    /// Fluent key of the sentence that says what is missing.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Criterion::Cancelled => "obligation-lacks-cancelled",
            Criterion::Hosts => "obligation-lacks-hosts",
            Criterion::Open => "obligation-lacks-open",
            Criterion::Present => "obligation-lacks-present",
            Criterion::Uncounted => "obligation-lacks-uncounted",
            Criterion::Evaluated => "obligation-lacks-evaluated",
            Criterion::Ahead => "obligation-lacks-ahead",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_stands_where_its_counters_put_it() {
        let stands = |counted, pending, now| {
            let it = Standing {
                obligation_id: String::new(),
                period: 0,
                agency_id: String::new(),
                version: 1,
                region_id: String::new(),
                opens_at: 0,
                closes_at: 100,
                many: 2,
                counted,
                pending,
                state: State::None,
            };
            it.due_state(now)
        };

        assert_eq!(stands(0, 0, 50), State::None);
        assert_eq!(stands(0, 1, 50), State::Underway);
        assert_eq!(stands(1, 0, 50), State::Underway);
        assert_eq!(stands(2, 0, 50), State::Fulfilled);
        assert_eq!(stands(1, 5, 100), State::Missed);
        assert_eq!(stands(2, 0, 100), State::Fulfilled, "what counts late still counts");
    }
}
