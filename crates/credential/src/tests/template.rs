//! The template says what a JSON-LD processor says, whatever the texts are.

use proptest::prelude::*;
use serde_json::Value;

use super::{ISSUED_AT, award, hostile, signed, signer};
use crate::{
    Award, DidWeb, Signer, StatusList, StatusListAbout, canonical::canonical, issue, issue_status_list, proof::ProofShape,
    statements, status::StatusListShape,
};

#[test]
fn the_template_is_what_a_processor_reads() {
    assert_eq!(statements::of_award(&award()), read(&signed(&award())));
}

#[test]
fn so_is_that_of_the_proof() {
    let text = signed(&award());
    let mut document: Value = serde_json::from_str(&text).unwrap();
    let mut options = document["proof"][0].take();
    let proof: ProofShape = serde_json::from_value(options.clone()).unwrap();
    options.as_object_mut().unwrap().remove("proofValue");
    options["@context"] = document["@context"].clone();

    assert_eq!(Some(statements::of_proof(&proof)), canonical(&options.to_string()));
}

#[test]
fn so_is_that_of_the_status_list() {
    let mut list = StatusList::new();
    [0, 7, 8, 94_567, 131_071].into_iter().for_each(|it| list.withdraw(it));
    let about = StatusListAbout {
        id: "https://guyub.example/status/1".into(),
        issuer: "did:web:guyub.example".into(),
        valid_from: ISSUED_AT,
    };

    let text = issue_status_list(&list, &about, &signer("key-2025-11", 1), ISSUED_AT).unwrap();

    let shape: StatusListShape = serde_json::from_str(&text).unwrap();
    assert_eq!(Some(statements::of_status_list(&shape)), read(&text));
    assert_eq!(StatusList::decode(&shape.credential_subject.encoded_list).unwrap(), list);
}

/// The form that the schema of 1EdTech asks for.
#[test]
fn the_json_has_the_form_of_open_badges() {
    let document: Value = serde_json::from_str(&signed(&award())).unwrap();

    assert_eq!(document["@context"][0], "https://www.w3.org/ns/credentials/v2");
    assert_eq!(document["@context"][1], "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
    assert_eq!(document["validFrom"], "2025-11-21T03:00:00Z");
    assert!(document["proof"].is_array());
    let subject = &document["credentialSubject"];
    assert_eq!((&subject["creditsEarned"], &subject["role"]), (&3.into(), &"peserta".into()));
    let identity: Vec<_> = subject["identifier"][0].as_object().unwrap().keys().collect();
    assert_eq!(identity, ["hashed", "identityHash", "identityType", "salt", "type"]);
    assert_eq!(subject["identifier"][0]["identityType"], "ext:nip");
    assert_eq!(document["credentialStatus"]["statusListIndex"], "94567");
}

#[test]
fn issuing_twice_gives_the_same_text() {
    assert_eq!(signed(&award()), signed(&award()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn hostile_texts_are_written_as_a_processor_writes_them(award in hostile::awards()) {
        prop_assert_eq!(award.check(), Ok(()));
        let text = issue(&award, &signer("key-2025-11", 1), ISSUED_AT).unwrap();

        prop_assert_eq!(statements::of_award(&award), read(&text));
    }

    #[test]
    fn what_passes_for_an_address_is_one_to_a_processor(id in hostile::address(), page in hostile::address(), list in hostile::address()) {
        let mut award = award();
        (award.id, award.issuer.url, award.evidence[0].id) = (id, page.clone(), page);
        award.status.list = list.split('#').next().unwrap_or_default().to_owned();
        prop_assume!(award.check().is_ok());

        prop_assert_eq!(statements::of_award(&award), read(&signed(&award)));
    }

    #[test]
    fn so_does_a_name_of_an_issuer(host in "[a-z0-9.-]{1,8}(:[0-9]{1,5})?", path in "[a-zA-Z0-9._-]{1,5}") {
        let did = DidWeb::new(&host, &[&path]).unwrap();
        let signer = Signer { method: did.method_id("key-1"), ..signer("x", 1) };
        let mut award = award();
        award.issuer.id = did.id().to_owned();

        let text = issue(&award, &signer, ISSUED_AT).unwrap();

        prop_assert_eq!(statements::of_award(&award), read(&text));
    }
}

fn read(signed: &str) -> Option<String> {
    let mut document: Value = serde_json::from_str(signed).unwrap();
    document.as_object_mut().unwrap().remove("proof");
    canonical(&document.to_string())
}

/// Every other award, such as one with another role, has other statements.
pub(super) fn statements_of(award: &Award) -> String {
    statements::of_award(award).unwrap()
}
