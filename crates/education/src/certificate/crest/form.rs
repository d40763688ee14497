//! The forms about crests, and what is wrong with a file that cannot be one. No I/O.

use document::Fault;
use schemars::JsonSchema;
use serde::Deserialize;
use store::Refusal;
use ui::Errors;

use crate::{activity::policy::Hosted, material::upload::Refused};

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct CrestForm {
    /// Code of an owner; empty: the first.
    pub(crate) agency: String,
}

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct RemovalForm {
    /// SHA-256 of the picture that was seen; empty: whichever it is.
    pub(crate) seen: String,
}

impl CrestForm {
    pub(super) fn owner(&self, hosted: &Hosted, errors: &mut Errors) -> Option<String> {
        let mut owners = hosted.owners().map(|it| &it.agency_id);
        let owner = if self.agency.is_empty() { owners.next() } else { owners.find(|it| **it == self.agency) };
        if owner.is_none() {
            errors.add("agency", "crest-owner-unknown");
        }
        owner.cloned()
    }
}

pub(super) fn note_refused(refused: Refused, errors: &mut Errors) {
    match refused {
        Refused::Nothing => errors.add("file", "crest-file-needed"),
        Refused::TooLarge { megabytes } => errors.add_with("file", "crest-too-large", ("n", megabytes)),
        Refused::ByContent(Refusal::Bomb) => errors.add("file", "crest-too-many-points"),
        Refused::ByContent(Refusal::Empty | Refusal::Damaged | Refusal::Mixed) => errors.add("file", "crest-damaged"),
        Refused::ByContent(_) => errors.add("file", "crest-kind-unknown"),
    }
}

/// Answers what is not the picture's fault.
pub(super) fn note_fault(fault: Fault, errors: &mut Errors) -> Result<(), Fault> {
    match fault {
        Fault::PictureKind => errors.add("file", "crest-kind-unknown"),
        Fault::PictureSize => errors.add("file", "crest-too-many-points"),
        Fault::PictureBroken => errors.add("file", "crest-damaged"),
        other => return Err(other),
    }
    Ok(())
}
