//! What the rest of Guyub may hear about people.

use kernel::outbox::Fact;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PersonMoved {
    pub person_id: String,
    pub from_agency_id: String,
    pub to_agency_id: String,
}

impl Fact for PersonMoved {
    const TOPIC: &'static str = "directory.person-moved";
}

/// Retired, or otherwise no longer in service: the account opens nothing any more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PersonLeft {
    pub person_id: String,
    pub agency_id: String,
}

impl Fact for PersonLeft {
    const TOPIC: &'static str = "directory.person-left";
}
