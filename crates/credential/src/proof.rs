//! Proofs: W3C Data Integrity, cryptosuite eddsa-rdfc-2022. Makes and checks signatures; whether the key may sign is asked in `verify`.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    Award, Fault, PublicKey, SecretKey, StatusList, StatusListAbout,
    keys::{base58, from_base58},
    moment,
    shape::Shape,
    statements,
    status::StatusListShape,
    wording,
};

const CRYPTOSUITE: &str = "eddsa-rdfc-2022";

/// A key with the name under which it stands in the DID document.
#[derive(Debug)]
pub struct Signer {
    /// `did:web:HOST#key-2026-11`, see `DidWeb::method_id`.
    pub method: String,
    pub key: SecretKey,
}

/// The credential as JSON, signed at `at` (epoch milliseconds). The same arguments give the same text.
pub fn issue(award: &Award, signer: &Signer, at: i64) -> Result<String, Fault> {
    award.check()?;
    signer.check(&award.issuer.id)?;
    let unwritable = Fault::Moment("validFrom");
    let mut shape = Shape::of(award).ok_or_else(|| unwritable.clone())?;
    let document = statements::of_award(award).ok_or(unwritable)?;
    shape.proof = Some([ProofShape::signed(&document, signer, at)?]);
    Ok(written(&shape))
}

/// The status list as a credential of its own, to be served at `about.id`.
pub fn issue_status_list(list: &StatusList, about: &StatusListAbout, signer: &Signer, at: i64) -> Result<String, Fault> {
    about.check()?;
    signer.check(&about.issuer)?;
    let mut shape = StatusListShape::of(list, about).ok_or(Fault::Moment("validFrom"))?;
    shape.proof = Some([ProofShape::signed(&statements::of_status_list(&shape), signer, at)?]);
    Ok(written(&shape))
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct ProofShape {
    #[serde(rename = "type")]
    kind: String,
    pub(crate) created: String,
    pub(crate) verification_method: String,
    pub(crate) cryptosuite: String,
    proof_purpose: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) proof_value: String,
}

impl Signer {
    fn check(&self, issuer: &str) -> Result<(), Fault> {
        let name = self.method.strip_prefix(issuer).and_then(|it| it.strip_prefix('#')).unwrap_or_default();
        if wording::is_key_name(name) { Ok(()) } else { Err(Fault::Did("proof.verificationMethod")) }
    }
}

impl ProofShape {
    fn signed(document: &str, signer: &Signer, at: i64) -> Result<ProofShape, Fault> {
        let mut proof = ProofShape {
            kind: "DataIntegrityProof".into(),
            created: moment::text(at).ok_or(Fault::Moment("proof.created"))?,
            verification_method: signer.method.clone(),
            cryptosuite: CRYPTOSUITE.into(),
            proof_purpose: "assertionMethod".into(),
            proof_value: String::new(),
        };
        proof.proof_value = base58(&signer.key.sign(&signed_bytes(&statements::of_proof(&proof), document)));
        Ok(proof)
    }

    /// When it was made, if it is a proof of the kind that we make.
    pub(crate) fn made_at(&self) -> Option<i64> {
        let is_ours =
            self.kind == "DataIntegrityProof" && self.cryptosuite == CRYPTOSUITE && self.proof_purpose == "assertionMethod";
        if is_ours { moment::read(&self.created) } else { None }
    }

    pub(crate) fn fits(&self, document: &str, key: &PublicKey) -> bool {
        let signature = from_base58(&self.proof_value).and_then(|it| it.try_into().ok());
        let message = signed_bytes(&statements::of_proof(self), document);
        signature.is_some_and(|it| key.signed(&message, &it))
    }
}

/// The hash of the proof's own statements, then that of the document's.
pub(crate) fn signed_bytes(proof: &str, document: &str) -> [u8; 64] {
    let mut bytes = [0; 64];
    bytes[..32].copy_from_slice(&Sha256::digest(proof));
    bytes[32..].copy_from_slice(&Sha256::digest(document));
    bytes
}

/// Structs of strings and numbers have no way to fail.
fn written(shape: &impl Serialize) -> String {
    serde_json::to_string(shape).unwrap_or_default()
}
