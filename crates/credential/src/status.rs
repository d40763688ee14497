//! W3C Bitstring Status List: one bit for each credential, 1 when it was withdrawn. Which bit belongs to which certificate is not known here.

use std::io::{Read, Write};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use serde::{Deserialize, Serialize};

use crate::{Fault, moment, proof::ProofShape, shape::CREDENTIALS, wording};

/// 131.072 bits: so many that asking for the list does not tell whom one asks about.
const LEAST_BYTES: usize = 16 * 1024;
/// 8 million bits; what unpacks to more is refused.
const MOST_BYTES: usize = 1024 * 1024;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusList(Vec<u8>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Good,
    Withdrawn,
    /// The list is not at hand, or too short.
    Unknown,
}

/// The list as a credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusListAbout {
    /// The address where it is served, as in `StatusEntry::list`.
    pub id: String,
    /// The `did:web` of the instance.
    pub issuer: String,
    /// Epoch milliseconds, written in whole seconds.
    pub valid_from: i64,
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a packed status list of 131.072 to 8.388.608 bits")]
pub struct Undecodable;

impl Default for StatusList {
    fn default() -> StatusList {
        StatusList(vec![0; LEAST_BYTES])
    }
}

impl StatusList {
    /// The number of credentials that a new list has room for.
    pub const BITS: u32 = 8 * LEAST_BYTES as u32;

    /// 131.072 credentials, none withdrawn.
    pub fn new() -> StatusList {
        StatusList::default()
    }

    pub fn get(&self, index: u32) -> Standing {
        match self.0.get(byte(index)).map(|it| it & bit(index)) {
            None => Standing::Unknown,
            Some(0) => Standing::Good,
            Some(_) => Standing::Withdrawn,
        }
    }

    /// Says nothing of indices that the list does not have: `get` calls them unknown.
    pub fn withdraw(&mut self, index: u32) {
        self.0.get_mut(byte(index)).into_iter().for_each(|it| *it |= bit(index));
    }

    pub fn restore(&mut self, index: u32) {
        self.0.get_mut(byte(index)).into_iter().for_each(|it| *it &= !bit(index));
    }

    /// gzip in base64url, with `u` in front.
    pub fn encode(&self) -> String {
        let mut packer = GzEncoder::new(Vec::new(), Compression::default());
        // A vector takes everything.
        let packed = packer.write_all(&self.0).and_then(|()| packer.finish()).unwrap_or_default();
        format!("u{}", BASE64_URL_SAFE_NO_PAD.encode(packed))
    }

    pub fn decode(encoded: &str) -> Result<StatusList, Undecodable> {
        let letters = encoded.strip_prefix('u').filter(|it| it.len() <= 2 * MOST_BYTES).ok_or(Undecodable)?;
        let packed = BASE64_URL_SAFE_NO_PAD.decode(letters).map_err(|_| Undecodable)?;
        let mut bits = Vec::new();
        let limit = MOST_BYTES as u64 + 1;
        GzDecoder::new(packed.as_slice()).take(limit).read_to_end(&mut bits).map_err(|_| Undecodable)?;
        if (LEAST_BYTES..=MOST_BYTES).contains(&bits.len()) { Ok(StatusList(bits)) } else { Err(Undecodable) }
    }
}

impl StatusListAbout {
    pub(crate) fn check(&self) -> Result<(), Fault> {
        wording::page("id", &self.id)?;
        wording::did("issuer", &self.issuer)
    }
}

fn byte(index: u32) -> usize {
    index as usize / 8
}

/// The first bit is the highest of the first byte.
fn bit(index: u32) -> u8 {
    0x80 >> (index % 8)
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct StatusListShape {
    #[serde(rename = "@context")]
    pub(crate) context: [String; 1],
    pub(crate) id: String,
    #[serde(rename = "type")]
    types: [String; 2],
    pub(crate) issuer: String,
    pub(crate) valid_from: String,
    pub(crate) credential_subject: BitsShape,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) proof: Option<[ProofShape; 1]>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct BitsShape {
    pub(crate) id: String,
    #[serde(rename = "type")]
    kind: String,
    pub(crate) status_purpose: String,
    pub(crate) encoded_list: String,
}

impl StatusListShape {
    pub(crate) fn of(list: &StatusList, about: &StatusListAbout) -> Option<StatusListShape> {
        Some(StatusListShape {
            context: [CREDENTIALS.into()],
            id: about.id.clone(),
            types: ["VerifiableCredential".into(), "BitstringStatusListCredential".into()],
            issuer: about.issuer.clone(),
            valid_from: moment::text(about.valid_from)?,
            credential_subject: BitsShape {
                id: format!("{}#list", about.id),
                kind: "BitstringStatusList".into(),
                status_purpose: "revocation".into(),
                encoded_list: list.encode(),
            },
            proof: None,
        })
    }
}
