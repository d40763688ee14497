//! Reports and rows with the names that a reader needs, in a constant number of queries.

use std::collections::HashMap;

use kernel::{Db, Failure, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    model::{Aside, KeptReport, KeptRow, MatchedBy, Shown},
    queries::{self, Outcomes},
};
use crate::attendance::{
    model::Seat,
    named::{Named, Numbers, named, names},
    queries::{seats, seats_after},
};

/// A report with what became of its rows.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ShownReport {
    #[serde(flatten)]
    pub(crate) report: KeptReport,
    pub(crate) uploaded_by_name: String,
    pub(crate) withdrawn_by_name: String,
    /// Rows matched, and by what.
    pub(crate) matched: Vec<(MatchedBy, i64)>,
    pub(crate) aside: i64,
    pub(crate) open: i64,
    /// Matched rows that give minutes without moments.
    pub(crate) unplaced: i64,
}

/// Somebody registered who may be meant.
#[derive(Clone, Serialize, JsonSchema)]
pub(crate) struct Candidate {
    pub(crate) registration_id: String,
    #[serde(flatten)]
    pub(crate) person: Named,
    /// Why they may be meant: key of a sentence; empty for those found by searching.
    pub(crate) reason: String,
}

#[derive(Clone, Serialize, JsonSchema)]
pub(crate) struct ShownRow {
    pub(crate) report_id: String,
    /// Of the file, from 1.
    pub(crate) line: u32,
    /// As typed in the meeting.
    pub(crate) name: String,
    pub(crate) account_name: Option<String>,
    pub(crate) mail: Option<String>,
    pub(crate) joined_at: Option<i64>,
    pub(crate) left_at: Option<i64>,
    /// When the file gives minutes but not when.
    pub(crate) minutes: Option<u32>,
    /// Whose it is.
    pub(crate) of: Option<Candidate>,
    pub(crate) matched_by: Option<MatchedBy>,
    pub(crate) set_aside_for: Option<Aside>,
    pub(crate) suggestions: Vec<Candidate>,
    pub(crate) decided_at: Option<i64>,
    pub(crate) decided_by_name: String,
}

/// Looking for the participant that a row belongs to.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Search {
    pub(crate) row: ShownRow,
    pub(crate) words: String,
    pub(crate) found: Vec<Candidate>,
}

const MOST_FOUND: usize = 10;
/// Participants looked through at most.
const MOST_SEARCHED: i64 = 200_000;

pub(super) async fn reports(db: &Db, activity_id: &str) -> Outcome<Vec<ShownReport>> {
    let reports = queries::reports(db, activity_id).await?;
    let outcomes = queries::outcomes(db, activity_id).await?;
    let hands = reports.iter().map(|it| it.uploaded_by.clone()).chain(reports.iter().filter_map(|it| it.withdrawn_by.clone()));
    let hands = names(db, hands.collect()).await?;
    Ok(reports.into_iter().map(|it| shown(it, &outcomes, &hands)).collect())
}

fn shown(report: KeptReport, outcomes: &[Outcomes], hands: &HashMap<String, String>) -> ShownReport {
    let own: Vec<&Outcomes> = outcomes.iter().filter(|it| it.report_id == report.id).collect();
    let rows = |outcome: &str| own.iter().find(|it| it.outcome == outcome).map_or(0, |it| it.rows);
    let matched = MatchedBy::ALL.into_iter().map(|it| (it, rows(it.name()))).filter(|it| it.1 > 0).collect();
    let is_matched = |it: &&&Outcomes| MatchedBy::parse(&it.outcome).is_some();
    let name = |id: &str| hands.get(id).cloned().unwrap_or_default();
    ShownReport {
        uploaded_by_name: name(&report.uploaded_by),
        withdrawn_by_name: report.withdrawn_by.as_deref().map(name).unwrap_or_default(),
        matched,
        aside: rows("aside"),
        open: rows("open"),
        unplaced: own.iter().filter(is_matched).map(|it| it.unplaced).sum(),
        report,
    }
}

pub(super) async fn rows(db: &Db, activity_id: &str, rows: Vec<KeptRow>) -> Outcome<Vec<ShownRow>> {
    let meant = rows.iter().flat_map(|it| it.suggestions.iter().map(|it| &it.registration_id).chain(&it.registration_id));
    let meant: Vec<String> = meant.cloned().collect();
    let candidates = candidates(db, activity_id, &meant).await?;
    let hands = names(db, rows.iter().filter_map(|it| it.decided_by.clone()).collect()).await?;
    Ok(rows.into_iter().map(|it| shown_row(it, &candidates, &hands)).collect())
}

async fn candidates(db: &Db, activity_id: &str, registrations: &[String]) -> Outcome<HashMap<String, Candidate>> {
    let seats: Vec<Seat> = seats(db, activity_id, registrations).await?.into_values().collect();
    let people = named(db, &seats, Numbers::InFull).await?;
    Ok(seats.into_iter().zip(people).map(|(seat, person)| (seat.registration_id.clone(), candidate(seat, person))).collect())
}

fn candidate(seat: Seat, person: Named) -> Candidate {
    Candidate { registration_id: seat.registration_id, person, reason: String::new() }
}

fn shown_row(kept: KeptRow, candidates: &HashMap<String, Candidate>, hands: &HashMap<String, String>) -> ShownRow {
    let suggestions = kept.suggestions.iter().filter_map(|it| {
        let candidate = candidates.get(&it.registration_id)?.clone();
        Some(Candidate { reason: it.reason.clone(), ..candidate })
    });
    ShownRow {
        suggestions: suggestions.collect(),
        of: kept.registration_id.as_ref().and_then(|it| candidates.get(it)).cloned(),
        report_id: kept.report_id,
        line: kept.row.line,
        name: kept.row.name,
        account_name: kept.row.original_name,
        mail: kept.row.mail,
        joined_at: kept.row.joined_ms,
        left_at: kept.row.left_ms,
        minutes: kept.row.weak_minutes,
        matched_by: kept.matched_by,
        set_aside_for: kept.set_aside_for,
        decided_at: kept.decided_at,
        decided_by_name: kept.decided_by.as_ref().and_then(|it| hands.get(it)).cloned().unwrap_or_default(),
    }
}

/// The row and those participants whose name, number or mail has all the words; nothing when the row is decided meanwhile.
pub(super) async fn search(db: &Db, activity_id: &str, key: (&str, i64), words: &str) -> Outcome<Option<Search>> {
    let kept = match queries::row(db, activity_id, key).await {
        Err(Failure::NotFound) => return Ok(None),
        other => other?,
    };
    if kept.registration_id.is_some() || kept.set_aside_for.is_some() {
        return Ok(None);
    }
    let wanted: Vec<String> = words.to_lowercase().split_whitespace().take(6).map(str::to_owned).collect();
    let found = if wanted.is_empty() { Vec::new() } else { find(db, activity_id, &wanted).await? };
    let row = rows(db, activity_id, vec![kept]).await?.pop();
    Ok(row.map(|row| Search { row, words: words.to_owned(), found }))
}

async fn find(db: &Db, activity_id: &str, wanted: &[String]) -> Outcome<Vec<Candidate>> {
    let seats = seats_after(&db.reports(), activity_id, 0, MOST_SEARCHED).await?;
    let people = named(&db.reports(), &seats, Numbers::InFull).await?;
    let has_all = |it: &Named| {
        let text = format!("{} {} {} {}", it.name, it.nip, it.mail.as_deref().unwrap_or_default(), it.agency).to_lowercase();
        wanted.iter().all(|word| text.contains(word))
    };
    let found = seats.into_iter().zip(people).filter(|it| has_all(&it.1));
    Ok(found.take(MOST_FOUND).map(|(seat, person)| candidate(seat, person)).collect())
}

impl ShownRow {
    /// As it stands in addresses.
    pub(crate) fn key(&self) -> String {
        super::model::source(&self.report_id, self.line)
    }

    pub(crate) fn is_open(&self) -> bool {
        self.of.is_none() && self.set_aside_for.is_none()
    }
}

impl ShownReport {
    pub(crate) fn stands(&self) -> bool {
        self.report.withdrawn_at.is_none()
    }

    /// Whether an owner still has to say if minutes without moments count.
    pub(crate) fn waits_for_minutes(&self) -> bool {
        self.stands() && self.unplaced > 0 && self.report.minutes_accepted_at.is_none()
    }
}

impl Shown {
    /// Fluent key of the sentence when there are no such rows.
    pub(crate) fn nothing(self) -> &'static str {
        match self {
            Shown::Open => "attendance-rows-open-none",
            Shown::Matched => "attendance-rows-matched-none",
            Shown::Aside => "attendance-rows-aside-none",
        }
    }
}
