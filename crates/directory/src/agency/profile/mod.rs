//! What an agency says of itself: what it does, its services, its information products, whom to ask. Not its place in the tree.

pub(crate) mod actions;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod policy;
pub(crate) mod queries;

use kernel::{Db, Outcome};
use model::Profile;

/// Empty for an agency that has not told anything yet.
pub(crate) async fn of(db: &Db, agency_id: &str) -> Outcome<Profile> {
    Ok(db.maybe(queries::PROFILE, [agency_id.into()], Profile::read).await?.unwrap_or_default())
}
