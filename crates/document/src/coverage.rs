//! Characters that no font has: told, and replaced where they would print as a box.

use serde_json::Value;

use crate::fonts::Fonts;

/// Stands for a run of characters without a glyph: anybody sees that something is missing, and that it was meant so.
const MISSING: &str = "[?]";

/// Each character once, in order of appearance.
pub(crate) fn uncovered(text: &str, fonts: &Fonts) -> Vec<char> {
    let mut found = Vec::new();
    for letter in text.chars().filter(|letter| !is_space(*letter) && !is_unseen(*letter) && !is_covered(*letter, fonts)) {
        if !found.contains(&letter) {
            found.push(letter);
        }
    }
    found
}

/// One line without control characters and direction marks, everything left with a glyph.
pub(crate) fn legible(text: &str, fonts: &Fonts) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_space(letter) {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if is_unseen(letter) {
        } else if is_covered(letter, fonts) {
            line.push(letter);
        } else if !line.ends_with(MISSING) {
            line.push_str(MISSING);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Every text in it made legible.
pub(crate) fn make_legible(value: &mut Value, fonts: &Fonts) {
    match value {
        Value::String(text) => *text = legible(text, fonts),
        Value::Array(items) => items.iter_mut().for_each(|item| make_legible(item, fonts)),
        Value::Object(fields) => fields.values_mut().for_each(|field| make_legible(field, fonts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn is_covered(letter: char, fonts: &Fonts) -> bool {
    letter.is_ascii_graphic() || (!is_private(letter) && fonts.cover(letter))
}

/// No-break spaces stay as they are.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && letter != '\u{a0}' && letter != '\u{202f}'
}

/// Controls, direction marks, zero-width characters, variation selectors, tags. Joiners stay: scripts of Asia need them.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

/// Not allowed in PDF/A-2a: nobody else knows what they mean.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}
