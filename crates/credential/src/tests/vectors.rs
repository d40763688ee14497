//! Published examples: the one of 1EdTech, and one signed by the library of Digital Bazaar.

use serde_json::Value;

use crate::{PublicKey, canonical::canonical, keys::from_base58, proof::signed_bytes, recipient::hexadecimal};

const PUBLISHED: &str = include_str!("../../fixtures/ob3-1edtech-vector.json");
const FOREIGN: &str = include_str!("../../fixtures/ob3-signed-example.json");
const KEY: &str = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";

#[test]
fn the_published_vector_is_reproduced() {
    let (document, proof, signature) = parts(PUBLISHED);

    let bytes = signed_bytes(&canonical(&proof).unwrap(), &canonical(&document).unwrap());

    let (of_proof, of_document) = (hexadecimal(&bytes[..32]), hexadecimal(&bytes[32..]));
    assert!(of_proof.starts_with("d34009cea0db") && of_proof.ends_with("0f5d19"), "{of_proof}");
    assert!(of_document.starts_with("87f65a76d401") && of_document.ends_with("9e0773"), "{of_document}");
    assert!(PublicKey::from_multikey(KEY).unwrap().signed(&bytes, &signature));
}

#[test]
fn a_foreign_signature_is_reproduced() {
    let (document, proof, signature) = parts(FOREIGN);

    let bytes = signed_bytes(&canonical(&proof).unwrap(), &canonical(&document).unwrap());

    assert!(PublicKey::from_multikey(KEY).unwrap().signed(&bytes, &signature));
}

#[test]
fn keys_are_written_as_everybody_writes_them() {
    let key = PublicKey::from_multikey(KEY).unwrap();

    assert_eq!(key.multikey(), KEY);
    assert_eq!(PublicKey::from_bytes(key.bytes()).unwrap(), key);
    for other in
        ["", "z", "z6Mk", "6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi", "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi1"]
    {
        assert!(PublicKey::from_multikey(other).is_err(), "{other}");
    }
    assert!(PublicKey::from_bytes([0; 32]).is_err(), "a key that everything fits");
}

#[test]
fn no_context_but_the_two_is_read() {
    let foreign = r#"{"@context": "https://evil.example/context.json", "name": "x"}"#;

    assert_eq!(canonical(foreign), None);
    assert_eq!(canonical("{"), None);
}

#[test]
fn poison_is_refused_before_it_works() {
    let siblings = vec![r#"{"type": "Profile"}"#; 40].join(",");
    let poison = format!(
        r#"{{"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            "type": "VerifiableCredential", "evidence": [{siblings}]}}"#
    );

    assert_eq!(canonical(&poison), None);
}

/// The document without its proof, the proof's options in the document's context, the signature.
fn parts(text: &str) -> (String, String, [u8; 64]) {
    let mut document: Value = serde_json::from_str(text).unwrap();
    let proof = document.as_object_mut().unwrap().remove("proof").unwrap();
    let mut proof = proof.get(0).cloned().unwrap_or(proof);
    let value = proof.as_object_mut().unwrap().remove("proofValue").unwrap();
    proof["@context"] = document["@context"].clone();
    let signature = from_base58(value.as_str().unwrap()).unwrap().try_into().unwrap();
    (document.to_string(), proof.to_string(), signature)
}
