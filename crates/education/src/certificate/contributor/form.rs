//! The form that names who served: each row a role, and a NIP or a name with where they come from. Rows without anybody are passed over.

use std::collections::HashSet;

use credential::{IdentityKind, Recipient};
use directory::lookup::{self, Person};
use kernel::{Db, Outcome};
use schemars::JsonSchema;
use serde::Deserialize;
use ui::Errors;

use super::queries::Served;
use crate::{
    activity::{draft::one_line, model::Speaker},
    certificate::{edition::Holder, model::Role},
};

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ContributorForm {
    /// "narasumber", "moderator" or "panitia", row by row.
    pub(crate) role: Vec<String>,
    /// A NIP of somebody here, or the name of anybody with titles.
    pub(crate) who: Vec<String>,
    /// Where somebody named comes from; may be empty.
    pub(crate) from: Vec<String>,
}

/// A row as it was typed, or as it is suggested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) role: String,
    pub(crate) who: String,
    pub(crate) from: String,
}

/// What peserta did is not serving.
pub(crate) const ROLES: [Role; 3] = [Role::Narasumber, Role::Moderator, Role::Panitia];
pub(crate) const MOST_ROWS: usize = 30;
const LONGEST: usize = 150;
const SHORTEST: usize = 3;
const NIP_DIGITS: usize = 18;

/// The speakers of the activity who have none yet.
pub(super) fn suggested(speakers: &[Speaker], served: &[Served]) -> Vec<Typed> {
    let has_one = |it: &&Speaker| !served.iter().any(|other| other.name == it.name && other.role.name() == it.role);
    let typed = |it: &Speaker| Typed { role: it.role.clone(), who: it.name.clone(), from: it.affiliation.clone() };
    speakers.iter().filter(has_one).map(typed).take(MOST_ROWS).collect()
}

impl ContributorForm {
    pub(super) fn rows(&self) -> Vec<Typed> {
        let at = |list: &[String], n: usize| list.get(n).map(|it| one_line(it)).unwrap_or_default();
        let row = |n| Typed { role: at(&self.role, n), who: at(&self.who, n), from: at(&self.from, n) };
        (0..self.who.len().min(MOST_ROWS)).map(row).filter(|it| !it.who.is_empty()).collect()
    }

    pub(super) async fn read(&self, db: &Db, served: &[Served]) -> Outcome<Result<Vec<Holder>, Errors>> {
        let rows = self.rows();
        let nips: Vec<String> = rows.iter().filter_map(|it| nip(&it.who)).collect();
        let people = lookup::people_by_nip(db, &nips).await?;
        let mut errors = Errors::new();
        let mut taken: HashSet<(Role, String)> = served.iter().map(|it| (it.role, it.whose())).collect();
        let mut holders = Vec::new();
        for row in &rows {
            match row.holder(|it| people.get(it)) {
                Err(key) => errors.add_with("who", key, ("who", &row.who)),
                Ok(it) if !taken.insert((it.role, whose(&it))) => {
                    errors.add_with("who", "contributor-has-one", ("who", &row.who))
                }
                Ok(it) => holders.push(it),
            }
        }
        if rows.is_empty() {
            errors.add("who", "contributor-nobody");
        }
        Ok(if errors.is_empty() { Ok(holders) } else { Err(errors) })
    }
}

impl Typed {
    fn holder<'a>(&self, person: impl Fn(&str) -> Option<&'a Person>) -> Result<Holder, &'static str> {
        let role = ROLES.into_iter().find(|it| it.name() == self.role).ok_or("contributor-role-unknown")?;
        if let Some(nip) = nip(&self.who) {
            return Ok(employed(role, person(&nip).ok_or("contributor-nip-unknown")?));
        }
        let letters = self.who.chars().filter(|it| it.is_alphabetic()).count();
        if letters < SHORTEST || self.who.chars().count() > LONGEST || self.from.chars().count() > LONGEST {
            return Err("contributor-name-wrong");
        }
        Ok(Holder { agency: self.from.clone(), ..Holder::named(role, &self.who) })
    }
}

impl Served {
    fn whose(&self) -> String {
        if self.nip.is_empty() { self.name.clone() } else { self.nip.clone() }
    }
}

fn whose(it: &Holder) -> String {
    it.nip.clone().unwrap_or_else(|| it.name.clone())
}

/// Digits and spaces only: meant as a NIP, right or wrong.
fn nip(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
    (digits.len() == NIP_DIGITS && digits.bytes().all(|it| it.is_ascii_digit())).then_some(digits)
}

fn employed(role: Role, it: &Person) -> Holder {
    let mail = it.mail.as_deref().filter(|_| it.nip.is_none());
    Holder {
        person_id: Some(it.id.clone()),
        nip: it.nip.clone(),
        position: one_line(&it.position),
        agency: one_line(&it.agency_name),
        mail: mail.map(|it| Recipient::hashed(IdentityKind::Email, it, &kernel::id::secret())),
        ..Holder::named(role, &it.full_name)
    }
}
