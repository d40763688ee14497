//! What the tree's changes write: names and places, lineages, ends, history and facts, each in one transaction that begins with the tree.

use kernel::{Db, Failure, Outcome, db::Tx, id, outbox};
use serde_json::json;

use super::{
    handover::{self, Handover, Rest},
    load::Counts,
    policy::{Changeable, Mergeable, Placeable},
    queries,
};
use crate::{
    account::duty::succession,
    agency::{
        published::{AgencyEnded, AgencyMerged, AgencyMoved, AgencyRegionChanged, AgencyRenamed},
        queries as tree, search_name,
    },
    lookup::{Agency, Region, list},
};

/// Who decided, since when it holds, when it is written down, why, and upon which version of the tree.
pub(super) struct Change<'a> {
    pub(super) by: &'a str,
    pub(super) at: i64,
    pub(super) now: i64,
    pub(super) reason: &'a str,
    pub(super) tree_version: i64,
}

/// Agency, kind, before, after.
pub(super) type Event<'a> = (&'a str, &'static str, Option<&'a str>, Option<&'a str>);

pub(super) async fn rename(db: &Db, it: &Changeable<'_>, (name, short): (&str, &str), change: &Change<'_>) -> Outcome<()> {
    let old = it.agency();
    let mut tx = begin(db, change).await?;
    let new = Agency { name: name.to_owned(), short_name: short.to_owned(), ..old.clone() };
    reshape(&mut tx, &new).await?;
    let events = [(&old.name, &new.name), (&old.short_name, &new.short_name)];
    let differing = events.into_iter().filter(|(before, after)| before != after);
    let events: Vec<Event> =
        differing.map(|(before, after)| (old.id.as_str(), "renamed", Some(before.as_str()), Some(after.as_str()))).collect();
    note(&mut tx, &events, change).await?;
    let fact = AgencyRenamed { agency_id: new.id, name: new.name, short_name: new.short_name, at: change.at };
    outbox::publish(&mut tx, change.now, &old.id, &fact).await?;
    tx.commit().await
}

/// Below another parent, or none; whatever stands below goes along.
pub(super) async fn place(db: &Db, it: &Placeable<'_>, change: &Change<'_>) -> Outcome<()> {
    let (old, to) = (it.agency(), it.parent());
    let mut tx = begin(db, change).await?;
    reshape(&mut tx, &Agency { parent_id: to.map(str::to_owned), ..old.clone() }).await?;
    redraw(&mut tx, &old.id).await?;
    note(&mut tx, &[(&old.id, "moved", old.parent_id.as_deref(), to)], change).await?;
    let fact = moved(&old.id, old.parent_id.as_deref(), to, change);
    outbox::publish(&mut tx, change.now, &old.id, &fact).await?;
    tx.commit().await
}

pub(super) async fn settle_in(db: &Db, it: &Changeable<'_>, region: &Region, change: &Change<'_>) -> Outcome<()> {
    let old = it.agency();
    let mut tx = begin(db, change).await?;
    reshape(&mut tx, &Agency { region_id: region.id.clone(), ..old.clone() }).await?;
    // a region's name behind `@`, as in labels: no code of an agency begins so
    let (before, after) = (format!("@{}", old.region_name), format!("@{}", region.name));
    note(&mut tx, &[(&old.id, "moved", Some(&before), Some(&after))], change).await?;
    let fact = AgencyRegionChanged { agency_id: old.id.clone(), region_id: region.id.clone(), at: change.at };
    outbox::publish(&mut tx, change.now, &old.id, &fact).await?;
    tx.commit().await
}

pub(super) async fn merge(db: &Db, it: &Mergeable<'_>, change: &Change<'_>) -> Outcome<()> {
    let (from, to) = (it.agency().id.as_str(), it.successor().id.as_str());
    let mut tx = begin(db, change).await?;
    adopt(&mut tx, from, to, change).await?;
    let staff = handover::staff(&mut tx, from).await?;
    let moved = staff.iter().map(|it| handover::relocation(it, from, to)).collect();
    handover::hand_over(&mut tx, &Handover { from, moved, rest: Rest::GoesTo(to) }, change).await?;
    close(&mut tx, from, Some(to), change).await?;
    note(&mut tx, &[(from, "merged", None, Some(to)), (to, "merged", Some(from), None)], change).await?;
    let fact = AgencyMerged { agency_id: from.to_owned(), successor_id: to.to_owned(), at: change.at };
    outbox::publish(&mut tx, change.now, from, &fact).await?;
    tx.commit().await
}

/// Answers what is still there instead, if anything is.
pub(super) async fn end(db: &Db, it: &Changeable<'_>, change: &Change<'_>) -> Outcome<Option<Counts>> {
    let id = it.agency().id.as_str();
    let mut tx = begin(db, change).await?;
    let left = tx.one(queries::COUNTS, [id.into(), id.into(), id.into(), change.now.into()], Counts::read).await?;
    if left.people + left.below > 0 {
        return Ok(Some(left));
    }
    succession::abolished(&mut tx, id, change.by, change.now).await?;
    close(&mut tx, id, None, change).await?;
    note(&mut tx, &[(id, "ended", None, None)], change).await?;
    let fact = AgencyEnded { agency_id: id.to_owned(), successor_id: None, at: change.at };
    outbox::publish(&mut tx, change.now, id, &fact).await?;
    tx.commit().await?;
    Ok(None)
}

/// Changes of the tree follow each other, and each is made upon the tree that its policy saw.
pub(super) async fn begin(db: &Db, change: &Change<'_>) -> Outcome<Tx> {
    let mut tx = db.begin().await?;
    if tx.run(queries::GROW_TREE_FROM, [change.tree_version.into()]).await? == 0 {
        return Err(Failure::Conflict("reorganisation-changed-meanwhile"));
    }
    Ok(tx)
}

/// The units below one agency go below another, with all that stands below them.
pub(super) async fn adopt(tx: &mut Tx, from: &str, to: &str, change: &Change<'_>) -> Outcome<()> {
    let adopted: Vec<String> = tx.all(queries::ADOPT, [to.into(), from.into()], |row| row.get("id")).await?;
    if adopted.is_empty() {
        return Ok(());
    }
    redraw(tx, from).await?;
    let events: Vec<Event> = adopted.iter().map(|it| (it.as_str(), "moved", Some(from), Some(to))).collect();
    note(tx, &events, change).await?;
    let facts: Vec<_> = adopted.iter().map(|it| (it.as_str(), moved(it, Some(from), Some(to), change))).collect();
    outbox::publish_all(tx, change.now, &facts).await
}

/// What an ended agency still owns hangs below its successor, so that its coordinators answer for it.
pub(super) async fn close(tx: &mut Tx, id: &str, successor: Option<&str>, change: &Change<'_>) -> Outcome<()> {
    tx.run(queries::CLOSE, [change.at.into(), successor.into(), id.into()]).await?;
    redraw(tx, id).await
}

pub(super) async fn note(tx: &mut Tx, events: &[Event<'_>], change: &Change<'_>) -> Outcome<()> {
    let rows = events.iter().map(|(agency, kind, before, after)| json!([id::fresh(), agency, kind, before, after]));
    let rows = serde_json::Value::from_iter(rows);
    tx.run(queries::ADD_EVENTS, [rows.into(), change.reason.into(), change.at.into(), change.by.into()]).await.map(drop)
}

/// The lines of an agency and of all that stood below it.
async fn redraw(tx: &mut Tx, id: &str) -> Outcome<()> {
    let below: Vec<String> = tx.all(tree::BELOW, [list(&[id])], |row| row.get("agency_id")).await?;
    tx.run(tree::FORGET_LINEAGE, [list(&below)]).await?;
    tx.run(tree::DRAW_LINEAGE, [list(&below)]).await.map(drop)
}

async fn reshape(tx: &mut Tx, new: &Agency) -> Outcome<()> {
    let texts = [&new.name, &new.short_name, &search_name(&new.short_name, &new.name, &new.id)].map(Into::into);
    let rest = [new.parent_id.as_deref().into(), new.region_id.as_str().into(), new.id.as_str().into()];
    tx.run(queries::RESHAPE, [&texts[..], &rest[..]].concat()).await.map(drop)
}

fn moved(id: &str, from: Option<&str>, to: Option<&str>, change: &Change<'_>) -> AgencyMoved {
    let owned = |it: Option<&str>| it.map(str::to_owned);
    AgencyMoved { agency_id: id.to_owned(), from_parent_id: owned(from), to_parent_id: owned(to), at: change.at }
}
