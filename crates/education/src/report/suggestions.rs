//! Registered names that look like a typed one, for a person to choose from; it decides nothing.

use std::collections::HashMap;

/// People taken for one word; rarer words are asked first, so who is cut off would score low.
const PEOPLE_PER_WORD: usize = 64;
const WORDS_ASKED: usize = 4;
/// Only those who share most words are compared letter by letter.
const COMPARED: usize = 24;
const LEAST_SCORE: u32 = 450;
/// A likeness is never shown above a reason.
const MOST_SCORE: u32 = 899;

/// Registered names by the sound of their words.
pub(super) struct NameIndex {
    names: Vec<Vec<Word>>,
    sounds: HashMap<String, u32>,
    /// Who has a word of each sound.
    people: Vec<Vec<usize>>,
    part_of_longer: Vec<bool>,
}

#[derive(PartialEq, Eq)]
struct Word {
    letters: String,
    sound: u32,
}

/// Of a typed word whose sound nobody registered has.
const UNHEARD: u32 = u32::MAX;

impl NameIndex {
    pub(super) fn of(plains: &[String]) -> Self {
        let mut index = Self {
            names: Vec::with_capacity(plains.len()),
            sounds: HashMap::new(),
            people: Vec::new(),
            part_of_longer: Vec::new(),
        };
        for plain in plains {
            let name = plain.split(' ').filter(|word| !word.is_empty()).map(|word| index.registered(word)).collect();
            index.names.push(name);
        }
        for (person, name) in index.names.iter().enumerate() {
            for word in name {
                let people = &mut index.people[word.sound as usize];
                if people.last() != Some(&person) {
                    people.push(person);
                }
            }
        }
        index.part_of_longer = (0..plains.len()).map(|person| index.longer_exists(person)).collect();
        index
    }

    /// Whether somebody else's registered name has all these words and more: a short form may mean either.
    pub(super) fn is_part_of_longer(&self, person: usize) -> bool {
        self.part_of_longer[person]
    }

    /// The likest three, best first.
    pub(super) fn similar(&self, names: &[String]) -> Vec<(usize, u32)> {
        let mut ranked: Vec<(usize, u32)> = Vec::new();
        for name in names {
            let typed: Vec<Word> = name.split(' ').filter(|word| word.len() > 1).map(|word| self.typed(word)).collect();
            let compared = self.candidates(&typed).into_iter().map(|person| (person, likeness(&typed, &self.names[person])));
            ranked.extend(compared.filter(|(_, score)| *score >= LEAST_SCORE));
        }
        ranked.sort_unstable_by_key(|(person, score)| (std::cmp::Reverse(*score), *person));
        let mut shown: Vec<(usize, u32)> = Vec::new();
        for (person, score) in ranked {
            if shown.len() < super::matching::MOST_SUGGESTIONS && shown.iter().all(|(other, _)| *other != person) {
                shown.push((person, score));
            }
        }
        shown
    }

    fn registered(&mut self, word: &str) -> Word {
        let next = self.people.len() as u32;
        let sound = *self.sounds.entry(sound(word)).or_insert(next);
        if sound == next {
            self.people.push(Vec::new());
        }
        Word { letters: word.to_owned(), sound }
    }

    fn typed(&self, word: &str) -> Word {
        Word { letters: word.to_owned(), sound: self.sounds.get(&sound(word)).copied().unwrap_or(UNHEARD) }
    }

    /// Those who share most words with the typed name, as far as the words are rare enough to tell.
    fn candidates(&self, typed: &[Word]) -> Vec<usize> {
        let mut heard: Vec<&Vec<usize>> = typed.iter().filter_map(|word| self.people.get(word.sound as usize)).collect();
        heard.sort_unstable_by_key(|people| people.len());
        let mut met: Vec<usize> =
            heard.into_iter().take(WORDS_ASKED).flat_map(|people| people.iter().take(PEOPLE_PER_WORD)).copied().collect();
        met.sort_unstable();
        let mut counted: Vec<(usize, usize)> =
            met.chunk_by(|one, other| one == other).map(|same| (same.len(), same[0])).collect();
        counted.sort_unstable_by_key(|&(shared, person)| (std::cmp::Reverse(shared), self.names[person].len(), person));
        counted.into_iter().take(COMPARED).map(|(_, person)| person).collect()
    }

    fn longer_exists(&self, person: usize) -> bool {
        let name = &self.names[person];
        let rarest = name.iter().map(|word| &self.people[word.sound as usize]).min_by_key(|people| people.len());
        rarest.is_some_and(|people| {
            people.iter().any(|&other| {
                let longer = &self.names[other];
                longer.len() > name.len() && name.iter().all(|word| longer.contains(word))
            })
        })
    }
}

/// How much two names share, in thousandths: mostly of the registered one, partly of the typed one.
fn likeness(typed: &[Word], registered: &[Word]) -> u32 {
    if typed.is_empty() || registered.is_empty() {
        return 0;
    }
    let shared: u32 = registered.iter().map(|word| typed.iter().map(|other| word_likeness(other, word)).max().unwrap_or(0)).sum();
    let of_registered = shared / registered.len() as u32;
    let of_typed = (shared / typed.len() as u32).min(1000);
    ((of_registered * 7 + of_typed * 3) / 10).min(MOST_SCORE)
}

fn word_likeness(typed: &Word, registered: &Word) -> u32 {
    let (one, other) = (typed.letters.as_str(), registered.letters.as_str());
    if one == other {
        1000
    } else if typed.sound == registered.sound {
        850
    } else if one_letter_apart(one.as_bytes(), other.as_bytes()) {
        800
    } else if other.starts_with(one) || one.starts_with(other) {
        500
    } else {
        0
    }
}

fn one_letter_apart(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.len() < 4 || long.len() - short.len() > 1 {
        return false;
    }
    let same_start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let from = if short.len() == long.len() { (same_start + 1).min(short.len()) } else { same_start };
    short[from..] == long[same_start + 1..]
}

/// What old and new spelling, doubled letters and vowels leave alike: Nurjannah, Nurjanah, Noerdjanah.
fn sound(word: &str) -> String {
    let mut spelled = word.to_owned();
    for (old, new) in [
        ("oe", "u"),
        ("dj", "j"),
        ("tj", "c"),
        ("sy", "s"),
        ("sj", "s"),
        ("kh", "k"),
        ("dh", "d"),
        ("th", "t"),
        ("y", "i"),
        ("v", "f"),
        ("q", "k"),
    ] {
        if spelled.contains(old) {
            spelled = spelled.replace(old, new);
        }
    }
    let mut sound = String::with_capacity(spelled.len());
    for (index, letter) in spelled.chars().enumerate() {
        let vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'h');
        if (index == 0 || !vowel) && !sound.ends_with(letter) {
            sound.push(letter);
        }
    }
    sound
}
