//! Who may take part, who may register others, and until when. Pure; verdicts are values that only this file makes.

use directory::lookup::Person;
use kernel::{Actor, Failure, Outcome};

use super::model::{Guest, Key, Registration};
use crate::activity::{
    model::{Activity, State},
    policy::{self, Editable, Hosted, RUNNERS},
};

/// Why somebody cannot be registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    NotPublished,
    Cancelled,
    Over,
    Closed,
    NotInAudience,
    NotForPublic,
    NotYourUnit,
    Left,
}

/// Why somebody may line up, kept so that it can be checked again when their turn comes.
#[derive(Clone, Debug)]
enum Right {
    /// The labels with which they belong to the audience.
    Audience(Vec<String>),
    Owner,
}

/// Someone who lines up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Newcomer {
    pub(crate) key: Key,
    pub(crate) name: String,
    /// Where a guest comes from.
    pub(crate) from: Option<String>,
    pub(crate) agency_id: Option<String>,
}

/// Proof that one person may line up.
#[derive(Clone, Debug)]
pub(crate) struct Entrant {
    newcomer: Newcomer,
    right: Right,
}

/// Proof that the actor may register others for this activity.
#[derive(Debug)]
pub(crate) struct Registrar(Hosted);

/// Somebody whom a registrar names. Labels are absent for those who left.
pub(crate) struct Named {
    pub(crate) person: Person,
    pub(crate) lineage: Vec<String>,
    pub(crate) labels: Option<Vec<String>>,
}

/// Proof that a registration may be given up, or taken away with a reason.
#[derive(Debug)]
pub(crate) struct Leaving {
    registration_id: String,
    activity_id: String,
    by: Option<String>,
    reason: Option<String>,
}

/// People register themselves when the activity is for them or their own.
pub(crate) fn admit(actor: &Actor, hosted: &Hosted, now: i64) -> Result<Entrant, Refusal> {
    open(&hosted.activity, now)?;
    let is_owner = hosted.acting_for(actor).is_some();
    let right = if is_owner { Right::Owner } else { Right::Audience(actor.labels.clone()) };
    let newcomer = Newcomer {
        key: Key::Person(actor.id.clone()),
        name: actor.name.clone(),
        from: None,
        agency_id: Some(actor.home.clone()),
    };
    let entrant = Entrant { newcomer, right };
    entrant.belongs(&hosted.audience).map(|()| entrant)
}

/// Anyone may come where the organiser opened the activity to the public.
pub(crate) fn admit_guest(guest: Guest, hosted: &Hosted, now: i64) -> Result<Entrant, Refusal> {
    open(&hosted.activity, now)?;
    let newcomer = Newcomer { key: Key::Guest(guest.mail), name: guest.name, from: Some(guest.from), agency_id: None };
    let entrant = Entrant { newcomer, right: Right::Audience(vec!["public".to_owned()]) };
    entrant.belongs(&hosted.audience).map(|()| entrant)
}

pub(crate) fn welcomes_guests(hosted: &Hosted, now: i64) -> Result<(), Refusal> {
    open(&hosted.activity, now)?;
    if hosted.audience.iter().any(|it| it == "public") { Ok(()) } else { Err(Refusal::NotForPublic) }
}

/// Owners register anyone in the audience; others who run an agency, the people of that agency and below.
pub(crate) fn registrar(actor: &Actor, hosted: Hosted) -> Outcome<Registrar> {
    if hosted.acting_for(actor).is_some() {
        return Ok(Registrar(hosted));
    }
    let readable = policy::readable(Some(actor), hosted)?;
    if RUNNERS.iter().any(|it| actor.holds_somewhere(it)) {
        Ok(Registrar(readable.hosted().clone()))
    } else {
        Err(Failure::Forbidden("registration-only-coordinators"))
    }
}

/// Decides for one of those whom a registrar names.
pub(crate) fn admit_named(actor: &Actor, registrar: &Registrar, named: Named) -> Result<Entrant, Refusal> {
    let Named { person, lineage, labels } = named;
    let labels = labels.ok_or(Refusal::Left)?;
    let is_theirs = registrar.0.acting_for(actor).is_some() || actor.holds(RUNNERS, &lineage);
    if !is_theirs {
        return Err(Refusal::NotYourUnit);
    }
    let newcomer =
        Newcomer { key: Key::Person(person.id), name: person.full_name, from: None, agency_id: Some(person.agency_id) };
    let entrant = Entrant { newcomer, right: Right::Audience(labels) };
    entrant.belongs(&registrar.0.audience).map(|()| entrant)
}

/// Whether registrations are taken at a moment.
pub(crate) fn open(activity: &Activity, at: i64) -> Result<(), Refusal> {
    match activity.state(at) {
        State::Draft => Err(Refusal::NotPublished),
        State::Cancelled => Err(Refusal::Cancelled),
        State::Done | State::Archived => Err(Refusal::Over),
        State::Published | State::Running if at >= activity.closes_at() => Err(Refusal::Closed),
        State::Published | State::Running => Ok(()),
    }
}

/// Until the start, people give up their own seat.
pub(crate) fn leave(actor: &Actor, registration: &Registration) -> Outcome<Leaving> {
    if registration.person_id.as_ref() != Some(&actor.id) {
        return Err(Failure::NotFound);
    }
    Ok(Leaving::of(registration, Some(&actor.id), None))
}

/// The ticket is a guest's only key, and nobody else's.
pub(crate) fn leave_as_guest(registration: &Registration) -> Outcome<Leaving> {
    if registration.guest.is_none() { Err(Failure::NotFound) } else { Ok(Leaving::of(registration, None, None)) }
}

/// Owners take somebody off their list, and say why.
pub(crate) fn remove(actor: &Actor, owned: &Editable, registration: &Registration, reason: &str) -> Outcome<Leaving> {
    if registration.activity_id != owned.activity().id {
        return Err(Failure::NotFound);
    }
    Ok(Leaving::of(registration, Some(&actor.id), Some(reason)))
}

impl Entrant {
    pub(crate) fn newcomer(&self) -> &Newcomer {
        &self.newcomer
    }

    /// The same decision again, on the activity as it is when their turn has come; being in line in time is in time.
    pub(crate) fn still_admitted(&self, activity: &Activity, audience: &[String], asked_at: i64) -> Result<(), Refusal> {
        open(activity, asked_at)?;
        self.belongs(audience)
    }

    fn belongs(&self, audience: &[String]) -> Result<(), Refusal> {
        let belongs = match &self.right {
            Right::Owner => true,
            Right::Audience(labels) => audience.iter().any(|it| labels.contains(it)),
        };
        match &self.newcomer.key {
            _ if belongs => Ok(()),
            Key::Person(_) => Err(Refusal::NotInAudience),
            Key::Guest(_) => Err(Refusal::NotForPublic),
        }
    }
}

impl Registrar {
    pub(crate) fn hosted(&self) -> &Hosted {
        &self.0
    }
}

impl Leaving {
    fn of(registration: &Registration, by: Option<&str>, reason: Option<&str>) -> Leaving {
        Leaving {
            registration_id: registration.id.clone(),
            activity_id: registration.activity_id.clone(),
            by: by.map(str::to_owned),
            reason: reason.map(str::to_owned),
        }
    }

    /// Whether it is not too late, on the activity as it is now. Owners may tidy their list until the end.
    pub(crate) fn in_time(&self, activity: &Activity, now: i64) -> Outcome<()> {
        let is_by_owner = self.reason.is_some();
        match activity.state(now) {
            State::Cancelled => Err(Failure::Conflict("registration-refused-cancelled")),
            State::Running if is_by_owner => Ok(()),
            State::Running => Err(Failure::Conflict("registration-leave-started")),
            State::Done | State::Archived => Err(Failure::Conflict("registration-refused-over")),
            State::Draft | State::Published => Ok(()),
        }
    }

    pub(crate) fn registration_id(&self) -> &str {
        &self.registration_id
    }

    pub(crate) fn activity_id(&self) -> &str {
        &self.activity_id
    }

    pub(crate) fn by(&self) -> Option<&str> {
        self.by.as_deref()
    }

    pub(crate) fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }
}

impl Refusal {
    /// Fluent key of the sentence that says why.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Refusal::NotPublished => "registration-refused-draft",
            Refusal::Cancelled => "registration-refused-cancelled",
            Refusal::Over => "registration-refused-over",
            Refusal::Closed => "registration-refused-closed",
            Refusal::NotInAudience => "registration-refused-audience",
            Refusal::NotForPublic => "registration-refused-public",
            Refusal::NotYourUnit => "registration-refused-unit",
            Refusal::Left => "registration-refused-left",
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        match refusal {
            Refusal::NotInAudience | Refusal::NotForPublic | Refusal::NotYourUnit => Failure::Forbidden(refusal.key()),
            _ => Failure::Conflict(refusal.key()),
        }
    }
}
