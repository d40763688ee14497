//! Seats, and the line for them: what a batch of requests comes to. Pure; the database stays the truth.

use std::collections::HashMap;

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::Serialize;

/// How full an activity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counters {
    /// `None`: as many as want to.
    pub(crate) seats: Option<i64>,
    pub(crate) taken: i64,
    pub(crate) waiting: i64,
    /// The last number drawn; the first is 1.
    pub(crate) drawn: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Standing {
    Seated,
    Waiting,
    Cancelled,
}

/// What an activity knows its participants by, each once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Person(String),
    /// The mail of a guest, in lower case.
    Guest(String),
}

/// A row that is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) id: String,
    pub(crate) ticket: String,
    pub(crate) number: i64,
    pub(crate) standing: Standing,
    /// Epoch milliseconds.
    pub(crate) registered_at: i64,
}

/// Someone who asks, with the id and ticket that they get if they are new.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) key: Key,
    pub(crate) id: String,
    pub(crate) ticket: String,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) id: String,
    pub(crate) ticket: String,
    pub(crate) number: i64,
    pub(crate) standing: Standing,
    /// In the waiting line, from 1, at the moment of joining it; unknown for those who wait already.
    pub(crate) in_line: Option<i64>,
    pub(crate) news: News,
    /// When it was drawn, if that was before this batch; epoch milliseconds.
    pub(crate) held_since: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    New,
    /// Cancelled before, and back at the end of the line.
    Revived,
    /// Registered already: the stored answer.
    Known,
}

/// One place per candidate, in their order, and the counters afterwards.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Settlement {
    pub(crate) places: Vec<Place>,
    pub(crate) after: Counters,
}

/// Gives seats in the order of asking while there are any and nobody waits; everybody else goes to the end of the line.
/// Whoever is registered keeps what they have.
pub(crate) fn settle(before: Counters, held: &HashMap<Key, Held>, asking: &[Candidate]) -> Settlement {
    let mut after = before;
    let mut placed: HashMap<&Key, Place> = HashMap::new();
    let places = asking.iter().map(|it| {
        let place = match (placed.get(&it.key), held.get(&it.key)) {
            (Some(place), _) => Place { news: News::Known, ..place.clone() },
            (None, Some(held)) if held.standing != Standing::Cancelled => held.place(),
            (None, held) => after.draw(it, held),
        };
        placed.entry(&it.key).or_insert_with(|| place.clone());
        place
    });
    Settlement { places: places.collect(), after }
}

impl Held {
    fn place(&self) -> Place {
        Place {
            id: self.id.clone(),
            ticket: self.ticket.clone(),
            number: self.number,
            standing: self.standing,
            in_line: None,
            news: News::Known,
            held_since: Some(self.registered_at),
        }
    }
}

impl Counters {
    fn draw(&mut self, candidate: &Candidate, cancelled: Option<&Held>) -> Place {
        self.drawn += 1;
        let is_seated = self.waiting == 0 && self.room() > 0;
        if is_seated {
            self.taken += 1;
        } else {
            self.waiting += 1;
        }
        let (id, ticket) = cancelled.map_or((&candidate.id, &candidate.ticket), |it| (&it.id, &it.ticket));
        Place {
            id: id.clone(),
            ticket: ticket.clone(),
            number: self.drawn,
            standing: if is_seated { Standing::Seated } else { Standing::Waiting },
            in_line: (!is_seated).then_some(self.waiting),
            news: if cancelled.is_some() { News::Revived } else { News::New },
            held_since: None,
        }
    }

    /// Free seats, without regard to the line.
    pub(crate) fn room(&self) -> i64 {
        self.seats.map_or(i64::MAX, |seats| (seats - self.taken).max(0))
    }

    /// How many of the line can be seated.
    pub(crate) fn promotable(&self) -> i64 {
        self.room().min(self.waiting)
    }

    pub(crate) fn promoted(self, count: i64) -> Counters {
        Counters { taken: self.taken + count, waiting: self.waiting - count, ..self }
    }

    /// After somebody of this standing left.
    pub(crate) fn left(self, standing: Standing) -> Counters {
        match standing {
            Standing::Seated => Counters { taken: self.taken - 1, ..self },
            Standing::Waiting => Counters { waiting: self.waiting - 1, ..self },
            Standing::Cancelled => self,
        }
    }
}

/// A registration as it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Registration {
    pub(crate) id: String,
    pub(crate) activity_id: String,
    /// Absent for guests.
    pub(crate) person_id: Option<String>,
    pub(crate) guest: Option<Guest>,
    pub(crate) agency_id: Option<String>,
    pub(crate) ticket: String,
    pub(crate) number: i64,
    pub(crate) registered_at: i64,
    pub(crate) seated_at: Option<i64>,
    pub(crate) cancelled_at: Option<i64>,
    pub(crate) cancel_reason: Option<String>,
}

/// Someone without an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Guest {
    pub(crate) name: String,
    pub(crate) mail: String,
    /// City or institution, as they say it.
    pub(crate) from: String,
}

impl Registration {
    pub(crate) fn standing(&self) -> Standing {
        standing(self.seated_at, self.cancelled_at)
    }

    pub(crate) fn read(row: &Row) -> Outcome<Registration> {
        let mail: Option<String> = row.get("guest_mail")?;
        let name: Option<String> = row.get("guest_name")?;
        let from: Option<String> = row.get("guest_from")?;
        Ok(Registration {
            id: row.get("id")?,
            activity_id: row.get("activity_id")?,
            person_id: row.get("person_id")?,
            guest: mail.map(|mail| Guest { mail, name: name.unwrap_or_default(), from: from.unwrap_or_default() }),
            agency_id: row.get("agency_id")?,
            ticket: row.get("ticket")?,
            number: row.get("number")?,
            registered_at: row.get("registered_at")?,
            seated_at: row.get("seated_at")?,
            cancelled_at: row.get("cancelled_at")?,
            cancel_reason: row.get("cancel_reason")?,
        })
    }
}

/// Told from the facts of a row.
pub(crate) fn standing(seated_at: Option<i64>, cancelled_at: Option<i64>) -> Standing {
    match (seated_at, cancelled_at) {
        (_, Some(_)) => Standing::Cancelled,
        (Some(_), None) => Standing::Seated,
        (None, None) => Standing::Waiting,
    }
}
