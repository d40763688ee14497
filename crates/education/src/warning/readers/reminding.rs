//! Reminds those who have not confirmed, once, before the last day; and tells all who were told that a warning was withdrawn. In pages, each a
//! job and a transaction that plans the next.

use directory::lookup::{self, Person};
use kernel::{
    App, Outcome,
    clock::DAY,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
};
use serde::{Deserialize, Serialize};

use super::{
    letters::{self, Kind},
    queries as readers,
};
use crate::warning::{
    model::{State, Warning},
    queries,
};

pub(crate) const JOB: JobKind = JobKind { name: "education.warning-reminding", run };

const AT_ONCE: i64 = 1_000;
const BEFORE: i64 = 2 * DAY;

#[derive(Clone, Serialize, Deserialize)]
struct Reminding {
    warning_id: String,
    about: About,
    /// The last person of the page before.
    after: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum About {
    LastDay,
    Withdrawal,
}

/// Two days before the end of the last day, or half-way when it is nearer than that; nothing without a last day.
pub(crate) async fn plan_reminder(tx: &mut Tx, warning: &Warning, now: i64) -> Outcome<()> {
    let Some(read_by) = warning.read_by.filter(|it| *it > now) else { return Ok(()) };
    let run_at = (read_by - BEFORE).max(now + (read_by - now) / 2);
    Reminding::of(warning, About::LastDay).plan(tx, Times { run_at, now }).await
}

pub(crate) async fn plan_withdrawal(tx: &mut Tx, warning: &Warning, now: i64) -> Outcome<()> {
    Reminding::of(warning, About::Withdrawal).plan(tx, Times { run_at: now, now }).await
}

impl Reminding {
    fn of(warning: &Warning, about: About) -> Reminding {
        Reminding { warning_id: warning.id.clone(), about, after: String::new() }
    }

    async fn plan(&self, tx: &mut Tx, times: Times) -> Outcome<()> {
        let key = format!("{}/{:?}/{}", self.warning_id, self.about, self.after);
        jobs::plan(tx, JOB.name, &key, self, times).await
    }

    fn kind(&self) -> Kind {
        match self.about {
            About::LastDay => Kind::Reminder,
            About::Withdrawal => Kind::Withdrawn,
        }
    }

    /// Whether there is still something to say.
    fn concerns(&self, warning: &Warning) -> bool {
        match self.about {
            About::LastDay => warning.state() == State::InForce,
            About::Withdrawal => warning.state() == State::Withdrawn,
        }
    }
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let reminding: Reminding = serde_json::from_str(payload)?;
        let warning = queries::find(app.db(), &reminding.warning_id).await?;
        if reminding.concerns(&warning) {
            send_page(app, &warning, reminding).await?;
            app.ring();
        }
        Ok(())
    })
}

async fn send_page(app: &App, warning: &Warning, reminding: Reminding) -> Outcome<()> {
    let (db, now) = (app.db(), app.now());
    let told = readers::told(db, &warning.id, &reminding.after, AT_ONCE).await?;
    let next = told.last().filter(|_| told.len() as i64 == AT_ONCE).map(|it| it.person_id.clone());
    let is_asked = |it: &&readers::Reader| reminding.about == About::Withdrawal || !it.has_confirmed;
    let ids: Vec<String> = told.iter().filter(is_asked).map(|it| it.person_id.clone()).collect();
    let people: Vec<Person> = lookup::people(db, &ids).await?.into_values().collect();
    let mut tx = db.begin().await?;
    letters::send(app, &mut tx, (warning, reminding.kind()), &people).await?;
    if let Some(after) = next {
        Reminding { after, ..reminding }.plan(&mut tx, Times { run_at: now, now }).await?;
    }
    tx.commit().await
}
