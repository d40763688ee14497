//! The checksum of a call: what proves to a server that the call comes from somebody who has its secret.

use aws_lc_rs::digest::{self, Algorithm};

use crate::Secret;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checksum {
    /// What servers before 2.5 know; only where nothing else is accepted.
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Checksum {
    pub fn parse(name: &str) -> Option<Checksum> {
        match name {
            "sha1" => Some(Checksum::Sha1),
            "sha256" => Some(Checksum::Sha256),
            "sha384" => Some(Checksum::Sha384),
            "sha512" => Some(Checksum::Sha512),
            _ => None,
        }
    }

    /// Over the name of the call, the query exactly as it is sent, and the secret (API reference, "API Security Model").
    pub fn of(self, call: &str, query: &str, secret: &Secret) -> String {
        let digest = digest::digest(self.algorithm(), format!("{call}{query}{}", secret.exposed()).as_bytes());
        digest.as_ref().iter().map(|it| format!("{it:02x}")).collect()
    }

    fn algorithm(self) -> &'static Algorithm {
        match self {
            Checksum::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            Checksum::Sha256 => &digest::SHA256,
            Checksum::Sha384 => &digest::SHA384,
            Checksum::Sha512 => &digest::SHA512,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUERY: &str = "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444";

    /// SHA-1 is printed in the API reference; the others were computed with `sha256sum` and its sisters.
    #[test]
    fn the_published_example_comes_out() {
        let secret = Secret::of("639259d4-9dd8-4b25-bf01-95f9567eaf4b");
        for (kind, sum) in [
            (Checksum::Sha1, "1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17"),
            (Checksum::Sha256, "da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e"),
            (
                Checksum::Sha384,
                "891ac633df39d0a1b4f8d597f3e190833216c4b29c4fb51ea3ca72757eeb958d6e7b49a845cf29f5c6019c7d29d029d1",
            ),
            (
                Checksum::Sha512,
                "de73ad61d11a5c801b68d4bd6ec5248546085cefb0b25c85f3c46249ea93a3a4b120f92c0a8a58d7512cb77821884951a3b01245f3435dbbef49fff3cc3988b4",
            ),
        ] {
            assert_eq!(kind.of("create", QUERY, &secret), sum);
        }
    }
}
