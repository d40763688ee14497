//! Waiting for an answer at this node: who is in line at the desk, by person, so that a page can be shown meanwhile and a second
//! submit does not line up again. Nothing is decided here, and nothing is lost with it: the desk settles whoever asked.

use std::{sync::Arc, time::Duration};

use crowd::desk::InLine;
use kernel::{App, Failure, Outcome};
use moka::sync::Cache;
use tokio::sync::oneshot;

use super::{
    desk::{Answer, Request, desk, pace},
    policy::Refusal,
};

/// Longer than this nobody looks at a blank page.
const PATIENCE: Duration = Duration::from_secs(3);
/// For how long an answer waits to be asked for.
const KEPT: Duration = Duration::from_secs(600);
const MOST: u64 = 500_000;

/// What can be said to somebody who asked.
#[derive(Debug)]
pub(crate) enum Reply {
    Settled(Answer),
    Waiting(Wait),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wait {
    /// Counts from 1; unknown when another node keeps the line.
    pub(crate) place: Option<u64>,
    /// When it is worth asking again.
    pub(crate) seconds: u64,
}

/// Whom the answers are kept for: activity, and person or mail.
type Who = (String, String);

/// What is remembered of each who waits.
#[derive(Clone)]
enum Asked {
    InLine { number: u64 },
    Settled(Arc<Result<Answer, u32>>),
}

struct Remembered(Cache<Who, Asked>);

fn remembered(app: &App) -> Arc<Remembered> {
    app.kept(|_| Remembered(Cache::builder().max_capacity(MOST).time_to_live(KEPT).build()))
}

/// What is known of somebody who was shown a place in line; the answer is handed out once.
pub(crate) fn recall(app: &App, activity_id: &str, who: &str) -> Option<Outcome<Reply>> {
    let key = (activity_id.to_owned(), who.to_owned());
    let remembered = remembered(app);
    match remembered.0.get(&key)? {
        Asked::InLine { number } => Some(Ok(Reply::Waiting(wait(app, activity_id, number)))),
        Asked::Settled(answer) => {
            remembered.0.invalidate(&key);
            Some(match &*answer {
                Ok(answer) => Ok(Reply::Settled(answer.clone())),
                Err(seconds) => Err(Failure::Busy { seconds: *seconds }),
            })
        }
    }
}

/// Lines up and waits for the answer, or for a few seconds, whichever is shorter. Who must wait longer keeps the place.
pub(crate) async fn ask(app: &App, activity_id: &str, who: &str, request: Request) -> Outcome<Reply> {
    let desk = desk(app);
    if pace(app).wait_for(desk.length(activity_id)) > PATIENCE {
        return line_up_once(app, activity_id, who, request).map(Reply::Waiting);
    }
    let InLine { number, mut answer } = desk.line_up(activity_id, request)?;
    if let Ok(settled) = tokio::time::timeout(PATIENCE, &mut answer).await {
        return settled.unwrap_or(Err(Failure::Busy { seconds: 3 })).map(Reply::Settled);
    }
    let key = (activity_id.to_owned(), who.to_owned());
    remembered(app).0.insert(key.clone(), Asked::InLine { number });
    tokio::spawn(remember(app.clone(), key, answer));
    Ok(Reply::Waiting(wait(app, activity_id, number)))
}

/// Two submits at the same moment take one place.
fn line_up_once(app: &App, activity_id: &str, who: &str, request: Request) -> Outcome<Wait> {
    let key = (activity_id.to_owned(), who.to_owned());
    let mut answer = None;
    let entry = remembered(app).0.entry(key.clone()).or_try_insert_with(|| {
        let in_line = desk(app).line_up(activity_id, request)?;
        answer = Some(in_line.answer);
        Ok::<_, Failure>(Asked::InLine { number: in_line.number })
    });
    let asked = entry.map_err(|_| Failure::Busy { seconds: 10 })?.into_value();
    if let Some(answer) = answer {
        tokio::spawn(remember(app.clone(), key, answer));
    }
    match asked {
        Asked::InLine { number } => Ok(wait(app, activity_id, number)),
        Asked::Settled(_) => Ok(Wait { place: Some(1), seconds: 1 }),
    }
}

/// Waits with the others until all are settled, however long it takes: for lists.
pub(crate) async fn ask_patiently(app: &App, activity_id: &str, request: Request) -> Outcome<Answer> {
    desk(app).ask(activity_id, request).await
}

async fn remember(app: App, key: Who, answer: oneshot::Receiver<Outcome<Answer>>) {
    let settled = match answer.await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(Failure::Busy { seconds })) => Err(seconds),
        Ok(Err(_)) | Err(_) => Err(3),
    };
    remembered(&app).0.insert(key, Asked::Settled(Arc::new(settled)));
}

fn wait(app: &App, activity_id: &str, number: u64) -> Wait {
    let place = number.saturating_sub(desk(app).served(activity_id)).max(1);
    let seconds = pace(app).wait_for(place).as_secs().clamp(2, 20) + jitter();
    Wait { place: Some(place), seconds }
}

/// What to say when the line is kept by another node.
pub(crate) fn elsewhere() -> Wait {
    Wait { place: None, seconds: 3 + jitter() }
}

/// So that those who came together do not come back together.
fn jitter() -> u64 {
    u64::from(kernel::id::random_bytes::<1>()[0] % 4)
}

/// The one result of a submit by one person.
pub(crate) fn only(answer: Answer) -> Outcome<super::model::Place> {
    let result = answer.into_iter().next().ok_or_else(|| Failure::broken("the desk gave no answer"))?;
    result.map_err(Refusal::into)
}
