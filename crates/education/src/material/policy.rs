//! Who may see a material, and when. Pure; verdicts are values that only this file makes. Who runs the activity arranges its materials.

use kernel::{Actor, Failure, Outcome};

use super::model::{Material, Openness};
use crate::activity::{
    model::{Activity, State},
    policy::Hosted,
};

/// What a visitor is to the activity, from the farthest to the nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reader {
    Anyone,
    Audience,
    Participant,
    Host,
}

/// Proof that the visitor may have the content of a material.
pub(crate) struct Obtainable(Material);

impl Reader {
    /// `has_seat`: somebody who is registered here.
    pub(crate) fn of(actor: Option<&Actor>, hosted: &Hosted, has_seat: impl FnOnce() -> bool) -> Reader {
        match actor {
            Some(it) if hosted.acting_for(it).is_some() => Reader::Host,
            Some(_) if has_seat() => Reader::Participant,
            Some(it) if it.may_read(&hosted.audience) => Reader::Audience,
            _ => Reader::Anyone,
        }
    }
}

/// Hosts see all. Others see what is for them once the activity is over, or when it was opened early; of a cancelled one nothing.
pub(crate) fn shows(material: &Material, reader: Reader, (activity, now): (&Activity, i64)) -> bool {
    let is_for_them = match material.openness {
        Openness::Participants => reader >= Reader::Participant,
        Openness::Audience => reader >= Reader::Audience,
        Openness::Public => true,
    };
    reader == Reader::Host || (is_for_them && is_open(material, activity, now))
}

pub(crate) fn is_open(material: &Material, activity: &Activity, now: i64) -> bool {
    match activity.state(now) {
        State::Draft | State::Cancelled => false,
        State::Published | State::Running => material.is_early,
        State::Done | State::Archived => true,
    }
}

/// What is not shown does not exist.
pub(crate) fn obtainable(material: Material, reader: Reader, at: (&Activity, i64)) -> Outcome<Obtainable> {
    if shows(&material, reader, at) { Ok(Obtainable(material)) } else { Err(Failure::NotFound) }
}

impl Obtainable {
    pub(crate) fn material(&self) -> &Material {
        &self.0
    }
}
