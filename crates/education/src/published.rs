//! What the rest of Guyub may hear from education. Adding a field is fine; renaming one is a migration.

use kernel::outbox::Fact;
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
pub struct ActivityPublished {
    pub activity_id: String,
}

/// Its owners edited it after publication, or took the publication back.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActivityChanged {
    pub activity_id: String,
}

/// Time, place, link or title moved after publication: calendars must follow.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActivityRescheduled {
    pub activity_id: String,
    pub starts_at: i64,
    pub ends_at: i64,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct ActivityCancelled {
    pub activity_id: String,
    pub reason: String,
}

/// An agency was asked to own the activity too.
#[derive(Debug, Serialize, Deserialize)]
pub struct HostInvited {
    pub activity_id: String,
    pub agency_id: String,
    pub by_id: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct HostAnswered {
    pub activity_id: String,
    pub agency_id: String,
    pub has_accepted: bool,
    pub reason: String,
}

/// People got a seat or a place in line, in one batch.
#[derive(Debug, Serialize, Deserialize)]
pub struct PeopleRegistered {
    pub activity_id: String,
    /// Registration ids.
    pub seated: Vec<String>,
    pub waiting: Vec<String>,
}

/// A seat came free and went to the first in line.
#[derive(Debug, Serialize, Deserialize)]
pub struct SeatsPromoted {
    pub activity_id: String,
    /// Registration ids, in the order of the line.
    pub registration_ids: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct RegistrationCancelled {
    pub activity_id: String,
    pub registration_id: String,
}

/// The attendance list was counted anew.
#[derive(Debug, Serialize, Deserialize)]
pub struct AttendanceCounted {
    pub activity_id: String,
    pub present: i64,
    pub absent: i64,
}

/// Results of an activity were released to its owners: at first, and whenever at least five more answers count. Indexes in hundredths.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActivityEvaluated {
    pub activity_id: String,
    /// How many answers the index is of; never fewer than five.
    pub answers: i64,
    /// On the scale from 1 to 4.
    pub index: i64,
    /// On the scale from 25 to 100.
    pub conversion: i64,
    /// Whether it stays like this.
    pub has_closed: bool,
}

/// Some certificates were issued, in one transaction with this.
#[derive(Debug, Serialize, Deserialize)]
pub struct CertificatesIssued {
    pub activity_id: String,
    pub certificate_ids: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct CertificateWithdrawn {
    pub activity_id: String,
    pub certificate_id: String,
    pub reason: String,
}

/// A material was added, or its openness changed. It is open to participants now, or once the activity is over.
#[derive(Debug, Serialize, Deserialize)]
pub struct MaterialShared {
    pub activity_id: String,
    pub material_id: String,
}

/// The page for families and neighbours of an activity is there for everybody.
#[derive(Debug, Serialize, Deserialize)]
pub struct SharePublished {
    pub activity_id: String,
    /// Its address is `/b/{code}`.
    pub code: String,
}

/// A host made a template of an activity that is over.
#[derive(Debug, Serialize, Deserialize)]
pub struct TemplateMade {
    pub template_id: String,
    pub activity_id: String,
}

/// An agency has a draft from a template.
#[derive(Debug, Serialize, Deserialize)]
pub struct TemplateUsed {
    pub template_id: String,
    pub activity_id: String,
    pub agency_id: String,
}

/// A head put somebody in charge of an activity.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActivityEntrusted {
    pub activity_id: String,
    pub person_id: String,
}

/// Those it is for are asked to read it from then on.
#[derive(Debug, Serialize, Deserialize)]
pub struct WarningPublished {
    pub warning_id: String,
    pub agency_id: String,
}

/// Another took its place.
#[derive(Debug, Serialize, Deserialize)]
pub struct WarningSuperseded {
    pub warning_id: String,
    pub superseded_by: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct WarningWithdrawn {
    pub warning_id: String,
    pub reason: String,
}

/// Somebody said that they have read and understood it; once.
#[derive(Debug, Serialize, Deserialize)]
pub struct WarningConfirmed {
    pub warning_id: String,
    pub person_id: String,
}

impl Fact for ActivityPublished {
    const TOPIC: &'static str = "education.activity-published";
}
impl Fact for ActivityChanged {
    const TOPIC: &'static str = "education.activity-changed";
}
impl Fact for ActivityRescheduled {
    const TOPIC: &'static str = "education.activity-rescheduled";
}
impl Fact for ActivityCancelled {
    const TOPIC: &'static str = "education.activity-cancelled";
}
impl Fact for HostInvited {
    const TOPIC: &'static str = "education.host-invited";
}
impl Fact for HostAnswered {
    const TOPIC: &'static str = "education.host-answered";
}
impl Fact for PeopleRegistered {
    const TOPIC: &'static str = "education.people-registered";
}
impl Fact for SeatsPromoted {
    const TOPIC: &'static str = "education.seats-promoted";
}
impl Fact for RegistrationCancelled {
    const TOPIC: &'static str = "education.registration-cancelled";
}
impl Fact for AttendanceCounted {
    const TOPIC: &'static str = "education.attendance-counted";
}
impl Fact for ActivityEvaluated {
    const TOPIC: &'static str = "education.activity-evaluated";
}
impl Fact for CertificatesIssued {
    const TOPIC: &'static str = "education.certificates-issued";
}
impl Fact for CertificateWithdrawn {
    const TOPIC: &'static str = "education.certificate-withdrawn";
}
impl Fact for MaterialShared {
    const TOPIC: &'static str = "education.material-shared";
}
impl Fact for SharePublished {
    const TOPIC: &'static str = "education.share-published";
}
impl Fact for WarningPublished {
    const TOPIC: &'static str = "education.warning-published";
}
impl Fact for WarningSuperseded {
    const TOPIC: &'static str = "education.warning-superseded";
}
impl Fact for WarningWithdrawn {
    const TOPIC: &'static str = "education.warning-withdrawn";
}
impl Fact for WarningConfirmed {
    const TOPIC: &'static str = "education.warning-confirmed";
}
impl Fact for TemplateMade {
    const TOPIC: &'static str = "education.template-made";
}
impl Fact for TemplateUsed {
    const TOPIC: &'static str = "education.template-used";
}
impl Fact for ActivityEntrusted {
    const TOPIC: &'static str = "education.activity-entrusted";
}
