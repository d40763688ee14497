//! Which activities have a page made to be shared, and who sees it. Pure; verdicts are values that only this file makes.

use kernel::{Failure, Outcome};

use super::model::Share;
use crate::activity::policy::{Editable, Hosted};

/// Proof that the page may go to everybody.
pub(super) struct Publishable(Editable);

/// Proof that everybody may see the page.
pub(super) struct Visible(Share);

/// What only an audience may see is for no neighbour.
pub(super) fn publishable(proof: Editable, share: &Share) -> Outcome<Publishable> {
    if !is_for_all(proof.hosted()) {
        return Err(Failure::Conflict("share-not-public"));
    }
    if share.code.is_empty() { Err(Failure::Conflict("share-needs-words")) } else { Ok(Publishable(proof)) }
}

pub(super) fn visible(share: Share, hosted: &Hosted) -> Outcome<Visible> {
    if share.published_at.is_some() && is_for_all(hosted) { Ok(Visible(share)) } else { Err(Failure::NotFound) }
}

pub(super) fn is_for_all(hosted: &Hosted) -> bool {
    hosted.activity.published_at.is_some() && hosted.activity.listed == "public"
}

impl Publishable {
    pub(super) fn editable(&self) -> &Editable {
        &self.0
    }
}

impl Visible {
    pub(super) fn share(&self) -> &Share {
        &self.0
    }
}
