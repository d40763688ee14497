//! The service number of 18 digits, of PNS and PPPK alike: birth date, appointment, sex, serial. It has no check digit.

use std::fmt;

use jiff::civil::Date;

use super::{IdentityFault, cleaning};

/// Personal: it tells the birth date and the sex. `Debug` shows it masked, so that it does not slip into logs.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nip(String);

/// What digits 9 to 14 say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appointment {
    /// Month of the appointment as a candidate (TMT CPNS).
    Pns { year: i16, month: i8 },
    /// Year of the first appointment and the number of the contract.
    Pppk { year: i16, contract: u8 },
}

/// Odd but possible: historic errors live on in real numbers, so none of these refuses anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NipWarning {
    /// No such day in the calendar.
    BirthDate,
    TooYoung {
        age: i16,
    },
    TooOld {
        age: i16,
    },
    /// Before the 15th birthday's year, perhaps before birth.
    AppointedTooEarly {
        year: i16,
    },
    AppointedInFuture {
        year: i16,
    },
}

impl Nip {
    /// Kind, sex and serial must be right; dates only cause warnings.
    pub fn parse(text: &str) -> Result<Nip, IdentityFault> {
        let text = without_wrapping(text);
        let text = after_prefix(&text, "NIP").unwrap_or(&text);
        if is_scientific(text) {
            return Err(IdentityFault::ScientificNotation);
        }
        let number: String = text.chars().filter(|letter| !is_ornament(*letter)).map(plain_digit).collect();
        if let Some((place, letter)) = number.chars().enumerate().find(|(_, letter)| !letter.is_ascii_digit()) {
            return Err(misplaced(letter, place + 1));
        }
        match number.len() {
            18 => Nip(number).sound(),
            16 => Err(IdentityFault::Nik),
            9 => Err(IdentityFault::OldNip),
            8 => Err(IdentityFault::PerhapsNrp),
            digits => Err(IdentityFault::WrongLength { digits }),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `19840213 200912 1 001`.
    pub fn grouped(&self) -> String {
        format!("{} {} {} {}", &self.0[..8], &self.0[8..14], &self.0[14..15], &self.0[15..])
    }

    /// `19840213••••••••••`.
    pub fn masked(&self) -> String {
        format!("{}••••••••••", &self.0[..8])
    }

    /// `None` if the first eight digits are no day of the calendar.
    pub fn birth_date(&self) -> Option<Date> {
        Date::new(self.digits(0, 4), self.digits(4, 6) as i8, self.digits(6, 8) as i8).ok()
    }

    pub fn appointment(&self) -> Appointment {
        let year = self.digits(8, 12);
        match self.digits(12, 14) {
            kind @ 21..=29 => Appointment::Pppk { year, contract: (kind - 20) as u8 },
            month => Appointment::Pns { year, month: month as i8 },
        }
    }

    /// Ages 15 to 100 (retired people keep their number) and appointments up to next year are ordinary.
    pub fn warnings(&self, today: Date) -> Vec<NipWarning> {
        let mut warnings = Vec::new();
        match self.birth_date() {
            None => warnings.push(NipWarning::BirthDate),
            Some(birth) => match age(birth, today) {
                age @ ..15 => warnings.push(NipWarning::TooYoung { age }),
                age @ 101.. => warnings.push(NipWarning::TooOld { age }),
                _ => {}
            },
        }
        let year = self.digits(8, 12);
        if year < self.digits(0, 4) + 15 {
            warnings.push(NipWarning::AppointedTooEarly { year });
        }
        if year > today.year() + 1 {
            warnings.push(NipWarning::AppointedInFuture { year });
        }
        warnings
    }

    fn sound(self) -> Result<Nip, IdentityFault> {
        if self.0.ends_with("000") {
            return Err(IdentityFault::RoundedBySpreadsheet);
        }
        if !matches!(self.digits(12, 14), 1..=12 | 21..=29) {
            return Err(IdentityFault::UnknownKind { digits: self.0[12..14].to_owned() });
        }
        match self.0.as_bytes()[14] {
            b'1' | b'2' => Ok(self),
            digit => Err(IdentityFault::WrongSex { digit: char::from(digit) }),
        }
    }

    fn digits(&self, start: usize, end: usize) -> i16 {
        self.0[start..end].parse().expect("four digits at most")
    }
}

impl fmt::Debug for Nip {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Nip({})", self.masked())
    }
}

impl NipWarning {
    pub fn key(self) -> &'static str {
        match self {
            NipWarning::BirthDate => "import-nip-birth-date",
            NipWarning::TooYoung { .. } => "import-nip-too-young",
            NipWarning::TooOld { .. } => "import-nip-too-old",
            NipWarning::AppointedTooEarly { .. } => "import-nip-appointed-early",
            NipWarning::AppointedInFuture { .. } => "import-nip-appointed-future",
        }
    }

    pub fn args(self) -> Vec<(&'static str, String)> {
        match self {
            NipWarning::BirthDate => Vec::new(),
            NipWarning::TooYoung { age } | NipWarning::TooOld { age } => vec![("age", age.to_string())],
            NipWarning::AppointedTooEarly { year } | NipWarning::AppointedInFuture { year } => vec![("year", year.to_string())],
        }
    }
}

/// Cleaned, and out of the `="..."` and the leading apostrophe by which spreadsheets keep numbers as text.
pub(super) fn without_wrapping(text: &str) -> String {
    let text = cleaning::cleaned(text);
    let inner = text.strip_prefix('=').unwrap_or(&text).trim();
    inner.trim_matches(['"', '\'', '’', '‘', '`', '“', '”', ' ']).to_owned()
}

/// What follows "NIP", "NIP." or "NIP:".
pub(super) fn after_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    let is_prefix = start.eq_ignore_ascii_case(prefix);
    is_prefix.then(|| rest.trim_start_matches([' ', '.', ':', '-']))
}

fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return false };
    let are_all = |part: &str, signs: &str| part.chars().all(|letter| letter.is_ascii_digit() || signs.contains(letter));
    let both_have_digits = [mantissa, exponent].iter().all(|part| part.contains(|letter: char| letter.is_ascii_digit()));
    both_have_digits && are_all(mantissa, "., ") && are_all(exponent, "+- ")
}

fn is_ornament(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '.' | '-' | '\'' | '’' | '‘' | '`' | '"' | '“' | '”')
}

fn plain_digit(letter: char) -> char {
    match letter {
        '０'..='９' => char::from_digit(u32::from(letter) - u32::from('０'), 10).unwrap_or(letter),
        other => other,
    }
}

fn misplaced(letter: char, place: usize) -> IdentityFault {
    match letter {
        'O' | 'o' => IdentityFault::LetterForDigit { letter, digit: '0', place },
        'l' | 'I' | 'i' | '|' => IdentityFault::LetterForDigit { letter, digit: '1', place },
        _ => IdentityFault::NotDigits { letter, place },
    }
}

/// Full years; negative before birth.
fn age(birth: Date, today: Date) -> i16 {
    let had_birthday = (today.month(), today.day()) >= (birth.month(), birth.day());
    today.year() - birth.year() - i16::from(!had_birthday)
}
