//! What makes an activity be judged anew: every fact that may change what it is worth, and the moment of its end.

use kernel::{
    App, Outcome,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
    outbox::{Fact, Hearing, Reaction},
};
use serde::{Deserialize, Serialize};

use super::{queries, recount};
use crate::{
    activity,
    published::{ActivityCancelled, ActivityChanged, ActivityEvaluated, ActivityPublished, AttendanceCounted, HostAnswered},
};

pub(crate) const REACTIONS: &[Reaction] = &[
    Reaction { name: "education-credits-published", topic: ActivityPublished::TOPIC, hear: changed },
    Reaction { name: "education-credits-changed", topic: ActivityChanged::TOPIC, hear: changed },
    Reaction { name: "education-credits-cancelled", topic: ActivityCancelled::TOPIC, hear: changed },
    Reaction { name: "education-credits-host", topic: HostAnswered::TOPIC, hear: changed },
    Reaction { name: "education-credits-counted", topic: AttendanceCounted::TOPIC, hear: changed },
    Reaction { name: "education-credits-evaluated", topic: ActivityEvaluated::TOPIC, hear: evaluated },
];

/// Runs when an activity ends.
pub(crate) const JOB: JobKind = JobKind { name: "education.obligation-ended", run };

/// What all these facts have in common.
#[derive(Serialize, Deserialize)]
struct About {
    activity_id: String,
}

fn changed<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let about: About = serde_json::from_str(body)?;
        let now = app.now();
        if let Some(ends_at) = ends_at(app, &about.activity_id).await?.filter(|it| *it > now) {
            let key = format!("{}/{ends_at}", about.activity_id);
            jobs::plan(tx, JOB.name, &key, &about, Times { run_at: ends_at, now }).await?;
        }
        recount::follow(app, tx, &[about.activity_id]).await
    })
}

/// Evaluated once is evaluated for ever.
fn evaluated<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let about: About = serde_json::from_str(body)?;
        queries::add_evaluated(tx, &about.activity_id, app.now()).await?;
        recount::follow(app, tx, &[about.activity_id]).await
    })
}

async fn ends_at(app: &App, activity_id: &str) -> Outcome<Option<i64>> {
    match activity::queries::find(app.db(), activity_id).await {
        Ok(activity) => Ok(Some(activity.ends_at)),
        Err(kernel::Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure),
    }
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let about: About = serde_json::from_str(payload)?;
        let mut tx = app.db().begin().await?;
        recount::follow(app, &mut tx, &[about.activity_id]).await?;
        tx.commit().await
    })
}
