//! The issuer's name on the web (`did:web`) and the document that lists its keys. Serving that document is the caller's work.

use serde_json::{Value, json};

use crate::{Fault, PublicKey, keys::Unreadable, moment, wording};

/// `did:web:HOST` or `did:web:HOST:PATH`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DidWeb {
    id: String,
    document_path: String,
}

/// A key under a name that never changes. It stays listed for ever, so that what it signed can be verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// `did:web:HOST#key-2026-11`
    pub id: String,
    pub key: PublicKey,
    /// Set when somebody else may have the key (epoch milliseconds): what it signed from then on is not accepted. Not set by rotation.
    pub revoked: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DidDocument {
    pub id: String,
    /// Oldest first.
    pub methods: Vec<Method>,
}

impl DidWeb {
    /// `host` may have a port; `path` has the segments after it, often none.
    pub fn new(host: &str, path: &[&str]) -> Result<DidWeb, Fault> {
        let host = host.replace(':', "%3A");
        let id = ["did:web", host.as_str()].into_iter().chain(path.iter().copied()).collect::<Vec<_>>().join(":");
        wording::did("issuer.id", &id)?;
        let document_path =
            if path.is_empty() { "/.well-known/did.json".into() } else { format!("/{}/did.json", path.join("/")) };
        Ok(DidWeb { id, document_path })
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where the world looks for the document: `/.well-known/did.json` when there is no path.
    pub fn document_path(&self) -> &str {
        &self.document_path
    }

    /// `name` tells keys apart, such as `key-2026-11`.
    pub fn method_id(&self, name: &str) -> String {
        format!("{}#{name}", self.id)
    }
}

impl Method {
    /// As kept in a table: id, Multikey, time of revocation.
    pub fn read(id: &str, multikey: &str, revoked: Option<i64>) -> Result<Method, Unreadable> {
        Ok(Method { id: id.to_owned(), key: PublicKey::from_multikey(multikey)?, revoked })
    }

    pub(crate) fn belongs_to(&self, did: &str) -> bool {
        self.id.strip_prefix(did).and_then(|it| it.strip_prefix('#')).is_some_and(wording::is_key_name)
    }

    fn json(&self, controller: &str) -> Value {
        let mut method = json!({
            "id": self.id,
            "type": "Multikey",
            "controller": controller,
            "publicKeyMultibase": self.key.multikey(),
        });
        if let Some(revoked) = self.revoked.and_then(moment::text) {
            method["revoked"] = revoked.into();
        }
        method
    }
}

impl DidDocument {
    /// Served at `DidWeb::document_path` as `application/did+json`.
    pub fn json(&self) -> Value {
        json!({
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
            "id": self.id,
            "verificationMethod": self.methods.iter().map(|it| it.json(&self.id)).collect::<Vec<_>>(),
            "assertionMethod": self.methods.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(),
        })
    }

    pub(crate) fn method(&self, id: &str) -> Option<&Method> {
        self.methods.iter().find(|it| it.id == id)
    }
}
