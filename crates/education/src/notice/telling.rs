//! The job that tells some people what became of their registration. It looks at how things stand when it runs: who left meanwhile is not
//! told of a seat, and who came back not of leaving.

use kernel::{
    App, Failure, Outcome,
    db::Tx,
    jobs::{self, Running, Times},
};
use serde::{Deserialize, Serialize};

use super::{
    bundle::Bundle,
    letter::Writer,
    model::{Details, Kind, News},
    queries::{self, Entry},
    recipient::{self, Recipient},
};
use crate::activity::{self, model::Activity};

pub(super) const JOB: &str = "education.telling";

/// People told in one transaction.
const AT_ONCE: usize = 1_000;

#[derive(Serialize, Deserialize)]
pub(super) struct Telling {
    pub(super) activity_id: String,
    pub(super) outcome: Became,
    pub(super) registration_ids: Vec<String>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Became {
    Registered,
    Waiting,
    Promoted,
    Left,
}

pub(super) async fn plan(tx: &mut Tx, now: i64, telling: &Telling) -> Outcome<()> {
    if telling.registration_ids.is_empty() {
        return Ok(());
    }
    jobs::plan(tx, JOB, &kernel::id::fresh(), telling, Times { run_at: now, now }).await
}

pub(super) fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let telling: Telling = serde_json::from_str(payload)?;
        let activity = match activity::queries::find(app.db(), &telling.activity_id).await {
            Err(Failure::NotFound) => return Ok(()),
            found => found?,
        };
        for ids in telling.registration_ids.chunks(AT_ONCE) {
            tell(app, &activity, telling.outcome, ids).await?;
        }
        app.ring();
        Ok(())
    })
}

async fn tell(app: &App, activity: &Activity, became: Became, ids: &[String]) -> Outcome<()> {
    let mut entries = queries::entries(app.db(), &activity.id, ids).await?;
    entries.retain(|it| became.still_holds(activity, it));
    let ahead = match (became, entries.first()) {
        (Became::Waiting, Some(first)) => queries::ahead(app.db(), &activity.id, first.number).await?,
        _ => 0,
    };
    let recipients = recipient::of_entries(app.db(), activity, entries).await?;
    let writer = Writer::about(app, activity).await?;
    let mut bundle = Bundle::new(&writer);
    for (place, it) in (ahead + 1..).zip(&recipients) {
        add(&mut bundle, it, became, place);
    }
    let mut tx = app.db().begin().await?;
    bundle.keep(&mut tx, app.now()).await?;
    tx.commit().await
}

fn add(bundle: &mut Bundle<'_>, to: &Recipient, became: Became, place: i64) {
    let Some(entry) = &to.entry else { return };
    let kind = became.kind();
    let did_it_themselves = kind == Kind::Left && entry.cancelled_by == entry.person_id;
    let has_nothing_to_take_back = did_it_themselves && entry.seated_at.is_none();
    if has_nothing_to_take_back {
        return;
    }
    let reason = if kind == Kind::Left { entry.cancel_reason.clone().unwrap_or_default() } else { String::new() };
    let place = if kind == Kind::Waiting { place } else { 0 };
    let details = Details { place, reason, ..Details::default() };
    let news = News { kind, key: format!("{}:{}:{}", kind.name(), entry.id, entry.number), details };
    if did_it_themselves { bundle.write_to(to, &news) } else { bundle.tell(to, news) }
}

impl Became {
    fn kind(self) -> Kind {
        match self {
            Became::Registered => Kind::Registered,
            Became::Waiting => Kind::Waiting,
            Became::Promoted => Kind::Promoted,
            Became::Left => Kind::Left,
        }
    }

    /// Those of a cancelled activity hear of that instead.
    fn still_holds(self, activity: &Activity, entry: &Entry) -> bool {
        let goes_on = activity.cancelled_at.is_none();
        match self {
            Became::Registered | Became::Promoted => goes_on && entry.is_seated(),
            Became::Waiting => goes_on && entry.is_waiting(),
            Became::Left => goes_on && entry.cancelled_at.is_some(),
        }
    }
}
