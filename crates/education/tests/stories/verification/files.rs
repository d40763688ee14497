//! By file: PDF and credential, genuine, changed, foreign, and what is neither.

use credential::{Achievement, Award, DidWeb, IdentityKind, Issuer, Period, Recipient, SecretKey, Signer, StatusEntry, issue};
use kernel::testing::{Browser, Page};
use sha2::{Digest, Sha256};

use super::scene::*;
use crate::world::*;

/// As much of a PDF as is looked at.
fn pdf(address: &str, rest: &str) -> Vec<u8> {
    let packet = format!("<x:xmpmeta><rdf:RDF><pdf:Keywords>{address}</pdf:Keywords></rdf:RDF></x:xmpmeta>");
    format!("%PDF-1.7\n{packet}\n{rest}\n%%EOF").into_bytes()
}

async fn brought(browser: &mut Browser, content: &[u8]) -> Page {
    browser.upload("/verifikasi", &[], ("sertifikat.pdf", content)).await
}

fn award(id: &str, number: &str, did: &str) -> Award {
    let at = |path: &str| format!("http://guyub.test{path}");
    Award {
        id: at(&format!("/sertifikat/{id}")),
        number: number.into(),
        valid_from: START,
        issuer: Issuer { id: did.into(), name: "KPPN Mamuju".into(), url: at("/instansi/kemenkeu.djpb.kppn-mamuju") },
        achievement: Achievement {
            id: at("/kegiatan/x#capaian"),
            name: "Inflasi dan APBN".into(),
            description: "Hadir".into(),
            criteria: "Hadir".into(),
            kind: "Certificate".into(),
        },
        recipient: Recipient::hashed(IdentityKind::Nip, STAFF_KPPN, "garam"),
        role: "peserta".into(),
        credits: 4,
        held: Period { from: START, until: START + 1 },
        co_hosts: Vec::new(),
        evidence: Vec::new(),
        status: StatusEntry { list: at("/kredensial/status/0"), index: 17 },
    }
}

fn signed(award: &Award, key_name: &str, seed: u8) -> String {
    let host = award.issuer.id.trim_start_matches("did:web:");
    let method = DidWeb::new(host, &[]).unwrap().method_id(key_name);
    issue(award, &Signer { method, key: SecretKey::from_seed([seed; 32]) }, START).unwrap()
}

const NUMBER: &str = "17/SERT/KPPN.2401/XI/2026";

#[tokio::test]
async fn the_very_file_is_genuine_and_a_changed_one_is_not() {
    story(async |world| {
        let activity = world.activity().await;
        let genuine = pdf("http://guyub.test/sertifikat/sertifikat00017", "isi");
        let other = Certificate { nip: STAFF_BPS, ..certificate(&activity, 18) };
        let sha256 = Some(kernel::id::hex(&Sha256::digest(&genuine)));
        world.keep(&[Certificate { sha256, ..certificate(&activity, 17) }, other]).await;
        let mut stranger = world.stranger();

        let page = brought(&mut stranger, &genuine).await.expect(200);
        assert!(page.has("Berkas asli") && page.has(NUMBER) && page.has("Sertifikat ini sah"), "{}", page.text());

        for changed in ["http://guyub.test/sertifikat/sertifikat00017", "http://guyub.test/sertifikat/sertifikat00018"] {
            let page = brought(&mut stranger, &pdf(changed, "isi lain")).await.expect(200);
            assert!(page.has("bukan berkas yang kami terbitkan") && page.has("Inflasi dan APBN"), "{}", page.text());
            assert!(!page.has("Berkas asli") && !page.has(STAFF_KPPN));
        }
    })
    .await;
}

#[tokio::test]
async fn a_genuine_file_of_a_withdrawn_certificate_says_both() {
    story(async |world| {
        let activity = world.activity().await;
        let file = pdf("http://guyub.test/sertifikat/sertifikat00017", "isi");
        let sha256 = Some(kernel::id::hex(&Sha256::digest(&file)));
        let withdrawn_because = Some("Tidak hadir");
        world.keep(&[Certificate { sha256, withdrawn_because, ..certificate(&activity, 17) }]).await;

        let page = brought(&mut world.stranger(), &file).await.expect(200);

        assert!(page.has("Berkas asli") && page.has("Sertifikat ini dicabut") && page.has("Tidak hadir"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn whatever_else_is_brought_gets_a_sentence_of_its_own() {
    story(async |world| {
        let mut stranger = world.stranger();
        let foreign = pdf("https://lain.example/sertifikat/abc", "");
        let look_alike = pdf("http://guyub.test.lain.example/sertifikat/abc", "");
        let hostile = pdf("javascript:alert(1)//<script>", "");
        let unknown = pdf("http://guyub.test/sertifikat/tidakada", "");
        let bomb = [b"PK\x03\x04".as_slice(), &[0; 5_000]].concat();
        let nested = "[".repeat(100_000);
        let kinds: [(&[u8], u16, &str); 12] = [
            (&foreign, 200, "penerbitnya: lain.example"),
            (&look_alike, 200, "penerbitnya: guyub.test.lain.example"),
            (&hostile, 200, "bukan terbitan kami"),
            (&unknown, 200, "kami tidak pernah menerbitkannya"),
            (b"%PDF-1.7 tanpa alamat", 200, "tidak memuat alamat verifikasi"),
            (b" <!doctype html><title>sertifikat.pdf</title>", 200, "Ini halaman web"),
            (&bomb, 200, "Ini berkas arsip"),
            (b"{\"a\": 1}", 200, "bukan kredensial sertifikat"),
            (nested.as_bytes(), 200, "bukan kredensial sertifikat"),
            (b"\x89PNG\r\n", 200, "hanya PDF dan JSON"),
            (b"", 422, "Pilih berkas PDF atau JSON"),
            (&vec![b'%'; 9 << 20], 422, "terlalu besar"),
        ];
        for (content, status, said) in kinds {
            let page = brought(&mut stranger, content).await.expect(status);
            assert!(page.has(said), "{said}: {}", page.text());
            assert!(!page.has("<script>alert") && !page.has("Sertifikat ini sah"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_credential_is_judged_by_our_keys_and_our_table() {
    story(async |world| {
        let activity = world.activity().await;
        world.keep(&[certificate(&activity, 17)]).await;
        world.keep_key("kunci-1", &SecretKey::from_seed([1; 32])).await;
        let program = &mut world.stranger().program();
        let ours = award("sertifikat00017", NUMBER, "did:web:guyub.test");
        let genuine = signed(&ours, "kunci-1", 1);
        let spoken = award("sertifikat00017", NUMBER, "did:web:lain.example");
        let verdicts = [
            (genuine.clone(), "genuine"),
            (
                genuine
                    .replace("\"creditsEarned\":4", "\"creditsEarned\":40")
                    .replace("\"creditsEarned\": 4", "\"creditsEarned\": 40"),
                "tampered",
            ),
            (signed(&ours, "kunci-1", 2), "tampered"),
            (signed(&ours, "kunci-9", 1), "unknown"),
            (signed(&spoken, "kunci-1", 1), "foreign"),
            (signed(&award("tidakada", NUMBER, "did:web:guyub.test"), "kunci-1", 1), "unknown"),
            (signed(&award("sertifikat00017", "99/SERT", "did:web:guyub.test"), "kunci-1", 1), "unknown"),
        ];

        for (text, expected) in verdicts {
            let answer = brought(program, text.as_bytes()).await.expect(200).json();
            assert_eq!(answer["file"]["verdict"], expected, "{answer} for {text}");
        }
        let answer = brought(program, genuine.as_bytes()).await.json();
        assert_eq!(answer["file"]["facts"]["state"], "valid");
        assert!(!answer.to_string().contains(STAFF_KPPN));
    })
    .await;
}

#[tokio::test]
async fn a_network_brings_thirty_files_and_then_waits() {
    story(async |world| {
        let mut stranger = world.stranger();
        for _ in 0..30 {
            brought(&mut stranger, b"%PDF-1.7").await.expect(200);
        }

        brought(&mut stranger, b"%PDF-1.7").await.expect(429);
    })
    .await;
}
