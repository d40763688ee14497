//! What the house is told to do by its operator. Not the names of the keys, nor the reading of files and environment.

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

impl Settings {
    /// The host of the base address, for message ids and calendar UIDs; an IPv6 address in its brackets.
    pub fn host(&self) -> &str {
        let rest = self.base_url.split_once("://").map_or(self.base_url.as_str(), |it| it.1);
        let authority = rest.split('/').next().unwrap_or_default();
        match authority.rfind(']') {
            Some(end) => &authority[..=end],
            None => authority.split(':').next().unwrap_or_default(),
        }
    }

    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// An absolute address for a path of this site.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.trim_end_matches('/'))
    }
}
