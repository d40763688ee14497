//! Handing in answers by the batch: in one transaction tokens are consumed and the sealed answers put among those that wait, in an order
//! that is nobody's. No row of one names a row of the other.

use std::sync::Arc;

use crowd::desk::{Desk, Settling};
use kernel::{App, Outcome, clock::HOUR, id};

use crate::evaluation::{model::Answers, policy::Evaluable, queries, release, seal};

/// Whether the answers were taken, or there were some before; then these are dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    Now,
    Before,
}

/// Somebody's right to answer, and their answers, which leave each other here.
pub(crate) struct Handing {
    proof: Evaluable,
    sealed: String,
}

struct EvaluationDesk(Desk<Handing, Taken>);

/// Answers after it is on disk.
pub(crate) async fn hand_in(app: &App, proof: Evaluable, answers: &Answers) -> Outcome<Taken> {
    let activity_id = proof.activity_id().to_owned();
    let sealed = seal::sealed(&app.settings().secret, &activity_id, answers)?;
    app.kept(|app| EvaluationDesk(Desk::open(app, settle))).0.ask(&activity_id, Handing { proof, sealed }).await
}

fn settle(app: App, activity_id: Arc<str>, batch: Vec<Handing>) -> Settling<Taken> {
    Box::pin(async move {
        let now = app.now();
        let mut proofs: Vec<&Evaluable> = batch.iter().map(|it| &it.proof).collect();
        // In one order on all nodes, so that none waits for another that waits for it.
        proofs.sort_by_key(|it| it.registration_id());
        let mut tx = app.db().begin().await?;
        let mut consumed = queries::consume(&mut tx, &activity_id, &proofs, now / HOUR * HOUR).await?;
        let taken: Vec<Taken> =
            batch.iter().map(|it| if consumed.remove(it.proof.registration_id()) { Taken::Now } else { Taken::Before }).collect();
        let new = batch.into_iter().zip(&taken).filter(|it| *it.1 == Taken::Now);
        let mut sealed: Vec<String> = new.map(|it| it.0.sealed).collect();
        if !sealed.is_empty() {
            shuffle(&mut sealed);
            queries::wait(&mut tx, &activity_id, &sealed).await?;
            release::plan(&mut tx, &activity_id, now).await?;
        }
        tx.commit().await?;
        Ok(taken.into_iter().map(Ok).collect())
    })
}

/// Into an order that nobody can foretell.
pub(in crate::evaluation) fn shuffle<T>(rows: &mut [T]) {
    rows.sort_by_cached_key(|_| id::random_bytes::<16>());
}
