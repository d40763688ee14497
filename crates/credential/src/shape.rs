//! The JSON of a credential, member by member. Reading accepts this shape and nothing else: no other member, no member twice, no other context.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Achievement, Award, IdentityKind, Issuer, Link, Period, Recipient, StatusEntry, moment, proof::ProofShape};

pub(crate) const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";
pub(crate) const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

const CO_HOST: &str = "co-host";
const LINK: &str = "link";

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Shape {
    #[serde(rename = "@context")]
    pub(crate) context: [String; 2],
    id: String,
    #[serde(rename = "type")]
    types: [String; 2],
    name: String,
    issuer: ProfileShape,
    valid_from: String,
    credential_subject: SubjectShape,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<EvidenceShape>,
    credential_status: StatusShape,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) proof: Option<[ProofShape; 1]>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ProfileShape {
    id: String,
    #[serde(rename = "type")]
    types: [String; 1],
    name: String,
    url: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct SubjectShape {
    #[serde(rename = "type")]
    types: [String; 1],
    identifier: [IdentityShape; 1],
    license_number: String,
    role: String,
    credits_earned: u32,
    activity_start_date: String,
    activity_end_date: String,
    achievement: AchievementShape,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct IdentityShape {
    #[serde(rename = "type")]
    kind: String,
    hashed: bool,
    identity_hash: String,
    identity_type: String,
    salt: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct AchievementShape {
    id: String,
    #[serde(rename = "type")]
    types: [String; 1],
    achievement_type: String,
    name: String,
    description: String,
    criteria: CriteriaShape,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct CriteriaShape {
    narrative: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EvidenceShape {
    id: String,
    #[serde(rename = "type")]
    types: [String; 1],
    name: String,
    genre: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct StatusShape {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    status_purpose: String,
    status_list_index: String,
    status_list_credential: String,
}

impl Shape {
    /// Without a proof. None when a moment cannot be written; `Award::check` says which.
    pub(crate) fn of(award: &Award) -> Option<Shape> {
        Some(Shape {
            context: [CREDENTIALS.into(), OPEN_BADGES.into()],
            id: award.id.clone(),
            types: ["VerifiableCredential".into(), "OpenBadgeCredential".into()],
            name: award.achievement.name.clone(),
            issuer: ProfileShape {
                id: award.issuer.id.clone(),
                types: ["Profile".into()],
                name: award.issuer.name.clone(),
                url: award.issuer.url.clone(),
            },
            valid_from: moment::text(award.valid_from)?,
            credential_subject: SubjectShape::of(award)?,
            evidence: evidence(award),
            credential_status: StatusShape {
                id: award.status.id(),
                kind: "BitstringStatusListEntry".into(),
                status_purpose: "revocation".into(),
                status_list_index: award.status.index.to_string(),
                status_list_credential: award.status.list.clone(),
            },
            proof: None,
        })
    }

    /// What a proof is about.
    pub(crate) fn without_proof(&self) -> Shape {
        Shape { proof: None, ..self.clone() }
    }

    /// What it says. Whether it says it as `of` would is `rewritten`'s to tell.
    pub(crate) fn award(&self) -> Option<Award> {
        self.loose_award().filter(|it| it.check().is_ok())
    }

    /// What `of` writes for that award, with the proof of this one. To be compared with what was read: serde takes an array for an object.
    pub(crate) fn rewritten(&self, award: &Award) -> Option<Value> {
        serde_json::to_value(Shape { proof: self.proof.clone(), ..Shape::of(award)? }).ok()
    }

    fn loose_award(&self) -> Option<Award> {
        let subject = &self.credential_subject;
        let [identity] = &subject.identifier;
        let achievement = &subject.achievement;
        let links = |genre: &str| {
            let chosen = self.evidence.iter().filter(|it| it.genre == genre);
            chosen.map(|it| Link { id: it.id.clone(), name: it.name.clone() }).collect()
        };
        Some(Award {
            id: self.id.clone(),
            number: subject.license_number.clone(),
            valid_from: moment::read(&self.valid_from)?,
            issuer: Issuer { id: self.issuer.id.clone(), name: self.issuer.name.clone(), url: self.issuer.url.clone() },
            achievement: Achievement {
                id: achievement.id.clone(),
                name: achievement.name.clone(),
                description: achievement.description.clone(),
                criteria: achievement.criteria.narrative.clone(),
                kind: achievement.achievement_type.clone(),
            },
            recipient: Recipient {
                kind: IdentityKind::named(&identity.identity_type)?,
                hash: identity.identity_hash.clone(),
                salt: identity.salt.clone(),
            },
            role: subject.role.clone(),
            credits: subject.credits_earned,
            held: Period { from: moment::read(&subject.activity_start_date)?, until: moment::read(&subject.activity_end_date)? },
            co_hosts: links(CO_HOST),
            evidence: links(LINK),
            status: StatusEntry {
                list: self.credential_status.status_list_credential.clone(),
                index: self.credential_status.status_list_index.parse().ok()?,
            },
        })
    }
}

impl SubjectShape {
    fn of(award: &Award) -> Option<SubjectShape> {
        Some(SubjectShape {
            types: ["AchievementSubject".into()],
            identifier: [IdentityShape {
                kind: "IdentityObject".into(),
                hashed: true,
                identity_hash: award.recipient.hash.clone(),
                identity_type: award.recipient.kind.name().into(),
                salt: award.recipient.salt.clone(),
            }],
            license_number: award.number.clone(),
            role: award.role.clone(),
            credits_earned: award.credits,
            activity_start_date: moment::text(award.held.from)?,
            activity_end_date: moment::text(award.held.until)?,
            achievement: AchievementShape {
                id: award.achievement.id.clone(),
                types: ["Achievement".into()],
                achievement_type: award.achievement.kind.clone(),
                name: award.achievement.name.clone(),
                description: award.achievement.description.clone(),
                criteria: CriteriaShape { narrative: award.achievement.criteria.clone() },
            },
        })
    }
}

/// Co-hosts and links with their genre, in the one order that is accepted.
fn evidence(award: &Award) -> Vec<EvidenceShape> {
    let mut entries: Vec<_> = genres(award).collect();
    entries.sort_unstable();
    let shape = |(genre, link): (&str, &Link)| EvidenceShape {
        id: link.id.clone(),
        types: ["Evidence".into()],
        name: link.name.clone(),
        genre: genre.into(),
    };
    entries.into_iter().map(shape).collect()
}

pub(crate) fn genres(award: &Award) -> impl Iterator<Item = (&'static str, &Link)> {
    let co_hosts = award.co_hosts.iter().map(|it| (CO_HOST, it));
    co_hosts.chain(award.evidence.iter().map(|it| (LINK, it)))
}
