//! What an operator can set, with its meaning: the one list that `guyub config` prints. Not the reading of files and environment.

use std::path::PathBuf;

#[derive(Clone, Debug)]
pub struct Settings {
    pub data: PathBuf,
    pub listen: String,
    pub metrics_listen: String,
    pub database_url: String,
    pub base_url: String,
    pub mail_url: String,
    pub mail_from: String,
    pub files_url: String,
    /// Bytes of one uploaded file.
    pub largest_upload: u64,
    pub trusted_proxies: Vec<String>,
    /// Master key of this installation for signed codes; from a file in the data folder, never logged.
    pub secret: Secret,
}

#[derive(Clone)]
pub struct Secret(pub Vec<u8>);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A key of the configuration: file name, environment name, default, meaning.
#[derive(Debug)]
pub struct Key {
    pub name: &'static str,
    pub environment: &'static str,
    pub default: &'static str,
    pub meaning: &'static str,
}

pub const KEYS: &[Key] = &[
    Key {
        name: "data",
        environment: "GUYUB_DATA",
        default: "guyub-data",
        meaning: "Folder for the database, files, mail kept as files and the secret key.",
    },
    Key { name: "listen", environment: "GUYUB_LISTEN", default: "127.0.0.1:8080", meaning: "Address and port to serve on." },
    Key {
        name: "metrics_listen",
        environment: "GUYUB_METRICS_LISTEN",
        default: "",
        meaning: "Address and port for /metrics (Prometheus); empty: off.",
    },
    Key {
        name: "database_url",
        environment: "GUYUB_DATABASE_URL",
        default: "sqlite:DATA/guyub.db",
        meaning: "sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME.",
    },
    Key {
        name: "base_url",
        environment: "GUYUB_BASE_URL",
        default: "http://LISTEN",
        meaning: "How people reach this installation; in mails, QR codes and feeds.",
    },
    Key {
        name: "mail_url",
        environment: "GUYUB_MAIL_URL",
        default: "folder:DATA/mail",
        meaning: "smtp://, smtps:// (with USER:PASSWORD@) or folder:PATH to keep letters as files.",
    },
    Key {
        name: "mail_from",
        environment: "GUYUB_MAIL_FROM",
        default: "Guyub <guyub@localhost>",
        meaning: "Sender of mails and organiser of calendar invitations; must be an address you control.",
    },
    Key {
        name: "files_url",
        environment: "GUYUB_FILES_URL",
        default: "folder:DATA/files",
        meaning: "Where uploaded files are kept: folder:PATH, or s3://KEY:SECRET@HOST/BUCKET?region=REGION (&tls=off inside your network).",
    },
    Key {
        name: "largest_upload",
        environment: "GUYUB_LARGEST_UPLOAD",
        default: "100",
        meaning: "Megabytes of one uploaded file.",
    },
    Key {
        name: "trusted_proxies",
        environment: "GUYUB_TRUSTED_PROXIES",
        default: "",
        meaning: "Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas.",
    },
    Key {
        name: "backup_folder",
        environment: "GUYUB_BACKUP_FOLDER",
        default: "DATA/backup",
        meaning: "Where `guyub backup` writes when it is not told a file; best on another disk.",
    },
    Key {
        name: "most_connections",
        environment: "GUYUB_MOST_CONNECTIONS",
        default: "4096",
        meaning: "Visitors connected at once; the next ones wait in the system's queue.",
    },
    Key { name: "log_format", environment: "GUYUB_LOG_FORMAT", default: "text", meaning: "text or json, on standard error." },
    Key {
        name: "log_level",
        environment: "GUYUB_LOG_LEVEL",
        default: "info",
        meaning: "error, warn (no line per request), info, debug or trace; also as in `info,kernel=debug`.",
    },
];

impl Settings {
    /// The host of the base address, for message ids and calendar UIDs.
    pub fn host(&self) -> &str {
        let rest = self.base_url.split_once("://").map_or(self.base_url.as_str(), |it| it.1);
        rest.split(['/', ':']).next().unwrap_or("localhost")
    }

    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// An absolute address for a path of this site.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.trim_end_matches('/'))
    }
}
