//! What makes the people of warnings be counted elsewhere: somebody moved or left, an agency was merged or stands elsewhere in the tree.

use directory::{
    lookup,
    published::{AgencyEnded, AgencyMerged, AgencyMoved, AgencySplit, PersonLeft, PersonMoved},
};
use kernel::{
    App, Outcome,
    db::Tx,
    outbox::{self, Fact, Hearing, Reaction},
};

use super::{counting, telling};
use crate::warning::queries;

pub(crate) const REACTIONS: &[Reaction] = &[
    Reaction { name: "education-warnings-moved", topic: PersonMoved::TOPIC, hear: moved },
    Reaction { name: "education-warnings-left", topic: PersonLeft::TOPIC, hear: left },
    Reaction { name: "education-warnings-merged", topic: AgencyMerged::TOPIC, hear: merged },
    Reaction { name: "education-warnings-agency-moved", topic: AgencyMoved::TOPIC, hear: agency_moved },
    Reaction { name: "education-warnings-split", topic: AgencySplit::TOPIC, hear: split },
    Reaction { name: "education-warnings-ended", topic: AgencyEnded::TOPIC, hear: ended },
];

fn moved<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let PersonMoved { person_id, from_agency_id, to_agency_id } = outbox::read(body)?;
        let labels = lookup::labels_of(app.db(), std::slice::from_ref(&person_id)).await?.remove(&person_id);
        counting::relocate(app, tx, (&person_id, &labels.unwrap_or_default()), (&from_agency_id, &to_agency_id)).await
    })
}

fn left<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let PersonLeft { person_id, agency_id } = outbox::read(body)?;
        counting::relocate(app, tx, (&person_id, &[]), (&agency_id, &agency_id)).await
    })
}

fn merged<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: AgencyMerged = outbox::read(body)?;
        follow(app, tx, &fact.agency_id, &[fact.successor_id]).await?;
        look_again(app, tx, &fact.agency_id, fact.at).await
    })
}

fn agency_moved<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: AgencyMoved = outbox::read(body)?;
        look_again(app, tx, &fact.agency_id, fact.at).await
    })
}

fn split<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: AgencySplit = outbox::read(body)?;
        follow(app, tx, &fact.agency_id, &fact.new_agency_ids).await?;
        look_again(app, tx, &fact.agency_id, fact.at).await
    })
}

fn ended<'a>(app: &'a App, tx: &'a mut Tx, body: &'a str) -> Hearing<'a> {
    Box::pin(async move {
        let fact: AgencyEnded = outbox::read(body)?;
        look_again(app, tx, &fact.agency_id, fact.at).await
    })
}

/// What was for the agency is for its successors too.
async fn follow(app: &App, tx: &mut Tx, agency_id: &str, heirs: &[String]) -> Outcome<()> {
    let old = format!("agency:{agency_id}");
    let labelled = queries::labelled(app.db(), agency_id).await?;
    let for_heir = |heir: &String| {
        let new = format!("agency:{heir}");
        labelled.iter().map(|it| (it.0.clone(), it.1.replacen(&old, &new, 1))).collect::<Vec<_>>()
    };
    let labels: Vec<(String, String)> = heirs.iter().flat_map(for_heir).collect();
    queries::add_labels(tx, &labels).await
}

async fn look_again(app: &App, tx: &mut Tx, agency_id: &str, at: i64) -> Outcome<()> {
    telling::plan_extra_round(tx, format!("{agency_id}-{at}"), app.now()).await
}
