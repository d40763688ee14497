//! Ed25519 keys and how they are written in documents (Multikey). Where they are kept is not known here.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

/// The two bytes that say "Ed25519 public key" in a Multikey.
const ED25519: [u8; 2] = [0xed, 0x01];

/// A key that signs. It is its 32-byte seed; keep that as carefully as a password.
pub struct SecretKey(SigningKey);

/// What others verify with; may be shown to everybody.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an Ed25519 Multikey (z6Mk...)")]
pub struct Unreadable;

impl SecretKey {
    /// `seed` is 32 bytes from the operating system's randomness.
    pub fn from_seed(seed: [u8; 32]) -> SecretKey {
        SecretKey(SigningKey::from_bytes(&seed))
    }

    pub fn seed(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

/// Says which key it is, and keeps the secret.
impl fmt::Debug for SecretKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "SecretKey of {}", self.public().multikey())
    }
}

impl PublicKey {
    pub fn from_bytes(bytes: [u8; 32]) -> Result<PublicKey, Unreadable> {
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| Unreadable)?;
        if key.is_weak() { Err(Unreadable) } else { Ok(PublicKey(key)) }
    }

    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// `z6Mk...`
    pub fn multikey(&self) -> String {
        let mut bytes = ED25519.to_vec();
        bytes.extend_from_slice(self.0.as_bytes());
        base58(&bytes)
    }

    pub fn from_multikey(text: &str) -> Result<PublicKey, Unreadable> {
        let bytes = from_base58(text).ok_or(Unreadable)?;
        let key = bytes.strip_prefix(&ED25519).ok_or(Unreadable)?;
        PublicKey::from_bytes(key.try_into().map_err(|_| Unreadable)?)
    }

    /// The strict rules: one signature has one spelling, and weak keys sign nothing.
    pub(crate) fn signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.multikey())
    }
}

/// Multibase: `z` and base58btc.
pub(crate) fn base58(bytes: &[u8]) -> String {
    format!("z{}", bs58::encode(bytes).into_string())
}

/// Nothing here is longer than a signature, and decoding base58 takes the square of the length.
pub(crate) fn from_base58(text: &str) -> Option<Vec<u8>> {
    let digits = text.strip_prefix('z').filter(|it| it.len() <= 100)?;
    bs58::decode(digits).into_vec().ok()
}
