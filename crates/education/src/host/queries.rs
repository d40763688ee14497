//! Every statement about asking and answering.

use kernel::{
    Db, Outcome,
    db::{Row, Tx},
};

use crate::activity::policy::{Answerable, Editable};

pub(crate) const ALL: &[&str] = &[ASK, ACCEPT, DECLINE, TAKE_BACK, OPEN];

const ASK: &str = "
    insert into education_host (activity_id, agency_id, invited_at, invited_by, message) values ($1, $2, $3, $4, $5)
    on conflict (activity_id, agency_id) do update
        set invited_at = excluded.invited_at, invited_by = excluded.invited_by, message = excluded.message,
            declined_at = null, answered_by = null, answer_reason = null
      where education_host.declined_at is not null";
const ACCEPT: &str = "
    update education_host set accepted_at = $1, answered_by = $2
     where activity_id = $3 and agency_id = $4 and accepted_at is null and declined_at is null";
const DECLINE: &str = "
    update education_host set declined_at = $1, answered_by = $2, answer_reason = $3
     where activity_id = $4 and agency_id = $5 and accepted_at is null and declined_at is null";
const TAKE_BACK: &str = "delete from education_host where activity_id = $1 and agency_id = $2 and accepted_at is null";
const OPEN: &str = "
    select h.activity_id, h.agency_id, h.invited_at, h.message, a.title, a.starts_at from education_host h
      join education_activity a on a.id = h.activity_id
     where h.agency_id in (select value ->> 0 from json_each($1)) and h.accepted_at is null and h.declined_at is null
       and a.cancelled_at is null and a.archived_at is null
     order by h.invited_at, h.activity_id limit 50";

/// Answers false when that agency is asked or an owner already.
pub(crate) async fn ask(tx: &mut Tx, proof: &Editable, agency_id: &str, by: (&str, i64), message: &str) -> Outcome<bool> {
    let args = [(&proof.activity().id).into(), agency_id.into(), by.1.into(), by.0.into(), message.into()];
    Ok(tx.run(ASK, args).await? == 1)
}

/// Answers false when it was answered meanwhile.
pub(crate) async fn accept(tx: &mut Tx, proof: &Answerable, by: (&str, i64)) -> Outcome<bool> {
    let args = [by.1.into(), by.0.into(), (&proof.hosted.activity.id).into(), (&proof.agency_id).into()];
    Ok(tx.run(ACCEPT, args).await? == 1)
}

pub(crate) async fn decline(tx: &mut Tx, proof: &Answerable, by: (&str, i64), reason: &str) -> Outcome<bool> {
    let args = [by.1.into(), by.0.into(), reason.into(), (&proof.hosted.activity.id).into(), (&proof.agency_id).into()];
    Ok(tx.run(DECLINE, args).await? == 1)
}

pub(crate) async fn take_back(tx: &mut Tx, proof: &Editable, agency_id: &str) -> Outcome<bool> {
    Ok(tx.run(TAKE_BACK, [(&proof.activity().id).into(), agency_id.into()]).await? == 1)
}

/// A question to an agency that waits for an answer.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub(crate) struct OpenInvitation {
    pub(crate) activity_id: String,
    pub(crate) agency_id: String,
    pub(crate) invited_at: i64,
    pub(crate) message: String,
    pub(crate) title: String,
    pub(crate) starts_at: i64,
}

pub(crate) async fn open_for(db: &Db, agencies: &[String]) -> Outcome<Vec<OpenInvitation>> {
    db.all(OPEN, [crate::activity::queries::list(agencies)], open_invitation).await
}

fn open_invitation(row: &Row) -> Outcome<OpenInvitation> {
    Ok(OpenInvitation {
        activity_id: row.get("activity_id")?,
        agency_id: row.get("agency_id")?,
        invited_at: row.get("invited_at")?,
        message: row.get("message")?,
        title: row.get("title")?,
        starts_at: row.get("starts_at")?,
    })
}
