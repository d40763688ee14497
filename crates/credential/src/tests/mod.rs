//! A made-up issuer and award, and what must hold of them.

mod hostile;
mod injective;
mod status;
mod tampering;
mod template;
mod vectors;
mod verdicts;

use crate::{
    Achievement, Award, DidDocument, DidWeb, IdentityKind, Issuer, Link, Method, Period, Recipient, SecretKey, Signer,
    StatusEntry, issue,
};

/// 2025-11-21T03:00:00Z
const ISSUED_AT: i64 = 1_763_694_000_000;
const HOUR: i64 = 3_600_000;

fn award() -> Award {
    Award {
        id: "https://guyub.example/sertifikat/01K9ZZZZZZZZZZZZZZZZZZZZZ1".into(),
        number: "17/SERT/CONTOH.2401/XI/2025".into(),
        valid_from: ISSUED_AT,
        issuer: Issuer {
            id: "did:web:guyub.example".into(),
            name: "Kantor Contoh Mamuju".into(),
            url: "https://guyub.example/instansi/contoh.2401".into(),
        },
        achievement: Achievement {
            id: "https://guyub.example/kegiatan/01K9ZZZZZZZZZZZZZZZZZZZZZ0#capaian".into(),
            name: "Webinar \"Literasi Data\" untuk ASN".into(),
            description: "Hadir paling sedikit 75% dan mengisi evaluasi.\nTiga jam pelajaran.".into(),
            criteria: "Kehadiran >= 135 dari 180 menit; evaluasi terisi.".into(),
            kind: "Certificate".into(),
        },
        recipient: Recipient::hashed(IdentityKind::Nip, "199001012015019001", "Zm9vYmFyYmF6cXV4MTIzNA"),
        role: "peserta".into(),
        credits: 3,
        held: Period { from: ISSUED_AT - 48 * HOUR, until: ISSUED_AT - 45 * HOUR },
        co_hosts: vec![link("instansi/contoh.76", "Kantor Wilayah Contoh"), link("instansi/contoh.7602", "Dinas Contoh")],
        evidence: vec![link("kegiatan/01K9ZZZZZZZZZZZZZZZZZZZZZ0", "Halaman kegiatan")],
        status: StatusEntry { list: "https://guyub.example/status/1".into(), index: 94_567 },
    }
}

fn link(path: &str, name: &str) -> Link {
    Link { id: format!("https://guyub.example/{path}"), name: name.into() }
}

fn signer(name: &str, seed: u8) -> Signer {
    let did = DidWeb::new("guyub.example", &[]).unwrap();
    Signer { method: did.method_id(name), key: SecretKey::from_seed([seed; 32]) }
}

fn method(signer: &Signer) -> Method {
    Method { id: signer.method.clone(), key: signer.key.public(), revoked: None }
}

fn document(methods: Vec<Method>) -> DidDocument {
    DidDocument { id: "did:web:guyub.example".into(), methods }
}

fn signed(award: &Award) -> String {
    issue(award, &signer("key-2025-11", 1), ISSUED_AT).unwrap()
}
