//! The names that a display name may contain: people type office, number, NIP, title and device around them. It knows no register.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::names::{is_apostrophe, is_only_titles, letters, nips, plain, spaced_words, without_invisible};

static DEVICES: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("words/devices.txt").split_whitespace().collect());
static OFFICES: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("words/offices.txt").split_whitespace().collect());

/// More parts than this are no name.
const MOST_PARTS: usize = 24;
const LONGEST: usize = 300;
const SEPARATORS: &str = "()[]{}<>_|/\\@:;#~+=–—•\"“”";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TypedName {
    /// As `names::plain`.
    pub(super) plain: String,
    /// Nothing else around it could be a name.
    pub(super) is_alone: bool,
}

/// Every name that the display names of one row may mean.
pub(super) fn typed_names<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<TypedName> {
    let mut names: Vec<String> = Vec::new();
    let mut other_words = HashSet::new();
    for part in texts.into_iter().flat_map(parts) {
        let Some(readings) = readings(&part) else { continue };
        other_words.insert(readings[0].clone());
        for name in readings.into_iter().filter(|name| !name.is_empty()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let is_alone = other_words.len() <= 1;
    names.into_iter().map(|plain| TypedName { plain, is_alone }).collect()
}

/// The pieces between brackets, underscores, dashes, slashes and numbers.
fn parts(text: &str) -> Vec<String> {
    let mut visible: String = without_invisible(text).chars().take(LONGEST).collect();
    if !nips(&visible).is_empty() {
        visible = visible.chars().map(|letter| if letter.is_ascii_digit() { '|' } else { letter }).collect();
    }
    for dash in [" - ", " -", "- ", " dari ", " milik ", " punya "] {
        visible = visible.replace(dash, "|");
    }
    visible
        .split(|letter| SEPARATORS.contains(letter))
        .flat_map(comma_parts)
        .flat_map(|part| hyphen_parts(&part))
        .filter(|part| !part.trim().is_empty())
        .take(MOST_PARTS)
        .collect()
}

/// "Aminah, S.Pd., Dinkes" is a name with its title and an office.
fn comma_parts(part: &str) -> Vec<String> {
    part.split(',').filter(|segment| !is_only_titles(segment)).map(str::to_owned).collect()
}

/// "Dinkes-Budi" is an office and a name; "Al-Farisi" is one name.
fn hyphen_parts(part: &str) -> Vec<String> {
    let Some((before, after)) = part.split_once('-') else { return vec![part.to_owned()] };
    let explained = |side: &str| spaced_words(side).iter().all(|word| is_number(word)) || is_office(side) || is_device(side);
    if explained(before) || explained(after) { vec![before.to_owned(), after.to_owned()] } else { vec![part.to_owned()] }
}

/// The names one part may be, the likeliest first; none when it is an office, a device or a number.
fn readings(part: &str) -> Option<Vec<String>> {
    if is_office(part) || is_device(part) {
        return None;
    }
    let words = spaced_words(part);
    let words: Vec<String> = words.into_iter().skip_while(|word| is_number(word)).collect();
    let whole = plain(&words.join(" "));
    if whole.is_empty() || whole.chars().all(|letter| letter.is_ascii_digit() || letter == ' ') {
        return None;
    }
    let mut bare = &words[..];
    while let Some((_, rest)) = bare.split_first().filter(|(first, _)| is_device_word(first)) {
        bare = rest;
    }
    while let Some((_, rest)) = bare.split_last().filter(|(last, _)| is_device_word(last) || is_number(last)) {
        bare = rest;
    }
    let owner = bare.last().map(|last| without_possessive(last));
    let mut owned: Vec<String> = bare.to_vec();
    if let (Some(last), Some(owner)) = (owned.last_mut(), owner)
        && bare.len() < words.len()
    {
        *last = owner;
    }
    let without_device = plain(&owned.join(" "));
    let mut names = vec![without_device, whole];
    names.dedup();
    Some(names)
}

/// "Budi's iPhone".
fn without_possessive(word: &str) -> String {
    let owner = word.strip_suffix(['s', 'S']).filter(|owner| owner.ends_with(is_apostrophe));
    owner.map_or(word, |owner| owner.trim_end_matches(is_apostrophe)).to_owned()
}

fn is_number(word: &str) -> bool {
    let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    !word.is_empty() && bare.chars().all(|letter| letter.is_ascii_digit())
}

fn is_device_word(word: &str) -> bool {
    let word = letters(word);
    let model = word.chars().any(|letter| letter.is_ascii_digit()) && word.len() >= 2;
    DEVICES.contains(word.as_str()) || model
}

fn is_device(part: &str) -> bool {
    let words = spaced_words(part);
    !words.is_empty()
        && words.iter().all(|word| is_device_word(word) || is_number(word) || letters(word).len() <= 1)
        && words.iter().any(|word| is_device_word(word))
}

fn is_office(part: &str) -> bool {
    let words = letters(part);
    words.split(' ').next().is_some_and(|first| OFFICES.contains(first.trim_end_matches(|letter: char| letter.is_ascii_digit())))
}
