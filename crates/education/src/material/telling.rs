//! The job that tells participants of materials: of all that were opened together, at most once a day. It looks at how things stand when it
//! runs.

use kernel::{
    App, Failure, Outcome,
    clock::{DAY, MINUTE},
    db::Tx,
    jobs::{self, JobKind, Running, Times},
};

use super::{model::Material, policy, queries};
use crate::{
    activity::{self, model::Activity},
    notice,
};

pub(crate) const JOB: JobKind = JobKind { name: "education.material-telling", run };

/// What comes within this time is told together.
const GATHERING: i64 = 30 * MINUTE;

/// For what is open from a moment on. The day after has its own job, because the one of today may have run.
pub(super) async fn plan(tx: &mut Tx, activity: &Activity, (open_at, now): (i64, i64)) -> Outcome<()> {
    for run_at in [open_at + GATHERING, open_at + GATHERING + DAY] {
        let day = activity.zone.civil(run_at).date();
        jobs::plan(tx, JOB.name, &format!("{}:{day}", activity.id), &activity.id, Times { run_at, now }).await?;
    }
    Ok(())
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let activity_id: String = serde_json::from_str(payload)?;
        match activity::queries::find(app.db(), &activity_id).await {
            Err(Failure::NotFound) => Ok(()),
            found => tell(app, &found?).await,
        }
    })
}

async fn tell(app: &App, activity: &Activity) -> Outcome<()> {
    let now = app.now();
    let untold = queries::untold(app.db(), &activity.id).await?;
    let (open, later): (Vec<Material>, Vec<Material>) = untold.into_iter().partition(|it| policy::is_open(it, activity, now));
    let mut tx = app.db().begin().await?;
    if queries::told(&mut tx, &open.into_iter().map(|it| it.id).collect::<Vec<_>>(), now).await? > 0 {
        notice::tell_of_materials(&mut tx, &activity.id, now).await?;
    }
    // The activity was moved to later.
    if !later.is_empty() && now < activity.ends_at {
        plan(&mut tx, activity, (activity.ends_at, now)).await?;
    }
    tx.commit().await?;
    app.ring();
    Ok(())
}
