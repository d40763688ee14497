//! Links into a Jitsi room with a token that names the visitor: signed with the secret of one's own server (HS256), or with the key of a hosted
//! one (JaaS, RS256). Jitsi tells nobody who was there.

use std::sync::Arc;

use aws_lc_rs::{
    rand::SystemRandom,
    rsa::KeyPair,
    signature::{RSA_PKCS1_SHA256, RsaKeyPair},
};
use serde_json::{Value, json};
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, pem::PemObject};
use url::Url;

use crate::{
    Secret, Visitor,
    token::{Keyed, signed},
};

#[derive(Clone, Debug)]
pub struct Jitsi {
    pub(crate) base: Url,
    pub(crate) app_id: String,
    pub(crate) key: Key,
}

#[derive(Clone)]
pub(crate) enum Key {
    Shared(Secret),
    /// With the name under which the hosted service knows it.
    Rsa(String, Arc<KeyPair>),
}

/// How long a link may be used to enter, in seconds; whoever drops out later follows their personal link again.
const LASTS: i64 = 600;
const CLOCKS_DIFFER: i64 = 10;

impl Jitsi {
    /// `now` in seconds.
    pub fn link(&self, visitor: &Visitor<'_>, now: i64) -> Option<String> {
        let mut url = self.base.clone();
        let tenant = matches!(self.key, Key::Rsa(..)).then_some(self.app_id.as_str());
        url.path_segments_mut().ok()?.pop_if_empty().extend(tenant).push(visitor.meeting_id);
        url.query_pairs_mut().append_pair("jwt", &self.token(visitor, now)?);
        Some(url.into())
    }

    fn token(&self, visitor: &Visitor<'_>, now: i64) -> Option<String> {
        let claims = self.claims(visitor, now);
        match &self.key {
            Key::Shared(secret) => Some(Keyed::Hs256.sign(&claims, secret)),
            Key::Rsa(key_id, pair) => {
                let header = json!({ "alg": "RS256", "kid": key_id, "typ": "JWT" });
                let mut is_signed = true;
                let token = signed(&header, &claims, |text| {
                    let mut signature = vec![0; pair.public_modulus_len()];
                    is_signed = pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature).is_ok();
                    signature
                });
                is_signed.then_some(token)
            }
        }
    }

    fn claims(&self, visitor: &Visitor<'_>, now: i64) -> Value {
        let is_hosted = matches!(self.key, Key::Rsa(..));
        let host = self.base.host_str().unwrap_or_default();
        json!({
            "aud": "jitsi",
            "iss": if is_hosted { "chat" } else { &self.app_id },
            "sub": if is_hosted { &self.app_id } else { host },
            "room": visitor.meeting_id,
            "nbf": now - CLOCKS_DIFFER,
            "exp": now + LASTS,
            // One's own server reads the first or the second, the hosted one the third.
            "moderator": visitor.is_moderator,
            "context": {
                "user": {
                    "id": visitor.user_id,
                    "name": visitor.name,
                    "affiliation": if visitor.is_moderator { "owner" } else { "member" },
                    "moderator": visitor.is_moderator.to_string(),
                },
                "features": { "livestreaming": "false", "recording": "false", "transcription": "false", "outbound-call": "false" },
            },
        })
    }
}

impl Key {
    pub(crate) fn rsa(key_id: &str, pem: &str) -> Option<Key> {
        let pair = match PrivateKeyDer::from_pem_slice(pem.as_bytes()).ok()? {
            PrivateKeyDer::Pkcs8(der) => RsaKeyPair::from_pkcs8(der.secret_pkcs8_der()).ok()?,
            PrivateKeyDer::Pkcs1(der) => RsaKeyPair::from_der(der.secret_pkcs1_der()).ok()?,
            _ => return None,
        };
        Some(Key::Rsa(key_id.to_owned(), Arc::new(pair)))
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::{
        rsa::KeySize,
        signature::{KeyPair as _, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey},
    };
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};

    use super::*;

    const NOW: i64 = 1_795_222_800;

    fn visitor(is_moderator: bool) -> Visitor<'static> {
        Visitor { meeting_id: "guyub-k7", user_id: "r1", name: "Budi & \"Santoso\"", is_moderator }
    }

    fn parts(link: &str) -> (String, Value, Vec<u8>) {
        let token = Url::parse(link).unwrap().query_pairs().find(|it| it.0 == "jwt").unwrap().1.into_owned();
        let (text, signature) = token.rsplit_once('.').unwrap();
        let claims = BASE64.decode(text.split_once('.').unwrap().1).unwrap();
        (text.to_owned(), serde_json::from_slice(&claims).unwrap(), BASE64.decode(signature).unwrap())
    }

    #[test]
    fn a_link_names_its_visitor_and_ends_soon() {
        let secret = Secret::of("kunci-jitsi-contoh");
        let base = Url::parse("https://rapat.example.go.id/dinas").unwrap();
        let jitsi = Jitsi { base, app_id: "guyub".into(), key: Key::Shared(secret.clone()) };

        let link = jitsi.link(&visitor(true), NOW).unwrap();

        assert!(link.starts_with("https://rapat.example.go.id/dinas/guyub-k7?jwt="), "{link}");
        let (_, claims, _) = parts(&link);
        assert_eq!(
            (&claims["room"], &claims["sub"], &claims["iss"]),
            (&json!("guyub-k7"), &json!("rapat.example.go.id"), &json!("guyub"))
        );
        assert_eq!(claims["context"]["user"]["name"], "Budi & \"Santoso\"");
        assert_eq!((&claims["moderator"], &claims["context"]["user"]["affiliation"]), (&json!(true), &json!("owner")));
        let token = link.split_once("jwt=").unwrap().1;
        assert!(Keyed::Hs256.verify(token, &secret, NOW).is_ok());
        assert!(Keyed::Hs256.verify(token, &secret, NOW + 3_600).is_err());
    }

    #[test]
    fn a_hosted_room_is_signed_with_its_key() {
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        let public = pair.public_key().as_ref().to_vec();
        let base = Url::parse("https://8x8.vc/").unwrap();
        let key = Key::Rsa("vpaas-contoh/4f4910".into(), Arc::new(pair));
        let jitsi = Jitsi { base, app_id: "vpaas-contoh".into(), key };

        let link = jitsi.link(&visitor(false), NOW).unwrap();

        assert!(link.starts_with("https://8x8.vc/vpaas-contoh/guyub-k7?jwt="), "{link}");
        let (text, claims, signature) = parts(&link);
        assert_eq!((&claims["iss"], &claims["sub"]), (&json!("chat"), &json!("vpaas-contoh")));
        assert_eq!(claims["context"]["user"]["moderator"], "false");
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public).verify(text.as_bytes(), &signature).unwrap();
    }
}
