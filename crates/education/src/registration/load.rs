//! Activities for those who press the button: as they were a moment ago, so that a burst reads each once. Never for a refusal, and
//! never the last word: the desk decides again on the row itself.

use std::{sync::Arc, time::Duration};

use kernel::{Actor, App, Ask, Outcome};
use moka::sync::Cache;

use super::policy::{self, Entrant};
use crate::activity::{load::hosted, policy::Hosted, policy::readable};

const A_MOMENT: Duration = Duration::from_secs(2);

struct Recent(Cache<String, Arc<Hosted>>);

async fn recent(app: &App, id: &str) -> Outcome<Arc<Hosted>> {
    let recent = app.kept(|_| Recent(Cache::builder().max_capacity(1_000).time_to_live(A_MOMENT).build()));
    if let Some(hosted) = recent.0.get(id) {
        return Ok(hosted);
    }
    let hosted = Arc::new(hosted(app.db(), id).await?);
    recent.0.insert(id.to_owned(), Arc::clone(&hosted));
    Ok(hosted)
}

/// The actor's own proof for the desk, and the activity to show with the answer.
pub(crate) async fn admitted(ask: &Ask, actor: &Actor, id: &str) -> Outcome<(Arc<Hosted>, Entrant)> {
    let recent = recent(&ask.app, id).await?;
    if let Ok(entrant) = policy::admit(actor, &recent, ask.now()) {
        return Ok((recent, entrant));
    }
    let hosted = hosted(ask.db(), id).await?;
    match policy::admit(actor, &hosted, ask.now()) {
        Ok(entrant) => Ok((Arc::new(hosted), entrant)),
        Err(refusal) => {
            readable(Some(actor), hosted)?;
            Err(refusal.into())
        }
    }
}
