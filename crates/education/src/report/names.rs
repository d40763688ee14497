//! What two spellings of one name have in common: letters without case, marks, titles or anything invisible. It judges no likeness.

use std::collections::HashSet;
use std::sync::LazyLock;

static TITLES_BEFORE: LazyLock<HashSet<String>> = LazyLock::new(|| title_keys(include_str!("words/titles_before.txt")));
static TITLES_AFTER: LazyLock<HashSet<String>> = LazyLock::new(|| title_keys(include_str!("words/titles_after.txt")));

const NIP_DIGITS: usize = 18;
/// "S. Tr. Stat." is one title in three words.
const WORDS_IN_TITLE: usize = 4;
/// Written without dots these are names too.
const NAMES_TOO: [&str; 18] = [
    "ma", "sa", "mei", "ama", "med", "mil", "mag", "map", "mars", "meng", "mor", "sor", "sei", "shi", "ded", "sal", "ali", "spa",
];

/// The name without titles, in lower-case letters and single spaces. Nothing but titles gives nothing.
pub(crate) fn plain(name: &str) -> String {
    let visible = without_invisible(name);
    let mut segments = visible.split(',');
    let first = segments.next().unwrap_or_default();
    let mut text = first.to_owned();
    for segment in segments.filter(|segment| !is_only_titles(segment)) {
        text.push(' ');
        text.push_str(segment);
    }
    let words = spaced_words(&text);
    letters(&without_titles(&words).join(" "))
}

/// Whether every word is a title, as in the part after a comma.
pub(super) fn is_only_titles(text: &str) -> bool {
    let words = spaced_words(text);
    let mut rest = &words[..];
    while !rest.is_empty() {
        let Some(shorter) = without_last_title(rest, InTitlePart::Yes) else { return false };
        rest = shorter;
    }
    true
}

/// Every NIP in a text: 18 digits together, or in the groups of the official spelling ("19850101 201001 1 001").
pub(crate) fn nips(text: &str) -> Vec<String> {
    let visible = without_invisible(text);
    let together: Vec<String> =
        visible.split(|letter: char| !letter.is_ascii_digit()).filter(|run| run.len() == NIP_DIGITS).map(str::to_owned).collect();
    if !together.is_empty() {
        return distinct(together);
    }
    let groups: Vec<&str> = visible.split(|letter: char| !(letter.is_ascii_digit() || letter == ' ' || letter == '.')).collect();
    let spaced = groups.into_iter().flat_map(|group| {
        let parts: Vec<&str> = group.split([' ', '.']).filter(|part| !part.is_empty()).collect();
        parts
            .windows(4)
            .filter(|four| four.iter().map(|part| part.len()).eq([8, 6, 1, 3]))
            .map(|four| four.concat())
            .collect::<Vec<_>>()
    });
    distinct(spaced.collect())
}

/// Characters that change how a name looks on a screen but not which name it is.
pub(crate) fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || (letter.is_control() && !letter.is_whitespace())
}

pub(super) fn without_invisible(text: &str) -> String {
    text.chars().filter(|letter| !is_invisible(*letter)).collect()
}

/// Lower-case letters and digits without marks; apostrophes vanish, everything else becomes one space.
pub(super) fn letters(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_invisible(*letter) && !is_mark(*letter) && !is_apostrophe(*letter)) {
        if letter.is_alphanumeric() {
            letter.to_lowercase().for_each(|lower| push_base(&mut folded, lower));
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn distinct(mut found: Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    found.retain(|nip| seen.insert(nip.clone()));
    found
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '´' | '‘' | '’' | '‛' | 'ʻ' | 'ʼ' | 'ʾ' | 'ʿ' | '′' | '＇')
}

fn push_base(folded: &mut String, letter: char) {
    let base = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ḥ' | 'ħ' => "h",
        'ì'..='ï' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'ş' | 'š' | 'ș' | 'ṣ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' | 'ṭ' => "t",
        'ù'..='ü' | 'ū' | 'ŭ' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        // The dot that some lower-case forms leave behind is a mark, not a letter.
        mark if is_mark(mark) => "",
        other => return folded.push(other),
    };
    folded.push_str(base);
}

/// Words, with "Dr.Budi" as two of them.
pub(super) fn spaced_words(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len() + 8);
    for (index, letter) in text.char_indices() {
        spaced.push(letter);
        let after = &text[index + letter.len_utf8()..];
        let word_follows = after.chars().take_while(|next| next.is_alphabetic()).nth(2).is_some();
        if letter == '.' && word_follows {
            spaced.push(' ');
        }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// The words between the titles; at least one stays.
pub(super) fn without_titles(words: &[String]) -> &[String] {
    let mut rest = words;
    while rest.len() > 1 && is_title_before(&rest[0]) {
        rest = &rest[1..];
    }
    while rest.len() > 1
        && let Some(shorter) = without_last_title(rest, InTitlePart::No)
        && !shorter.is_empty()
    {
        rest = shorter;
    }
    rest
}

fn is_title_before(word: &str) -> bool {
    let known = |part: &str| TITLES_BEFORE.contains(&key(part));
    known(word) || (word.contains('.') && word.split('.').filter(|part| !part.is_empty()).all(known))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum InTitlePart {
    Yes,
    No,
}

/// The words without the title at their end, if one is there.
fn without_last_title(words: &[String], part: InTitlePart) -> Option<&[String]> {
    for count in (1..=WORDS_IN_TITLE.min(words.len())).rev() {
        let (rest, title) = words.split_at(words.len() - count);
        let key = key(&title.concat());
        let opens_a_title = count == 1 || title[0].contains('.') || title[0].chars().count() == 1;
        let known = TITLES_AFTER.contains(&key) || (part == InTitlePart::Yes && TITLES_BEFORE.contains(&key));
        if opens_a_title && known && is_surely_title(title, &key, part) {
            return Some(rest);
        }
    }
    None
}

/// Without dots a title is told from a name by having no vowel (SPd, MM) or several capitals (SE).
fn is_surely_title(words: &[String], key: &str, part: InTitlePart) -> bool {
    let dotted = words.iter().any(|word| word.contains('.'));
    let speakable = key.contains(['a', 'e', 'i', 'o', 'u']);
    let capitals = words.iter().flat_map(|word| word.chars()).filter(|letter| letter.is_uppercase()).count();
    dotted || !speakable || ((capitals > 1 || part == InTitlePart::Yes) && !NAMES_TOO.contains(&key))
}

fn key(title: &str) -> String {
    title.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn title_keys(list: &str) -> HashSet<String> {
    list.split_whitespace().map(key).collect()
}
