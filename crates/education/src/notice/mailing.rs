//! The job that tells everybody registered: reminders, moves and cancellations. One page of registrations is one job and one transaction,
//! which plans the next, so that memory stays small and a killed process goes on where it stopped.

use kernel::{
    App, Failure, Outcome,
    db::Tx,
    jobs::{self, Running, Times},
};
use serde::{Deserialize, Serialize};

use super::{
    bundle::Bundle,
    letter::Writer,
    model::{Details, Kind, News, Stage},
    queries::{self, Entry},
    recipient,
};
use crate::{
    activity::{
        self,
        model::{Activity, State},
    },
    evaluation::{self, model::OPEN_FOR},
};

pub(super) const JOB: &str = "education.mailing";

/// Registrations of one page.
const AT_ONCE: i64 = 1_000;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Mailing {
    pub(super) activity_id: String,
    pub(super) occasion: Occasion,
    /// Number of the last registration of the page before.
    after: i64,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Occasion {
    Reminder {
        stage: Stage,
        /// The start that it reminds of; an activity that moved has reminders of its own.
        starts_at: i64,
        /// Who registers later gets later reminders only.
        registered_by: i64,
    },
    Moved {
        /// The calendar sequence of the change.
        sequence: i64,
    },
    Cancelled,
    /// Materials were opened; each time is a round.
    Materials {
        round: i64,
    },
    /// A round among those who attended and have not evaluated; later rounds reach those whom a report shows to have been there.
    Evaluate {
        round: i64,
    },
}

impl Mailing {
    pub(super) fn new(activity_id: &str, occasion: Occasion) -> Mailing {
        Mailing { activity_id: activity_id.to_owned(), occasion, after: 0 }
    }

    /// What reaches nobody twice: notices and letters bear it.
    pub(super) fn key(&self) -> String {
        let id = &self.activity_id;
        match self.occasion {
            Occasion::Reminder { stage, starts_at, .. } => format!("reminder:{id}:{}:{starts_at}", stage.name()),
            Occasion::Moved { sequence } => format!("moved:{id}:{sequence}"),
            Occasion::Cancelled => format!("cancelled:{id}"),
            Occasion::Materials { round } => format!("materials:{id}:{round}"),
            Occasion::Evaluate { .. } => format!("evaluate:{id}"),
        }
    }

    /// Plans this page; the same page once for ever.
    pub(super) async fn plan(&self, tx: &mut Tx, times: Times) -> Outcome<()> {
        jobs::plan(tx, JOB, &self.page_key(), self, times).await
    }

    /// Takes this page back, if it has not run.
    pub(super) async fn unplan(&self, tx: &mut Tx) -> Outcome<()> {
        jobs::unplan(tx, JOB, &self.page_key()).await
    }

    fn page_key(&self) -> String {
        let key = match self.occasion {
            Occasion::Evaluate { round } => format!("{}:{round}", self.key()),
            _ => self.key(),
        };
        if self.after == 0 { key } else { format!("{key}:{}", self.after) }
    }

    fn news(&self, activity: &Activity) -> News {
        let (kind, reason) = match self.occasion {
            Occasion::Reminder { stage, .. } => (Kind::Reminder(stage), String::new()),
            Occasion::Moved { .. } => (Kind::Moved, String::new()),
            Occasion::Materials { .. } => (Kind::Materials, String::new()),
            Occasion::Evaluate { .. } => (Kind::Evaluate, String::new()),
            Occasion::Cancelled => (Kind::Cancelled, activity.cancel_reason.clone().unwrap_or_default()),
        };
        let details = Details { reason, starts_at: activity.starts_at, ends_at: activity.ends_at, ..Details::default() };
        News { kind, key: self.key(), details }
    }
}

impl Occasion {
    /// Whether there is still something to say, as the activity stands now.
    fn concerns(self, activity: &Activity, now: i64) -> bool {
        let goes_on = matches!(activity.state(now), State::Published | State::Running);
        match self {
            Occasion::Reminder { stage, starts_at, .. } => {
                goes_on && activity.starts_at == starts_at && now < stage.stale_from(starts_at)
            }
            Occasion::Moved { .. } => goes_on,
            Occasion::Cancelled => activity.cancelled_at.is_some(),
            Occasion::Materials { .. } => activity.cancelled_at.is_none(),
            Occasion::Evaluate { .. } => activity.state(now) == State::Done && now < activity.ends_at + OPEN_FOR,
        }
    }

    fn is_for(self, entry: &Entry) -> bool {
        match self {
            Occasion::Reminder { registered_by, .. } => entry.is_seated() && entry.registered_at <= registered_by,
            Occasion::Evaluate { .. } => entry.is_seated(),
            // A ticket does not open them.
            Occasion::Materials { .. } => entry.is_seated() && entry.person_id.is_some(),
            Occasion::Moved { .. } | Occasion::Cancelled => true,
        }
    }
}

/// Tells participants of what was opened to them at this moment, each moment once.
pub(crate) async fn tell_of_materials(tx: &mut Tx, activity_id: &str, now: i64) -> Outcome<()> {
    Mailing::new(activity_id, Occasion::Materials { round: now }).plan(tx, Times { run_at: now, now }).await
}

pub(super) fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let mailing: Mailing = serde_json::from_str(payload)?;
        let activity = match activity::queries::find(app.db(), &mailing.activity_id).await {
            Err(Failure::NotFound) => return Ok(()),
            found => found?,
        };
        if mailing.occasion.concerns(&activity, app.now()) {
            send_page(app, &activity, mailing).await?;
            app.ring();
        }
        Ok(())
    })
}

async fn send_page(app: &App, activity: &Activity, mailing: Mailing) -> Outcome<()> {
    let mut entries = queries::entries_after(app.db(), &activity.id, mailing.after, AT_ONCE).await?;
    let next = entries.last().filter(|_| entries.len() as i64 == AT_ONCE).map(|it| it.number);
    entries.retain(|it| mailing.occasion.is_for(it));
    if let Occasion::Evaluate { .. } = mailing.occasion {
        let ids: Vec<String> = entries.iter().map(|it| it.id.clone()).collect();
        let asked = evaluation::queries::unevaluated(app.db(), &activity.id, &ids).await?;
        entries.retain(|it| asked.contains(&it.id));
    }
    let recipients = recipient::of_entries(app.db(), activity, entries).await?;
    let writer = Writer::about(app, activity).await?;
    let mut bundle = Bundle::new(&writer);
    let news = mailing.news(activity);
    for it in &recipients {
        bundle.tell(it, news.clone());
    }
    let now = app.now();
    let mut tx = app.db().begin().await?;
    bundle.keep(&mut tx, now).await?;
    if let Some(after) = next {
        Mailing { after, ..mailing }.plan(&mut tx, Times { run_at: now, now }).await?;
    }
    tx.commit().await
}
