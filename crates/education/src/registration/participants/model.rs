//! A row of the list as owners see it, and what they may ask the list for. No I/O.

use std::collections::HashMap;

use directory::{identity::Identity, lookup::Person};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::registration::model::{Registration, Standing};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Participant {
    pub(crate) registration_id: String,
    /// The order of the line.
    pub(crate) number: i64,
    pub(crate) name: String,
    /// In full and in groups: only owners see it.
    pub(crate) nip: String,
    pub(crate) agency: String,
    pub(crate) mail: String,
    pub(crate) is_guest: bool,
    pub(crate) standing: Standing,
    pub(crate) registered_at: i64,
    pub(crate) cancel_reason: Option<String>,
}

/// What the list is asked for, as the address says it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Filter {
    /// "menunggu" or "batal"; anything else: those with a seat.
    pub(crate) keadaan: String,
    /// Part of a name.
    pub(crate) cari: String,
    /// The number after which the page begins.
    pub(crate) setelah: i64,
}

impl Filter {
    pub(crate) fn standing(&self) -> Standing {
        match self.keadaan.as_str() {
            "menunggu" => Standing::Waiting,
            "batal" => Standing::Cancelled,
            _ => Standing::Seated,
        }
    }

    /// For `like`: the words in their order, without signs that mean something there.
    pub(crate) fn pattern(&self) -> String {
        let plain: String =
            self.cari.to_lowercase().chars().map(|it| if matches!(it, '%' | '_' | '\\') { ' ' } else { it }).collect();
        let words: Vec<&str> = plain.split_whitespace().take(8).collect();
        if words.is_empty() { "%".to_owned() } else { format!("%{}%", words.join("%")) }
    }
}

/// Whoever is unknown to the directory by now is shown without a name, never left out.
pub(crate) fn participants(registrations: Vec<Registration>, people: &HashMap<String, Person>) -> Vec<Participant> {
    registrations.into_iter().map(|it| participant(it, people)).collect()
}

fn participant(registration: Registration, people: &HashMap<String, Person>) -> Participant {
    let standing = registration.standing();
    let person = registration.person_id.as_ref().and_then(|it| people.get(it));
    let (is_guest, guest) = (registration.guest.is_some(), registration.guest);
    let (name, agency, mail) = match (person, guest) {
        (Some(it), _) => (it.full_name.clone(), it.agency_name.clone(), it.mail.clone().unwrap_or_default()),
        (None, Some(it)) => (it.name, it.from, it.mail),
        (None, None) => Default::default(),
    };
    Participant {
        registration_id: registration.id,
        number: registration.number,
        name,
        nip: person.and_then(|it| it.nip.as_deref()).map(grouped).unwrap_or_default(),
        agency,
        mail,
        is_guest,
        standing,
        registered_at: registration.registered_at,
        cancel_reason: registration.cancel_reason,
    }
}

/// In groups, so that spreadsheets keep it as text and lose no digit.
fn grouped(number: &str) -> String {
    Identity::parse(number).map_or_else(|_| number.to_owned(), |it| it.grouped())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_words_and_nothing_else() {
        let pattern = |cari: &str| Filter { cari: cari.into(), ..Filter::default() }.pattern();

        assert_eq!(pattern("  Sitti   RAHMAH "), "%sitti%rahmah%");
        assert_eq!(pattern("%_\\"), "%");
        assert_eq!(pattern("100%"), "%100%");
    }
}
