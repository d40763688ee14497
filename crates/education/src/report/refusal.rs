//! Why a report is not taken, in the organiser's terms; the sentences themselves are in `text/report.*.ftl`.

use super::DateOrder;

/// From and until, in epoch milliseconds.
pub(crate) type Window = (i64, i64);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    Empty,
    TooLarge {
        megabytes: u64,
    },
    TooManyRows,
    NotCsv(Unreadable),
    WrongEncoding,
    NotAReport {
        missing: Vec<MissingColumn>,
    },
    /// Headings are there, but not one row under them is evidence.
    NoParticipants,
    /// Both orders fit: the organiser must say which. `windows` is what each would mean.
    AmbiguousDate {
        example: String,
        day_first: Window,
        month_first: Window,
    },
    /// Some dates can only be day first and others only month first, as a spreadsheet leaves them.
    MixedDateOrders {
        day_first_line: u32,
        month_first_line: u32,
    },
    AnotherMeeting {
        report: Window,
        session: Window,
        date_order: DateOrder,
    },
    /// The times fit the session exactly when read in another zone.
    AnotherZone {
        given_offset_minutes: i32,
        suggested_offset_minutes: i32,
        report: Window,
        session: Window,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    Spreadsheet,
    OldSpreadsheet,
    Pdf,
    Archive,
    OtherBinary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MissingColumn {
    Name,
    JoinTime,
    LeaveTime,
}

/// A value for the sentence; how moments and zones are written is the page's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Argument {
    Text(String),
    Number(i64),
    Moment(i64),
    ZoneOffsetMinutes(i32),
}

impl Refusal {
    /// Key of the sentence in `text/report.*.ftl`.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Self::Empty => "report-refused-empty",
            Self::TooLarge { .. } => "report-refused-too-large",
            Self::TooManyRows => "report-refused-too-many-rows",
            Self::NotCsv(Unreadable::Spreadsheet | Unreadable::OldSpreadsheet) => "report-refused-spreadsheet",
            Self::NotCsv(Unreadable::Pdf) => "report-refused-pdf",
            Self::NotCsv(Unreadable::Archive) => "report-refused-archive",
            Self::NotCsv(Unreadable::OtherBinary) => "report-refused-binary",
            Self::WrongEncoding => "report-refused-encoding",
            Self::NotAReport { .. } => "report-refused-columns",
            Self::NoParticipants => "report-refused-no-participants",
            Self::AmbiguousDate { .. } => "report-refused-ambiguous-date",
            Self::MixedDateOrders { .. } => "report-refused-mixed-dates",
            Self::AnotherMeeting { .. } => "report-refused-another-meeting",
            Self::AnotherZone { .. } => "report-refused-another-zone",
        }
    }

    /// Values that the sentence of `key` names.
    pub(crate) fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Self::TooLarge { megabytes } => vec![
                ("megabytes", Argument::Number(*megabytes as i64)),
                ("limit", Argument::Number((super::LARGEST_FILE_BYTES >> 20) as i64)),
            ],
            Self::TooManyRows => vec![("limit", Argument::Number(super::MOST_ROWS as i64))],
            Self::NotAReport { missing } => vec![("columns", Argument::Text(headings(missing)))],
            Self::AmbiguousDate { example, day_first, month_first } => vec![
                ("example", Argument::Text(example.clone())),
                ("day-first", Argument::Moment(day_first.0)),
                ("month-first", Argument::Moment(month_first.0)),
            ],
            Self::MixedDateOrders { day_first_line, month_first_line } => vec![
                ("day-first-line", Argument::Number(i64::from(*day_first_line))),
                ("month-first-line", Argument::Number(i64::from(*month_first_line))),
            ],
            Self::AnotherMeeting { report, session, .. } => windows(report, session),
            Self::AnotherZone { given_offset_minutes, suggested_offset_minutes, report, session } => {
                let mut values = windows(report, session);
                values.push(("given", Argument::ZoneOffsetMinutes(*given_offset_minutes)));
                values.push(("suggested", Argument::ZoneOffsetMinutes(*suggested_offset_minutes)));
                values
            }
            Self::Empty | Self::NotCsv(_) | Self::WrongEncoding | Self::NoParticipants => Vec::new(),
        }
    }
}

fn windows(report: &Window, session: &Window) -> Vec<(&'static str, Argument)> {
    vec![
        ("report-from", Argument::Moment(report.0)),
        ("report-until", Argument::Moment(report.1)),
        ("session-from", Argument::Moment(session.0)),
        ("session-until", Argument::Moment(session.1)),
    ]
}

/// The headings as the services write them, so that the organiser can look for them in the file.
fn headings(missing: &[MissingColumn]) -> String {
    let names: Vec<&str> = missing
        .iter()
        .map(|column| match column {
            MissingColumn::Name => "Name / Nama",
            MissingColumn::JoinTime => "Join Time / Waktu bergabung",
            MissingColumn::LeaveTime => "Leave Time / Waktu keluar",
        })
        .collect();
    names.join(", ")
}
