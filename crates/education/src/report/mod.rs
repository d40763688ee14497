//! Reads a meeting service's attendance report: bytes in, rows and reasons out; it decides nothing about attendance and stores nothing.

mod cells;
mod columns;
mod decoding;
mod durations;
pub(crate) mod intervals;
mod joins;
mod keys;
pub(crate) mod matching;
mod moments;
pub(crate) mod names;
mod people;
mod placing;
mod refusal;
mod sections;
mod suggestions;
mod typed_names;
mod wording;

#[cfg(test)]
mod tests;

pub(crate) use moments::DateOrder;
pub(crate) use refusal::{Argument, Refusal, Window};

use sha2::{Digest, Sha256};

/// A report above this size is refused before it is decoded.
pub(crate) const LARGEST_FILE_BYTES: usize = 20 * 1024 * 1024;
/// A report with more rows that say something is refused.
pub(crate) const MOST_ROWS: usize = 200_000;

/// What the organiser knows already: when the session was, and in which zone the host's account writes its times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hint {
    pub(crate) session_start_ms: i64,
    pub(crate) session_end_ms: i64,
    /// Minutes east of UTC: 420 WIB, 480 WITA, 540 WIT.
    pub(crate) zone_offset_minutes: i32,
}

/// What the organiser answered when an earlier reading of the same file asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    pub(crate) date_order: DateOrderAnswer,
    pub(crate) zone: ZoneAnswer,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum DateOrderAnswer {
    #[default]
    Unasked,
    Is(DateOrder),
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum ZoneAnswer {
    #[default]
    Unasked,
    /// The organiser insists on the zone of the hint although another fits better.
    Confirmed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) service: Service,
    pub(crate) topic: Option<String>,
    pub(crate) meeting_id: Option<String>,
    /// First to last moment that the report vouches for, in epoch milliseconds.
    pub(crate) window: Option<Window>,
    pub(crate) rows: Vec<Row>,
    /// Rows of the file that are no evidence, and why.
    pub(crate) skipped: Vec<(u32, SkipReason)>,
    /// Of the bytes as uploaded, in lower-case hexadecimal.
    pub(crate) sha256: String,
    pub(crate) date_order: DateOrder,
    pub(crate) warnings: Vec<Warning>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Service {
    Zoom,
    Teams,
    Meet,
    BigBlueButton,
}

/// One stay of one connection, or one person's total where the service tells no more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Row of the file as a spreadsheet counts, from 1.
    pub(crate) line: u32,
    pub(crate) name: String,
    /// The other name the service knows: the account behind the typed name, or the name given at registration.
    pub(crate) original_name: Option<String>,
    /// Trimmed, in lower case.
    pub(crate) mail: Option<String>,
    /// 18 digits, from a registration question of the file; those inside `name` are left to the matching.
    pub(crate) nip: Option<String>,
    pub(crate) link_id: Option<String>,
    pub(crate) joined_ms: Option<i64>,
    pub(crate) left_ms: Option<i64>,
    /// Waited before being let in: present in the file, no evidence of attendance.
    pub(crate) in_waiting_room: bool,
    /// Set when the file gives minutes but not when they were: then `joined_ms` and `left_ms` only bound them.
    pub(crate) weak_minutes: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SkipReason {
    DidNotAttend,
    NoName,
    NoTimes,
    UnreadableTime,
    LeftBeforeJoining,
    LeftWithoutJoining,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Warning {
    /// So many rows give minutes without the moments.
    WeakRows(u32),
    /// The file writes clock times only; the session's date was taken.
    DatesTakenFromSession,
    /// So many people never leave in the file; they are counted to its last moment.
    StayedToTheEnd(u32),
    /// The meeting part of the file and its participants disagree about when it was.
    MeetingPartDisagrees,
    /// So many letters were already lost when the file was saved.
    LostLetters(u32),
}

/// Reads a report for the session of the hint. Refuses rather than guesses.
pub(crate) fn read(bytes: &[u8], hint: Hint) -> Result<Report, Refusal> {
    read_answered(bytes, hint, Answers::default())
}

/// As `read`, with the organiser's answers to what it asked.
pub(crate) fn read_answered(bytes: &[u8], hint: Hint, answers: Answers) -> Result<Report, Refusal> {
    if bytes.len() > LARGEST_FILE_BYTES {
        return Err(Refusal::TooLarge { megabytes: bytes.len().div_ceil(1024 * 1024) as u64 });
    }
    let text = decoding::text(bytes)?;
    let draft = sections::walk(&text)?;
    let mut report = placing::place(draft, hint, answers)?;
    let lost = text.chars().filter(|&letter| letter == '\u{fffd}').count();
    if lost > 0 {
        report.warnings.push(Warning::LostLetters(lost as u32));
    }
    report.sha256 = hexadecimal(&Sha256::digest(bytes));
    Ok(report)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
