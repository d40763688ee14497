//! Every statement about meeting reports and their rows.

use kernel::{
    Db, Outcome,
    db::{Row as Found, Tx, Value},
};
use serde_json::json;

use super::model::{KeptReport, KeptRow, MatchedBy, Shown};
use crate::attendance::policy::Correctable;

pub(crate) const ALL: &[&str] = &[
    KNOWN,
    REPORT,
    REPORTS,
    ADD,
    ADD_ROWS,
    OUTCOMES,
    ROW,
    OPEN_ROWS,
    MATCHED_ROWS,
    ASIDE_ROWS,
    UNDECIDED,
    UNPLACED,
    REMATCH,
    ASSIGN,
    SET_ASIDE,
    UNDO,
    DECIDED,
    ACCEPT_MINUTES,
    WITHDRAW,
];

const KNOWN: &str = "select * from education_report where activity_id = $1 and sha256 = $2 and withdrawn_at is null";
const REPORT: &str = "select * from education_report where activity_id = $1 and id = $2";
const REPORTS: &str = "select * from education_report where activity_id = $1 order by id desc limit 50";

/// The report with these bytes, unless it was withdrawn.
pub(super) async fn known(db: &Db, activity_id: &str, sha256: &str) -> Outcome<Option<KeptReport>> {
    db.maybe(KNOWN, [activity_id.into(), sha256.into()], KeptReport::read).await
}

pub(super) async fn report(db: &Db, activity_id: &str, report_id: &str) -> Outcome<KeptReport> {
    db.one(REPORT, [activity_id.into(), report_id.into()], KeptReport::read).await
}

/// The latest first.
pub(super) async fn reports(db: &Db, activity_id: &str) -> Outcome<Vec<KeptReport>> {
    db.all(REPORTS, [activity_id.into()], KeptReport::read).await
}

const ADD: &str = "
    insert into education_report (id, activity_id, sha256, service, file_name, zone, uploaded_at, uploaded_by, row_count, skipped, remarks)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing";
const ADD_ROWS: &str = "
    insert into education_report_row (report_id, activity_id, line, name, account_name, mail, nip, link_id, joined_at, left_at, minutes,
        registration_id, matched_by, suggestions)
    select $1, $2, cast(value ->> 0 as bigint), value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, cast(value ->> 6 as bigint),
        cast(value ->> 7 as bigint), cast(value ->> 8 as bigint), value ->> 9, value ->> 10, value ->> 11
      from json_each($3)";

/// A report to be kept.
pub(super) struct NewReport {
    pub(super) id: String,
    pub(super) sha256: String,
    pub(super) service: &'static str,
    pub(super) file_name: String,
    pub(super) zone: &'static str,
    pub(super) skipped: i64,
    pub(super) remarks: Vec<(&'static str, Option<u32>)>,
    pub(super) rows: Vec<KeptRow>,
}

/// Answers false when the same file is there already.
pub(super) async fn add(tx: &mut Tx, proof: &Correctable, new: &NewReport, (by, now): (&str, i64)) -> Outcome<bool> {
    let activity_id = &proof.activity().id;
    let args: [Value; 11] = [
        (&new.id).into(),
        activity_id.into(),
        (&new.sha256).into(),
        new.service.into(),
        (&new.file_name).into(),
        new.zone.into(),
        now.into(),
        by.into(),
        (new.rows.len() as i64).into(),
        new.skipped.into(),
        serde_json::to_string(&new.remarks)?.into(),
    ];
    if tx.run(ADD, args).await? == 0 {
        return Ok(false);
    }
    for rows in new.rows.chunks(ROWS_AT_ONCE) {
        let rows: Vec<_> = rows.iter().map(cells).collect::<Outcome<_>>()?;
        tx.run(ADD_ROWS, [(&new.id).into(), activity_id.into(), json!(rows).into()]).await?;
    }
    Ok(true)
}

const ROWS_AT_ONCE: usize = 5_000;

fn cells(kept: &KeptRow) -> Outcome<serde_json::Value> {
    let row = &kept.row;
    Ok(json!([
        row.line,
        row.name,
        row.original_name,
        row.mail.as_deref().unwrap_or_default(),
        row.nip,
        row.link_id,
        row.joined_ms,
        row.left_ms,
        row.weak_minutes,
        kept.registration_id,
        kept.matched_by.map(MatchedBy::name),
        serde_json::to_string(&kept.suggestions)?,
    ]))
}

const OUTCOMES: &str = "
    select report_id, coalesce(matched_by, case when set_aside_at is not null then 'aside' else 'open' end) as outcome,
        count(*) as n, count(minutes) as unplaced
      from education_report_row where activity_id = $1 group by report_id, outcome";

/// How many rows of a report came to what.
pub(super) struct Outcomes {
    pub(super) report_id: String,
    /// A key that matched, "decision", "aside" or "open".
    pub(super) outcome: String,
    pub(super) rows: i64,
    /// Of these, rows that give minutes without moments.
    pub(super) unplaced: i64,
}

pub(super) async fn outcomes(db: &Db, activity_id: &str) -> Outcome<Vec<Outcomes>> {
    let read = |found: &Found| {
        Ok(Outcomes {
            report_id: found.get("report_id")?,
            outcome: found.get("outcome")?,
            rows: found.get("n")?,
            unplaced: found.get("unplaced")?,
        })
    };
    db.all(OUTCOMES, [activity_id.into()], read).await
}

const ROW: &str = "select * from education_report_row where activity_id = $1 and report_id = $2 and line = $3";
const OPEN_ROWS: &str = "
    select r.* from education_report_row r join education_report p on p.id = r.report_id and p.withdrawn_at is null
     where r.activity_id = $1 and (r.report_id, r.line) > ($2, $3) and r.registration_id is null and r.set_aside_at is null
     order by r.report_id, r.line limit $4";
const MATCHED_ROWS: &str = "
    select r.* from education_report_row r join education_report p on p.id = r.report_id and p.withdrawn_at is null
     where r.activity_id = $1 and (r.report_id, r.line) > ($2, $3) and r.registration_id is not null
     order by r.report_id, r.line limit $4";
const ASIDE_ROWS: &str = "
    select r.* from education_report_row r join education_report p on p.id = r.report_id and p.withdrawn_at is null
     where r.activity_id = $1 and (r.report_id, r.line) > ($2, $3) and r.set_aside_at is not null
     order by r.report_id, r.line limit $4";

pub(super) async fn row(db: &Db, activity_id: &str, (report_id, line): (&str, i64)) -> Outcome<KeptRow> {
    db.one(ROW, [activity_id.into(), report_id.into(), line.into()], KeptRow::read).await
}

/// Rows of reports that stand, after one of them.
pub(super) async fn rows(db: &Db, activity_id: &str, shown: Shown, (after, most): ((&str, i64), i64)) -> Outcome<Vec<KeptRow>> {
    let sql = match shown {
        Shown::Open => OPEN_ROWS,
        Shown::Matched => MATCHED_ROWS,
        Shown::Aside => ASIDE_ROWS,
    };
    db.all(sql, [activity_id.into(), after.0.into(), after.1.into(), most.into()], KeptRow::read).await
}

const UNDECIDED: &str = "
    select r.* from education_report_row r join education_report p on p.id = r.report_id and p.withdrawn_at is null
     where r.activity_id = $1 and r.registration_id is null and r.set_aside_at is null and r.decided_at is null
     order by r.report_id, r.line limit 200000";
const UNPLACED: &str = "
    select * from education_report_row where activity_id = $1 and report_id = $2 and registration_id is not null and minutes is not null";
const REMATCH: &str = "
    update education_report_row set registration_id = fresh.value ->> 2, matched_by = fresh.value ->> 3, suggestions = fresh.value ->> 4
      from json_each($1) fresh
     where education_report_row.report_id = fresh.value ->> 0 and education_report_row.line = cast(fresh.value ->> 1 as bigint)
       and education_report_row.registration_id is null and education_report_row.decided_at is null";

/// Open rows that no owner has touched.
pub(super) async fn undecided(db: &Db, activity_id: &str) -> Outcome<Vec<KeptRow>> {
    db.all(UNDECIDED, [activity_id.into()], KeptRow::read).await
}

/// Matched rows of a report that give minutes without moments.
pub(super) async fn unplaced(db: &Db, activity_id: &str, report_id: &str) -> Outcome<Vec<KeptRow>> {
    db.all(UNPLACED, [activity_id.into(), report_id.into()], KeptRow::read).await
}

/// Keeps fresh matches and suggestions of open rows.
pub(super) async fn rematch(tx: &mut Tx, rows: &[KeptRow]) -> Outcome<()> {
    for rows in rows.chunks(ROWS_AT_ONCE) {
        let fresh = |it: &KeptRow| {
            let suggestions = serde_json::to_string(&it.suggestions)?;
            Ok(json!([it.report_id, it.row.line, it.registration_id, it.matched_by.map(MatchedBy::name), suggestions]))
        };
        let fresh: Vec<_> = rows.iter().map(fresh).collect::<Outcome<_>>()?;
        tx.run(REMATCH, [json!(fresh).into()]).await?;
    }
    Ok(())
}

const ASSIGN: &str = "
    update education_report_row set registration_id = $1, matched_by = 'decision', decided_at = $2, decided_by = $3
     where report_id = $4 and line = $5 and registration_id is null and set_aside_at is null";
const SET_ASIDE: &str = "
    update education_report_row set set_aside_for = $1, set_aside_at = $2, decided_at = $3, decided_by = $4
     where report_id = $5 and line = $6 and registration_id is null and set_aside_at is null";
const UNDO: &str = "
    update education_report_row set registration_id = null, matched_by = null, set_aside_at = null, set_aside_for = null, decided_at = $1,
        decided_by = $2
     where report_id = $3 and line = $4 and coalesce(registration_id, set_aside_for) = $5";
const DECIDED: &str = "
    insert into education_report_decision (id, report_id, line, kind, registration_id, reason, decided_at, decided_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// What an owner decided about a row.
pub(super) enum Decision<'a> {
    Assigned(&'a str),
    SetAside(&'a str),
    /// Whose it was, or why it was set aside.
    Undone(&'a str),
}

/// A decision on a row, with whose and when.
pub(super) struct Deciding<'a> {
    pub(super) row: &'a KeptRow,
    pub(super) by: &'a str,
    pub(super) now: i64,
}

/// Keeps the decision and that it was made; answers false when another owner was faster.
pub(super) async fn decide(tx: &mut Tx, deciding: &Deciding<'_>, decision: &Decision<'_>) -> Outcome<bool> {
    let Deciding { row, by, now } = *deciding;
    let (report_id, line) = (row.report_id.as_str(), i64::from(row.row.line));
    let (kind, registration_id, reason, changed) = match *decision {
        Decision::Assigned(to) => {
            let args = [to.into(), now.into(), by.into(), report_id.into(), line.into()];
            ("assigned", Some(to), None, tx.run(ASSIGN, args).await?)
        }
        Decision::SetAside(reason) => {
            let args = [reason.into(), now.into(), now.into(), by.into(), report_id.into(), line.into()];
            ("set-aside", None, Some(reason), tx.run(SET_ASIDE, args).await?)
        }
        Decision::Undone(from) => {
            let args = [now.into(), by.into(), report_id.into(), line.into(), from.into()];
            ("undone", row.registration_id.as_deref(), None, tx.run(UNDO, args).await?)
        }
    };
    if changed == 0 {
        return Ok(false);
    }
    let args: [Value; 8] = [
        kernel::id::fresh().into(),
        report_id.into(),
        line.into(),
        kind.into(),
        registration_id.into(),
        reason.into(),
        now.into(),
        by.into(),
    ];
    tx.run(DECIDED, args).await?;
    Ok(true)
}

const ACCEPT_MINUTES: &str = "
    update education_report set minutes_accepted_at = $1, minutes_accepted_by = $2, minutes_accepted_for = $3
     where id = $4 and minutes_accepted_at is null and withdrawn_at is null";
const WITHDRAW: &str = "
    update education_report set withdrawn_at = $1, withdrawn_by = $2, withdrawn_for = $3 where id = $4 and withdrawn_at is null";

/// Lets minutes without moments count; answers false when they do already.
pub(super) async fn accept_minutes(tx: &mut Tx, report_id: &str, (by, now): (&str, i64), reason: &str) -> Outcome<bool> {
    Ok(tx.run(ACCEPT_MINUTES, [now.into(), by.into(), reason.into(), report_id.into()]).await? == 1)
}

/// Answers false when it was withdrawn already.
pub(super) async fn withdraw(tx: &mut Tx, report_id: &str, (by, now): (&str, i64), reason: &str) -> Outcome<bool> {
    Ok(tx.run(WITHDRAW, [now.into(), by.into(), reason.into(), report_id.into()]).await? == 1)
}
