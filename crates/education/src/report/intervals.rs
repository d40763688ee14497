//! Time attended: the union of one person's stays, clipped to the session; never the sum of a minutes column.

use super::Row;
use super::refusal::Window;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Attended {
    /// Disjoint, in order, within the session; what `minutes` counts.
    pub(crate) spans: Vec<Window>,
    /// Whole minutes of the union, rounded down.
    pub(crate) minutes: u32,
    /// Share of the session in thousandths, rounded down, from milliseconds and not from minutes.
    pub(crate) permille: u32,
    /// The most that a file without moments says of this person, no more than the session; it is never added to `minutes`.
    pub(crate) weak_minutes: Option<u32>,
}

/// What the rows of one person prove for a session.
pub(crate) fn attended<'r>(rows: impl IntoIterator<Item = &'r Row>, session: Window) -> Attended {
    let mut stays = Vec::new();
    let mut weak_minutes = None;
    let session_minutes = (session.1 - session.0).max(0) / 60_000;
    for row in rows.into_iter().filter(|row| !row.in_waiting_room) {
        match (row.weak_minutes, row.joined_ms, row.left_ms) {
            (Some(weak), ..) => weak_minutes = weak_minutes.max(Some(i64::from(weak).min(session_minutes) as u32)),
            (None, Some(joined_ms), Some(left_ms)) => stays.push((joined_ms, left_ms)),
            _ => {}
        }
    }
    let spans = union(&stays, session);
    let total_ms: i64 = spans.iter().map(|(from, until)| until - from).sum();
    let session_ms = (session.1 - session.0).max(1);
    Attended {
        minutes: (total_ms / 60_000) as u32,
        permille: (i128::from(total_ms) * 1000 / i128::from(session_ms)) as u32,
        spans,
        weak_minutes,
    }
}

/// Disjoint spans in order that cover what the stays cover inside the session.
pub(crate) fn union(stays: &[Window], session: Window) -> Vec<Window> {
    let mut clipped: Vec<Window> = stays
        .iter()
        .map(|(from, until)| ((*from).max(session.0), (*until).min(session.1)))
        .filter(|(from, until)| from < until)
        .collect();
    clipped.sort_unstable();
    let mut spans: Vec<Window> = Vec::with_capacity(clipped.len());
    for (from, until) in clipped {
        match spans.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => spans.push((from, until)),
        }
    }
    spans
}
