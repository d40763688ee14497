//! Who a person is on paper: the service number and the name. Pure; knows no account, no database, no screen.

mod cleaning;
mod nip;
mod person_name;
#[cfg(test)]
mod tests;

pub use cleaning::{cleaned, is_garbled};
pub use nip::{Appointment, Nip, NipWarning};
pub(crate) use person_name::is_formula;
pub use person_name::{NameFault, PersonName};

/// How the state numbers a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Identity {
    /// PNS.
    Nip(Nip),
    /// PPPK.
    NiPppk(Nip),
    /// Police and armed forces: letters, digits and slashes.
    Nrp(String),
    /// Speakers from outside, the public.
    None,
}

/// Why a text is no service number. Never holds the text: it may be a citizen's number (NIK), which is not kept anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentityFault {
    WrongLength {
        digits: usize,
    },
    /// `place` counts from 1 in the number without spaces and dots.
    LetterForDigit {
        letter: char,
        digit: char,
        place: usize,
    },
    NotDigits {
        letter: char,
        place: usize,
    },
    /// "1.98705E+17".
    ScientificNotation,
    /// The last digits were rounded to zeros by a spreadsheet.
    RoundedBySpreadsheet,
    /// An old number of 9 digits.
    OldNip,
    /// A citizen's number (NIK).
    Nik,
    /// 8 digits, as police and military numbers (NRP) have.
    PerhapsNrp,
    /// Digits 13 and 14 say neither PNS nor PPPK.
    UnknownKind {
        digits: String,
    },
    /// Digit 15 is neither 1 nor 2.
    WrongSex {
        digit: char,
    },
    WrongNrp,
}

impl Identity {
    /// Reads what people and spreadsheets write: spaces, dots, hyphens, apostrophes, `="..."`, full-width digits and a leading
    /// "NIP" are forgiven. A police or military number needs "NRP" before it: nothing else tells it from a mistyped NIP.
    pub fn parse(text: &str) -> Result<Identity, IdentityFault> {
        let text = nip::without_wrapping(text);
        if text.is_empty() {
            return Ok(Identity::None);
        }
        if let Some(number) = nip::after_prefix(&text, "NRP") {
            return nrp(number).map(Identity::Nrp);
        }
        Nip::parse(&text).map(Identity::from)
    }

    /// What `kind` and `number` gave; `None` if they were not such.
    pub fn restore(kind: &str, number: &str) -> Option<Identity> {
        match kind {
            "nip" | "ni-pppk" => Nip::parse(number).ok().map(Identity::from),
            "nrp" => nrp(number).ok().map(Identity::Nrp),
            "none" => Some(Identity::None),
            _ => None,
        }
    }

    /// A stable word for databases and programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Identity::Nip(_) => "nip",
            Identity::NiPppk(_) => "ni-pppk",
            Identity::Nrp(_) => "nrp",
            Identity::None => "none",
        }
    }

    /// Without spaces, as it is stored.
    pub fn number(&self) -> Option<&str> {
        match self {
            Identity::Nip(nip) | Identity::NiPppk(nip) => Some(nip.as_str()),
            Identity::Nrp(number) => Some(number),
            Identity::None => None,
        }
    }

    pub fn nip(&self) -> Option<&Nip> {
        match self {
            Identity::Nip(nip) | Identity::NiPppk(nip) => Some(nip),
            Identity::Nrp(_) | Identity::None => None,
        }
    }

    /// `19840213 200912 1 001`; empty without a number.
    pub fn grouped(&self) -> String {
        match self {
            Identity::Nip(nip) | Identity::NiPppk(nip) => nip.grouped(),
            Identity::Nrp(number) => number.clone(),
            Identity::None => String::new(),
        }
    }

    /// `19840213••••••••••`, for everybody but those who keep the list; empty without a number.
    pub fn masked(&self) -> String {
        match self {
            Identity::Nip(nip) | Identity::NiPppk(nip) => nip.masked(),
            Identity::Nrp(number) => {
                let shown = number.chars().count() / 3;
                number.chars().enumerate().map(|(place, letter)| if place < shown { letter } else { '•' }).collect()
            }
            Identity::None => String::new(),
        }
    }
}

impl From<Nip> for Identity {
    fn from(nip: Nip) -> Identity {
        match nip.appointment() {
            Appointment::Pns { .. } => Identity::Nip(nip),
            Appointment::Pppk { .. } => Identity::NiPppk(nip),
        }
    }
}

impl IdentityFault {
    /// Of the text that says what to do.
    pub fn key(&self) -> &'static str {
        match self {
            IdentityFault::WrongLength { .. } => "import-nip-length",
            IdentityFault::LetterForDigit { .. } => "import-nip-letter-for-digit",
            IdentityFault::NotDigits { .. } => "import-nip-not-digits",
            IdentityFault::ScientificNotation => "import-nip-scientific",
            IdentityFault::RoundedBySpreadsheet => "import-nip-rounded",
            IdentityFault::OldNip => "import-nip-old",
            IdentityFault::Nik => "import-nip-nik",
            IdentityFault::PerhapsNrp => "import-nip-perhaps-nrp",
            IdentityFault::UnknownKind { .. } => "import-nip-kind",
            IdentityFault::WrongSex { .. } => "import-nip-sex",
            IdentityFault::WrongNrp => "import-nrp",
        }
    }

    /// For the places in that text.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            IdentityFault::WrongLength { digits } => vec![("digits", digits.to_string())],
            IdentityFault::LetterForDigit { letter, digit, place } => {
                vec![("letter", letter.to_string()), ("digit", digit.to_string()), ("place", place.to_string())]
            }
            IdentityFault::NotDigits { letter, place } => vec![("letter", letter.to_string()), ("place", place.to_string())],
            IdentityFault::UnknownKind { digits } => vec![("digits", digits.clone())],
            IdentityFault::WrongSex { digit } => vec![("digit", digit.to_string())],
            _ => Vec::new(),
        }
    }
}

/// Formats differ between the forces and over the years; only the outline is checked.
fn nrp(text: &str) -> Result<String, IdentityFault> {
    let number: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '.').collect();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_plain = number.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '/');
    match digits {
        16 => Err(IdentityFault::Nik),
        5..=15 if is_plain && number.len() <= 20 => Ok(number.to_uppercase()),
        _ => Err(IdentityFault::WrongNrp),
    }
}
