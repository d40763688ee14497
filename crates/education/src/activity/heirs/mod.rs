//! Audiences follow the tree: what was for an agency that was merged or split is for its successors too. Those it was for stay.

mod queries;

pub(crate) use queries::ALL;

use directory::published::{AgencyMerged, AgencySplit};
use kernel::{
    App, Outcome,
    db::Tx,
    outbox::{self, Fact, Hearing, Reaction},
};

use crate::listing;

pub(crate) const REACTIONS: &[Reaction] = &[
    Reaction { name: "education-audiences-merged", topic: AgencyMerged::TOPIC, hear: merged },
    Reaction { name: "education-audiences-split", topic: AgencySplit::TOPIC, hear: split },
];

fn merged<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let AgencyMerged { agency_id, successor_id, .. } = outbox::read(body)?;
        follow(tx, &agency_id, &[successor_id], app.now()).await
    })
}

fn split<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let AgencySplit { agency_id, new_agency_ids, .. } = outbox::read(body)?;
        follow(tx, &agency_id, &new_agency_ids, app.now()).await
    })
}

async fn follow(tx: &mut Tx, agency_id: &str, heirs: &[String], now: i64) -> Outcome<()> {
    for heir in heirs {
        queries::add(tx, agency_id, heir).await?;
    }
    queries::touch(tx, agency_id, now).await?;
    listing::queries::move_on(tx).await
}
