//! Who may enter the meeting of an activity, and when. Pure; verdicts are values that only this file makes.

use kernel::{Failure, Outcome};

use super::model::{Registration, Standing};
use crate::activity::model::{Activity, State};

/// Proof that somebody has a seat in an activity with a meeting, which is not over.
#[derive(Debug)]
pub(crate) struct Attending<'a> {
    registration: &'a Registration,
    activity: &'a Activity,
}

/// Proof that the meeting may be entered with this registration by the organisers' own link.
#[derive(Debug)]
pub(crate) struct Joinable<'a>(Attending<'a>);

/// How long before the start the meeting can be entered.
pub(crate) const DOORS_OPEN: i64 = 30 * kernel::clock::MINUTE;

/// Who has a seat, until the end.
pub(crate) fn attending<'a>(registration: &'a Registration, activity: &'a Activity, now: i64) -> Outcome<Attending<'a>> {
    match registration.standing() {
        Standing::Cancelled => return Err(Failure::Forbidden("join-only-registered")),
        Standing::Waiting => return Err(Failure::Forbidden("join-only-seated")),
        Standing::Seated => {}
    }
    match activity.state(now) {
        State::Cancelled => Err(Failure::Conflict("registration-refused-cancelled")),
        State::Done | State::Archived => Err(Failure::Conflict("join-over")),
        State::Draft | State::Published | State::Running if !activity.is_online() => Err(Failure::Conflict("join-not-online")),
        _ => Ok(Attending { registration, activity }),
    }
}

/// Who has a seat enters from half an hour before the start until the end.
pub(crate) fn joinable<'a>(registration: &'a Registration, activity: &'a Activity, now: i64) -> Outcome<Joinable<'a>> {
    let attending = attending(registration, activity, now)?;
    match now {
        _ if now < activity.starts_at - DOORS_OPEN => Err(Failure::Conflict("join-too-early")),
        _ if activity.meeting_link.is_empty() => Err(Failure::Conflict("join-no-link")),
        _ => Ok(Joinable(attending)),
    }
}

impl<'a> Attending<'a> {
    pub(crate) fn registration(&self) -> &'a Registration {
        self.registration
    }

    pub(crate) fn activity(&self) -> &'a Activity {
        self.activity
    }
}

impl<'a> Joinable<'a> {
    pub(crate) fn attending(&self) -> &Attending<'a> {
        &self.0
    }

    pub(crate) fn link(&self) -> &str {
        &self.0.activity.meeting_link
    }
}
