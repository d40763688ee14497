//! What the rest of Guyub may hear about the tree of agencies.

use kernel::outbox::Fact;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AgencyRenamed {
    pub agency_id: String,
    pub name: String,
    pub short_name: String,
    /// From when it holds.
    pub at: i64,
}

impl Fact for AgencyRenamed {
    const TOPIC: &'static str = "directory.agency-renamed";
}

/// Stands below another agency, with all that stands below it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AgencyMoved {
    pub agency_id: String,
    pub from_parent_id: Option<String>,
    pub to_parent_id: Option<String>,
    pub at: i64,
}

impl Fact for AgencyMoved {
    const TOPIC: &'static str = "directory.agency-moved";
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AgencyRegionChanged {
    pub agency_id: String,
    pub region_id: String,
    pub at: i64,
}

impl Fact for AgencyRegionChanged {
    const TOPIC: &'static str = "directory.agency-region-changed";
}

/// Ended and became part of its successor, to which its people and units have gone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AgencyMerged {
    pub agency_id: String,
    pub successor_id: String,
    pub at: i64,
}

impl Fact for AgencyMerged {
    const TOPIC: &'static str = "directory.agency-merged";
}

/// New agencies were made from it; whether it goes on is told by `AgencyEnded`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AgencySplit {
    pub agency_id: String,
    pub new_agency_ids: Vec<String>,
    pub at: i64,
}

impl Fact for AgencySplit {
    const TOPIC: &'static str = "directory.agency-split";
}

/// Without a merger. The successor is the first of those it was split into.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AgencyEnded {
    pub agency_id: String,
    pub successor_id: Option<String>,
    pub at: i64,
}

impl Fact for AgencyEnded {
    const TOPIC: &'static str = "directory.agency-ended";
}
