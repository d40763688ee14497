//! One language's messages, sorted by what they cost to say. It knows nothing of readers or fallbacks.

use std::{collections::HashMap, fmt::Display};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use super::Lang;

pub(super) struct Catalogue {
    messages: HashMap<&'static str, Message>,
    bundle: FluentBundle<FluentResource>,
}

/// Most messages are a constant or text with gaps; only those that choose (plurals) need the whole of Fluent.
enum Message {
    Constant(String),
    Gaps(Vec<Piece>),
    Choosing,
}

enum Piece {
    Text(&'static str),
    Gap(&'static str),
}

/// A value by name, already formatted.
pub(super) type Value<'a> = (&'a str, &'a dyn Display);

impl Catalogue {
    pub(super) fn build(lang: Lang, sources: impl Iterator<Item = &'static str>) -> Catalogue {
        let language = lang.code().parse().expect("two letters are a language identifier");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let mut entries = Vec::new();
        for source in sources {
            bundle.add_resource_overriding(parsed(source));
            entries.extend(entries_of(source));
        }
        let messages = entries.into_iter().map(|entry| (entry.key, kind(&bundle, &entry))).collect();
        Catalogue { messages, bundle }
    }

    pub(super) fn keys(&self) -> Vec<&'static str> {
        let mut keys: Vec<_> = self.messages.keys().copied().collect();
        keys.sort_unstable();
        keys
    }

    pub(super) fn constant(&self, key: &str) -> Option<&str> {
        match self.messages.get(key)? {
            Message::Constant(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn filled(&self, key: &str, values: &[Value]) -> Option<String> {
        match self.messages.get(key)? {
            Message::Constant(text) => Some(text.clone()),
            Message::Gaps(pieces) => Some(joined(pieces, values)),
            Message::Choosing => self.chosen(key, values),
        }
    }

    fn chosen(&self, key: &str, values: &[Value]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, fluent_value(value.to_string()));
        }
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
        Some(text.into_owned())
    }
}

/// What is wrong with the given files, in sentences: syntax, keys twice, keys or values that only one language has.
pub fn problems(sources: &[(Lang, &'static str)]) -> Vec<String> {
    let of = |lang| sources.iter().filter(move |(its, _)| *its == lang).map(|(_, source)| *source);
    let mut found = Vec::new();
    for (lang, source) in sources {
        let errors = FluentResource::try_new((*source).to_owned()).err().map(|(_, errors)| errors).unwrap_or_default();
        found.extend(errors.iter().map(|error| format!("{}: {error}", lang.code())));
    }
    let [indonesian, english] = Lang::ALL.map(|lang| of(lang).flat_map(entries_of).collect::<Vec<_>>());
    for (ours, theirs, name) in [(&indonesian, &english, "en"), (&english, &indonesian, "id")] {
        for (index, entry) in ours.iter().enumerate() {
            if ours[..index].iter().any(|earlier| earlier.key == entry.key) {
                found.push(format!("{} is there twice", entry.key));
            }
            match theirs.iter().find(|other| other.key == entry.key) {
                None => found.push(format!("{} is missing in {name}", entry.key)),
                Some(other) if other.values() != entry.values() => {
                    found.push(format!("{} has other values in {name}", entry.key))
                }
                Some(_) => {}
            }
        }
    }
    found
}

/// A message as it stands in its file.
struct Entry {
    key: &'static str,
    body: &'static str,
}

impl Entry {
    fn values(&self) -> Vec<&'static str> {
        let mut names: Vec<_> =
            self.body.split('$').skip(1).map(|rest| rest.split(|c: char| !is_name(c)).next().unwrap_or(rest)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Text and `{ $name }` only, on one line.
    fn pieces(&self) -> Option<Vec<Piece>> {
        let line = self.body.trim();
        if line.contains('\n') {
            return None;
        }
        let mut pieces = Vec::new();
        let mut parts = line.split('{');
        pieces.push(Piece::Text(parts.next()?));
        for part in parts {
            let (inside, text) = part.split_once('}')?;
            let name = inside.trim().strip_prefix('$')?;
            if !name.chars().all(is_name) {
                return None;
            }
            pieces.extend([Piece::Gap(name), Piece::Text(text)]);
        }
        Some(pieces)
    }
}

fn parsed(source: &'static str) -> FluentResource {
    FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, errors)| {
        tracing::error!(?errors, "a Fluent file has errors; the rest of it is used");
        rest
    })
}

/// A message starts at the first column; its continuation lines are indented (Fluent syntax 1.0).
fn entries_of(source: &'static str) -> Vec<Entry> {
    let starts = |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic()) && line.contains('=');
    let mut entries: Vec<Entry> = Vec::new();
    let mut offset = 0;
    let mut open = None;
    for line in source.split_inclusive('\n') {
        let continues = line.starts_with([' ', '\t', '}']) || line.trim().is_empty();
        if starts(line) {
            let equals = line.find('=').expect("just seen");
            let body = offset + equals + 1;
            entries.push(Entry { key: line[..equals].trim(), body: &source[body..offset + line.len()] });
            open = Some(body);
        } else if let (true, Some(body), Some(last)) = (continues, open, entries.last_mut()) {
            last.body = &source[body..offset + line.len()];
        } else {
            open = None;
        }
        offset += line.len();
    }
    entries
}

fn kind(bundle: &FluentBundle<FluentResource>, entry: &Entry) -> Message {
    match entry.pieces() {
        Some(pieces) if pieces.len() > 1 => return Message::Gaps(pieces),
        _ if !entry.values().is_empty() => return Message::Choosing,
        _ => {}
    }
    let pattern = bundle.get_message(entry.key).and_then(|message| message.value());
    let text = pattern.map(|pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned());
    Message::Constant(text.unwrap_or_else(|| entry.body.trim().to_owned()))
}

fn joined(pieces: &[Piece], values: &[Value]) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(64);
    for piece in pieces {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Gap(name) => match values.iter().find(|(given, _)| given == name) {
                Some((_, value)) => write!(text, "{value}").expect("writing to a string does not fail"),
                None => write!(text, "{{{name}}}").expect("writing to a string does not fail"),
            },
        }
    }
    text
}

/// Only a plain whole number chooses a plural; "09.00" or an employee number must come out as it went in.
fn fluent_value(text: String) -> FluentValue<'static> {
    let plain = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    match text.parse::<u16>() {
        Ok(number) if plain => FluentValue::from(number),
        _ => FluentValue::from(text),
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}
