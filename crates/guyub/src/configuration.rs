//! What the operator set: a file, overruled by the environment, checked before anything starts.

mod checks;
mod keys;
mod listing;
mod masking;
mod nearest;

use std::path::{Path, PathBuf};

use kernel::{Settings, settings::Secret};

use crate::trouble::{Done, Trouble, While};
use checks::{address, base_url, choice, database_url, files_url, mail_url, number, proxies, sender};
use keys::Key;

pub(crate) use keys::KEYS;
pub(crate) use listing::print;
pub(crate) use masking::masked;
pub(crate) use nearest::{nearest, stray_variables};

const FILE_NAME: &str = "guyub.toml";

#[derive(Debug)]
pub(crate) struct Configuration {
    pub settings: Settings,
    pub log_format: LogFormat,
    pub log_level: String,
    pub most_connections: usize,
    pub backup_folder: PathBuf,
    /// Whether people's address was set, or follows from where the server listens.
    pub base_url: BaseUrl,
    pub entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LogFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BaseUrl {
    Set,
    FollowsListen,
}

/// One key with its present value.
#[derive(Debug)]
pub(crate) struct Entry {
    pub key: &'static Key,
    pub value: String,
    pub source: Source,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Default,
    File(PathBuf),
    Environment,
}

/// Reads the file (`guyub.toml` in the data folder unless another is named) and the environment. Empty variables count as not set.
pub(crate) fn read(file: Option<&Path>, environment: &dyn Fn(&str) -> Option<String>) -> Done<Configuration> {
    let variable = |key: &Key| environment(key.environment).filter(|it| !it.trim().is_empty());
    let found = match file {
        Some(path) => Some((path.to_owned(), pairs(path)?)),
        None => {
            let folder = KEYS.iter().find(|it| it.name == "data").and_then(|it| variable(it).or(Some(it.default.to_owned())));
            let path = Path::new(&folder.unwrap_or_default()).join(FILE_NAME);
            if path.exists() { Some((path.clone(), pairs(&path)?)) } else { None }
        }
    };
    let entries = KEYS.iter().map(|key| {
        let from_file = found.as_ref().and_then(|(path, pairs)| {
            let pair = pairs.iter().find(|it| it.0 == key.name)?;
            Some((pair.1.clone(), Source::File(path.clone())))
        });
        let from_environment = variable(key).map(|it| (it, Source::Environment));
        let (value, source) = from_environment.or(from_file).unwrap_or((key.default.to_owned(), Source::Default));
        Entry { key, value, source }
    });
    checked(entries.collect())
}

/// The keys of a file as text; unknown ones are refused, so that a misspelt key is not silently without effect.
fn pairs(path: &Path) -> Done<Vec<(String, String)>> {
    let text = std::fs::read_to_string(path).during(path.display())?;
    let table: toml::Table =
        text.parse().map_err(|it: toml::de::Error| Trouble(format!("{}: {}", path.display(), it.message())))?;
    let known: Vec<&str> = KEYS.iter().map(|it| it.name).collect();
    let pair = |(name, value): (String, toml::Value)| {
        if !known.contains(&name.as_str()) {
            let hint = nearest(&name, &known).map_or(String::new(), |it| format!("; did you mean `{it}`?"));
            return Err(Trouble(format!("{}: there is no key `{name}`{hint} `guyub config` lists all", path.display())));
        }
        match value {
            toml::Value::String(text) => Ok((name, text)),
            toml::Value::Integer(number) => Ok((name, number.to_string())),
            _ => Err(Trouble(format!("{}: `{name}` must be a text or a number", path.display()))),
        }
    };
    table.into_iter().map(pair).collect()
}

fn checked(mut entries: Vec<Entry>) -> Done<Configuration> {
    fill_defaults(&mut entries);
    let value =
        |name: &str| entries.iter().find(|it| it.key.name == name).map(|it| it.value.trim().to_owned()).unwrap_or_default();
    let of = |name: &'static str| (name, value(name));
    let is_base_set = entries.iter().any(|it| it.key.name == "base_url" && it.source != Source::Default);
    let settings = Settings {
        data: value("data").into(),
        listen: address(of("listen"))?,
        metrics_listen: if value("metrics_listen").is_empty() { String::new() } else { address(of("metrics_listen"))? },
        database_url: database_url(of("database_url"))?,
        base_url: base_url(of("base_url"))?,
        mail_url: mail_url(of("mail_url"))?,
        mail_from: sender(of("mail_from"))?,
        files_url: files_url(of("files_url"))?,
        largest_upload: (number(of("largest_upload"), 1)? as u64) << 20,
        trusted_proxies: proxies(of("trusted_proxies"))?,
        secret: Secret(Vec::new()),
    };
    Ok(Configuration {
        settings,
        log_format: choice(of("log_format"), &[("text", LogFormat::Text), ("json", LogFormat::Json)])?,
        log_level: value("log_level"),
        most_connections: number(of("most_connections"), 8)?,
        backup_folder: value("backup_folder").into(),
        base_url: if is_base_set { BaseUrl::Set } else { BaseUrl::FollowsListen },
        entries,
    })
}

/// Defaults that name another key (DATA, LISTEN) get its value.
fn fill_defaults(entries: &mut [Entry]) {
    let value =
        |name: &str| entries.iter().find(|it| it.key.name == name).map(|it| it.value.trim().to_owned()).unwrap_or_default();
    let (folder, listen) = (value("data"), value("listen"));
    for entry in entries.iter_mut().filter(|it| it.source == Source::Default) {
        entry.value = entry.value.replace("DATA", &folder).replace("LISTEN", &reachable(&listen));
    }
}

/// How a browser on this machine writes an address that the server listens on.
pub(crate) fn reachable(listen: &str) -> String {
    match listen.rsplit_once(':') {
        Some(("0.0.0.0" | "[::]", port)) => format!("localhost:{port}"),
        _ => listen.to_owned(),
    }
}

#[cfg(test)]
mod tests;
