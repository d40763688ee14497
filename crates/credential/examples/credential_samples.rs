//! Writes credentials, a status list and the DID document of a made-up issuer into a folder, for foreign verifiers.
//!
//!     cargo run -p credential --example credential_samples FOLDER

use std::{env, error::Error, fs, path::Path};

use credential::{
    Achievement, Award, DidDocument, DidWeb, IdentityKind, Issuer, Link, Method, Period, Recipient, SecretKey, Signer,
    StatusEntry, StatusList, StatusListAbout, issue, issue_status_list,
};

const LIST: &str = "https://guyub.example/status/1";
/// 2025-11-21T03:00:00Z
const AT: i64 = 1_763_694_000_000;
const HOUR: i64 = 3_600_000;
const HOSTILE: &str = "\"Ahli\\Madya\"\r\n<https://evil.example/> . _:c14n0 👩🏽‍🏫 \u{202E}إدارة\t𝒳";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("which folder?")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let did = DidWeb::new("guyub.example", &[])?;
    let [old, new] = [("key-2024-11", 1), ("key-2025-11", 2)]
        .map(|(name, seed)| Signer { method: did.method_id(name), key: SecretKey::from_seed([seed; 32]) });

    let methods = [&old, &new].map(|it| Method { id: it.method.clone(), key: it.key.public(), revoked: None });
    let document = DidDocument { id: did.id().to_owned(), methods: methods.to_vec() };
    fs::write(folder.join("did.json"), document.json().to_string())?;
    fs::write(folder.join("key.txt"), new.key.public().multikey())?;

    let mut list = StatusList::new();
    list.withdraw(2);
    let about = StatusListAbout { id: LIST.into(), issuer: did.id().into(), valid_from: AT };
    fs::write(folder.join("status.json"), issue_status_list(&list, &about, &new, AT)?)?;

    fs::write(folder.join("good.json"), issue(&award(did.id(), 0), &new, AT)?)?;
    fs::write(folder.join("old-key.json"), issue(&award(did.id(), 1), &old, AT)?)?;
    fs::write(folder.join("withdrawn.json"), issue(&award(did.id(), 2), &new, AT)?)?;
    fs::write(folder.join("hostile.json"), issue(&hostile(did.id()), &new, AT)?)?;
    Ok(())
}

fn award(did: &str, index: u32) -> Award {
    Award {
        id: format!("https://guyub.example/sertifikat/{index}"),
        number: format!("{index}/SERT/CONTOH.2401/XI/2025"),
        valid_from: AT,
        issuer: Issuer {
            id: did.into(),
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
        recipient: Recipient::hashed(IdentityKind::Nip, "199001012015019001", "Zm9vYmFyYmF6cXV4MTIzNA"),
        role: "peserta".into(),
        credits: 3,
        held: Period { from: AT - 48 * HOUR, until: AT - 45 * HOUR },
        co_hosts: vec![link("instansi/contoh.76", "Kantor Wilayah Contoh"), link("instansi/contoh.7602", "Dinas Contoh")],
        evidence: vec![link("kegiatan/1", "Halaman kegiatan")],
        status: StatusEntry { list: LIST.into(), index },
    }
}

/// Every text that can be chosen is chosen badly.
fn hostile(did: &str) -> Award {
    let mut award = award(did, 3);
    award.number = HOSTILE.into();
    award.role = HOSTILE.into();
    award.issuer.name = HOSTILE.into();
    award.achievement.name = HOSTILE.into();
    award.achievement.description = HOSTILE.into();
    award.achievement.criteria = HOSTILE.into();
    award.co_hosts = (0..20).map(|it| link(&format!("instansi/{it}"), HOSTILE)).collect();
    award.recipient = Recipient::hashed(IdentityKind::Email, "siti@contoh.example", HOSTILE);
    award
}

fn link(path: &str, name: &str) -> Link {
    Link { id: format!("https://guyub.example/{path}"), name: name.into() }
}
