//! What is awarded, to whom, by whom: the plain values of a credential and what they must be. How they are written is `shape`.

use std::collections::BTreeSet;

use crate::{Fault, Recipient, moment, wording};

/// Everything a credential says. Addresses are absolute; times are epoch milliseconds, written in whole seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// The address of the credential, which never changes: `https://HOST/sertifikat/ID`.
    pub id: String,
    /// The number printed on the certificate.
    pub number: String,
    pub valid_from: i64,
    pub issuer: Issuer,
    pub achievement: Achievement,
    pub recipient: Recipient,
    /// What the recipient did: peserta, narasumber, moderator, panitia.
    pub role: String,
    /// Whole lesson hours (JP).
    pub credits: u32,
    pub held: Period,
    /// Those who held it together with the issuer; their order is not kept.
    pub co_hosts: Vec<Link>,
    /// Pages about what was done; their order is not kept.
    pub evidence: Vec<Link>,
    pub status: StatusEntry,
}

/// Who signs: the instance's `did:web`, under the name and page of the agency that awards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    pub id: String,
    pub name: String,
    pub url: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achievement {
    /// An address of its own, the same for all who achieved it.
    pub id: String,
    pub name: String,
    pub description: String,
    pub criteria: String,
    /// Of the vocabulary of Open Badges 3.0 (`Certificate`, `Course`, ...) or `ext:...`.
    pub kind: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: i64,
    pub until: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    pub id: String,
    pub name: String,
}

/// The bit that says whether it was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusEntry {
    /// The address of the list.
    pub list: String,
    pub index: u32,
}

const KINDS: &[&str] = &[
    "Achievement",
    "ApprenticeshipCertificate",
    "Assessment",
    "Assignment",
    "Award",
    "Badge",
    "Certificate",
    "CertificateOfCompletion",
    "Certification",
    "CommunityService",
    "Competency",
    "Course",
    "CoCurricular",
    "Diploma",
    "Fieldwork",
    "LearningProgram",
    "License",
    "Membership",
    "MicroCredential",
];
const LINKS: usize = 100;

impl StatusEntry {
    pub(crate) fn id(&self) -> String {
        format!("{}#{}", self.list, self.index)
    }
}

impl Award {
    /// Whether it can be written and read again without a doubt. `issue` asks first; ask earlier to tell people which field is wrong.
    pub fn check(&self) -> Result<(), Fault> {
        self.check_texts()?;
        self.check_addresses()?;
        self.check_moments()?;
        let kind = &self.achievement.kind;
        if !KINDS.contains(&kind.as_str()) && !wording::is_extension(kind) {
            return Err(Fault::Vocabulary("achievement.achievementType"));
        }
        if !self.recipient.is_written_well() {
            return Err(Fault::Vocabulary("identifier.identityHash"));
        }
        self.check_distinct()
    }

    fn check_texts(&self) -> Result<(), Fault> {
        wording::text("licenseNumber", &self.number)?;
        wording::text("issuer.name", &self.issuer.name)?;
        wording::text("achievement.name", &self.achievement.name)?;
        wording::text("achievement.description", &self.achievement.description)?;
        wording::text("achievement.criteria", &self.achievement.criteria)?;
        wording::text("role", &self.role)?;
        wording::text("identifier.salt", &self.recipient.salt)?;
        self.links().try_for_each(|it| wording::text("evidence.name", &it.name))
    }

    fn check_addresses(&self) -> Result<(), Fault> {
        wording::address("id", &self.id)?;
        wording::did("issuer.id", &self.issuer.id)?;
        wording::address("issuer.url", &self.issuer.url)?;
        wording::address("achievement.id", &self.achievement.id)?;
        wording::page("credentialStatus.statusListCredential", &self.status.list)?;
        if self.links().count() > LINKS {
            return Err(Fault::Many(LINKS));
        }
        self.links().try_for_each(|it| wording::address("evidence.id", &it.id))
    }

    fn check_moments(&self) -> Result<(), Fault> {
        let moments =
            [("validFrom", self.valid_from), ("activityStartDate", self.held.from), ("activityEndDate", self.held.until)];
        moments.into_iter().try_for_each(|(part, it)| moment::text(it).map(drop).ok_or(Fault::Moment(part)))
    }

    /// Two things with one id become one thing in RDF, and their names could change places under the same signature.
    fn check_distinct(&self) -> Result<(), Fault> {
        let own = [self.id.clone(), self.issuer.id.clone(), self.achievement.id.clone(), self.status.id()];
        let mut seen = BTreeSet::new();
        own.into_iter().chain(self.links().map(|it| it.id.clone())).try_for_each(|id| {
            if seen.contains(&id) {
                return Err(Fault::Twice(id));
            }
            seen.insert(id);
            Ok(())
        })
    }

    fn links(&self) -> impl Iterator<Item = &Link> {
        self.co_hosts.iter().chain(&self.evidence)
    }
}
