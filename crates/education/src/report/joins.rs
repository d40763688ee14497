//! Pairs a list of arrivals and departures into stays; knows no file.

use std::collections::HashMap;

use super::sections::LogEvent;
use super::{Row, SkipReason};

/// An arrival or departure whose moment is known.
pub(super) struct Placed {
    pub(super) row: Row,
    pub(super) event: LogEvent,
    pub(super) at_ms: i64,
}

#[derive(Default)]
pub(super) struct Stays {
    pub(super) rows: Vec<Row>,
    pub(super) skipped: Vec<(u32, SkipReason)>,
    /// How many never leave in the list; they are counted to its last moment, for somebody exported it from the running meeting.
    pub(super) stayed: u32,
}

pub(super) fn stays(mut entries: Vec<Placed>) -> Stays {
    entries.sort_by_key(|entry| (entry.at_ms, entry.row.line));
    let last_ms = entries.last().map_or(0, |entry| entry.at_ms);
    let mut stays = Stays::default();
    // Oldest arrival first: with two devices the first departure closes the first arrival, and the union is the same.
    let mut present: HashMap<(String, Option<String>), Vec<Row>> = HashMap::new();
    for entry in entries {
        let person = present.entry((entry.row.name.clone(), entry.row.mail.clone())).or_default();
        match entry.event {
            LogEvent::Joined => person.push(Row { joined_ms: Some(entry.at_ms), ..entry.row }),
            LogEvent::Left if person.is_empty() => stays.skipped.push((entry.row.line, SkipReason::LeftWithoutJoining)),
            LogEvent::Left => {
                let arrived = person.remove(0);
                stays.rows.push(Row { left_ms: Some(entry.at_ms), ..arrived });
            }
        }
    }
    for arrived in present.into_values().flatten() {
        stays.stayed += 1;
        stays.rows.push(Row { left_ms: Some(last_ms), ..arrived });
    }
    stays.rows.sort_by_key(|row| row.line);
    stays
}
