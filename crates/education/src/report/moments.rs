//! Reads the dates and times that services write, without guessing which number is the day; places them once that is known.

use jiff::civil::Date;

use super::names::is_invisible;
use super::refusal::Window;

/// Which number comes first in dates such as 05/06/2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateOrder {
    DayFirst,
    MonthFirst,
    /// The file writes its dates so that no doubt is possible, or writes none.
    Unmistakable,
}

/// A time as written: on the clock of an unknown zone, perhaps on an uncertain day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    day: Day,
    second_of_day: u32,
    pub(super) offset_minutes: Option<i32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Certain(Date),
    InSomeOrder { first: u8, second: u8, year: i16 },
    Unsaid,
}

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const LONGEST: usize = 80;
const YEARS: std::ops::RangeInclusive<i16> = 2010..=2150;

impl Moment {
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let spaced: String = text
            .chars()
            .filter(|letter| !is_invisible(*letter))
            .map(|letter| if letter.is_whitespace() || letter == ',' { ' ' } else { letter })
            .collect();
        let pieces: Vec<&str> = spaced.split_ascii_whitespace().flat_map(around_the_t).collect();
        let mut reading = Reading::default();
        for (index, piece) in pieces.iter().enumerate() {
            let digits_follow = pieces[index + 1..].iter().any(|next| next.starts_with(|letter: char| letter.is_ascii_digit()));
            reading.take(piece, digits_follow)?;
        }
        reading.moment()
    }

    /// The order this moment alone proves.
    pub(super) fn proves(&self) -> Option<DateOrder> {
        match self.day {
            Day::InSomeOrder { first, second, .. } if first > 12 && second <= 12 => Some(DateOrder::DayFirst),
            Day::InSomeOrder { first, second, .. } if second > 12 && first <= 12 => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }

    pub(super) fn is_doubtful(&self) -> bool {
        matches!(self.day, Day::InSomeOrder { first, second, .. } if first <= 12 && second <= 12 && first != second)
    }

    pub(super) fn names_no_day(&self) -> bool {
        self.day == Day::Unsaid
    }

    /// Epoch milliseconds, none if the calendar has no such day. A bare clock time lands as near to `session` as it can.
    pub(super) fn at(&self, order: DateOrder, zone_offset_minutes: i32, session: Window) -> Option<i64> {
        let offset_ms = i64::from(self.offset_minutes.unwrap_or(zone_offset_minutes)) * 60_000;
        let second_ms = i64::from(self.second_of_day) * 1000;
        let date = match self.day {
            Day::Certain(date) => date,
            Day::InSomeOrder { first, second, year } => match order {
                DateOrder::MonthFirst => date(year, first, second)?,
                DateOrder::DayFirst | DateOrder::Unmistakable => date(year, second, first)?,
            },
            Day::Unsaid => {
                let midnight = (session.0 + offset_ms).div_euclid(DAY_MS) * DAY_MS - offset_ms;
                let days = [0, -DAY_MS, DAY_MS].map(|day| midnight + day + second_ms);
                return days.into_iter().min_by_key(|&moment| outside(moment, session));
            }
        };
        let since_epoch = date.duration_since(Date::constant(1970, 1, 1)).as_secs() * 1000;
        Some(since_epoch + second_ms - offset_ms)
    }
}

fn outside(moment: i64, session: Window) -> i64 {
    (session.0 - moment).max(moment - session.1).max(0)
}

fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// "2026-03-20T09:00:00Z" is a date and a time.
fn around_the_t(piece: &str) -> impl Iterator<Item = &str> {
    let cut = match piece.as_bytes().get(10) {
        Some(b'T') if piece.as_bytes()[4] == b'-' => Some(10),
        _ => None,
    };
    let (date, time) = cut.map_or((piece, ""), |at| (&piece[..at], &piece[at + 1..]));
    [date, time].into_iter().filter(|part| !part.is_empty())
}

#[derive(Default)]
struct Reading {
    day: Option<Day>,
    month: Option<u8>,
    numbers: Vec<u16>,
    clock: Option<(u32, u32)>,
    afternoon: Option<bool>,
    offset_minutes: Option<i32>,
}

impl Reading {
    /// Takes one piece; none if it is no part of a time.
    fn take(&mut self, piece: &str, digits_follow: bool) -> Option<()> {
        let numeric = piece.starts_with(|letter: char| letter.is_ascii_digit());
        if !numeric {
            return self.word(piece);
        }
        if piece.contains(':') {
            return self.time(piece);
        }
        for mark in ['/', '-'] {
            if piece.contains(mark) {
                self.day = Some(marked_day(piece, mark)?);
                return Some(());
            }
        }
        if let Some(suffix) = piece.strip_suffix('.').or(Some(piece)).filter(|part| part.contains('.')) {
            return self.dotted(suffix, digits_follow);
        }
        if self.numbers.len() == 2 {
            return None;
        }
        self.numbers.push(piece.trim_end_matches('.').parse().ok()?);
        Some(())
    }

    fn word(&mut self, piece: &str) -> Option<()> {
        let word: String = piece.chars().filter(|letter| *letter != '.').collect::<String>().to_lowercase();
        match word.as_str() {
            "am" => self.afternoon = Some(false),
            "pm" => self.afternoon = Some(true),
            "utc" | "gmt" | "z" => self.offset_minutes = Some(0),
            "wib" => self.offset_minutes = Some(7 * 60),
            "wita" => self.offset_minutes = Some(8 * 60),
            "wit" => self.offset_minutes = Some(9 * 60),
            "" | "at" | "pukul" | "jam" | "pk" => {}
            _ if is_weekday(&word) => {}
            _ => self.month = Some(month(&word)?),
        }
        Some(())
    }

    fn time(&mut self, piece: &str) -> Option<()> {
        let end = piece.find(|letter: char| !(letter.is_ascii_digit() || letter == ':' || letter == '.')).unwrap_or(piece.len());
        let (clock, suffix) = piece.split_at(end);
        self.clock = Some(clock_time(clock, ':')?);
        match suffix.to_ascii_lowercase().as_str() {
            "" => {}
            "am" => self.afternoon = Some(false),
            "pm" => self.afternoon = Some(true),
            "z" => self.offset_minutes = Some(0),
            offset => self.offset_minutes = Some(zone_offset(offset)?),
        }
        Some(())
    }

    /// Dots separate a date (06.10.2026) or, in Indonesia, the parts of a time (13.02.10).
    fn dotted(&mut self, piece: &str, digits_follow: bool) -> Option<()> {
        let parts: Vec<&str> = piece.split('.').collect();
        let full_year = parts.len() == 3 && (parts[2].len() == 4 || parts[0].len() == 4);
        let is_date = full_year || (parts.len() == 3 && self.day.is_none() && self.month.is_none() && digits_follow);
        if !is_date {
            self.clock = Some(clock_time(piece, '.')?);
            return Some(());
        }
        // Wherever dates are written with dots the day comes first.
        self.day = match marked_day(piece, '.')? {
            Day::InSomeOrder { first, second, year } => Some(Day::Certain(date(year, second, first)?)),
            day => Some(day),
        };
        Some(())
    }

    fn moment(self) -> Option<Moment> {
        let (hour, second_of_hour) = self.clock?;
        let hour = match (hour, self.afternoon) {
            (12, Some(false)) => 0,
            (1..12, Some(true)) => hour + 12,
            _ => hour,
        };
        let day = match (self.day, self.month, self.numbers[..].first(), self.numbers[..].get(1)) {
            (Some(day), None, None, None) => day,
            (None, None, None, None) => Day::Unsaid,
            (None, Some(month), Some(&first), Some(&second)) => {
                let (day, year) = if first > 31 { (second, first) } else { (first, second) };
                Day::Certain(date(full_year(year)?, month, u8::try_from(day).ok()?)?)
            }
            _ => return None,
        };
        Some(Moment { day, second_of_day: hour * 3600 + second_of_hour, offset_minutes: self.offset_minutes })
    }
}

/// Hour, and seconds within it.
fn clock_time(text: &str, mark: char) -> Option<(u32, u32)> {
    let parts: Vec<&str> = text.split(mark).collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let (hour, minute) = (number(parts[0])?, number(parts[1])?);
    let second = parts.get(2).map_or(Some(0), |part| number(part.split('.').next().unwrap_or_default()))?;
    (hour < 24 && minute < 60 && second < 60).then_some((hour, minute * 60 + second))
}

fn marked_day(piece: &str, mark: char) -> Option<Day> {
    let parts: Vec<&str> = piece.split(mark).collect();
    let [first, second, third] = parts[..] else { return None };
    let small = |part: &str| part.parse::<u8>().ok().filter(|number| (1..=31).contains(number));
    if first.len() == 4 {
        return Some(Day::Certain(date(full_year(first.parse().ok()?)?, small(second)?, small(third)?)?));
    }
    let year = full_year(third.parse().ok()?)?;
    Some(Day::InSomeOrder { first: small(first)?, second: small(second)?, year })
}

fn full_year(written: u16) -> Option<i16> {
    let year = i16::try_from(written).ok()?;
    let year = if year < 100 { 2000 + year } else { year };
    YEARS.contains(&year).then_some(year)
}

fn zone_offset(text: &str) -> Option<i32> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text.strip_prefix(['+', '-'])?.chars().filter(|letter| *letter != ':').collect();
    let number: i32 = digits.parse().ok()?;
    let minutes = if digits.len() <= 2 { number * 60 } else { number / 100 * 60 + number % 100 };
    (minutes <= 14 * 60).then_some(sign * minutes)
}

fn month(word: &str) -> Option<u8> {
    const STARTS: [&[&str]; 12] = [
        &["jan"],
        &["feb", "peb"],
        &["mar"],
        &["apr"],
        &["mei", "may"],
        &["jun"],
        &["jul"],
        &["aug", "agu", "agt", "ags"],
        &["sep"],
        &["oct", "okt"],
        &["nov", "nop"],
        &["dec", "des"],
    ];
    let found = STARTS.iter().position(|starts| starts.iter().any(|start| word.starts_with(start)))?;
    u8::try_from(found + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 15] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "jum'at",
        "sabtu",
        "minggu",
    ];
    const SHORT: [&str; 14] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "sen", "sel", "rab", "kam", "jum", "sab", "min"];
    DAYS.contains(&word) || SHORT.contains(&word)
}
