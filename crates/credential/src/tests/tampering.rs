//! Nothing that was changed is valid: single bytes, single values, and the tricks that leave the signed RDF as it was.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{ISSUED_AT, award, document, hostile, method, signed, signer};
use crate::{Reason, Standing, Verdict, issue, verify};

/// Each leaves the RDF, and so the signature, intact (or would, for a verifier that follows it).
const RESPELLED: &[fn(&mut Value)] = &[
    |it| {
        it["@context"] =
            json!([it["@context"][0], it["@context"][1], {"peran": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#role"}])
    },
    |it| it["@context"] = json!([it["@context"][0], it["@context"][1], "https://evil.example/context.json"]),
    |it| it["@context"] = json!([it["@context"][1], it["@context"][0]]),
    |it| it["@context"][0] = "https://www.w3.org/ns/credentials/v2#".into(),
    |it| it["@included"] = json!([{"id": "https://evil.example/", "name": "x"}]),
    |it| it["@graph"] = json!([]),
    |it| it["tidakDikenal"] = "an undefined term is dropped without a word".into(),
    |it| it["credentialSubject"]["nama"] = "Dr. Siti".into(),
    |it| it["evidence"][0]["catatan"] = json!({"nilai": 100}),
    |it| respell(it, "name", "https://schema.org/name"),
    |it| respell(it, "id", "@id"),
    |it| respell(it, "type", "@type"),
    |it| respell(&mut it["credentialSubject"], "role", "https://purl.imsglobal.org/spec/vc/ob/vocab.html#role"),
    |it| it["name"] = json!([it["name"]]),
    |it| it["name"] = json!({"@value": it["name"]}),
    |it| it["type"].as_array_mut().unwrap().reverse(),
    |it| it["type"][1] = "AchievementCredential".into(),
    |it| it["credentialSubject"] = json!([it["credentialSubject"]]),
    |it| it["credentialSubject"]["type"] = "AchievementSubject".into(),
    |it| it["credentialSubject"]["creditsEarned"] = json!(3.0),
    |it| it["credentialSubject"]["creditsEarned"] = "3".into(),
    |it| it["credentialSubject"]["achievement"]["criteria"] = json!([it["credentialSubject"]["achievement"]["criteria"]]),
    |it| it["credentialSubject"]["achievement"]["criteria"] = members_alone(&it["credentialSubject"]["achievement"]["criteria"]),
    |it| it["issuer"] = members_alone(&it["issuer"]),
    |it| it["evidence"][0] = members_alone(&it["evidence"][0]),
    |it| it["proof"][0] = members_alone(&it["proof"][0]),
    |it| *it = members_alone(it),
    |it| it["evidence"].as_array_mut().unwrap().reverse(),
    |it| it["evidence"] = it["evidence"][0].take(),
    |it| it["credentialStatus"] = json!([it["credentialStatus"]]),
    |it| it["credentialStatus"]["statusListIndex"] = "094567".into(),
    |it| it["validUntil"] = Value::Null,
    |it| it["proof"] = it["proof"][0].take(),
    |it| it["proof"] = json!([it["proof"][0], it["proof"][0]]),
    |it| it["proof"] = json!([]),
    |it| it["proof"][0]["nonce"] = Value::Null,
    |it| it["proof"][0]["created"] = "2025-11-21T10:00:00+07:00".into(),
    |it| it["proof"][0]["proofPurpose"] = "authentication".into(),
    |it| it["proof"][0]["cryptosuite"] = "eddsa-jcs-2022".into(),
    |it| it["proof"][0]["type"] = "Ed25519Signature2020".into(),
    |it| drop(it.as_object_mut().unwrap().remove("proof")),
];

#[test]
fn other_spellings_of_the_same_rdf_are_not_understood() {
    for (number, change) in RESPELLED.iter().enumerate() {
        let mut value: Value = serde_json::from_str(&signed(&award())).unwrap();
        change(&mut value);

        let verdict = judged(&value.to_string());

        assert!(matches!(verdict, Verdict::NotUnderstood(Reason::AnotherShape | Reason::AnotherProof)), "{number}: {verdict:?}");
    }
}

#[test]
fn a_member_that_stands_twice_is_not_understood() {
    let text = signed(&award()).replacen("\"role\":", "\"role\":\"narasumber\",\"role\":", 1);

    assert_eq!(judged(&text), Verdict::NotUnderstood(Reason::AnotherShape));
}

#[test]
fn what_is_no_credential_is_not_understood() {
    let deep = "[".repeat(100_000);
    let poison = json!({"@context": [], "evidence": vec![json!({"type": ["Evidence"]}); 1_000]}).to_string();
    for text in ["", "{", "[]", "null", "\u{FEFF}{}", &deep, &poison, include_str!("../../fixtures/ob3-1edtech-vector.json")] {
        assert!(matches!(judged(text), Verdict::NotUnderstood(_)), "{:.60}", text);
    }
    assert_eq!(judged(&" ".repeat(300_000)), Verdict::NotUnderstood(Reason::TooLarge));
}

#[test]
fn a_changed_value_is_tampering() {
    for (from, to) in [
        ("peserta", "narasumber"),
        ("\"creditsEarned\":3", "\"creditsEarned\":30"),
        ("17/SERT", "18/SERT"),
        ("2025-11-19", "2025-11-18"),
    ] {
        let text = signed(&award());
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text);

        assert_eq!(judged(&changed), Verdict::Tampered(Reason::SignatureWrong), "{from}");
    }
}

/// Every bit of every byte.
#[test]
fn no_flipped_bit_leaves_it_valid() {
    let text = signed(&award());
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(changed) = String::from_utf8(bytes) else { continue };

            let verdict = judged(&changed);

            assert!(!matches!(verdict, Verdict::Valid(_) | Verdict::Withdrawn(_)), "byte {at}, bit {bit}: {changed}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn hostile_awards_are_valid_until_a_value_changes(award in hostile::awards(), chosen in any::<prop::sample::Index>(), other in hostile::text()) {
        let text = issue(&award, &signer("key-2025-11", 1), ISSUED_AT).unwrap();
        prop_assert!(matches!(judged(&text), Verdict::Valid(_)));

        let mut value: Value = serde_json::from_str(&text).unwrap();
        let mut leaves = Vec::new();
        collect(&mut value, &mut leaves);
        let leaf = chosen.index(leaves.len());
        let changed = match &*leaves[leaf] {
            Value::Number(it) => json!(it.as_u64().unwrap_or_default() ^ 1),
            Value::Bool(it) => json!(!it),
            it if *it == json!(other) => json!(format!("{other}.")),
            _ => json!(other),
        };
        *leaves[leaf] = changed;

        prop_assert!(!matches!(judged(&value.to_string()), Verdict::Valid(_) | Verdict::Withdrawn(_)));
    }

    #[test]
    fn noise_is_never_valid(noise in ".{0,200}") {
        prop_assert!(matches!(judged(&noise), Verdict::NotUnderstood(_)));
    }
}

fn judged(text: &str) -> Verdict {
    verify(text, |_| Some(document(vec![method(&signer("key-2025-11", 1))])), |_| Standing::Good)
}

fn respell(value: &mut Value, from: &str, to: &str) {
    let members = value.as_object_mut().unwrap();
    let moved = members.remove(from).unwrap();
    members.insert(to.into(), moved);
}

/// An object as an array of its values, in the order in which `issue` writes them.
fn members_alone(value: &Value) -> Value {
    const WRITTEN: &[&str] = &[
        "@context",
        "id",
        "type",
        "name",
        "issuer",
        "validFrom",
        "credentialSubject",
        "narrative",
        "url",
        "genre",
        "evidence",
        "credentialStatus",
        "created",
        "verificationMethod",
        "cryptosuite",
        "proofPurpose",
        "proofValue",
        "proof",
    ];
    let members = WRITTEN.iter().filter_map(|it| value.get(it));
    json!(members.collect::<Vec<_>>())
}

fn collect<'a>(value: &'a mut Value, leaves: &mut Vec<&'a mut Value>) {
    match value {
        Value::Array(it) => it.iter_mut().for_each(|it| collect(it, leaves)),
        Value::Object(it) => it.values_mut().for_each(|it| collect(it, leaves)),
        _ => leaves.push(value),
    }
}
