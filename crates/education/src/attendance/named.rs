//! Who sits on a seat: the person of the directory, or the guest as they named themselves. Decides nothing.

use std::collections::HashMap;

use directory::lookup::{self, Person};
use kernel::{Db, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use super::model::Seat;

#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Named {
    /// With titles.
    pub(crate) name: String,
    /// Masked unless the reader keeps the list; empty for guests.
    pub(crate) nip: String,
    pub(crate) agency: String,
    #[serde(skip)]
    pub(crate) plain_name: String,
    #[serde(skip)]
    pub(crate) mail: Option<String>,
}

/// How service numbers are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numbers {
    InFull,
    Masked,
}

/// One for each seat, in order; one query for all.
pub(crate) async fn named(db: &Db, seats: &[Seat], numbers: Numbers) -> Outcome<Vec<Named>> {
    let ids: Vec<String> = seats.iter().filter_map(|it| it.person_id.clone()).collect();
    let people = lookup::people(db, &ids).await?;
    Ok(seats.iter().map(|it| of(it, &people, numbers)).collect())
}

/// Full names of people by id, e.g. of those who recorded something.
pub(crate) async fn names(db: &Db, mut ids: Vec<String>) -> Outcome<HashMap<String, String>> {
    ids.sort();
    ids.dedup();
    Ok(lookup::people(db, &ids).await?.into_iter().map(|(id, it)| (id, it.full_name)).collect())
}

fn of(seat: &Seat, people: &HashMap<String, Person>, numbers: Numbers) -> Named {
    match seat.person_id.as_ref().and_then(|it| people.get(it)) {
        Some(person) => Named {
            name: person.full_name.clone(),
            nip: shown(person.nip.as_deref().unwrap_or_default(), numbers),
            agency: person.agency_name.clone(),
            plain_name: person.plain_name.clone(),
            mail: person.mail.clone(),
        },
        None => {
            let name = seat.guest_name.clone().unwrap_or_default();
            let agency = seat.guest_from.clone().unwrap_or_default();
            Named { plain_name: name.clone(), name, nip: String::new(), agency, mail: seat.guest_mail.clone() }
        }
    }
}

fn shown(nip: &str, numbers: Numbers) -> String {
    match numbers {
        Numbers::InFull => nip.to_owned(),
        Numbers::Masked => lookup::masked(nip),
    }
}
