//! What anybody may know of a certificate, and what can be said of a file. No I/O.

use directory::lookup;
use schemars::JsonSchema;
use serde::Serialize;
use ui::Zone;

use crate::certificate::model::{Certificate, Role};

/// As it was issued, for everybody who has its address or number. Its id is not among it: a number does not lead to the address.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Facts {
    pub(crate) state: Standing,
    pub(crate) number: String,
    pub(crate) holder_name: String,
    /// Masked; empty without one.
    pub(crate) holder_number: String,
    pub(crate) role: Role,
    pub(crate) title: String,
    /// Short names.
    pub(crate) organisers: Vec<String>,
    /// Epoch milliseconds.
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) zone: Zone,
    /// Whole lesson hours.
    pub(crate) jp: i64,
    pub(crate) issued_at: i64,
    pub(crate) withdrawn_at: Option<i64>,
    pub(crate) withdraw_reason: Option<String>,
    /// Another one was issued instead, e.g. with a corrected name.
    pub(crate) is_replaced: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Standing {
    Valid,
    Withdrawn,
    /// No certificate has this address.
    Unknown,
}

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    /// The very file that was issued, or a credential that we signed.
    Genuine,
    /// It bears the address of one of ours, and is not the file that was issued.
    Altered,
    /// A credential with our name that our key did not sign.
    Tampered,
    /// It bears an address or a key of ours that does not exist.
    Unknown,
    /// It bears the address or the name of another installation.
    Foreign,
    /// A PDF without the address of a certificate.
    Unmarked,
    /// JSON, but no credential as we write them.
    NoCredential,
    WebPage,
    Archive,
    /// Neither PDF nor JSON.
    OtherKind,
    TooLarge,
    Missing,
}

/// A judged file, with the facts of the certificate that it names.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    /// Where a foreign file says it can be verified; text of a stranger.
    pub(crate) elsewhere: Option<String>,
    pub(crate) facts: Option<Facts>,
}

impl Facts {
    pub(crate) fn of(it: Certificate) -> Facts {
        Facts {
            state: if it.stands() { Standing::Valid } else { Standing::Withdrawn },
            number: it.number,
            holder_name: it.holder_name,
            holder_number: it.holder_number.as_deref().map(lookup::masked).unwrap_or_default(),
            role: it.role,
            title: it.title,
            organisers: it.organisers,
            starts_at: it.starts_at,
            ends_at: it.ends_at,
            zone: it.zone,
            jp: it.jp,
            issued_at: it.issued_at,
            withdrawn_at: it.withdrawn_at,
            withdraw_reason: it.withdraw_reason,
            is_replaced: it.replaced_by.is_some(),
        }
    }
}

impl Standing {
    /// Fluent key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Standing::Valid => "verification-valid",
            Standing::Withdrawn => "verification-withdrawn",
            Standing::Unknown => "verification-unknown",
        }
    }

    /// Colour of its badge.
    pub(crate) fn tone(self) -> &'static str {
        match self {
            Standing::Valid => "ok",
            Standing::Withdrawn => "due",
            Standing::Unknown => "wait",
        }
    }

    pub(crate) fn icon(self) -> &'static str {
        match self {
            Standing::Valid => "check",
            Standing::Withdrawn => "x",
            Standing::Unknown => "info",
        }
    }
}

impl Verdict {
    /// Fluent key of the sentence that says what it means and what to do.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Verdict::Genuine => "verification-file-genuine",
            Verdict::Altered => "verification-file-altered",
            Verdict::Tampered => "verification-file-tampered",
            Verdict::Unknown => "verification-file-unknown",
            Verdict::Foreign => "verification-file-foreign",
            Verdict::Unmarked => "verification-file-unmarked",
            Verdict::NoCredential => "verification-file-no-credential",
            Verdict::WebPage => "verification-file-web-page",
            Verdict::Archive => "verification-file-archive",
            Verdict::OtherKind => "verification-file-other-kind",
            Verdict::TooLarge => "verification-file-too-large",
            Verdict::Missing => "verification-file-missing",
        }
    }

    pub(crate) fn tone(self) -> &'static str {
        match self {
            Verdict::Genuine => "ok",
            Verdict::Altered | Verdict::Tampered => "due",
            _ => "wait",
        }
    }
}

impl Judged {
    pub(crate) fn bare(verdict: Verdict) -> Judged {
        Judged { verdict, elsewhere: None, facts: None }
    }
}
