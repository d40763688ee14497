//! What a certificate is, what an organiser designs, and how far an issue has come. No I/O.

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Zone;

/// What the holder did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    Peserta,
    Narasumber,
    Moderator,
    Panitia,
}

/// Who signs: position, name with titles, number as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Signatory {
    pub(crate) position: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) number: String,
}

/// How the certificates of an activity look and count; one for each activity.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Design {
    pub(crate) activity_id: String,
    /// One of `document::Template::NAMES`.
    pub(crate) template: String,
    pub(crate) heading: String,
    pub(crate) number_pattern: String,
    /// Where it is signed.
    pub(crate) place: String,
    /// Epoch ms; `None`: the day of issue.
    pub(crate) signed_on: Option<i64>,
    pub(crate) minutes_per_jp: i64,
    pub(crate) jp: i64,
    /// Form of learning.
    pub(crate) form: String,
    /// One to three.
    pub(crate) signatories: Vec<Signatory>,
    /// Whether the agenda stands on the back.
    pub(crate) with_agenda: bool,
    pub(crate) changed_at: i64,
    pub(crate) version: i64,
}

/// As issued; nothing of it changes but withdrawal and the key that signs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Certificate {
    pub(crate) id: String,
    pub(crate) activity_id: String,
    /// The issue in which it was made.
    pub(crate) batch_id: Option<String>,
    pub(crate) registration_id: Option<String>,
    pub(crate) person_id: Option<String>,
    pub(crate) role: Role,
    /// With titles, as printed.
    pub(crate) holder_name: String,
    /// The full number: mask it before showing.
    pub(crate) holder_number: Option<String>,
    pub(crate) holder_position: String,
    pub(crate) holder_agency: String,
    /// The agency in whose name the number is.
    pub(crate) agency_id: String,
    pub(crate) series: String,
    pub(crate) sequence: i64,
    pub(crate) number: String,
    /// Of the activity, at issue.
    pub(crate) title: String,
    /// Short names of the owners, at issue.
    pub(crate) organisers: Vec<String>,
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) zone: Zone,
    pub(crate) jp: i64,
    pub(crate) form: String,
    /// Fingerprint of what only the PDF needs, in `education_certificate_print`.
    pub(crate) print: String,
    pub(crate) issued_at: i64,
    pub(crate) issued_by: String,
    /// Of the recipient's hash in the credential.
    pub(crate) salt: String,
    /// The recipient of whoever has no NIP.
    pub(crate) mail_hash: Option<String>,
    pub(crate) status_list: i64,
    pub(crate) status_index: i64,
    pub(crate) key_name: String,
    pub(crate) signed_at: i64,
    pub(crate) withdrawn_at: Option<i64>,
    pub(crate) withdraw_reason: Option<String>,
    pub(crate) replaced_by: Option<String>,
}

/// An issue that was asked for, and how far it is.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Batch {
    pub(crate) id: String,
    pub(crate) activity_id: String,
    pub(crate) asked_at: i64,
    #[serde(skip)]
    pub(crate) asked_by: String,
    /// How many were entitled when it was asked for.
    pub(crate) total: i64,
    pub(crate) done: i64,
    pub(crate) finished_at: Option<i64>,
    /// Key of the sentence that says why it ended early.
    pub(crate) stumbled_on: Option<String>,
}

impl Role {
    pub(crate) const ALL: [Role; 4] = [Role::Peserta, Role::Narasumber, Role::Moderator, Role::Panitia];

    /// As kept, and as in the credential.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Role::Peserta => "peserta",
            Role::Narasumber => "narasumber",
            Role::Moderator => "moderator",
            Role::Panitia => "panitia",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Role::Peserta => "certificate-role-peserta",
            Role::Narasumber => "certificate-role-narasumber",
            Role::Moderator => "certificate-role-moderator",
            Role::Panitia => "certificate-role-panitia",
        }
    }
}

impl Design {
    pub(crate) fn read(row: &Row) -> Outcome<Design> {
        Ok(Design {
            activity_id: row.get("activity_id")?,
            template: row.get("template")?,
            heading: row.get("heading")?,
            number_pattern: row.get("number_pattern")?,
            place: row.get("place")?,
            signed_on: row.get("signed_on")?,
            minutes_per_jp: row.get("minutes_per_jp")?,
            jp: row.get("jp")?,
            form: row.get("form")?,
            signatories: serde_json::from_str(&row.get::<String>("signatories")?)?,
            with_agenda: row.get::<i64>("with_agenda")? == 1,
            changed_at: row.get("changed_at")?,
            version: row.get("version")?,
        })
    }
}

impl Certificate {
    pub(crate) fn read(row: &Row) -> Outcome<Certificate> {
        Ok(Certificate {
            id: row.get("id")?,
            activity_id: row.get("activity_id")?,
            batch_id: row.get("batch_id")?,
            registration_id: row.get("registration_id")?,
            person_id: row.get("person_id")?,
            role: Role::parse(&row.get::<String>("role")?).unwrap_or(Role::Peserta),
            holder_name: row.get("holder_name")?,
            holder_number: row.get("holder_number")?,
            holder_position: row.get("holder_position")?,
            holder_agency: row.get("holder_agency")?,
            agency_id: row.get("agency_id")?,
            series: row.get("series")?,
            sequence: row.get("sequence")?,
            number: row.get("number")?,
            title: row.get("title")?,
            organisers: serde_json::from_str(&row.get::<String>("organisers")?)?,
            starts_at: row.get("starts_at")?,
            ends_at: row.get("ends_at")?,
            zone: Zone::parse(&row.get::<String>("zone")?).unwrap_or_default(),
            jp: row.get("jp")?,
            form: row.get("form")?,
            print: row.get("print")?,
            issued_at: row.get("issued_at")?,
            issued_by: row.get("issued_by")?,
            salt: row.get("salt")?,
            mail_hash: row.get("mail_hash")?,
            status_list: row.get("status_list")?,
            status_index: row.get("status_index")?,
            key_name: row.get("key_name")?,
            signed_at: row.get("signed_at")?,
            withdrawn_at: row.get("withdrawn_at")?,
            withdraw_reason: row.get("withdraw_reason")?,
            replaced_by: row.get("replaced_by")?,
        })
    }

    pub(crate) fn stands(&self) -> bool {
        self.withdrawn_at.is_none()
    }
}

impl Batch {
    pub(crate) fn read(row: &Row) -> Outcome<Batch> {
        Ok(Batch {
            id: row.get("id")?,
            activity_id: row.get("activity_id")?,
            asked_at: row.get("asked_at")?,
            asked_by: row.get("asked_by")?,
            total: row.get("total")?,
            done: row.get("done")?,
            finished_at: row.get("finished_at")?,
            stumbled_on: row.get("stumbled_on")?,
        })
    }

    /// In whole percent; all of nothing is 100.
    pub(crate) fn percent(&self) -> i64 {
        if self.finished_at.is_some() { 100 } else { (self.done * 100 / self.total.max(1)).clamp(0, 99) }
    }
}
