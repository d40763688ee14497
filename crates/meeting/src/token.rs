//! JSON Web Tokens, as far as meeting servers use them: signed by us for Jitsi, verified when BigBlueButton calls back. The algorithm is ours to
//! name, never the token's.

use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use serde_json::{Value, json};

use crate::Secret;

/// Why a token is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forged {
    #[error("not a token")]
    NotAToken,
    #[error("another algorithm")]
    AnotherAlgorithm,
    #[error("the signature is wrong")]
    Signature,
    #[error("it has expired, or is not valid yet")]
    Expired,
}

/// How a token is signed with a shared secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keyed {
    Hs256,
    Hs512,
}

const LONGEST: usize = 8 * 1024;
/// Clocks of two machines differ; in seconds.
const LEEWAY: i64 = 60;

impl Keyed {
    fn name(self) -> &'static str {
        match self {
            Keyed::Hs256 => "HS256",
            Keyed::Hs512 => "HS512",
        }
    }

    fn key(self, secret: &Secret) -> hmac::Key {
        let algorithm = match self {
            Keyed::Hs256 => hmac::HMAC_SHA256,
            Keyed::Hs512 => hmac::HMAC_SHA512,
        };
        hmac::Key::new(algorithm, secret.exposed().as_bytes())
    }

    pub(crate) fn sign(self, claims: &Value, secret: &Secret) -> String {
        let header = json!({ "alg": self.name(), "typ": "JWT" });
        signed(&header, claims, |it| hmac::sign(&self.key(secret), it).as_ref().to_vec())
    }

    /// The claims of a token that was signed like this; `now` in seconds.
    pub(crate) fn verify(self, token: &str, secret: &Secret, now: i64) -> Result<Value, Forged> {
        if token.len() > LONGEST {
            return Err(Forged::NotAToken);
        }
        let (signed, signature) = token.rsplit_once('.').ok_or(Forged::NotAToken)?;
        let (header, claims) = signed.split_once('.').ok_or(Forged::NotAToken)?;
        if part(header)?.get("alg").and_then(Value::as_str) != Some(self.name()) {
            return Err(Forged::AnotherAlgorithm);
        }
        let signature = BASE64.decode(signature).map_err(|_| Forged::NotAToken)?;
        hmac::verify(&self.key(secret), signed.as_bytes(), &signature).map_err(|_| Forged::Signature)?;
        let claims = part(claims)?;
        if in_time(&claims, now) { Ok(claims) } else { Err(Forged::Expired) }
    }
}

pub(crate) fn signed(header: &Value, claims: &Value, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let text = format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(claims.to_string()));
    let signature = sign(text.as_bytes());
    format!("{text}.{}", BASE64.encode(signature))
}

fn part(text: &str) -> Result<Value, Forged> {
    let bytes = BASE64.decode(text).map_err(|_| Forged::NotAToken)?;
    let value: Value = serde_json::from_slice(&bytes).map_err(|_| Forged::NotAToken)?;
    if value.is_object() { Ok(value) } else { Err(Forged::NotAToken) }
}

/// A moment that is no number is no moment at which the token holds.
fn in_time(claims: &Value, now: i64) -> bool {
    let moment = |name: &str| claims.get(name).map(|it| it.as_f64().map(|it| it as i64));
    let has_begun = moment("nbf").is_none_or(|it| it.is_some_and(|it| it <= now + LEEWAY));
    let goes_on = moment("exp").is_none_or(|it| it.is_some_and(|it| it > now - LEEWAY));
    has_begun && goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_222_800;

    #[test]
    fn what_was_signed_is_verified() {
        let secret = Secret::of("rahasia-bersama");
        let token = Keyed::Hs512.sign(&json!({ "exp": NOW + 10 }), &secret);

        assert_eq!(Keyed::Hs512.verify(&token, &secret, NOW), Ok(json!({ "exp": NOW + 10 })));
        assert_eq!(Keyed::Hs512.verify(&token, &Secret::of("rahasia-lainnya"), NOW), Err(Forged::Signature));
        assert_eq!(Keyed::Hs256.verify(&token, &secret, NOW), Err(Forged::AnotherAlgorithm));
        assert_eq!(Keyed::Hs512.verify(&token, &secret, NOW + 10 + LEEWAY), Err(Forged::Expired));
    }

    /// From the documentation of jwt.io: HS256, secret "your-256-bit-secret".
    #[test]
    fn the_best_known_token_of_all_is_understood() {
        let token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";

        let claims = Keyed::Hs256.verify(token, &Secret::of("your-256-bit-secret"), NOW).unwrap();

        assert_eq!(claims["name"], "John Doe");
    }

    #[test]
    fn nothing_else_is_a_token() {
        let secret = Secret::of("rahasia-bersama");
        let none = format!("{}.{}.", BASE64.encode(r#"{"alg":"none"}"#), BASE64.encode("{}"));
        for (text, why) in [
            ("", Forged::NotAToken),
            ("a.b", Forged::NotAToken),
            ("a.b.c.d", Forged::NotAToken),
            (none.as_str(), Forged::AnotherAlgorithm),
            (&"x.".repeat(LONGEST), Forged::NotAToken),
        ] {
            assert_eq!(Keyed::Hs512.verify(text, &secret, NOW), Err(why), "{text:.40}");
        }
        let odd = Keyed::Hs512.sign(&json!({ "exp": "soon" }), &secret);
        assert_eq!(Keyed::Hs512.verify(&odd, &secret, NOW), Err(Forged::Expired));
    }
}
