//! When an activity is published or moved, its room is to open by itself.

use kernel::{
    App, Failure, Outcome,
    db::Tx,
    jobs::{self, Times},
    outbox::{Fact, Hearing, Reaction},
};

use super::{
    opening::{Coming, JOB},
    policy::BY_ITSELF,
};
use crate::{
    activity,
    published::{ActivityChanged, ActivityPublished},
};

pub(crate) const REACTIONS: &[Reaction] = &[
    Reaction { name: "education-room-published", topic: ActivityPublished::TOPIC, hear: plan },
    Reaction { name: "education-room-changed", topic: ActivityChanged::TOPIC, hear: plan },
];

fn plan<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let coming: Coming = serde_json::from_str(body)?;
        let activity = match activity::queries::find(app.db(), &coming.activity_id).await {
            Err(Failure::NotFound) => return Ok(()),
            other => other?,
        };
        let now = app.now();
        if activity.meeting_server.is_empty() || activity.ends_at <= now {
            return Outcome::Ok(());
        }
        // Once for each start on each server: the job looks again at what is true then.
        let key = format!("{}/{}/{}", activity.id, activity.meeting_server, activity.starts_at);
        jobs::plan(tx, JOB.name, &key, &coming, Times { run_at: activity.starts_at - BY_ITSELF, now }).await
    })
}
