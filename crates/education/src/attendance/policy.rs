//! Who may record, correct and see attendance, and when. Pure; verdicts are values that only this file makes.

use kernel::{
    Actor, Failure, Outcome,
    clock::{HOUR, MINUTE},
};

use super::model::{Checkpoint, Seat};
use crate::activity::{
    model::{Activity, State},
    policy::{Editable, Hosted, editable, still_changeable},
};

/// Checkpoints open this long before the session at the earliest; people come early.
const EARLIEST_CHECKPOINT: i64 = HOUR;
/// The door opens this long before the session.
const EARLIEST_SCAN: i64 = 3 * HOUR;
/// Codes are taken this long after the session, for those who linger.
pub(crate) const LATEST_CODE: i64 = 30 * MINUTE;

/// Proof that an owner may open checkpoints now.
pub(crate) struct Presentable(Editable);
/// Proof that an owner may scan tickets at that moment.
pub(crate) struct Scannable {
    proof: Editable,
    pub(crate) at: i64,
}
/// Proof that an owner may bring evidence, and correct what was counted.
pub(crate) struct Correctable(Editable);
/// Proof that a person may enter codes: seated in an activity that goes on.
#[derive(Debug)]
pub(crate) struct Enterable {
    pub(crate) registration_id: String,
}

/// Why a code is not taken; each has its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Cancelled,
    NotRegistered,
    GaveUpSeat,
    Waiting,
    NotStarted,
    NothingOpen,
    Over,
    WrongCode,
    OldCode,
    GuessedTooOften { seconds: u32 },
}

/// What a visitor may see of an attendance list.
pub(crate) enum Viewer {
    /// All of it, with service numbers in full.
    Owner(Box<Editable>),
    /// Their own row.
    Participant { activity: Box<Activity>, registration_id: String },
}

pub(crate) fn presentable(proof: Editable, now: i64) -> Outcome<Presentable> {
    let proof = held(proof, now)?;
    let activity = proof.activity();
    if now < activity.starts_at - EARLIEST_CHECKPOINT {
        return Err(Failure::Conflict("attendance-too-early"));
    }
    if now > activity.ends_at + LATEST_CODE {
        return Err(Failure::Conflict("attendance-too-late"));
    }
    Ok(Presentable(proof))
}

/// `at` is when the ticket was scanned: programs without a connection tell later.
pub(crate) fn scannable(proof: Editable, at: i64, now: i64) -> Outcome<Scannable> {
    let proof = held(proof, now)?;
    let activity = proof.activity();
    if at > now || at < activity.starts_at - EARLIEST_SCAN {
        return Err(Failure::Conflict("attendance-too-early"));
    }
    if at > activity.ends_at {
        return Err(Failure::Conflict("attendance-too-late"));
    }
    Ok(Scannable { proof, at })
}

pub(crate) fn correctable(proof: Editable, now: i64) -> Outcome<Correctable> {
    let proof = held(proof, now)?;
    if now < proof.activity().starts_at {
        return Err(Failure::Conflict("attendance-not-started"));
    }
    Ok(Correctable(proof))
}

/// Published, and neither cancelled nor archived.
fn held(proof: Editable, now: i64) -> Outcome<Editable> {
    let proof = still_changeable(proof, now)?;
    match proof.activity().state(now) {
        State::Draft => Err(Failure::Conflict("attendance-not-published")),
        _ => Ok(proof),
    }
}

/// Whether somebody with this seat may enter codes at all.
pub(crate) fn enterable(activity: &Activity, seat: Option<&Seat>, now: i64) -> Result<Enterable, Refusal> {
    let Some(seat) = seat else {
        return Err(Refusal::NotRegistered);
    };
    match activity.state(now) {
        State::Cancelled => return Err(Refusal::Cancelled),
        State::Draft => return Err(Refusal::NotStarted),
        State::Archived => return Err(Refusal::Over),
        State::Published | State::Running | State::Done => {}
    }
    if seat.cancelled_at.is_some() {
        return Err(Refusal::GaveUpSeat);
    }
    if seat.seated_at.is_none() {
        return Err(Refusal::Waiting);
    }
    if now > activity.ends_at + LATEST_CODE {
        return Err(Refusal::Over);
    }
    Ok(Enterable { registration_id: seat.registration_id.clone() })
}

/// The checkpoint that takes codes now.
pub(crate) fn taking<'c>(activity: &Activity, open: Option<&'c Checkpoint>, now: i64) -> Result<&'c Checkpoint, Refusal> {
    match open {
        Some(open) => Ok(open),
        None if now < activity.starts_at => Err(Refusal::NotStarted),
        None if now > activity.ends_at => Err(Refusal::Over),
        None => Err(Refusal::NothingOpen),
    }
}

/// Owners see all, registered people themselves; others are told no more than of the activity itself.
pub(crate) fn viewer(actor: &Actor, hosted: Hosted, own: Option<Seat>) -> Outcome<Viewer> {
    match own {
        Some(seat) if hosted.acting_for(actor).is_none() => {
            Ok(Viewer::Participant { activity: Box::new(hosted.activity), registration_id: seat.registration_id })
        }
        _ => Ok(Viewer::Owner(Box::new(editable(actor, hosted)?))),
    }
}

impl Presentable {
    pub(crate) fn activity(&self) -> &Activity {
        self.0.activity()
    }
}

impl Scannable {
    pub(crate) fn activity(&self) -> &Activity {
        self.proof.activity()
    }
}

impl Correctable {
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
            Refusal::Cancelled => "attendance-refused-cancelled",
            Refusal::NotRegistered => "attendance-refused-not-registered",
            Refusal::GaveUpSeat => "attendance-refused-gave-up-seat",
            Refusal::Waiting => "attendance-refused-waiting",
            Refusal::NotStarted => "attendance-refused-not-started",
            Refusal::NothingOpen => "attendance-refused-nothing-open",
            Refusal::Over => "attendance-refused-over",
            Refusal::WrongCode => "attendance-refused-wrong-code",
            Refusal::OldCode => "attendance-refused-old-code",
            Refusal::GuessedTooOften { .. } => "attendance-refused-guessed",
        }
    }

    /// Whether another code may help; otherwise there is no use in a field.
    pub(crate) fn is_of_the_code(self) -> bool {
        matches!(self, Refusal::WrongCode | Refusal::OldCode | Refusal::GuessedTooOften { .. })
    }
}
