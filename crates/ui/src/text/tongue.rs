//! The language of one reader, handed to every template. It says texts; formats of numbers and times are in `format`.

use std::{
    collections::HashSet,
    fmt::Display,
    sync::{LazyLock, Mutex},
};

use super::{Lang, catalogue::Value, texts};

#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Tongue {
    lang: Lang,
}

impl Tongue {
    pub fn of(lang: Lang) -> Tongue {
        Tongue { lang }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text without gaps. A key that no file has comes back as it is, so that a plain sentence may stand in its place.
    pub fn say<'k>(&self, key: &'k str) -> &'k str {
        if let Some(text) = texts().in_language(self.lang).constant(key) {
            return text;
        }
        note_missing(self.lang, key);
        texts().in_language(Lang::Id).constant(key).unwrap_or(key)
    }

    /// The name of a value of some kind: the text `kind-value`, e.g. `name("theme", "hukum")`.
    pub fn name(&self, kind: &str, value: &str) -> String {
        self.say(&format!("{kind}-{value}")).to_owned()
    }

    /// A text with one gap: `t.fill("seats-left", "n", t.number(seats))`. More gaps: `t.with(..).with(..).say(key)`.
    pub fn fill(&self, key: &str, name: &str, value: impl Display) -> String {
        self.filled(key, &[(name, &value)])
    }

    /// Fills gaps one by one: `t.with("name", name).with("date", date).say("joined-on")`.
    pub fn with<'a>(&self, name: &'a str, value: impl Display) -> Filling<'a> {
        Filling { tongue: *self, values: Vec::with_capacity(3) }.with(name, value)
    }

    pub(crate) fn filled(&self, key: &str, values: &[Value]) -> String {
        if let Some(text) = texts().in_language(self.lang).filled(key, values) {
            return text;
        }
        note_missing(self.lang, key);
        texts().in_language(Lang::Id).filled(key, values).unwrap_or_else(|| key.to_owned())
    }
}

/// A text whose gaps are being filled.
pub struct Filling<'a> {
    tongue: Tongue,
    values: Vec<(&'a str, String)>,
}

impl<'a> Filling<'a> {
    pub fn with(mut self, name: &'a str, value: impl Display) -> Filling<'a> {
        self.values.push((name, value.to_string()));
        self
    }

    pub fn say(&self, key: &str) -> String {
        let values: Vec<Value> = self.values.iter().map(|(name, value)| (*name, value as &dyn Display)).collect();
        self.tongue.filled(key, &values)
    }
}

static MISSING: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);

/// Logged once per key; a sentence standing in for a key is no mistake.
fn note_missing(lang: Lang, key: &str) {
    if key.is_empty() || key.contains(' ') {
        return;
    }
    let mut missing = MISSING.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if missing.len() < 1000 && missing.insert(format!("{} {key}", lang.code())) {
        tracing::warn!(key, language = lang.code(), "text is missing or has gaps to fill");
    }
}
