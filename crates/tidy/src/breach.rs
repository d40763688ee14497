//! One place where a rule is broken.

use std::fmt;

#[derive(Clone, Debug, PartialEq)]
pub struct Breach {
    pub rule: &'static str,
    pub path: String,
    /// From 1.
    pub line: usize,
    pub weight: Weight,
    /// What is wrong and what to do.
    pub advice: String,
}

/// What an exception's number is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Weight {
    /// Something too large: the largest in a file counts.
    Size(usize),
    /// Something that should not be there: the number of them in a file counts.
    Once,
}

impl Breach {
    pub(crate) fn once(rule: &'static str, path: &str, line: usize, advice: String) -> Breach {
        Breach { rule, path: path.to_owned(), line, weight: Weight::Once, advice }
    }

    pub(crate) fn size(rule: &'static str, place: (&str, usize), size: usize, advice: String) -> Breach {
        let (path, line) = place;
        Breach { rule, path: path.to_owned(), line, weight: Weight::Size(size), advice }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}:{}  {}", self.rule, self.path, self.line, self.advice)
    }
}

/// The number an exception would need: the largest size, or how many there are.
pub(crate) fn total(breaches: &[&Breach]) -> usize {
    let sizes = breaches.iter().filter_map(|it| match it.weight {
        Weight::Size(size) => Some(size),
        Weight::Once => None,
    });
    sizes.max().unwrap_or(breaches.len())
}
