//! Places a draft in time: decides the order of dates, turns clock times into moments, and refuses what is not this session.

use super::columns::Shape;
use super::joins::{self, Placed};
use super::moments::{DateOrder, Moment};
use super::refusal::{Refusal, Window};
use super::sections::{Draft, DraftRow};
use super::{Answers, DateOrderAnswer, Hint, Report, Row, Service, SkipReason, Warning, ZoneAnswer};

/// A report this far from the session is of another meeting.
const FARTHEST_MS: i64 = 2 * HOUR_MS;
const HOUR_MS: i64 = 60 * 60 * 1000;
/// WIB, WITA, WIT.
const ZONES: [i32; 3] = [420, 480, 540];
/// Start and end together may differ so much for a zone to fit ...
const ZONE_FITS_MS: i64 = 40 * 60 * 1000;
/// ... and must be so much nearer than in the zone given.
const ZONE_GAINS_MS: i64 = 80 * 60 * 1000;
/// Sums are taken for whole stays when they differ from arrival to departure by no more.
const SAME_SPAN_MS: i64 = 120 * 1000;

pub(super) fn place(draft: Draft, hint: Hint, answers: Answers) -> Result<Report, Refusal> {
    let date_order = date_order(&draft, hint, answers.date_order)?;
    let clock = Clock { order: date_order, hint };
    let meeting_part = clock.window_of_meeting_part(&draft);
    let no_days = draft.rows.iter().filter_map(|draft| draft.joined).any(|moment| moment.names_no_day());
    let mut report = Report {
        service: draft.service.unwrap_or(Service::Zoom),
        topic: draft.topic,
        meeting_id: draft.meeting_id,
        window: None,
        rows: Vec::with_capacity(draft.rows.len()),
        skipped: draft.skipped,
        sha256: String::new(),
        date_order,
        warnings: Vec::new(),
    };
    let stayed = clock.place_rows(draft.rows, &mut report) + clock.place_log(draft.log, &mut report);
    report.skipped.sort_unstable_by_key(|(line, _)| *line);
    if report.rows.is_empty() {
        return Err(Refusal::NoParticipants);
    }
    let stays = window_of(&report.rows);
    report.window = stays.or(meeting_part);
    if let Some(window) = report.window {
        check_session(window, date_order, hint, answers.zone)?;
    }
    let weak = report.rows.iter().filter(|row| row.weak_minutes.is_some()).count();
    let disagrees = matches!((stays, meeting_part), (Some(stays), Some(part)) if gap(stays, part) > 0);
    let told = [
        (weak > 0, Warning::WeakRows(weak as u32)),
        (no_days, Warning::DatesTakenFromSession),
        (stayed > 0, Warning::StayedToTheEnd(stayed)),
        (disagrees, Warning::MeetingPartDisagrees),
    ];
    report.warnings = told.into_iter().filter(|(holds, _)| *holds).map(|(_, warning)| warning).collect();
    Ok(report)
}

fn date_order(draft: &Draft, hint: Hint, answer: DateOrderAnswer) -> Result<DateOrder, Refusal> {
    if let DateOrderAnswer::Is(order) = answer {
        return Ok(order);
    }
    let dates = &draft.dates;
    match (dates.day_first_line, dates.month_first_line, &dates.doubtful_example) {
        (Some(day_first_line), Some(month_first_line), _) => Err(Refusal::MixedDateOrders { day_first_line, month_first_line }),
        (Some(_), None, _) => Ok(DateOrder::DayFirst),
        (None, Some(_), _) => Ok(DateOrder::MonthFirst),
        (None, None, None) => Ok(DateOrder::Unmistakable),
        (None, None, Some(example)) => by_session(draft, hint, example),
    }
}

/// Both orders are possible in the whole file: the one that falls on the session's day is meant.
fn by_session(draft: &Draft, hint: Hint, example: &str) -> Result<DateOrder, Refusal> {
    let window = |order| Clock { order, hint }.window_of_draft(draft);
    let (Some(day_first), Some(month_first)) = (window(DateOrder::DayFirst), window(DateOrder::MonthFirst)) else {
        return Ok(DateOrder::Unmistakable);
    };
    let (day_gap, month_gap) = (gap(day_first, session(hint)), gap(month_first, session(hint)));
    let near = |gap: i64| gap <= 12 * HOUR_MS;
    if near(day_gap) && near(month_gap) && day_first != month_first {
        return Err(Refusal::AmbiguousDate { example: example.to_owned(), day_first, month_first });
    }
    Ok(if day_gap <= month_gap { DateOrder::DayFirst } else { DateOrder::MonthFirst })
}

fn check_session(report: Window, date_order: DateOrder, hint: Hint, zone: ZoneAnswer) -> Result<(), Refusal> {
    let session = session(hint);
    if zone == ZoneAnswer::Unasked
        && let Some(suggested_offset_minutes) = better_zone(report, hint)
    {
        return Err(Refusal::AnotherZone {
            given_offset_minutes: hint.zone_offset_minutes,
            suggested_offset_minutes,
            report,
            session,
        });
    }
    if gap(report, session) > FARTHEST_MS {
        return Err(Refusal::AnotherMeeting { report, session, date_order });
    }
    Ok(())
}

/// Opening the room an hour early is common; starting and ending an hour early, both, is another zone.
fn better_zone(report: Window, hint: Hint) -> Option<i32> {
    let session = session(hint);
    let misfit = |zone: i32| {
        let shift = i64::from(hint.zone_offset_minutes - zone) * 60_000;
        (report.0 + shift - session.0).abs() + (report.1 + shift - session.1).abs()
    };
    let given = misfit(hint.zone_offset_minutes);
    ZONES
        .into_iter()
        .filter(|&zone| misfit(zone) <= ZONE_FITS_MS && given - misfit(zone) >= ZONE_GAINS_MS)
        .min_by_key(|&zone| misfit(zone))
}

#[derive(Clone, Copy)]
struct Clock {
    order: DateOrder,
    hint: Hint,
}

impl Clock {
    fn at(self, moment: Moment) -> Option<i64> {
        moment.at(self.order, self.hint.zone_offset_minutes, session(self.hint))
    }

    fn window_of_meeting_part(self, draft: &Draft) -> Option<Window> {
        let (start, end) = (self.at(draft.started?)?, self.at(draft.ended?)?);
        (start <= end).then_some((start, end))
    }

    fn window_of_draft(self, draft: &Draft) -> Option<Window> {
        let of_rows = draft.rows.iter().flat_map(|row| [row.joined, row.left]).flatten();
        let of_log = draft.log.iter().map(|entry| entry.moment);
        let whole = [draft.started, draft.ended].into_iter().flatten();
        let moments = of_rows.chain(of_log).filter_map(|moment| self.at(moment));
        spanned(moments).or_else(|| spanned(whole.filter_map(|moment| self.at(moment))))
    }

    /// Returns how many never left.
    fn place_rows(self, drafts: Vec<DraftRow>, report: &mut Report) -> u32 {
        let last = drafts.iter().filter_map(|draft| draft.left.or(draft.joined)).filter_map(|moment| self.at(moment)).max();
        let mut stayed = 0;
        for draft in drafts {
            let open = draft.shape == Shape::Stays && draft.left.is_none();
            let line = draft.row.line;
            match self.placed(draft) {
                Ok(row) if open => {
                    stayed += 1;
                    report.rows.push(Row { left_ms: last.max(row.joined_ms), ..row });
                }
                Ok(row) => report.rows.push(row),
                Err(reason) => report.skipped.push((line, reason)),
            }
        }
        stayed
    }

    fn placed(self, draft: DraftRow) -> Result<Row, SkipReason> {
        let DraftRow { mut row, shape, joined, left, seconds } = draft;
        if shape == Shape::Totals {
            row.weak_minutes = seconds.map(|seconds| seconds / 60);
            return Ok(row);
        }
        let placed = |moment: Option<Moment>| moment.map(|moment| self.at(moment).ok_or(SkipReason::UnreadableTime)).transpose();
        let (joined_ms, mut left_ms) = (placed(joined)?.ok_or(SkipReason::NoTimes)?, placed(left)?);
        if left.is_some_and(|moment| moment.names_no_day()) {
            left_ms = left_ms.map(|left_ms| if left_ms < joined_ms { left_ms + 24 * HOUR_MS } else { left_ms });
        }
        if left_ms.is_some_and(|left_ms| left_ms < joined_ms) {
            return Err(SkipReason::LeftBeforeJoining);
        }
        (row.joined_ms, row.left_ms) = (Some(joined_ms), left_ms);
        if shape == Shape::Spans {
            row.weak_minutes = minutes_within(joined_ms, left_ms, seconds);
        }
        Ok(row)
    }

    /// Returns how many never left.
    fn place_log(self, log: Vec<super::sections::LogEntry>, report: &mut Report) -> u32 {
        let mut placed = Vec::with_capacity(log.len());
        for entry in log {
            match self.at(entry.moment) {
                Some(at_ms) => placed.push(Placed { row: entry.row, event: entry.event, at_ms }),
                None => report.skipped.push((entry.row.line, SkipReason::UnreadableTime)),
            }
        }
        let stays = joins::stays(placed);
        report.rows.extend(stays.rows);
        report.skipped.extend(stays.skipped);
        stays.stayed
    }
}

/// Minutes of a sum that does not fill the time from arrival to departure; none when it does, for then the stay is whole.
/// Two devices at once are summed twice by the services, so never more than the time in between.
fn minutes_within(joined_ms: i64, left_ms: Option<i64>, seconds: Option<u32>) -> Option<u32> {
    let summed_ms = seconds.map(|seconds| i64::from(seconds) * 1000);
    match (left_ms.map(|left_ms| left_ms - joined_ms), summed_ms) {
        (None, summed_ms) => Some((summed_ms.unwrap_or(0) / 60_000) as u32),
        (Some(_), None) => None,
        (Some(span_ms), Some(summed_ms)) if (span_ms - summed_ms).abs() <= SAME_SPAN_MS => None,
        (Some(span_ms), Some(summed_ms)) => Some((span_ms.min(summed_ms) / 60_000) as u32),
    }
}

fn window_of(rows: &[Row]) -> Option<Window> {
    spanned(rows.iter().flat_map(|row| [row.joined_ms, row.left_ms]).flatten())
}

fn spanned(moments: impl Iterator<Item = i64>) -> Option<Window> {
    moments.fold(None, |window, moment| {
        let (from, until) = window.unwrap_or((moment, moment));
        Some((from.min(moment), until.max(moment)))
    })
}

fn session(hint: Hint) -> Window {
    (hint.session_start_ms, hint.session_end_ms)
}

/// Time between two windows; zero when they touch.
fn gap(one: Window, other: Window) -> i64 {
    (other.0 - one.1).max(one.0 - other.1).max(0)
}
