//! `guyub config`: every key, what it means, what it is now and why. Secrets stay hidden.

use std::fmt::Write;

use super::{Configuration, Source, masked};

pub(crate) fn print(configuration: &Configuration) -> String {
    let mut text = String::from("# Keys of guyub.toml, each with the variable that overrules it.\n");
    for it in &configuration.entries {
        let source = match &it.source {
            Source::Default => "the default".to_owned(),
            Source::File(path) => format!("from {}", path.display()),
            Source::Environment => format!("from {}", it.key.environment),
        };
        let default = if it.key.default.is_empty() { "nothing" } else { it.key.default };
        let _ = write!(text, "\n# {}\n# {}; default: {default}; now: {source}\n", it.key.meaning, it.key.environment);
        let _ = writeln!(text, "{} = {}", it.key.name, toml::Value::String(masked(&it.value)));
    }
    text
}
