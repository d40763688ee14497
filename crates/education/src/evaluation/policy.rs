//! Who may evaluate, and when; who sees which results; who sets an evaluation up. Pure; verdicts are values that only this file makes.

use kernel::{Actor, Failure, Outcome};

use super::model::{Attendee, Window};
use crate::activity::{
    model::{Activity, State},
    policy::{Editable, Hosted, editable, still_changeable},
};

/// Proof that somebody attended and may evaluate now. It holds what the token needs, and nothing reaches the answer from it.
#[derive(Clone, Debug)]
pub(crate) struct Evaluable {
    registration_id: String,
    activity_id: String,
}

/// Proof that an owner may change how their activity is evaluated.
pub(crate) struct Configurable(Editable);

/// Why somebody cannot evaluate; each has its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Cancelled,
    NotOpen,
    Closed,
    NotAttended,
    /// The one that is good news.
    Done,
}

/// What a visitor may see of the results.
pub(crate) enum Viewer {
    Owner(Box<Editable>),
    /// Their own, by the name under which they spoke.
    Speaker {
        hosted: Box<Hosted>,
        name: String,
    },
}

pub(crate) fn evaluable(
    activity: &Activity,
    window: Window,
    attendee: Option<&Attendee>,
    now: i64,
) -> Result<Evaluable, Refusal> {
    match activity.state(now) {
        State::Cancelled => return Err(Refusal::Cancelled),
        State::Draft | State::Published => return Err(Refusal::NotOpen),
        State::Running | State::Done | State::Archived => {}
    }
    let attendee = attendee.filter(|it| it.is_seated && it.has_attended);
    match attendee {
        Some(it) if it.has_evaluated => Err(Refusal::Done),
        _ if window.has_closed(now) => Err(Refusal::Closed),
        _ if now < window.opens_at => Err(Refusal::NotOpen),
        Some(it) => Ok(Evaluable { registration_id: it.registration_id.clone(), activity_id: activity.id.clone() }),
        None => Err(Refusal::NotAttended),
    }
}

/// Owners see all, speakers with an account themselves; others are told no more than of the activity itself.
pub(crate) fn viewer(actor: &Actor, hosted: Hosted, spoke_as: Option<String>) -> Outcome<Viewer> {
    match spoke_as {
        Some(name) if hosted.acting_for(actor).is_none() => Ok(Viewer::Speaker { hosted: Box::new(hosted), name }),
        _ => Ok(Viewer::Owner(Box::new(editable(actor, hosted)?))),
    }
}

/// Until it closes: what was released then stays as it is.
pub(crate) fn configurable(proof: Editable, window: Window, now: i64) -> Outcome<Configurable> {
    let proof = still_changeable(proof, now)?;
    if window.has_closed(now) { Err(Failure::Conflict("evaluation-has-closed")) } else { Ok(Configurable(proof)) }
}

impl Evaluable {
    pub(crate) fn registration_id(&self) -> &str {
        &self.registration_id
    }

    pub(crate) fn activity_id(&self) -> &str {
        &self.activity_id
    }
}

impl Configurable {
    pub(crate) fn activity(&self) -> &Activity {
        self.0.activity()
    }

    pub(crate) fn hosted(&self) -> &Hosted {
        self.0.hosted()
    }
}

impl Refusal {
    /// Fluent key of the sentence.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Refusal::Cancelled => "evaluation-refused-cancelled",
            Refusal::NotOpen => "evaluation-refused-not-open",
            Refusal::Closed => "evaluation-refused-closed",
            Refusal::NotAttended => "evaluation-refused-not-attended",
            Refusal::Done => "evaluation-done",
        }
    }
}
