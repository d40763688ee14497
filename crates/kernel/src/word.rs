//! A sentence still to be said: a Fluent key with its arguments. Not text: the language is chosen when it is shown.

use std::borrow::Cow;

use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Word {
    pub key: Cow<'static, str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<(Cow<'static, str>, String)>,
}

impl Word {
    pub fn new(key: &'static str) -> Word {
        Word { key: key.into(), arguments: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Word {
        self.arguments.push((name.into(), value.to_string()));
        self
    }
}

impl From<&'static str> for Word {
    fn from(key: &'static str) -> Word {
        Word::new(key)
    }
}

/// What is wrong with one field of a form or one cell of a file.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Fault {
    pub field: Cow<'static, str>,
    pub word: Word,
}

impl Fault {
    pub fn new(field: &'static str, word: impl Into<Word>) -> Fault {
        Fault { field: field.into(), word: word.into() }
    }
}
