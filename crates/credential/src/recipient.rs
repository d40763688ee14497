//! To whom, without saying it: identity and salt hashed as Open Badges 3.0 does (`sha256$` and SHA-256 of identity then salt).

use sha2::{Digest, Sha256};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentityKind {
    /// An employee number (NIP, 18 digits): `ext:nip`.
    Nip,
    /// `emailAddress`
    Email,
}

/// Whoever knows the identity can check it, nobody can look it up: each credential has a salt of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub kind: IdentityKind,
    /// `sha256$` and 64 hexadecimal digits.
    pub hash: String,
    pub salt: String,
}

impl Recipient {
    /// `salt` is new random text for every credential, 16 bytes or more before encoding. Spaces in a NIP and capitals in an address do not matter.
    pub fn hashed(kind: IdentityKind, identity: &str, salt: &str) -> Recipient {
        Recipient { kind, hash: hash(&kind.plain(identity), salt), salt: salt.to_owned() }
    }

    /// Whether this is the recipient.
    pub fn is(&self, identity: &str) -> bool {
        hash(&self.kind.plain(identity), &self.salt) == self.hash
    }

    pub(crate) fn is_written_well(&self) -> bool {
        let digits = self.hash.strip_prefix("sha256$").unwrap_or_default();
        digits.len() == 64 && digits.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it))
    }
}

impl IdentityKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            IdentityKind::Nip => "ext:nip",
            IdentityKind::Email => "emailAddress",
        }
    }

    pub(crate) fn named(name: &str) -> Option<IdentityKind> {
        [IdentityKind::Nip, IdentityKind::Email].into_iter().find(|it| it.name() == name)
    }

    fn plain(self, identity: &str) -> String {
        match self {
            IdentityKind::Nip => identity.chars().filter(|it| !it.is_whitespace()).collect(),
            IdentityKind::Email => identity.trim().to_lowercase(),
        }
    }
}

fn hash(identity: &str, salt: &str) -> String {
    let digest = Sha256::new().chain_update(identity).chain_update(salt).finalize();
    format!("sha256${}", hexadecimal(&digest))
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|it| [DIGITS[usize::from(it >> 4)], DIGITS[usize::from(it & 15)]]).map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example in the schema of 1EdTech.
    #[test]
    fn the_hash_is_the_one_of_the_specification() {
        let recipient = Recipient::hashed(IdentityKind::Email, " A@Example.com", "Kosher");

        assert_eq!(recipient.hash, "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399");
        assert!(recipient.is("a@example.com") && !recipient.is("b@example.com"));
        assert!(recipient.is_written_well());
    }

    #[test]
    fn two_salts_make_two_strangers_of_one_person() {
        let of = |salt| Recipient::hashed(IdentityKind::Nip, "19850101 201001 1 001", salt);

        assert!(of("a").is("198501012010011001"));
        assert_ne!(of("a").hash, of("b").hash);
    }
}
