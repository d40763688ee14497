//! Sealing answers while they wait: in the database, its journal and its backups they cannot be read without this installation's secret.
//! ChaCha20-Poly1305 with a key of its own; all seals are of a few sizes, so that length does not tell who wrote many words.

use aws_lc_rs::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use hmac::{Hmac, KeyInit, Mac};
use kernel::{Failure, Outcome, id, settings::Secret};
use sha2::Sha256;

use super::model::Answers;

/// Sizes are whole multiples of this, in bytes.
const STEP: usize = 512;

/// Answers for one activity as text that only `opened` can read.
pub(super) fn sealed(secret: &Secret, activity_id: &str, answers: &Answers) -> Outcome<String> {
    let mut body = serde_json::to_vec(answers)?;
    body.resize(body.len().next_multiple_of(STEP), b' ');
    let nonce = id::random_bytes::<NONCE_LEN>();
    let aad = Aad::from(activity_id.as_bytes());
    key(secret)?.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut body).map_err(broken)?;
    Ok(id::hex(&nonce) + &id::hex(&body))
}

/// Fails when it was sealed by another installation, for another activity, or changed since.
pub(super) fn opened(secret: &Secret, activity_id: &str, sealed: &str) -> Outcome<Answers> {
    let bytes = of_hex(sealed).ok_or_else(|| Failure::broken("not a sealed answer"))?;
    let (nonce, body) = bytes.split_at_checked(NONCE_LEN).ok_or_else(|| Failure::broken("not a sealed answer"))?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(broken)?;
    let mut body = body.to_vec();
    let body = key(secret)?.open_in_place(nonce, Aad::from(activity_id.as_bytes()), &mut body).map_err(broken)?;
    Ok(serde_json::from_slice(body)?)
}

fn key(secret: &Secret) -> Outcome<LessSafeKey> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret.0).map_err(Failure::broken)?;
    mac.update(b"education.evaluation.sealed/1");
    let key = UnboundKey::new(&CHACHA20_POLY1305, &mac.finalize().into_bytes()).map_err(broken)?;
    Ok(LessSafeKey::new(key))
}

/// The library's error says nothing on purpose.
fn broken(_: aws_lc_rs::error::Unspecified) -> Failure {
    Failure::broken("the seal of an answer does not fit")
}

fn of_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|it| it.to_digit(16).and_then(|it| u8::try_from(it).ok())).collect();
    Some(digits?.chunks_exact(2).map(|it| it[0] << 4 | it[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::{super::model::Kind, *};

    fn answers(words: &str) -> Answers {
        Answers { values: vec![(Kind::Question, "materi".into(), 4)], words: words.into() }
    }

    #[test]
    fn what_was_sealed_is_opened_with_the_same_secret_only() {
        let (secret, other) = (Secret(b"one".to_vec()), Secret(b"other".to_vec()));
        let seal = sealed(&secret, "a", &answers("bagus")).unwrap();

        assert_eq!(opened(&secret, "a", &seal).unwrap(), answers("bagus"));
        assert!(opened(&other, "a", &seal).is_err() && opened(&secret, "b", &seal).is_err());
        let changed = seal.replace(&seal[30..31], if &seal[30..31] == "0" { "1" } else { "0" });
        assert!(
            opened(&secret, "a", &changed).is_err() && opened(&secret, "a", "ab").is_err() && opened(&secret, "a", "z").is_err()
        );
    }

    #[test]
    fn a_seal_tells_neither_the_words_nor_how_many() {
        let secret = Secret(b"one".to_vec());
        let seal = |words: &str| sealed(&secret, "a", &answers(words)).unwrap();

        assert_eq!(seal("").len(), seal("Materinya tepat, waktunya kurang.").len());
        assert_ne!(seal(""), seal(""), "the same answers twice look different");
    }
}
