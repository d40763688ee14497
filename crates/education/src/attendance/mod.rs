//! The noun "attendance": checkpoints, door, meeting reports, the ledger of evidence and the list it counts to. Not who may take part
//! (registration), and not the reading of report files (report).

pub(crate) mod checkpoint;
pub(crate) mod code;
pub(crate) mod count;
pub(crate) mod ledger;
pub(crate) mod meeting;
pub(crate) mod model;
pub(crate) mod named;
pub(crate) mod policy;
pub(crate) mod queries;
pub(crate) mod recount;
pub(crate) mod roll;
pub(crate) mod scan;
#[cfg(test)]
mod tests;

use kernel::Ask;
use ui::Frame;

use crate::activity::model::Activity;

/// What stands around every page of attendance: the way back to the activity, and its title in the page's.
fn frame(ask: &Ask, activity: &Activity, key: &str) -> Frame {
    let frame = Frame::of(ask);
    let t = frame.t;
    frame
        .titled(t.fill(key, "title", &activity.title))
        .crumb(t.say("frame-home"), "/")
        .crumb(t.say("attendance-activities"), "/kegiatan")
        .crumb(&activity.title, format!("/kegiatan/{}", activity.id))
}
