//! Walks a report section by section and gathers what it says, leaving dates undecided; says what is missing when it is no report.

use std::collections::HashSet;

use super::cells::{Cells, Rows};
use super::columns::{self, Column, Heading, Shape};
use super::moments::{DateOrder, Moment};
use super::people::{named_row, shortened};
use super::refusal::{MissingColumn, Refusal};
use super::{MOST_ROWS, Row, Service, SkipReason, durations, wording};

/// Everything the file says, before it is known what its dates mean.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) service: Option<Service>,
    pub(super) topic: Option<String>,
    pub(super) meeting_id: Option<String>,
    pub(super) started: Option<Moment>,
    pub(super) ended: Option<Moment>,
    pub(super) rows: Vec<DraftRow>,
    pub(super) log: Vec<LogEntry>,
    pub(super) skipped: Vec<(u32, SkipReason)>,
    pub(super) dates: DateEvidence,
}

#[derive(Debug)]
pub(super) struct DraftRow {
    pub(super) row: Row,
    pub(super) shape: Shape,
    pub(super) joined: Option<Moment>,
    pub(super) left: Option<Moment>,
    pub(super) seconds: Option<u32>,
}

#[derive(Debug)]
pub(super) struct LogEntry {
    pub(super) row: Row,
    pub(super) event: LogEvent,
    pub(super) moment: Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LogEvent {
    Joined,
    Left,
}

/// What the file as a whole proves about the order of day and month.
#[derive(Debug, Default)]
pub(super) struct DateEvidence {
    pub(super) day_first_line: Option<u32>,
    pub(super) month_first_line: Option<u32>,
    pub(super) doubtful_example: Option<String>,
}

/// A heading stands within so many rows, or there is none.
const HEADING_WITHIN: usize = 1000;

pub(super) fn walk(text: &str) -> Result<Draft, Refusal> {
    let separator = separator(text)?;
    let mut walk = Walk { draft: Draft::default(), place: Place::Outside };
    let mut rows = Rows::new(text, separator);
    let mut cells = Cells::new();
    let mut told = 0_usize;
    while let Some(line) = rows.next_into(&mut cells) {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        told += 1;
        if told > MOST_ROWS {
            return Err(Refusal::TooManyRows);
        }
        walk.step(line, &cells);
    }
    Ok(walk.finish())
}

/// The separator under which a heading of participants appears.
fn separator(text: &str) -> Result<u8, Refusal> {
    let mut closest = (0, vec![MissingColumn::Name, MissingColumn::JoinTime, MissingColumn::LeaveTime]);
    for separator in [b',', b'\t', b';'] {
        let mut rows = Rows::new(text, separator);
        let mut cells = Cells::new();
        for _ in 0..HEADING_WITHIN {
            if rows.next_into(&mut cells).is_none() {
                break;
            }
            if Heading::of(&cells).is_some_and(|heading| heading.shape != Shape::Meeting) {
                return Ok(separator);
            }
            let (known, missing) = columns::missing(&cells);
            if known > closest.0 && !missing.is_empty() {
                closest = (known, missing);
            }
        }
    }
    Err(Refusal::NotAReport { missing: closest.1 })
}

enum Place {
    Outside,
    Meeting(Heading),
    People(Heading),
}

struct Walk {
    draft: Draft,
    place: Place,
}

impl Walk {
    fn step(&mut self, line: u32, cells: &Cells<'_>) {
        if let Some(heading) = Heading::of(cells) {
            self.enter(heading);
            return;
        }
        if is_label(cells) {
            self.place = Place::Outside;
            return;
        }
        match std::mem::replace(&mut self.place, Place::Outside) {
            Place::Outside => self.pair(line, cells),
            Place::Meeting(heading) => self.meeting(line, &heading, cells),
            Place::People(heading) => {
                if heading.repeats_meeting && self.draft.topic.is_none() {
                    self.meeting(line, &heading, cells);
                }
                self.person(line, &heading, cells);
                self.place = Place::People(heading);
            }
        }
    }

    fn enter(&mut self, heading: Heading) {
        if self.draft.service.is_none() {
            self.draft.service = heading.service;
        }
        self.place = match heading.shape {
            Shape::Meeting => Place::Meeting(heading),
            _ => Place::People(heading),
        };
    }

    /// "Meeting title<tab>Literasi data" and the like, above the participants.
    fn pair(&mut self, line: u32, cells: &Cells<'_>) {
        let mut told = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let (Some(key), Some(value), None) = (told.next(), told.next(), told.next()) else { return };
        match columns::column_of(key) {
            Some(Column::Topic) => self.draft.topic = Some(shortened(value)),
            Some(Column::MeetingId) => self.draft.meeting_id = Some(shortened(value)),
            Some(Column::StartTime) => self.draft.started = self.moment(line, value),
            Some(Column::EndTime) => self.draft.ended = self.moment(line, value),
            Some(Column::Generated) => drop(self.moment(line, value)),
            _ => {}
        }
    }

    fn meeting(&mut self, line: u32, heading: &Heading, cells: &Cells<'_>) {
        let cell = |column| heading.cell(cells, column);
        self.draft.topic = cell(Column::Topic).map(shortened);
        self.draft.meeting_id = cell(Column::MeetingId).map(shortened);
        self.draft.started = cell(Column::StartTime).and_then(|text| self.moment(line, text));
        self.draft.ended = cell(Column::EndTime).and_then(|text| self.moment(line, text));
    }

    fn person(&mut self, line: u32, heading: &Heading, cells: &Cells<'_>) {
        let cell = |column| heading.cell(cells, column);
        if let Some(text) = cell(Column::RegisteredAt) {
            self.moment(line, text);
        }
        if cell(Column::Attended).is_some_and(wording::is_no) {
            return self.skip(line, SkipReason::DidNotAttend);
        }
        let Some(row) = named_row(line, heading, cells) else {
            return self.skip(line, SkipReason::NoName);
        };
        if heading.shape == Shape::Log {
            return self.log(row, cell(Column::Action), cell(Column::Stamp));
        }
        let seconds = cell(Column::TotalDuration).or(cell(Column::Duration)).and_then(durations::seconds);
        let (joined, left) = (cell(Column::Joined), cell(Column::Left));
        let nothing_told = if heading.shape == Shape::Totals { seconds.is_none() } else { joined.is_none() };
        if nothing_told {
            return self.skip(line, SkipReason::NoTimes);
        }
        let mut read = |text: Option<&str>| text.map(|text| self.moment(line, text).map(|moment| moment_under(heading, moment)));
        match (read(joined), read(left)) {
            (Some(None), _) | (_, Some(None)) => self.skip(line, SkipReason::UnreadableTime),
            (joined, left) => self.draft.rows.push(DraftRow {
                row,
                shape: heading.shape,
                joined: joined.flatten(),
                left: left.flatten(),
                seconds,
            }),
        }
    }

    fn log(&mut self, row: Row, action: Option<&str>, stamp: Option<&str>) {
        let line = row.line;
        let (Some(action), Some(stamp)) = (action, stamp) else {
            return self.skip(line, SkipReason::NoTimes);
        };
        let event = match () {
            () if wording::is_joining(action) => LogEvent::Joined,
            () if wording::is_leaving(action) => LogEvent::Left,
            () => return self.skip(line, SkipReason::NoTimes),
        };
        match self.moment(line, stamp) {
            Some(moment) => self.draft.log.push(LogEntry { row, event, moment }),
            None => self.skip(line, SkipReason::UnreadableTime),
        }
    }

    /// Reads a moment and keeps what it proves about all others.
    fn moment(&mut self, line: u32, text: &str) -> Option<Moment> {
        let moment = Moment::parse(text)?;
        let dates = &mut self.draft.dates;
        match moment.proves() {
            Some(DateOrder::DayFirst) => _ = dates.day_first_line.get_or_insert(line),
            Some(_) => _ = dates.month_first_line.get_or_insert(line),
            None if moment.is_doubtful() => _ = dates.doubtful_example.get_or_insert_with(|| shortened(text)),
            None => {}
        }
        Some(moment)
    }

    fn skip(&mut self, line: u32, reason: SkipReason) {
        self.draft.skipped.push((line, reason));
    }

    /// Teams tells of everyone twice: once in sum, once stay by stay. The stays are the evidence.
    fn finish(mut self) -> Draft {
        let person = |row: &Row| (row.name.clone(), row.mail.clone());
        let stays: HashSet<_> =
            self.draft.rows.iter().filter(|draft| draft.shape == Shape::Stays).map(|draft| person(&draft.row)).collect();
        if self.draft.service == Some(Service::Teams) && !stays.is_empty() {
            self.draft.rows.retain(|draft| draft.shape == Shape::Stays || !stays.contains(&person(&draft.row)));
        }
        self.draft
    }
}

/// A title between sections: one cell alone, such as "Attendee Details" or "3. In-Meeting Activities".
fn is_label(cells: &Cells<'_>) -> bool {
    let mut told = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let (Some(label), None) = (told.next(), told.next()) else { return false };
    let label = label.trim_start_matches('\u{feff}').trim_end_matches(':').to_lowercase();
    let numbered =
        label.split_once(". ").is_some_and(|(number, _)| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()));
    numbered
        || label.ends_with(" details")
        || label == "attendee report"
        || label == "meeting summary"
        || label.starts_with("detail ")
}

fn moment_under(heading: &Heading, mut moment: Moment) -> Moment {
    if heading.in_utc && moment.offset_minutes.is_none() {
        moment.offset_minutes = Some(0);
    }
    moment
}
