//! What evaluating an activity needs: its questions, speakers and time; for those who send answers, as it was a moment ago. Reads only.

use std::{sync::Arc, time::Duration};

use kernel::{App, Db, Outcome};
use moka::sync::Cache;
use ui::Lang;

use super::{
    model::{Evaluation, Subject, Window},
    queries,
};
use crate::activity::{self, model::Activity};

/// What is asked, and when.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) activity: Activity,
    pub(super) evaluation: Evaluation,
    pub(super) window: Window,
    /// Questions first, then speakers.
    pub(super) subjects: Vec<Subject>,
}

const A_MOMENT: Duration = Duration::from_secs(2);

struct Recent(Cache<String, Arc<Asked>>);

pub(super) async fn asked(db: &Db, activity_id: &str, lang: Lang) -> Outcome<Asked> {
    let activity = activity::queries::find(db, activity_id).await?;
    of(db, activity, lang).await
}

pub(super) async fn of(db: &Db, activity: Activity, lang: Lang) -> Outcome<Asked> {
    let evaluation = queries::evaluation(db, &activity.id).await?;
    let mut subjects = queries::questions(db, &evaluation.form_id, lang).await?;
    let speakers = activity::queries::speakers(db, &activity.id).await?;
    let mut names: Vec<&str> = Vec::new();
    for speaker in speakers.iter().filter(|it| it.role == "narasumber" && !it.name.is_empty()) {
        if !names.contains(&speaker.name.as_str()) {
            names.push(&speaker.name);
        }
    }
    subjects.extend(names.into_iter().map(Subject::speaker));
    let window = window(db, &activity, &evaluation).await?;
    Ok(Asked { activity, evaluation, window, subjects })
}

pub(super) async fn window(db: &Db, activity: &Activity, evaluation: &Evaluation) -> Outcome<Window> {
    let last_checkpoint_at = queries::last_checkpoint_at(db, &activity.id).await?;
    Ok(Window::of(activity, evaluation.closes_at, last_checkpoint_at))
}

/// Good enough to take answers by, never to refuse them: a burst reads each activity once.
pub(super) async fn recent(app: &App, activity_id: &str) -> Outcome<Arc<Asked>> {
    let recent = app.kept(|_| Recent(Cache::builder().max_capacity(1_000).time_to_live(A_MOMENT).build()));
    if let Some(asked) = recent.0.get(activity_id) {
        return Ok(asked);
    }
    let asked = Arc::new(asked(app.db(), activity_id, Lang::Id).await?);
    recent.0.insert(activity_id.to_owned(), Arc::clone(&asked));
    Ok(asked)
}
