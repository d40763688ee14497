//! What an operator can set, with its meaning: the one list that `guyub config` prints. Not the reading of files and environment.

/// A key of the configuration: file name, environment name, default, meaning.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) environment: &'static str,
    pub(crate) default: &'static str,
    pub(crate) meaning: &'static str,
}

pub(crate) const KEYS: &[Key] = &[
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
