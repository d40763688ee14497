//! Recognises heading rows by the words in them, never by position, and finds the cells of the rows below.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Service;
use super::refusal::MissingColumn;
use super::wording::HEADINGS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Name,
    FirstName,
    LastName,
    Mail,
    AccountName,
    Joined,
    Left,
    Duration,
    TotalDuration,
    Attended,
    WaitingRoom,
    Action,
    Stamp,
    RegisteredAt,
    Nip,
    LinkId,
    Moderator,
    ActivityScore,
    Role,
    Guest,
    Topic,
    MeetingId,
    StartTime,
    EndTime,
    Generated,
    MeetingLength,
    Counted,
}

/// What the rows below a heading tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The meeting itself, in one row.
    Meeting,
    /// Each row one stay.
    Stays,
    /// Each row one person: first arrival, last departure, and how long in between.
    Spans,
    /// Each row one arrival or departure.
    Log,
    /// Each row one person's minutes.
    Totals,
}

#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) shape: Shape,
    pub(super) service: Option<Service>,
    /// The times under it are UTC, as the heading says.
    pub(super) in_utc: bool,
    /// Zoom appends the account's name in brackets to the name as typed.
    pub(super) bracket_is_account: bool,
    /// The meeting's own columns stand before the participant's, in every row.
    pub(super) repeats_meeting: bool,
    at: HashMap<Column, usize>,
}

/// A real heading word is short; longer cells are not looked up.
const LONGEST_HEADING: usize = 60;

static BY_WORDS: LazyLock<HashMap<&'static str, Column>> = LazyLock::new(|| HEADINGS.iter().copied().collect());

impl Heading {
    /// The heading that these cells are, if they are one.
    pub(super) fn of<T: AsRef<str>>(cells: &[T]) -> Option<Self> {
        let words = Words::of(cells);
        let shape = words.shape()?;
        let service = words.service(shape);
        let repeats_meeting = words.first(Column::Topic) < words.first(Column::Name) && words.has(Column::Topic);
        Some(Self {
            shape,
            service,
            in_utc: words.in_utc,
            bracket_is_account: words.account_in_bracket(),
            repeats_meeting,
            at: words.places(repeats_meeting),
        })
    }

    pub(super) fn cell<'c, T: AsRef<str>>(&self, cells: &'c [T], column: Column) -> Option<&'c str> {
        let text = cells.get(*self.at.get(&column)?)?.as_ref().trim();
        (!super::wording::is_nothing(text)).then_some(text)
    }
}

/// The column that one cell names, if it names one.
pub(super) fn column_of(cell: &str) -> Option<Column> {
    let word = heading_word(cell)?;
    let bare = word.strip_suffix("(utc)").map_or(word.as_str(), str::trim_end);
    if let Some(column) = BY_WORDS.get(bare) {
        return Some(*column);
    }
    // A registration question such as "NIP (18 digit)".
    let asks_nip = bare.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == "nip");
    asks_nip.then_some(Column::Nip)
}

/// Which columns a file without any heading lacks, judged by the row that comes closest.
pub(super) fn missing<T: AsRef<str>>(cells: &[T]) -> (usize, Vec<MissingColumn>) {
    let words = Words::of(cells);
    let has_name = words.has(Column::Name) || words.has(Column::FirstName);
    let needed = [
        (has_name, MissingColumn::Name),
        (words.has(Column::Joined) || words.has(Column::Stamp), MissingColumn::JoinTime),
        (words.has(Column::Left) || words.has(Column::Stamp), MissingColumn::LeaveTime),
    ];
    let lacking: Vec<_> = needed.into_iter().filter(|(there, _)| !there).map(|(_, column)| column).collect();
    (words.columns.len(), lacking)
}

struct Words {
    columns: Vec<(usize, Column)>,
    texts: Vec<String>,
    in_utc: bool,
}

impl Words {
    fn of<T: AsRef<str>>(cells: &[T]) -> Self {
        let mut words = Self { columns: Vec::new(), texts: Vec::new(), in_utc: false };
        for (index, cell) in cells.iter().enumerate() {
            let Some(column) = column_of(cell.as_ref()) else { continue };
            let text = heading_word(cell.as_ref()).unwrap_or_default();
            words.in_utc |= text.ends_with("(utc)");
            words.columns.push((index, column));
            words.texts.push(text);
        }
        words
    }

    fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|(_, found)| *found == column)
    }

    fn first(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(_, found)| *found == column).map(|(index, _)| *index)
    }

    fn says(&self, word: &str) -> bool {
        self.texts.iter().any(|text| text.strip_suffix("(utc)").map_or(text.as_str(), str::trim_end) == word)
    }

    fn shape(&self) -> Option<Shape> {
        use Column::*;
        let named = self.has(Name) || self.has(FirstName) || self.has(LastName);
        if !named {
            return (self.has(Topic) && self.has(MeetingId)).then_some(Shape::Meeting);
        }
        if self.has(Action) && self.has(Stamp) {
            return Some(Shape::Log);
        }
        if self.has(Joined) && self.has(Left) {
            let each_stay = self.speaks_zoom() || self.lists_teams_stays() || !self.has(Duration);
            return Some(if each_stay { Shape::Stays } else { Shape::Spans });
        }
        let meet_totals = self.has(Duration) && (self.has(Mail) || self.has(LastName));
        (self.has(TotalDuration) || meet_totals).then_some(Shape::Totals)
    }

    fn service(&self, shape: Shape) -> Option<Service> {
        use Column::*;
        if shape == Shape::Meeting {
            return None;
        }
        if self.account_in_bracket() {
            return Some(Service::Zoom);
        }
        if shape == Shape::Log || self.has(AccountName) || self.has(Role) {
            return Some(Service::Teams);
        }
        if self.has(Moderator) && (self.has(ActivityScore) || self.says("join")) {
            return Some(Service::BigBlueButton);
        }
        if self.speaks_zoom() {
            return Some(Service::Zoom);
        }
        let speaks_meet = self.says("time joined")
            || self.says("time exited")
            || (self.has(LastName) && self.has(Duration))
            || shape == Shape::Totals;
        speaks_meet.then_some(Service::Meet)
    }

    fn speaks_zoom(&self) -> bool {
        use Column::*;
        self.account_in_bracket()
            || self.has(TotalDuration)
            || self.has(Guest)
            || self.has(Attended)
            || self.says("duration (minutes)")
            || self.says("durasi (menit)")
    }

    fn account_in_bracket(&self) -> bool {
        self.texts.iter().any(|text| text.contains("(original name)") || text.contains("(nama asli)"))
    }

    /// The third section of Teams; the second has the account's column too, and first and last times.
    fn lists_teams_stays(&self) -> bool {
        self.has(Column::Role) && !self.has(Column::AccountName) && (self.says("join time") || self.says("waktu bergabung"))
    }

    /// Where each column is. Registration questions may repeat a heading further right, so the first counts,
    /// unless the meeting's own columns stand before the participant's.
    fn places(&self, repeats_meeting: bool) -> HashMap<Column, usize> {
        let mut at = HashMap::new();
        for &(index, column) in &self.columns {
            if repeats_meeting {
                at.insert(column, index);
            } else {
                at.entry(column).or_insert(index);
            }
        }
        at
    }
}

/// A cell as the table of headings writes it: lower case, single spaces, no colon, nothing invisible.
fn heading_word(cell: &str) -> Option<String> {
    let cell = cell.trim_matches(|letter: char| letter.is_whitespace() || letter == ':' || super::names::is_invisible(letter));
    if cell.is_empty() || cell.len() > LONGEST_HEADING {
        return None;
    }
    let lowered = cell.to_lowercase();
    Some(lowered.split_whitespace().collect::<Vec<_>>().join(" "))
}
