//! A task of preparing an activity: what, so many days before or after, and who ticked it when. Seen by the owners only.

pub(crate) mod actions;
pub(crate) mod queries;

use directory::lookup;
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use super::model::Task;
use crate::activity::model::Activity;

/// A task of an activity, as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) position: i64,
    pub(crate) task: Task,
    pub(crate) done_at: Option<i64>,
    pub(crate) done_by: Option<String>,
}

/// As the owners see it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct TaskRow {
    pub(crate) position: i64,
    /// `H-7`.
    pub(crate) day: String,
    pub(crate) due_at: i64,
    pub(crate) title: String,
    pub(crate) done_at: Option<i64>,
    /// With titles.
    pub(crate) done_by: String,
}

/// For the owners' part of an activity's page: two statements, whatever the number.
pub(crate) async fn rows(ask: &Ask, activity: &Activity) -> Outcome<Vec<TaskRow>> {
    let kept = queries::of(ask.db(), &activity.id).await?;
    let ids: Vec<String> = kept.iter().filter_map(|it| it.done_by.clone()).collect();
    let people = lookup::people(ask.db(), &ids).await?;
    let name = |id: &Option<String>| id.as_ref().and_then(|it| people.get(it)).map(|it| it.full_name.clone()).unwrap_or_default();
    let row = |it: Kept| TaskRow {
        position: it.position,
        day: it.task.day(),
        due_at: it.task.due(activity.starts_at),
        done_by: name(&it.done_by),
        title: it.task.title,
        done_at: it.done_at,
    };
    Ok(kept.into_iter().map(row).collect())
}
