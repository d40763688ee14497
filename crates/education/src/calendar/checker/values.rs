//! Values of properties: which are written rightly (RFC 5545 section 3.3), and how they read.

use jiff::civil::DateTime;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Texts,
    Uri,
    Mail,
    Universal,
    Local,
    /// In UTC or with a zone: an event without either moves with its reader.
    Anchored,
    Duration,
    Number,
    Offset,
    OneOf(&'static [&'static str]),
}

pub(super) fn is_valid(kind: Kind, value: &str) -> bool {
    match kind {
        Kind::Text => escaped(value) && !has_bare(value, ','),
        Kind::Texts => escaped(value),
        Kind::Uri => is_uri(value),
        Kind::Mail => value.strip_prefix("mailto:").is_some_and(|mail| mail.contains('@')) && is_uri(value),
        Kind::Universal => value.strip_suffix('Z').is_some_and(|moment| date_time(moment).is_some()),
        Kind::Local => date_time(value).is_some(),
        Kind::Anchored => date_time(value.strip_suffix('Z').unwrap_or(value)).is_some(),
        Kind::Duration => is_duration(value),
        Kind::Number => value.parse::<i32>().is_ok_and(|number| number >= 0 && number.to_string() == value),
        Kind::Offset => offset_minutes(value).is_some(),
        Kind::OneOf(choices) => choices.contains(&value),
    }
}

/// A date with time, without a zone mark.
pub(super) fn date_time(value: &str) -> Option<DateTime> {
    let shape = value.len() == 15
        && value.bytes().enumerate().all(|(index, octet)| (index == 8 && octet == b'T') || octet.is_ascii_digit());
    shape.then(|| DateTime::strptime("%Y%m%dT%H%M%S", value).ok()).flatten()
}

pub(super) fn offset_minutes(value: &str) -> Option<i32> {
    let sign = match value.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits = &value[1..];
    if digits.len() != 4 || !digits.bytes().all(|octet| octet.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = (digits[..2].parse::<i32>().ok()?, digits[2..].parse::<i32>().ok()?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

pub(super) fn unescaped(value: &str) -> String {
    let mut characters = value.chars();
    let mut text = String::new();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => text.push('\\'),
            },
            _ => text.push(character),
        }
    }
    text
}

/// RFC 6868.
pub(super) fn without_carets(value: &str) -> String {
    let mut characters = value.chars().peekable();
    let mut text = String::new();
    while let Some(character) = characters.next() {
        let meant = match (character, characters.peek()) {
            ('^', Some('n')) => Some('\n'),
            ('^', Some('^')) => Some('^'),
            ('^', Some('\'')) => Some('"'),
            _ => None,
        };
        if meant.is_some() {
            characters.next();
        }
        text.push(meant.unwrap_or(character));
    }
    text
}

fn escaped(value: &str) -> bool {
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        let sound = match character {
            '\\' => matches!(characters.next(), Some('\\' | ';' | ',' | 'n' | 'N')),
            ';' => false,
            _ => true,
        };
        if !sound {
            return false;
        }
    }
    true
}

fn has_bare(value: &str, wanted: char) -> bool {
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            characters.next();
        } else if character == wanted {
            return true;
        }
    }
    false
}

fn is_uri(value: &str) -> bool {
    let Some((scheme, rest)) = value.split_once(':') else {
        return false;
    };
    let named = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|octet| octet.is_ascii_alphanumeric() || b"+-.".contains(&octet));
    named && !rest.is_empty() && rest.bytes().all(|octet| octet.is_ascii_graphic() && !br#""<>\^`{|}"#.contains(&octet))
}

/// Weeks, or days and hours, minutes, seconds in this order, each at most once.
fn is_duration(value: &str) -> bool {
    let Some(parts) = value.strip_prefix(['+', '-']).unwrap_or(value).strip_prefix('P') else {
        return false;
    };
    let (days, time) = parts.split_once('T').map_or((parts, None), |(days, time)| (days, Some(time)));
    match time {
        None => amounts(days, "W") || amounts(days, "D"),
        Some(time) => (days.is_empty() || amounts(days, "D")) && amounts(time, "HMS"),
    }
}

fn amounts(text: &str, units: &str) -> bool {
    let mut left = units;
    let mut digits = 0;
    for character in text.chars() {
        match left.find(character) {
            _ if character.is_ascii_digit() => digits += 1,
            Some(place) if digits > 0 => (left, digits) = (&left[place + 1..], 0),
            _ => return false,
        }
    }
    digits == 0 && !text.is_empty()
}
