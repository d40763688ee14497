//! Between the registrations of an activity and the pure matching of `report`: who is known by what, and what a verdict becomes.

use kernel::{Db, Failure, Outcome};

use super::model::{KeptRow, KeptSuggestion, MatchedBy, source};
use crate::{
    attendance::{
        model::Seat,
        named::{Numbers, named},
        queries::{Entry, seats_after},
    },
    report::{
        Row,
        matching::{Register, Registered, Verdict},
    },
};

/// More registrations than this are not matched at once.
const MOST_REGISTERED: i64 = 200_000;

/// Everybody with a place, as the matching knows them. Two queries.
pub(super) async fn registered(db: &Db, activity_id: &str) -> Outcome<Vec<Registered>> {
    let seats = seats_after(db, activity_id, 0, MOST_REGISTERED).await?;
    let people = named(db, &seats, Numbers::InFull).await?;
    let known = |(seat, person): (Seat, crate::attendance::named::Named)| Registered {
        // What meeting services are given as the participant's number, and give back.
        link_id: Some(seat.registration_id.clone()),
        id: seat.registration_id,
        name_plain: person.plain_name,
        mail: person.mail,
        nip: Some(person.nip).filter(|it| !it.is_empty()),
    };
    Ok(seats.into_iter().zip(people).map(known).collect())
}

/// Says of each row whose it is, or whose it may be. Off the request's thread: a report may have 200.000 rows.
pub(super) async fn matched(rows: Vec<KeptRow>, registered: Vec<Registered>) -> Outcome<Vec<KeptRow>> {
    let matching = tokio::task::spawn_blocking(move || {
        let register = Register::of(&registered);
        rows.into_iter().map(|it| judged(it, &register)).collect()
    });
    matching.await.map_err(Failure::broken)
}

fn judged(kept: KeptRow, register: &Register<'_>) -> KeptRow {
    match register.verdict(&kept.row) {
        Verdict::Matched { registration, by } => KeptRow {
            registration_id: Some(registration),
            matched_by: Some(MatchedBy::from(by)),
            suggestions: Vec::new(),
            ..kept
        },
        Verdict::Unmatched { suggestions } => {
            let kept_suggestion = |it: crate::report::matching::Suggestion| KeptSuggestion {
                registration_id: it.registration,
                reason: it.reason.key().to_owned(),
            };
            KeptRow { suggestions: suggestions.into_iter().map(kept_suggestion).collect(), ..kept }
        }
    }
}

/// A row of which nothing is decided.
pub(super) fn open(report_id: &str, row: Row) -> KeptRow {
    KeptRow {
        report_id: report_id.to_owned(),
        row,
        registration_id: None,
        matched_by: None,
        suggestions: Vec::new(),
        decided_at: None,
        decided_by: None,
        set_aside_for: None,
    }
}

/// Whether minutes without moments count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unplaced {
    Count,
    Wait,
}

/// The evidence that a matched row gives. Times stay as in the file: counting clips them to the session as it then is.
pub(super) fn evidence(kept: &KeptRow, unplaced: Unplaced) -> Option<Entry> {
    let registration_id = kept.registration_id.as_deref()?;
    let entry = |at| Entry::moment(registration_id, &source(&kept.report_id, kept.row.line), at);
    match (kept.row.weak_minutes, kept.row.joined_ms, kept.row.left_ms) {
        (Some(_), ..) if unplaced == Unplaced::Wait => None,
        (Some(minutes), joined, _) => {
            let at = joined.unwrap_or_default();
            Some(Entry { minutes: Some(i64::from(minutes)), ..entry(at) })
        }
        (None, Some(joined), Some(left)) => Some(Entry { until_at: left, ..entry(joined) }),
        _ => None,
    }
}
