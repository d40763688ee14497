//! How long one credential takes to make and to verify, on one thread.
//!
//!     cargo run --release -p credential --example credential_speed

use std::{error::Error, hint::black_box, time::Instant};

use credential::{
    Achievement, Award, DidDocument, IdentityKind, Issuer, Link, Method, Period, Recipient, SecretKey, Signer, Standing,
    StatusEntry, Verdict, issue, verify,
};

const AT: i64 = 1_763_694_000_000;
const ISSUED: u32 = 20_000;
const VERIFIED: u32 = 500;

fn main() -> Result<(), Box<dyn Error>> {
    let signer = Signer { method: "did:web:guyub.example#key-2025-11".into(), key: SecretKey::from_seed([1; 32]) };
    let method = Method { id: signer.method.clone(), key: signer.key.public(), revoked: None };
    let document = DidDocument { id: "did:web:guyub.example".into(), methods: vec![method] };

    let start = Instant::now();
    for number in 0..ISSUED {
        black_box(issue(&award(number), &signer, AT)?);
    }
    println!("issue  {:>8.1} us", start.elapsed().as_secs_f64() * 1e6 / f64::from(ISSUED));

    let text = issue(&award(0), &signer, AT)?;
    let start = Instant::now();
    for _ in 0..VERIFIED {
        let verdict = verify(&text, |_| Some(document.clone()), |_| Standing::Good);
        assert!(matches!(black_box(verdict), Verdict::Valid(_)));
    }
    println!("verify {:>8.1} us", start.elapsed().as_secs_f64() * 1e6 / f64::from(VERIFIED));
    Ok(())
}

fn award(number: u32) -> Award {
    let link = |path: &str| Link { id: format!("https://guyub.example/{path}"), name: "Kantor Wilayah Contoh".into() };
    Award {
        id: format!("https://guyub.example/sertifikat/{number}"),
        number: format!("{number}/SERT/CONTOH.2401/XI/2025"),
        valid_from: AT,
        issuer: Issuer {
            id: "did:web:guyub.example".into(),
            name: "Kantor Contoh Mamuju".into(),
            url: "https://guyub.example/instansi/contoh.2401".into(),
        },
        achievement: Achievement {
            id: "https://guyub.example/kegiatan/1#capaian".into(),
            name: "Webinar Literasi Data untuk ASN".into(),
            description: "Hadir paling sedikit 75% dan mengisi evaluasi.".into(),
            criteria: "Kehadiran >= 135 dari 180 menit; evaluasi terisi.".into(),
            kind: "Certificate".into(),
        },
        recipient: Recipient::hashed(IdentityKind::Nip, "199001012015019001", &format!("Zm9vYmFyYmF6cXV4{number}")),
        role: "peserta".into(),
        credits: 3,
        held: Period { from: AT - 172_800_000, until: AT - 162_000_000 },
        co_hosts: vec![link("instansi/contoh.76"), link("instansi/contoh.7602")],
        evidence: vec![link("kegiatan/1")],
        status: StatusEntry { list: "https://guyub.example/status/1".into(), index: number },
    }
}
