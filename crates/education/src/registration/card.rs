//! Registration as a part of other pages: the card of an activity's page, and what somebody is registered for. Reads only.

use kernel::{App, Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Tongue, Zone};

use super::{
    model::Standing,
    pages::line_said,
    policy::{self, Refusal},
    queries,
};
use crate::activity::{
    model::Activity,
    policy::{Hosted, RUNNERS},
};

/// What the activity's page says to its visitor; `registration-card.html` shows it as `card`, with `t` beside it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Card {
    pub(crate) activity_id: String,
    /// Of the visitor; null for those who are not registered.
    pub(crate) standing: Option<Standing>,
    pub(crate) in_line: Option<i64>,
    /// Whether the one button is shown.
    pub(crate) can_register: bool,
    /// Key of the sentence that says why not.
    pub(crate) refusal: Option<&'static str>,
    /// Null: as many as want to.
    pub(crate) seats: Option<i64>,
    pub(crate) seats_left: Option<i64>,
    pub(crate) waiting: i64,
    pub(crate) closes_at: i64,
    /// Of the activity.
    pub(crate) zone: Zone,
    /// Whether registrations are taken at all.
    pub(crate) is_taking: bool,
    /// Whether somebody without an account may come.
    pub(crate) guests_welcome: bool,
    pub(crate) can_register_others: bool,
}

/// One query for those signed in, none for others: nothing of a stranger's card is personal.
pub(crate) async fn of(ask: &Ask, hosted: &Hosted) -> Outcome<Card> {
    let activity = &hosted.activity;
    let actor = ask.maybe_actor();
    let mut card = Card::for_anyone(activity, policy::open(activity, ask.now()));
    card.guests_welcome = actor.is_none() && policy::welcomes_guests(hosted, ask.now()).is_ok();
    let Some(actor) = actor else {
        return Ok(card);
    };
    card = card.judged(policy::admit(actor, hosted, ask.now()).map(drop));
    let is_owner = hosted.acting_for(actor).is_some();
    let is_runner = RUNNERS.iter().any(|it| actor.holds_somewhere(it));
    card.can_register_others = card.is_taking && (is_owner || is_runner);
    if let Some((registration, in_line)) = queries::mine(&ask.app, &activity.id, &actor.id).await? {
        card.standing = Some(registration.standing());
        card.in_line = in_line;
        card.can_register &= registration.standing() == Standing::Cancelled;
    }
    Ok(card)
}

impl Card {
    fn for_anyone(activity: &Activity, verdict: Result<(), Refusal>) -> Card {
        let card = Card {
            activity_id: activity.id.clone(),
            standing: None,
            in_line: None,
            can_register: false,
            refusal: None,
            seats: activity.seats,
            seats_left: activity.seats.map(|seats| (seats - activity.taken).max(0)),
            waiting: activity.waiting,
            closes_at: activity.closes_at(),
            zone: activity.zone,
            is_taking: verdict.is_ok(),
            guests_welcome: false,
            can_register_others: false,
        };
        card.judged(verdict)
    }

    fn judged(self, verdict: Result<(), Refusal>) -> Card {
        Card { can_register: verdict.is_ok(), refusal: verdict.err().map(Refusal::key), ..self }
    }

    pub(crate) fn line_said(&self, t: &Tongue) -> String {
        line_said(*t, self.in_line)
    }

    pub(crate) fn seats_said(&self, t: &Tongue) -> String {
        match (self.seats, self.seats_left) {
            (Some(seats), Some(0)) => {
                t.with("m", t.number(seats)).with("n", t.number(self.waiting)).say("registration-seats-full")
            }
            (Some(seats), Some(left)) => t.with("n", t.number(left)).with("m", t.number(seats)).say("registration-seats-left"),
            _ => t.say("registration-seats-free").to_owned(),
        }
    }

    pub(crate) fn is_seated(&self) -> bool {
        self.standing == Some(Standing::Seated)
    }

    pub(crate) fn is_waiting(&self) -> bool {
        self.standing == Some(Standing::Waiting)
    }
}

/// An activity that somebody is registered for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Mine {
    pub(crate) activity: Activity,
    pub(crate) standing: Standing,
    pub(crate) in_line: Option<i64>,
}

/// What a person is registered for and is not over, soonest first, in one query.
pub(crate) async fn mine(app: &App, person_id: &str) -> Outcome<Vec<Mine>> {
    let found = queries::upcoming(app, person_id).await?;
    Ok(found.into_iter().map(|(activity, standing, in_line)| Mine { activity, standing, in_line }).collect())
}

impl Mine {
    pub(crate) fn is_seated(&self) -> bool {
        self.standing == Standing::Seated
    }

    pub(crate) fn line_said(&self, t: &Tongue) -> String {
        line_said(*t, self.in_line)
    }
}
