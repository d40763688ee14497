//! A template of a made-up activity that went well. Not test data.

use kernel::{App, Outcome};
use ui::{Lang, Tongue};

use super::{coordinator_of, samples::Sample};
use crate::{
    activity::{self, load},
    template::{
        content,
        model::Content,
        policy,
        queries::{self, Named},
    },
};

const LEAD: &str = "Cocok untuk kantor yang melayani banyak satuan kerja: satu paparan, satu latihan, dan tanya jawab.";

pub(super) async fn add(app: &App, activity_id: &str, sample: &Sample) -> Outcome<()> {
    let actor = coordinator_of(app, sample.agency, sample.zone).await?;
    let editable = activity::policy::editable(&actor, load::hosted(app.db(), activity_id).await?)?;
    let proof = policy::makeable(editable, app.now())?;
    let tasks = content::usual_tasks(Tongue::of(Lang::Id));
    let content = Content { tasks, ..content::of(app.db(), proof.activity()).await? };
    let mut tx = app.db().begin().await?;
    let named = Named { title: sample.title, lead: LEAD };
    queries::make(&mut tx, &proof, (named, &content), (sample.agency, &actor.id, app.now())).await?;
    tx.commit().await
}
