//! Registering by the batch: all who ask for one activity at once are settled in their order, in one transaction of a handful of
//! statements. The row of the activity is locked first and is the truth, so that any number of nodes behave as one.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use crowd::desk::{Desk, LARGEST_BATCH, Settling};
use kernel::{App, Outcome, db::Tx, mail, outbox};
use ui::Tongue;

use super::{
    guest,
    model::{Candidate, Counters, News, Place, Standing, settle},
    policy::{Entrant, Refusal},
    queries::{self, Writing},
};
use crate::{activity::model::Activity, published::PeopleRegistered};

/// One submit: a person, a guest, or a list in its order.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) entrants: Vec<Entrant>,
    /// Who registers others.
    pub(crate) by: Option<String>,
    /// When they asked: in line in time is in time.
    pub(crate) asked_at: i64,
    /// For letters to guests.
    pub(crate) tongue: Tongue,
}

/// One result per entrant, in their order.
pub(crate) type Answer = Vec<Result<Place, Refusal>>;

pub(crate) fn desk(app: &App) -> Arc<Desk<Request, Answer>> {
    app.kept(|app| Desk::open(app, settle_batch))
}

/// How long a batch takes at this node, so that a wait can be foretold.
pub(crate) struct Pace(Mutex<Duration>);

pub(crate) fn pace(app: &App) -> Arc<Pace> {
    app.kept(|_| Pace(Mutex::new(Duration::from_millis(50))))
}

impl Pace {
    /// The time until this many are settled.
    pub(crate) fn wait_for(&self, length: u64) -> Duration {
        let batches = u32::try_from(length / LARGEST_BATCH as u64).unwrap_or(u32::MAX).saturating_add(1);
        self.mean().saturating_mul(batches)
    }

    pub(crate) fn note(&self, batch: Duration) {
        let mut mean = self.0.lock().unwrap_or_else(|it| it.into_inner());
        *mean = mean.mul_f64(0.7) + batch.mul_f64(0.3);
    }

    fn mean(&self) -> Duration {
        *self.0.lock().unwrap_or_else(|it| it.into_inner())
    }
}

fn settle_batch(app: App, activity_id: Arc<str>, requests: Vec<Request>) -> Settling<Answer> {
    Box::pin(async move {
        let started = Instant::now();
        let mut tx = app.db().begin().await?;
        let answers = register(&mut tx, &activity_id, &requests, (app.now(), app.settings().base_url.as_str())).await?;
        tx.commit().await?;
        app.ring();
        pace(&app).note(started.elapsed());
        Ok(answers.into_iter().map(Ok).collect())
    })
}

/// The whole batch; its statements are as many for one as for five hundred.
pub(super) async fn register(
    tx: &mut Tx,
    activity_id: &str,
    requests: &[Request],
    (now, base_url): (i64, &str),
) -> Outcome<Vec<Answer>> {
    let (activity, before) = queries::lock(tx, activity_id).await?;
    let audience = queries::audience(tx, activity_id).await?;
    let verdicts: Vec<(&Request, &Entrant, Result<(), Refusal>)> = requests
        .iter()
        .flat_map(|request| request.entrants.iter().map(move |it| (request, it)))
        .map(|(request, it)| (request, it, it.still_admitted(&activity, &audience, request.asked_at)))
        .collect();
    let (asking, lining_up): (Vec<Candidate>, Vec<Line<'_>>) =
        verdicts.iter().filter(|it| it.2.is_ok()).map(|(request, it, _)| (candidate(it), Line { request, entrant: it })).unzip();
    let places = settle_all(tx, &activity, (before, &asking), &lining_up, now).await?;
    let told = places.iter().zip(&lining_up).map(|(place, it)| (it.entrant.newcomer(), place, it.request.tongue));
    let letters = guest::letters(&activity, (base_url, now), told);
    mail::post(tx, now, &letters).await?;

    let mut placed = places.into_iter();
    let mut results = verdicts.iter().filter_map(|it| match it.2 {
        Ok(()) => placed.next().map(Ok),
        Err(refusal) => Some(Err(refusal)),
    });
    Ok(requests.iter().map(|it| results.by_ref().take(it.entrants.len()).collect()).collect())
}

struct Line<'a> {
    request: &'a Request,
    entrant: &'a Entrant,
}

fn candidate(entrant: &Entrant) -> Candidate {
    Candidate { key: entrant.newcomer().key.clone(), id: kernel::id::fresh(), ticket: kernel::id::secret() }
}

async fn settle_all(
    tx: &mut Tx,
    activity: &Activity,
    (before, asking): (Counters, &[Candidate]),
    lining_up: &[Line<'_>],
    now: i64,
) -> Outcome<Vec<Place>> {
    if asking.is_empty() {
        return Ok(Vec::new());
    }
    let held = queries::held(tx, &activity.id, asking.iter().map(|it| &it.key)).await?;
    let settled = settle(before, &held, asking);
    let new: Vec<Writing<'_>> = settled
        .places
        .iter()
        .zip(lining_up)
        .filter(|it| it.0.news != News::Known)
        .map(|(place, line)| Writing { place, newcomer: line.entrant.newcomer(), by: line.request.by.as_deref() })
        .collect();
    if !new.is_empty() {
        queries::write(tx, &activity.id, &new, now).await?;
        queries::count(tx, &activity.id, settled.after).await?;
        outbox::publish(tx, now, &activity.id, &fact(&activity.id, &new)).await?;
    }
    Ok(settled.places)
}

fn fact(activity_id: &str, new: &[Writing<'_>]) -> PeopleRegistered {
    let of = |standing: Standing| new.iter().filter(|it| it.place.standing == standing).map(|it| it.place.id.clone()).collect();
    PeopleRegistered { activity_id: activity_id.to_owned(), seated: of(Standing::Seated), waiting: of(Standing::Waiting) }
}
