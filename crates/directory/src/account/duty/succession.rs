//! What ends with whom: duties when somebody moves away or leaves, loans when their duty ends. Called in the same transaction as the move,
//! so that no right outlives it.

use kernel::{
    Outcome,
    db::{Row, Tx},
    outbox,
};
use serde_json::json;

use super::queries;
use crate::{
    account::published::{DutyEnded, DutyGiven},
    lookup::list,
};

/// Ends what was tied to the units that these people have just left (their placement ended `now`); duties at the new unit or above it,
/// at the nation, and at agencies that were never theirs stay.
pub(crate) async fn moved(tx: &mut Tx, person_ids: &[&str], by: Option<&str>, now: i64) -> Outcome<()> {
    let ended = tx.all(queries::END_MOVED, [now.into(), by.into(), now.into(), list(person_ids)], ended).await?;
    settle(tx, ended, now).await
}

/// Ends all duties, sessions and tokens of people who left.
pub(crate) async fn left(tx: &mut Tx, person_ids: &[&str], by: Option<&str>, now: i64) -> Outcome<()> {
    let ended = tx.all(queries::END_LEFT, [now.into(), by.into(), list(person_ids)], ended).await?;
    tx.run(queries::END_SESSIONS, [now.into(), list(person_ids)]).await?;
    tx.run(queries::END_TOKENS, [now.into(), list(person_ids)]).await?;
    settle(tx, ended, now).await
}

/// Ends one duty that somebody took or laid down; answers whether it was still there.
pub(crate) async fn taken(tx: &mut Tx, duty_id: &str, by: &str, now: i64) -> Outcome<bool> {
    let ended = tx.all(queries::END, [now.into(), by.into(), duty_id.into()], ended).await?;
    let is_ended = !ended.is_empty();
    settle(tx, ended, now).await?;
    Ok(is_ended)
}

/// Those who coordinate a node as their own, with when that ends.
pub(crate) async fn coordinators(tx: &mut Tx, node: &str, now: i64) -> Outcome<Vec<(String, Option<i64>)>> {
    tx.all(queries::COORDINATORS, [node.into(), now.into()], |row| Ok((row.get("person_id")?, row.get("ends_at")?))).await
}

/// Ends whatever is still held at a node that ends.
pub(crate) async fn abolished(tx: &mut Tx, node: &str, by: &str, now: i64) -> Outcome<()> {
    let ended = tx.all(queries::END_AT, [now.into(), by.into(), node.into()], ended).await?;
    settle(tx, ended, now).await
}

/// Gives duties of coordinators at nodes that have none: whoever came with the work keeps it.
pub(crate) async fn passed_on(tx: &mut Tx, heirs: Vec<DutyGiven>, (by, reason): (&str, &str), now: i64) -> Outcome<()> {
    if heirs.is_empty() {
        return Ok(());
    }
    let nodes: Vec<&str> = heirs.iter().map(|it| it.agency_id.as_str()).collect();
    let coordinated = tx.all(queries::COORDINATED, [list(&nodes), now.into()], |row| row.get::<String>("agency_id")).await?;
    let given: Vec<DutyGiven> = heirs.into_iter().filter(|it| !coordinated.contains(&it.agency_id)).collect();
    if given.is_empty() {
        return Ok(());
    }
    let nodes: Vec<&str> = given.iter().map(|it| it.agency_id.as_str()).collect();
    tx.run(queries::EXPIRE_AT, [now.into(), list(&nodes), now.into(), now.into()]).await?;
    let rows: Vec<_> = given.iter().map(|it| json!([it.duty_id, it.person_id, it.kind, it.agency_id, it.ends_at])).collect();
    tx.run(queries::PASS_ON, [json!(rows).into(), now.into(), by.into(), reason.into()]).await?;
    let people: Vec<&str> = given.iter().map(|it| it.person_id.as_str()).collect();
    tx.run(queries::RENEW, [list(&people)]).await?;
    let facts: Vec<(&str, DutyGiven)> = given.iter().map(|it| (it.duty_id.as_str(), it.clone())).collect();
    outbox::publish_all(tx, now, &facts).await
}

/// Ends what was lent from these, and tells it all.
async fn settle(tx: &mut Tx, mut ended_duties: Vec<DutyEnded>, now: i64) -> Outcome<()> {
    if ended_duties.is_empty() {
        return Ok(());
    }
    let sources: Vec<_> = ended_duties.iter().map(|it| [it.duty_id.clone()]).collect();
    ended_duties.extend(tx.all(queries::END_LOANS, [now.into(), json!(sources).into()], ended).await?);
    let people: Vec<_> = ended_duties.iter().map(|it| [it.person_id.clone()]).collect();
    tx.run(queries::RENEW, [json!(people).into()]).await?;
    let facts: Vec<(&str, DutyEnded)> = ended_duties.iter().map(|it| (it.duty_id.as_str(), it.clone())).collect();
    outbox::publish_all(tx, now, &facts).await
}

fn ended(row: &Row) -> Outcome<DutyEnded> {
    Ok(DutyEnded {
        duty_id: row.get("id")?,
        person_id: row.get("person_id")?,
        kind: row.get("kind")?,
        agency_id: row.get("agency_id")?,
        because: row.get("ended_because")?,
    })
}
