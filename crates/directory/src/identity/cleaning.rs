//! Text as people mean it: no control, invisible or direction signs, no double spaces. Changes no letter.

/// Every kind of space becomes one plain space, invisible signs vanish, the ends are trimmed.
pub fn cleaned(text: &str) -> String {
    let visible: String = text.chars().filter_map(visible).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Signs of text that was decoded with the wrong encoding ("JosÃ©", "Nurâ€™aini") or lost letters ("Jos�").
pub fn is_garbled(text: &str) -> bool {
    let pairs = text.chars().zip(text.chars().skip(1));
    text.contains('\u{FFFD}') || pairs.into_iter().any(|(lead, tail)| matches!(lead, 'Ã' | 'Â' | 'â') && is_misread_tail(tail))
}

fn visible(letter: char) -> Option<char> {
    match letter {
        letter if letter.is_whitespace() || letter.is_control() => Some(' '),
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => None,
        '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => None,
        '\u{E0000}'..='\u{E007F}' => None,
        other => Some(other),
    }
}

/// The bytes 80 to BF, which only follow a lead byte in UTF-8, as Windows-1252 or Latin-1 shows them.
fn is_misread_tail(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{BF}') || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(letter)
}
