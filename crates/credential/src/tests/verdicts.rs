//! What the verifier says of genuine credentials, as keys come and go.

use super::{HOUR, ISSUED_AT, award, document, method, signed, signer};
use crate::{Claim, DidDocument, DidWeb, Fault, Method, Reason, Signer, Standing, Verdict, issue, verify};

#[test]
fn what_was_issued_is_valid_and_says_what_was_awarded() {
    let verdict = judged(&signed(&award()), Standing::Good);

    assert_eq!(verdict, Verdict::Valid(Box::new(award())));
    assert_eq!(verdict.reason(), None);
}

#[test]
fn what_was_withdrawn_is_withdrawn() {
    assert_eq!(judged(&signed(&award()), Standing::Withdrawn), Verdict::Withdrawn(Box::new(award())));
    assert_eq!(judged(&signed(&award()), Standing::Unknown), Verdict::NotUnderstood(Reason::StatusUnknown));
}

#[test]
fn spaces_and_the_order_of_members_mean_nothing() {
    let value: serde_json::Value = serde_json::from_str(&signed(&award())).unwrap();

    assert!(matches!(judged(&serde_json::to_string_pretty(&value).unwrap(), Standing::Good), Verdict::Valid(_)));
}

#[test]
fn the_issuer_must_be_known() {
    let verdict = verify(&signed(&award()), |_| None, |_| Standing::Good);

    assert_eq!(verdict, Verdict::UnknownIssuer(Reason::IssuerUnknown));
}

#[test]
fn after_rotation_old_and_new_are_valid() {
    let [old, new] = [signer("key-2025-11", 1), signer("key-2026-11", 2)];
    let keys = document(vec![method(&old), method(&new)]);

    for key in [&old, &new] {
        let text = issue(&award(), key, ISSUED_AT).unwrap();
        assert!(matches!(with(&text, &keys), Verdict::Valid(_)));
    }
    let text = issue(&award(), &signer("key-2027-11", 3), ISSUED_AT).unwrap();
    assert_eq!(with(&text, &keys), Verdict::UnknownIssuer(Reason::KeyNotListed));
}

#[test]
fn a_lost_key_keeps_its_name_and_another_key_under_it_proves_nothing() {
    let text = issue(&award(), &signer("key-2025-11", 9), ISSUED_AT).unwrap();

    assert_eq!(with(&text, &known()), Verdict::Tampered(Reason::SignatureWrong));
}

#[test]
fn a_revoked_key_proves_what_it_signed_before() {
    let revoked = |at| document(vec![Method { revoked: Some(at), ..method(&signer("key-2025-11", 1)) }]);
    let text = signed(&award());

    assert!(matches!(with(&text, &revoked(ISSUED_AT + HOUR)), Verdict::Valid(_)));
    assert_eq!(with(&text, &revoked(ISSUED_AT)), Verdict::UnknownIssuer(Reason::KeyRevoked));
    assert_eq!(with(&text, &revoked(ISSUED_AT - HOUR)), Verdict::UnknownIssuer(Reason::KeyRevoked));
}

#[test]
fn the_document_of_another_issuer_proves_nothing() {
    let other = DidDocument { id: "did:web:lain.example".into(), ..known() };

    assert_eq!(with(&signed(&award()), &other), Verdict::UnknownIssuer(Reason::IssuerUnknown));
}

#[test]
fn a_claim_can_be_judged_later() {
    let claim = Claim::read(&signed(&award())).unwrap();

    assert_eq!((claim.award().number.as_str(), claim.made_at()), ("17/SERT/CONTOH.2401/XI/2025", ISSUED_AT));
    assert!(matches!(
        claim.judge(&known(), |entry| {
            assert_eq!(*entry, award().status);
            Standing::Good
        }),
        Verdict::Valid(_)
    ));
}

#[test]
fn nobody_signs_in_the_name_of_another() {
    let strangers = Signer { method: "did:web:lain.example#key-1".into(), ..signer("x", 1) };
    let nameless = Signer { method: "did:web:guyub.example#".into(), ..signer("x", 1) };

    for signer in [strangers, nameless] {
        assert_eq!(issue(&award(), &signer, ISSUED_AT), Err(Fault::Did("proof.verificationMethod")));
    }
    assert_eq!(issue(&award(), &signer("key-2025-11", 1), -1), Err(Fault::Moment("proof.created")));
}

#[test]
fn the_did_document_lists_every_key_that_ever_signed() {
    let [old, new] = [signer("key-2025-11", 1), signer("key-2026-11", 2)];
    let keys = document(vec![Method { revoked: Some(ISSUED_AT), ..method(&old) }, method(&new)]).json();

    assert_eq!(
        keys["assertionMethod"],
        serde_json::json!(["did:web:guyub.example#key-2025-11", "did:web:guyub.example#key-2026-11"])
    );
    assert_eq!(keys["verificationMethod"][0]["revoked"], "2025-11-21T03:00:00Z");
    assert_eq!(keys["verificationMethod"][1].get("revoked"), None);
    let multikey = keys["verificationMethod"][1]["publicKeyMultibase"].as_str().unwrap();
    assert_eq!(Method::read(&new.method, multikey, None), Ok(method(&new)));
}

#[test]
fn a_did_says_where_its_document_is() {
    let home = DidWeb::new("localhost:8080", &[]).unwrap();
    assert_eq!((home.id(), home.document_path()), ("did:web:localhost%3A8080", "/.well-known/did.json"));

    let agency = DidWeb::new("guyub.example", &["instansi", "contoh.7602"]).unwrap();
    assert_eq!(agency.id(), "did:web:guyub.example:instansi:contoh.7602");
    assert_eq!(agency.document_path(), "/instansi/contoh.7602/did.json");
    assert!(DidWeb::new("", &[]).is_err() && DidWeb::new("a b", &[]).is_err() && DidWeb::new("a", &["x/y"]).is_err());
}

fn known() -> DidDocument {
    document(vec![method(&signer("key-2025-11", 1))])
}

fn judged(text: &str, standing: Standing) -> Verdict {
    verify(text, |did| Some(DidDocument { id: did.to_owned(), ..known() }), |_| standing)
}

fn with(text: &str, keys: &DidDocument) -> Verdict {
    verify(text, |_| Some(keys.clone()), |_| Standing::Good)
}
