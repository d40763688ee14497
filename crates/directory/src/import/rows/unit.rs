//! How a file names a unit: by its code, or by its name when somebody did not know the code.

use super::Fault;
use crate::identity::{cleaned, is_formula, is_garbled};

/// What the column `unit` holds. Whether such a unit exists is for the caller to find out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum UnitReference {
    /// Trimmed and lower case.
    Code(String),
    /// No code by its shape: "KPPN Mamuju".
    Name(String),
}

impl UnitReference {
    pub fn parse(text: &str) -> Result<UnitReference, Fault> {
        let text = cleaned(text);
        let code = text.to_lowercase();
        match text.as_str() {
            "" | "-" => Err(Fault::new("unit", "import-unit-missing")),
            _ if is_code(&code) => Ok(UnitReference::Code(code)),
            _ => name(text).map(UnitReference::Name).map_err(|fault| Fault { field: "unit", ..fault }),
        }
    }

    /// For comparing names: case, spaces and signs do not count ("Kota Bau-Bau" is "Kota Baubau").
    pub fn folded(name: &str) -> String {
        name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    }

    /// No unit has this code or name, and none is near.
    pub fn unknown(&self) -> Fault {
        match self {
            UnitReference::Code(code) => Fault::new("unit", "import-unit-unknown").with("unit", code),
            UnitReference::Name(name) => Fault::new("unit", "import-unit-name-unknown").with("unit", name),
        }
    }

    /// The caller found which unit is meant, by name or as the nearest code; people must still write the code.
    pub fn meant(&self, code: &str) -> Fault {
        match self {
            UnitReference::Code(unit) => Fault::new("unit", "import-unit-nearest").with("unit", unit).with("code", code),
            UnitReference::Name(name) => Fault::new("unit", "import-unit-name").with("unit", name).with("code", code),
        }
    }

    /// The known code with at most two letters of difference, for "did you mean". `None` for names.
    pub fn nearest<'c>(&self, known: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        let UnitReference::Code(code) = self else { return None };
        let near = known.into_iter().filter(|other| other.len().abs_diff(code.len()) <= 2);
        let (distance, nearest) = near.map(|other| (distance(code, other), other)).min()?;
        (distance <= 2).then_some(nearest)
    }
}

/// Small letters, digits, dots and hyphens, at most 100.
pub(crate) fn is_code(text: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
    let has_word = text.bytes().any(|byte| byte.is_ascii_lowercase()) || text.contains('.');
    (1..=100).contains(&text.len()) && has_word && text.bytes().all(is_sign) && !text.starts_with(['.', '-'])
}

/// The name of a region or an agency, at most 250 characters.
pub(super) fn name(text: String) -> Result<String, Fault> {
    if text.is_empty() {
        return Err(Fault::new("nama", "import-title-missing"));
    }
    short("nama", text)
}

pub(crate) fn short(field: &'static str, text: String) -> Result<String, Fault> {
    let length = text.chars().count();
    match text {
        text if length > LIMIT => {
            Err(Fault::new(field, "import-title-too-long").with("length", length).with("limit", LIMIT).with("text", text))
        }
        text if is_formula(&text) || text.contains(['<', '>']) => Err(Fault::new(field, "import-formula").with("text", text)),
        text if is_garbled(&text) => Err(Fault::new(field, "import-garbled").with("text", text)),
        text if !text.contains(char::is_alphabetic) => Err(Fault::new(field, "import-title-no-letters")),
        text => Ok(text),
    }
}

const LIMIT: usize = 250;

/// Letters to insert, delete or replace (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let mut previous: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.bytes().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in to.bytes().enumerate() {
            let replaced = previous[column] + usize::from(letter != other);
            current.push(replaced.min(previous[column + 1] + 1).min(current[column] + 1));
        }
        previous = current;
    }
    previous[to.len()]
}
