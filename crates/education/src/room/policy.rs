//! Who opens, ends and enters a room, when, and as what. Pure; verdicts are values that only this file makes.

use kernel::{
    Actor, Failure, Outcome,
    clock::{HOUR, MINUTE},
};

use super::model::Room;
use crate::{
    activity::{
        model::{Activity, State},
        policy::{Editable, Hosted},
    },
    registration::meeting_policy::{Attending, DOORS_OPEN},
};

/// Organisers open this long before the start at the earliest, to prepare.
pub(crate) const EARLIEST: i64 = 2 * HOUR;
/// Nobody needs to press anything: this long before the start the room opens by itself.
pub(crate) const BY_ITSELF: i64 = 15 * MINUTE;
/// A session that runs over is followed for so long.
pub(crate) const LINGERS: i64 = 2 * HOUR;

/// Proof that an owner runs the room of an activity, which has one.
pub(crate) struct Runnable(Editable);
/// Proof that the room may be opened now.
pub(crate) struct Openable(Activity);
/// Proof that somebody may enter, under a name and in a role.
#[derive(Debug)]
pub(crate) struct Enterable<'a> {
    activity: &'a Activity,
    /// None of theirs is told: an owner who is not registered.
    attending: Option<Attending<'a>>,
    user_id: String,
    name: String,
    is_moderator: bool,
}

/// Whoever comes to the room.
#[derive(Debug)]
pub(crate) enum Door<'a> {
    /// Not before that moment (epoch ms).
    Waits(i64),
    Opens(Enterable<'a>),
}

/// Owners and those who speak lead the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Moderator,
    Viewer,
}

pub(crate) fn role(actor: &Actor, hosted: &Hosted, speakers: &[String]) -> Role {
    let leads = hosted.acting_for(actor).is_some() || speakers.contains(&actor.id);
    if leads { Role::Moderator } else { Role::Viewer }
}

/// Owners see and run the room as long as the activity is not cancelled or archived.
pub(crate) fn runnable(proof: Editable) -> Outcome<Runnable> {
    match proof.activity().meeting_server.is_empty() || !proof.activity().is_online() {
        true => Err(Failure::Conflict("room-none")),
        false => Ok(Runnable(proof)),
    }
}

pub(crate) fn openable(proof: &Runnable, now: i64) -> Outcome<Openable> {
    let activity = proof.activity();
    held(activity, now)?;
    match now {
        _ if now < activity.starts_at - EARLIEST => Err(Failure::Conflict("room-too-early")),
        _ if now >= activity.ends_at => Err(Failure::Conflict("room-over")),
        _ => Ok(Openable(activity.clone())),
    }
}

/// Without anybody's hand, shortly before the start.
pub(crate) fn opens_itself(activity: &Activity, now: i64) -> Outcome<Openable> {
    held(activity, now)?;
    let is_time = (activity.starts_at - BY_ITSELF..activity.ends_at).contains(&now);
    let has_room = activity.is_online() && !activity.meeting_server.is_empty();
    if is_time && has_room { Ok(Openable(activity.clone())) } else { Err(Failure::Conflict("room-too-early")) }
}

/// For whoever may enter, the room is made where it is not.
pub(crate) fn enters(enterable: &Enterable<'_>) -> Openable {
    Openable(enterable.activity.clone())
}

fn held(activity: &Activity, now: i64) -> Outcome<()> {
    match activity.state(now) {
        State::Published | State::Running => Ok(()),
        State::Draft => Err(Failure::Conflict("room-not-published")),
        State::Cancelled => Err(Failure::Conflict("activity-is-cancelled")),
        State::Done | State::Archived => Err(Failure::Conflict("room-over")),
    }
}

/// Who has a seat enters once the room is open, from half an hour before the start; those who lead, as soon as it is open.
pub(crate) fn door<'a>(attending: Attending<'a>, (name, role): (&str, Role), room: Option<&Room>, now: i64) -> Outcome<Door<'a>> {
    let activity = attending.activity();
    let user_id = attending.registration().id.clone();
    let is_moderator = role == Role::Moderator;
    let enterable = Enterable { activity, user_id, name: name.to_owned(), is_moderator, attending: Some(attending) };
    let from = if is_moderator { activity.starts_at - EARLIEST } else { activity.starts_at - DOORS_OPEN };
    through(enterable, room, from, now)
}

/// An owner who is not registered; they are nobody's attendance.
pub(crate) fn owners_door<'a>(actor: &Actor, proof: &'a Editable, room: Option<&Room>, now: i64) -> Outcome<Door<'a>> {
    let activity = proof.activity();
    held(activity, now)?;
    let (user_id, name) = (actor.id.clone(), actor.name.clone());
    let enterable = Enterable { activity, user_id, name, is_moderator: true, attending: None };
    through(enterable, room, activity.starts_at - EARLIEST, now)
}

fn through<'a>(enterable: Enterable<'a>, room: Option<&Room>, from: i64, now: i64) -> Outcome<Door<'a>> {
    let starts_at = enterable.activity.starts_at;
    match room {
        Some(room) if room.ended_at.is_some() => Err(Failure::Conflict("room-ended")),
        Some(room) if room.is_open() && now >= from => Ok(Door::Opens(enterable)),
        _ if now >= starts_at - BY_ITSELF => Ok(Door::Opens(enterable)),
        _ => Ok(Door::Waits(starts_at - BY_ITSELF)),
    }
}

impl Runnable {
    pub(crate) fn activity(&self) -> &Activity {
        self.0.activity()
    }

    pub(crate) fn hosted(&self) -> &Hosted {
        self.0.hosted()
    }
}

impl Openable {
    pub(crate) fn activity(&self) -> &Activity {
        &self.0
    }
}

impl<'a> Enterable<'a> {
    pub(crate) fn activity(&self) -> &'a Activity {
        self.activity
    }

    pub(crate) fn attending(&self) -> Option<&Attending<'a>> {
        self.attending.as_ref()
    }

    pub(crate) fn visitor(&self, room: &'a Room) -> meeting::Visitor<'_> {
        meeting::Visitor { meeting_id: &room.key, user_id: &self.user_id, name: &self.name, is_moderator: self.is_moderator }
    }
}
