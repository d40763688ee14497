//! What ends with whom: duties when somebody moves away or leaves, loans when their duty ends. Called in the same transaction as the move,
//! so that no right outlives it.

use kernel::{
    Outcome,
    db::{Row, Tx},
    outbox,
};
use serde_json::json;

use super::queries;
use crate::{account::published::DutyEnded, lookup::list};

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
