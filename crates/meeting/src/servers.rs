//! The operator's list of meeting servers: TOML that is read and judged as a whole, before anybody depends on it. It asks no server.

use serde::Deserialize;
use url::Url;

use crate::{
    Checksum,
    bigbluebutton::BigBlueButton,
    jitsi::{Jitsi, Key},
};

/// Never printed, never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

#[derive(Clone, Debug, Default)]
pub struct Servers(Vec<Server>);

#[derive(Clone, Debug)]
pub struct Server {
    /// Kept with whatever uses the server: it must not change.
    pub id: String,
    /// As organisers see it.
    pub name: String,
    /// For this agency and those below it only.
    pub agency: Option<String>,
    /// As the operator wrote it, without a secret.
    pub url: String,
    pub service: Service,
}

#[derive(Clone, Debug)]
pub enum Service {
    BigBlueButton(BigBlueButton),
    Jitsi(Jitsi),
}

/// What is wrong with the list, and what to write instead; without its secrets.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Fault(String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    #[serde(default)]
    server: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    name: String,
    kind: String,
    url: String,
    agency: Option<String>,
    secret: Option<String>,
    checksum: Option<String>,
    recording: Option<bool>,
    app_id: Option<String>,
    key_id: Option<String>,
    private_key: Option<String>,
}

const SHORTEST_SECRET: usize = 8;

impl Servers {
    pub fn read(text: &str) -> Result<Servers, Fault> {
        let list: List = toml::from_str(text).map_err(|it| Fault(it.message().to_owned()))?;
        let servers: Vec<Server> = list.server.into_iter().map(Entry::judged).collect::<Result<_, _>>()?;
        for (n, it) in servers.iter().enumerate() {
            if servers[..n].iter().any(|other| other.id == it.id) {
                return Err(Fault(format!("two servers have the id `{}`: give one another", it.id)));
            }
        }
        Ok(Servers(servers))
    }

    pub fn all(&self) -> &[Server] {
        &self.0
    }

    pub fn find(&self, id: &str) -> Option<&Server> {
        self.0.iter().find(|it| it.id == id)
    }
}

impl Entry {
    fn judged(self) -> Result<Server, Fault> {
        let wrong = |advice: &str| Err(Fault(format!("server `{}`: {advice}", self.id.escape_debug())));
        let is_id = (1..=40).contains(&self.id.len())
            && self.id.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-');
        if !is_id {
            return wrong("write the id with small letters, digits and hyphens, at most 40");
        }
        if self.name.trim().is_empty() || self.name.chars().count() > 60 {
            return wrong("give it a name of 1 to 60 characters");
        }
        let Some(url) = plain(&self.url) else {
            return wrong("write the url as https://HOST/PATH, without user, query or fragment");
        };
        let service = match self.kind.as_str() {
            "bigbluebutton" => self.bigbluebutton(&url),
            "jitsi" => self.jitsi(url),
            _ => Err("write kind = \"bigbluebutton\" or \"jitsi\""),
        };
        match service {
            Ok(service) => Ok(Server {
                name: self.name.trim().to_owned(),
                agency: self.agency.filter(|it| !it.trim().is_empty()),
                url: self.url,
                id: self.id,
                service,
            }),
            Err(advice) => wrong(advice),
        }
    }

    fn bigbluebutton(&self, url: &Url) -> Result<Service, &'static str> {
        if self.app_id.is_some() || self.key_id.is_some() || self.private_key.is_some() {
            return Err("app_id, key_id and private_key are for jitsi");
        }
        let secret = self.secret()?.ok_or("it needs the secret that `bbb-conf --secret` prints")?;
        let name = self.checksum.as_deref().unwrap_or("sha256");
        let checksum = Checksum::parse(name).ok_or("write checksum = \"sha1\", \"sha256\", \"sha384\" or \"sha512\"")?;
        let path = url.as_str().trim_end_matches('/').trim_end_matches("/api").to_owned();
        let records = self.recording.unwrap_or(false);
        Ok(Service::BigBlueButton(BigBlueButton { api: format!("{path}/api/"), secret, checksum, records }))
    }

    fn jitsi(&self, base: Url) -> Result<Service, &'static str> {
        if self.checksum.is_some() || self.recording.is_some() {
            return Err("checksum and recording are for bigbluebutton");
        }
        let app_id = self.app_id.clone().filter(|it| !it.is_empty()).ok_or("it needs an app_id")?;
        let key = match (self.secret()?, &self.key_id, &self.private_key) {
            (Some(secret), None, None) => Key::Shared(secret),
            (None, Some(key_id), Some(pem)) => Key::rsa(key_id, pem).ok_or("its private_key is no RSA key in PEM")?,
            _ => return Err("it needs a secret (HS256), or key_id and private_key (RS256)"),
        };
        Ok(Service::Jitsi(Jitsi { base, app_id, key }))
    }

    fn secret(&self) -> Result<Option<Secret>, &'static str> {
        match self.secret.as_deref() {
            None => Ok(None),
            Some(text) if text.len() < SHORTEST_SECRET => Err("its secret is too short to be one"),
            Some(text) => Ok(Some(Secret::of(text))),
        }
    }
}

fn plain(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let is_web = matches!(url.scheme(), "https" | "http") && url.has_host();
    let is_plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty() && url.password().is_none();
    (is_web && is_plain).then_some(url)
}

impl Secret {
    pub fn of(text: &str) -> Secret {
        Secret(text.to_owned())
    }

    pub(crate) fn exposed(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
        [[server]]
        id = "bbb-pusat"
        name = "BigBlueButton Contoh"
        kind = "bigbluebutton"
        url = "https://bbb.example.go.id/bigbluebutton/"
        secret = "rahasia-contoh"
        checksum = "sha512"

        [[server]]
        id = "jitsi"
        name = "Jitsi Contoh"
        kind = "jitsi"
        url = "https://jitsi.example.go.id"
        agency = "bps.sulbar"
        app_id = "guyub"
        secret = "rahasia-lain"
    "#;

    #[test]
    fn a_list_is_read_and_keeps_its_secrets() {
        let servers = Servers::read(GOOD).unwrap();

        let Service::BigBlueButton(first) = &servers.find("bbb-pusat").unwrap().service else { panic!("another service") };
        assert_eq!((first.api.as_str(), first.checksum), ("https://bbb.example.go.id/bigbluebutton/api/", Checksum::Sha512));
        assert_eq!(servers.find("jitsi").unwrap().agency.as_deref(), Some("bps.sulbar"));
        assert!(!format!("{servers:?}").contains("rahasia"));
        assert!(Servers::read("").unwrap().all().is_empty());
    }

    #[test]
    fn what_is_wrong_is_said_without_the_secret() {
        for (from, to, said) in [
            ("\"bigbluebutton\"", "\"zoom\"", "write kind"),
            ("\"sha512\"", "\"md5\"", "write checksum"),
            ("secret = \"rahasia-contoh\"", "", "bbb-conf"),
            ("rahasia-contoh", "kecil", "too short"),
            ("https://bbb.example.go.id/bigbluebutton/", "ftp://bbb.example.go.id", "https://HOST/PATH"),
            ("https://bbb.example.go.id/", "https://a:b@bbb.example.go.id/", "without user"),
            ("\"bbb-pusat\"", "\"jitsi\"", "two servers"),
            ("\"bbb-pusat\"", "\"BBB Pusat\"", "small letters"),
            ("checksum", "cheksum", "cheksum"),
            ("app_id = \"guyub\"", "", "app_id"),
            ("secret = \"rahasia-lain\"", "key_id = \"k\"\nprivate_key = \"bukan kunci\"", "no RSA key"),
        ] {
            let fault = Servers::read(&GOOD.replace(from, to)).unwrap_err().to_string();
            assert!(fault.contains(said), "{fault}");
            assert!(!fault.contains("rahasia-"), "{fault}");
        }
    }
}
