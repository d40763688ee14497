//! What the credential of a certificate says. Everything comes from the row and from what was kept with it, so it says the same for ever.
//! Signs nothing.

use credential::{Achievement, Award, IdentityKind, Issuer, Link, Period, Recipient, StatusEntry};
use kernel::{Failure, Outcome, Settings};
use ui::{Lang, Tongue};

use crate::certificate::{
    content::Print,
    issuer,
    model::{Certificate, Role},
};

/// Credentials are in Bahasa Indonesia, as the PDF is.
pub(super) fn award(settings: &Settings, it: &Certificate, print: &Print) -> Outcome<Award> {
    let agency = |code: &str| settings.absolute(&format!("/instansi/{code}"));
    let activity = settings.absolute(&format!("/kegiatan/{}", it.activity_id));
    let name = print.organisers.first().or(it.organisers.first()).cloned().unwrap_or_else(|| it.agency_id.clone());
    let others = print.codes.iter().zip(&print.organisers).skip(1);
    Ok(Award {
        id: settings.absolute(&format!("/sertifikat/{}", it.id)),
        number: it.number.clone(),
        valid_from: it.issued_at,
        issuer: Issuer { id: issuer::did(settings)?.id().to_owned(), name, url: agency(&it.agency_id) },
        achievement: achievement(it, print, &activity),
        recipient: recipient(it).ok_or(Failure::Conflict("certificate-no-recipient"))?,
        role: it.role.name().to_owned(),
        credits: u32::try_from(it.jp).unwrap_or_default(),
        held: Period { from: it.starts_at, until: it.ends_at },
        co_hosts: others.map(|(code, name)| Link { id: agency(code), name: name.clone() }).collect(),
        evidence: vec![Link { id: activity, name: it.title.clone() }],
        status: StatusEntry {
            list: settings.absolute(&issuer::status::path(it.status_list)),
            index: u32::try_from(it.status_index).map_err(Failure::broken)?,
        },
    })
}

/// To whom, as a hash: by NIP, else by mail. `None` for somebody of whom only the name is known.
pub(crate) fn recipient(it: &Certificate) -> Option<Recipient> {
    match (&it.holder_number, &it.mail_hash) {
        (Some(nip), _) => Some(Recipient::hashed(IdentityKind::Nip, nip, &it.salt)),
        (None, Some(hash)) => Some(Recipient { kind: IdentityKind::Email, hash: hash.clone(), salt: it.salt.clone() }),
        (None, None) => None,
    }
}

/// Whether a credential says what the certificate says, as a thief of a key could sign other words.
pub(crate) fn says_the_same(award: &Award, it: &Certificate) -> bool {
    let same_words = award.number == it.number && award.role == it.role.name() && award.achievement.name == it.title;
    same_words && i64::from(award.credits) == it.jp && Some(&award.recipient) == recipient(it).as_ref()
}

fn achievement(it: &Certificate, print: &Print, activity: &str) -> Achievement {
    let t = Tongue::of(Lang::Id);
    let role = t.say(it.role.key());
    let heading = if print.heading.is_empty() { t.say("certificate-one") } else { &print.heading };
    Achievement {
        id: format!("{activity}#{}", it.role.name()),
        name: it.title.clone(),
        description: t.with("heading", heading).with("role", role).with("title", &it.title).say("certificate-achievement"),
        criteria: match it.role {
            Role::Peserta => t.say("certificate-criteria-attended").to_owned(),
            _ => t.fill("certificate-criteria-served", "role", role),
        },
        kind: "Certificate".to_owned(),
    }
}
