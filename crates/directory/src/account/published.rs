//! What the rest of Guyub may hear about duties.

use kernel::outbox::Fact;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DutyGiven {
    pub duty_id: String,
    pub person_id: String,
    /// `admin`, `pembina`, `pimpinan` or `pengelola`.
    pub kind: String,
    /// Code of the agency, or `*`.
    pub agency_id: String,
    pub ends_at: Option<i64>,
    /// The duty it is lent from.
    pub delegated_from: Option<String>,
}

impl Fact for DutyGiven {
    const TOPIC: &'static str = "directory.duty-given";
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DutyEnded {
    pub duty_id: String,
    pub person_id: String,
    pub kind: String,
    pub agency_id: String,
    /// `taken` (or laid down), `moved`, `left`, or `source`: the duty it was lent from ended.
    pub because: String,
}

impl Fact for DutyEnded {
    const TOPIC: &'static str = "directory.duty-ended";
}
