//! Whether a credential is ours and still stands. Understands only what `issue` writes, for a proof covers the RDF and not the JSON that
//! people and programs read (see README.md).

use serde_json::Value;

use crate::{Award, DidDocument, Standing, StatusEntry, canonical::canonical, proof::ProofShape, shape::Shape, statements};

const MOST_BYTES: usize = 256 * 1024;

/// The last word on a credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Valid(Box<Award>),
    Withdrawn(Box<Award>),
    /// It has our shape and names a key of the issuer, and is not what that key signed.
    Tampered(Reason),
    UnknownIssuer(Reason),
    NotUnderstood(Reason),
}

/// Why it is not simply valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    TooLarge,
    NotJson,
    /// Other members, contexts, spellings or an order that `issue` does not write.
    AnotherShape,
    /// No proof, or one of another kind or purpose.
    AnotherProof,
    IssuerUnknown,
    KeyNotListed,
    /// The key was revoked before this was signed.
    KeyRevoked,
    SignatureWrong,
    /// A JSON-LD processor reads something else in it than we do.
    AnotherMeaning,
    StatusUnknown,
}

/// A credential that was read and not yet believed.
#[derive(Clone, Debug)]
pub struct Claim {
    shape: Shape,
    award: Award,
    proof: ProofShape,
    made_at: i64,
}

/// `resolver` gives the document of a DID that is trusted as issuer, `status` the standing of an entry. Neither is asked about a document
/// of another shape, and `status` only about one with a good signature.
pub fn verify(
    text: &str,
    resolver: impl FnOnce(&str) -> Option<DidDocument>,
    status: impl FnOnce(&StatusEntry) -> Standing,
) -> Verdict {
    let claim = match Claim::read(text) {
        Ok(claim) => claim,
        Err(reason) => return Verdict::NotUnderstood(reason),
    };
    match resolver(&claim.award.issuer.id) {
        Some(document) => claim.judge(&document, status),
        None => Verdict::UnknownIssuer(Reason::IssuerUnknown),
    }
}

impl Claim {
    /// For callers that have to wait for keys and status: read, load what it names, `judge`.
    pub fn read(text: &str) -> Result<Claim, Reason> {
        if text.len() > MOST_BYTES {
            return Err(Reason::TooLarge);
        }
        let read: Value = serde_json::from_str(text).map_err(|_| Reason::NotJson)?;
        let shape: Shape = serde_json::from_str(text).map_err(|_| Reason::AnotherShape)?;
        let award = shape.award().filter(|it| shape.rewritten(it) == Some(read)).ok_or(Reason::AnotherShape)?;
        let [proof] = shape.proof.clone().ok_or(Reason::AnotherProof)?;
        let made_at = proof.made_at().ok_or(Reason::AnotherProof)?;
        Ok(Claim { shape, award, proof, made_at })
    }

    /// What it says of itself.
    pub fn award(&self) -> &Award {
        &self.award
    }

    /// When it says that it was signed, epoch milliseconds.
    pub fn made_at(&self) -> i64 {
        self.made_at
    }

    pub fn judge(self, document: &DidDocument, status: impl FnOnce(&StatusEntry) -> Standing) -> Verdict {
        if document.id != self.award.issuer.id {
            return Verdict::UnknownIssuer(Reason::IssuerUnknown);
        }
        let Some(method) = document.method(&self.proof.verification_method).filter(|it| it.belongs_to(&document.id)) else {
            return Verdict::UnknownIssuer(Reason::KeyNotListed);
        };
        if method.revoked.is_some_and(|it| it <= self.made_at) {
            return Verdict::UnknownIssuer(Reason::KeyRevoked);
        }
        let Some(statements) = statements::of_award(&self.award).filter(|it| self.proof.fits(it, &method.key)) else {
            return Verdict::Tampered(Reason::SignatureWrong);
        };
        if !self.is_read_alike(&statements) {
            return Verdict::NotUnderstood(Reason::AnotherMeaning);
        }
        match status(&self.award.status) {
            Standing::Good => Verdict::Valid(Box::new(self.award)),
            Standing::Withdrawn => Verdict::Withdrawn(Box::new(self.award)),
            Standing::Unknown => Verdict::NotUnderstood(Reason::StatusUnknown),
        }
    }

    /// The second look, at documents that we signed only: a foreign JSON-LD processor finds the same statements.
    fn is_read_alike(&self, expected: &str) -> bool {
        let text = serde_json::to_string(&self.shape.without_proof()).ok();
        text.and_then(|it| canonical(&it)).as_deref() == Some(expected)
    }
}

impl Verdict {
    /// None for what is valid or was withdrawn.
    pub fn reason(&self) -> Option<Reason> {
        match self {
            Verdict::Valid(_) | Verdict::Withdrawn(_) => None,
            Verdict::Tampered(reason) | Verdict::UnknownIssuer(reason) | Verdict::NotUnderstood(reason) => Some(*reason),
        }
    }
}

impl Reason {
    /// For texts and answers; does not change.
    pub fn key(self) -> &'static str {
        match self {
            Reason::TooLarge => "too-large",
            Reason::NotJson => "not-json",
            Reason::AnotherShape => "another-shape",
            Reason::AnotherProof => "another-proof",
            Reason::IssuerUnknown => "issuer-unknown",
            Reason::KeyNotListed => "key-not-listed",
            Reason::KeyRevoked => "key-revoked",
            Reason::SignatureWrong => "signature-wrong",
            Reason::AnotherMeaning => "another-meaning",
            Reason::StatusUnknown => "status-unknown",
        }
    }
}
