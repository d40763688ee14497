//! A person's name with the academic and other titles before and after it. Splits them where they came in one cell.

use super::cleaning::cleaned;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PersonName {
    /// "Dr. H."
    pub before: String,
    /// Without titles, at most 150 characters.
    pub name: String,
    /// "S.E., M.M."
    pub after: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    Missing,
    NoLetters,
    TooLong {
        length: usize,
    },
    /// A formula or markup.
    NotAName,
}

const LIMIT: usize = 150;

impl PersonName {
    /// Titles that stand in `name` move to where they belong; case stays as written.
    pub fn new(before: &str, name: &str, after: &str) -> Result<PersonName, NameFault> {
        let (before, whole, after) = (cleaned(before), cleaned(name), cleaned(after));
        if [&before, &whole, &after].into_iter().any(|part| is_formula(part) || part.contains(['<', '>'])) {
            return Err(NameFault::NotAName);
        }
        let (title_before, rest) = split_before(&whole);
        let (name, title_after) = split_after(rest);
        let parts = PersonName {
            before: joined(&before, title_before, " "),
            name: name.to_owned(),
            after: joined(title_after, after.trim_matches([',', ' ']), ", "),
        };
        parts.sound()
    }

    /// "Dr. H. Contoh Gelar, S.E., M.M."
    pub fn full(&self) -> String {
        let mut full = joined(&self.before, &self.name, " ");
        if !self.after.is_empty() {
            full.push_str(", ");
            full.push_str(&self.after);
        }
        full
    }

    fn sound(self) -> Result<PersonName, NameFault> {
        let is_dash = self.name.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '.' | ' '));
        if is_dash {
            return Err(NameFault::Missing);
        }
        if !self.name.contains(char::is_alphabetic) {
            return Err(NameFault::NoLetters);
        }
        let length = [&self.before, &self.name, &self.after].map(|part| part.chars().count()).into_iter().max().unwrap_or(0);
        if length > LIMIT {
            return Err(NameFault::TooLong { length });
        }
        Ok(self)
    }
}

impl NameFault {
    pub fn key(self) -> &'static str {
        match self {
            NameFault::Missing => "import-name-missing",
            NameFault::NoLetters => "import-name-no-letters",
            NameFault::TooLong { .. } => "import-name-too-long",
            NameFault::NotAName => "import-name-formula",
        }
    }

    pub fn args(self) -> Vec<(&'static str, String)> {
        match self {
            NameFault::TooLong { length } => vec![("length", length.to_string()), ("limit", LIMIT.to_string())],
            _ => Vec::new(),
        }
    }
}

/// Whether a spreadsheet would take the text for a formula. A lone hyphen is none.
pub(crate) fn is_formula(text: &str) -> bool {
    let mut letters = text.chars();
    match letters.next() {
        Some('=' | '+' | '@' | '＝' | '＋' | '＠') => true,
        Some('-' | '－') => letters.next().is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Initials ("M. Yusuf") and parts of names ("R. Ajeng", "Muh. Aras") are no titles here.
const BEFORE: &[&str] =
    &["prof.", "dr.", "drs.", "dra.", "drg.", "drh.", "ir.", "h.", "hj.", "k.h.", "kh.", "ns.", "apt.", "tgh.", "pdt.", "ust."];

fn split_before(whole: &str) -> (&str, &str) {
    let mut rest = whole;
    while let Some((word, remainder)) = rest.split_once(' ') {
        if !BEFORE.contains(&word.to_lowercase().as_str()) {
            break;
        }
        rest = remainder;
    }
    (whole[..whole.len() - rest.len()].trim(), rest)
}

/// Only if everything behind the first comma are titles: "Contoh Koma, Tanpa Petik" is a name.
fn split_after(whole: &str) -> (&str, &str) {
    match whole.split_once(',') {
        Some((name, titles)) if titles.split(',').all(|title| is_title(title.trim())) => {
            (name.trim(), titles.trim_matches([',', ' ']))
        }
        _ => (whole, ""),
    }
}

/// "S.E.", "M.Si", "S.Kep., Ns.", "SST", "CA", "SE": a point inside or at the end, or at most five capitals.
fn is_title(text: &str) -> bool {
    let is_short = text.chars().count() <= 12 && text.split(' ').count() <= 2;
    let are_letters = text.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '.' | ' ' | '(' | ')' | '-'));
    let is_capitals = text.len() <= 5 && text.chars().all(char::is_uppercase);
    text.is_empty() || (is_short && are_letters && (text.contains('.') || is_capitals))
}

fn joined(first: &str, second: &str, between: &str) -> String {
    match (first.is_empty(), second.is_empty()) {
        (true, _) => second.to_owned(),
        (_, true) => first.to_owned(),
        _ if first.eq_ignore_ascii_case(second) => first.to_owned(),
        _ => format!("{first}{between}{second}"),
    }
}
