//! Says whose row it is: by link, mail, NIP, then exact name; never by likeness. What stays open goes to a person with suggestions.

use std::collections::HashMap;

use super::names::{nips, plain};
use super::suggestions::NameIndex;
use super::typed_names::{TypedName, typed_names};
use super::{Report, Row};

/// Somebody registered, as the matching knows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Registered {
    pub(crate) id: String,
    /// With or without titles; they are taken off.
    pub(crate) name_plain: String,
    pub(crate) mail: Option<String>,
    pub(crate) nip: Option<String>,
    pub(crate) link_id: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Matched { registration: String, by: Key },
    Unmatched { suggestions: Vec<Suggestion> },
}

/// What identified the person, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Key {
    Link,
    Mail,
    Nip,
    Name,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suggestion {
    pub(crate) registration: String,
    pub(crate) reason: Reason,
    /// In thousandths; only for the order on the screen, never for a decision.
    pub(crate) score_permille: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// This key of the row says so, and another says somebody else.
    Conflict(Key),
    /// Several registered people have the same.
    Shared(Key),
    /// The name is theirs and also part of a longer registered name.
    PartOfLongerName,
    /// The name is theirs, but the row carries a NIP that is not.
    AnotherNip,
    SimilarName,
}

pub(crate) const MOST_SUGGESTIONS: usize = 3;

/// One verdict for each row of a report, in order.
pub(crate) fn verdicts(report: &Report, registered: &[Registered]) -> Vec<Verdict> {
    let register = Register::of(registered);
    report.rows.iter().map(|row| register.verdict(row)).collect()
}

/// The registered people of one activity, ready to be looked up.
pub(crate) struct Register<'r> {
    people: &'r [Registered],
    by_link: HashMap<&'r str, Vec<usize>>,
    by_mail: HashMap<String, Vec<usize>>,
    by_nip: HashMap<&'r str, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    names: NameIndex,
}

/// Whom one key of a row points to.
struct Pointer {
    key: Key,
    people: Vec<usize>,
}

impl<'r> Register<'r> {
    pub(crate) fn of(people: &'r [Registered]) -> Self {
        let plains: Vec<String> = people.iter().map(|person| plain(&person.name_plain)).collect();
        let mut register = Self {
            people,
            by_link: HashMap::new(),
            by_mail: HashMap::new(),
            by_nip: HashMap::new(),
            by_name: HashMap::new(),
            names: NameIndex::of(&plains),
        };
        for (index, (person, plain)) in people.iter().zip(plains).enumerate() {
            if let Some(link) = person.link_id.as_deref().filter(|link| !link.is_empty()) {
                register.by_link.entry(link).or_default().push(index);
            }
            if let Some(mail) = person.mail.as_deref().map(same_mail).filter(|mail| !mail.is_empty()) {
                register.by_mail.entry(mail).or_default().push(index);
            }
            if let Some(nip) = person.nip.as_deref() {
                register.by_nip.entry(nip).or_default().push(index);
            }
            if !plain.is_empty() {
                register.by_name.entry(plain).or_default().push(index);
            }
        }
        register
    }

    pub(crate) fn verdict(&self, row: &Row) -> Verdict {
        let nips = nips_of(row);
        let names = typed_names([row.name.as_str()].into_iter().chain(row.original_name.as_deref()));
        let pointers = self.pointers(row, &nips, &names);
        let Some(decided) = pointers.iter().find(|pointer| pointer.people.len() == 1) else {
            let shared = pointers
                .iter()
                .flat_map(|pointer| pointer.people.iter().map(|&person| (person, Reason::Shared(pointer.key), 900)));
            return self.unmatched(shared.chain(self.similar(row, names)));
        };
        let person = decided.people[0];
        let contradicted = pointers.iter().any(|pointer| !pointer.people.contains(&person));
        let own_nip = self.people[person].nip.as_deref();
        let another_nip = !nips.is_empty() && !nips.iter().any(|nip| Some(nip.as_str()) == own_nip);
        if contradicted {
            return self.conflict(&pointers);
        }
        if decided.key != Key::Link && another_nip {
            return self.unmatched([(person, Reason::AnotherNip, 920)].into_iter().chain(self.similar(row, names)));
        }
        if decided.key == Key::Name && self.names.is_part_of_longer(person) {
            return self.unmatched([(person, Reason::PartOfLongerName, 920)].into_iter().chain(self.similar(row, names)));
        }
        Verdict::Matched { registration: self.people[person].id.clone(), by: decided.key }
    }

    /// Keys that point to somebody, strongest first; each typed name is a key of its own.
    fn pointers(&self, row: &Row, nips: &[String], names: &[TypedName]) -> Vec<Pointer> {
        let mut pointers = Vec::new();
        let mut point = |key, people: Option<&Vec<usize>>| {
            if let Some(people) = people {
                pointers.push(Pointer { key, people: people.clone() });
            }
        };
        point(Key::Link, row.link_id.as_deref().and_then(|link| self.by_link.get(link)));
        point(Key::Mail, row.mail.as_deref().and_then(|mail| self.by_mail.get(&same_mail(mail))));
        for nip in nips {
            point(Key::Nip, self.by_nip.get(nip.as_str()));
        }
        for name in names {
            // A single word beside other words may be an office, a place or somebody else.
            if name.is_alone || name.plain.contains(' ') {
                point(Key::Name, self.by_name.get(&name.plain));
            }
        }
        pointers
    }

    fn conflict(&self, pointers: &[Pointer]) -> Verdict {
        let told =
            pointers.iter().flat_map(|pointer| pointer.people.iter().map(|&person| (person, Reason::Conflict(pointer.key), 950)));
        self.unmatched(told)
    }

    fn similar(&self, row: &Row, names: Vec<TypedName>) -> Vec<(usize, Reason, u32)> {
        let mut plains: Vec<String> = names.into_iter().map(|name| name.plain).collect();
        if let Some((local, _)) = row.mail.as_deref().and_then(|mail| mail.split_once('@')) {
            plains.push(super::names::letters(local));
        }
        self.names.similar(&plains).into_iter().map(|(person, score)| (person, Reason::SimilarName, score)).collect()
    }

    /// The first reason given for a person stays.
    fn unmatched(&self, told: impl IntoIterator<Item = (usize, Reason, u32)>) -> Verdict {
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for (person, reason, score_permille) in told {
            let registration = &self.people[person].id;
            if suggestions.len() < MOST_SUGGESTIONS && suggestions.iter().all(|given| given.registration != *registration) {
                suggestions.push(Suggestion { registration: registration.clone(), reason, score_permille });
            }
        }
        Verdict::Unmatched { suggestions }
    }
}

fn nips_of(row: &Row) -> Vec<String> {
    let mut found: Vec<String> = row.nip.iter().cloned().collect();
    found.extend(nips(&row.name));
    found.extend(row.original_name.as_deref().map(nips).unwrap_or_default());
    found.sort();
    found.dedup();
    found
}

fn same_mail(mail: &str) -> String {
    super::names::without_invisible(mail).trim().to_lowercase()
}
