//! Typed text made fit to be kept and shown: nothing that cannot be seen, spaces folded. Knows no form.

/// One line without control or direction characters, spaces folded; never longer than names and titles are.
pub(crate) fn one_line(text: &str) -> String {
    folded(text).chars().take(400).collect()
}

/// As long as it was typed.
pub(crate) fn folded(text: &str) -> String {
    let visible: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).filter(|it| !is_invisible(*it)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn is_invisible(it: char) -> bool {
    matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
