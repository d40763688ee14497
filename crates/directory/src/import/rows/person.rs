//! A row of the file of people.

use jiff::civil::Date;
use kernel::sheet::{Header, Row};

use super::columns::{self, Columns, raw};
use super::{Fault, UnitReference};
use crate::identity::{Identity, IdentityFault, PersonName, is_formula, is_garbled};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Where the row begins in the file.
    pub line: u64,
    /// Never `Identity::None`.
    pub identity: Identity,
    pub name: PersonName,
    /// Jabatan; `None` where the file has none.
    pub position: Option<String>,
    pub unit: UnitReference,
    /// Lower case.
    pub mail: Option<String>,
    /// `+` and digits: `+628123456789`.
    pub phone: Option<String>,
    /// Odd, but no reason to refuse: somebody should look.
    pub warnings: Vec<Fault>,
}

impl PersonRow {
    pub const COLUMNS: Columns = Columns {
        required: &["nip", "nama", "unit"],
        optional: &["gelar_depan", "gelar_belakang", "jabatan", "surel", "telepon"],
    };

    /// `today` only serves warnings about ages and appointments.
    pub fn read(header: &Header, row: &Row, today: Date) -> Result<PersonRow, Vec<Fault>> {
        PersonRow::COLUMNS.fit(header, row).map_err(|fault| vec![fault])?;
        let text = |name| columns::text(header, row, name);
        let identity = identity(raw(header, row, "nip").unwrap_or_default());
        let name = PersonName::new(&text("gelar_depan"), &text("nama"), &text("gelar_belakang"));
        let name = name.map_err(|fault| Fault::new("nama", fault.key()).with_all(fault.args()));
        let unit = UnitReference::parse(&text("unit"));
        let name =
            name.and_then(|name| if holds_nik(&name.full()) { Err(Fault::new("nama", "import-nik-in-text")) } else { Ok(name) });
        let (position, mail, phone) = (position(text("jabatan")), mail(&text("surel")), phone(&text("telepon")));
        match (identity, name, unit, position, mail) {
            (Ok(identity), Ok(name), Ok(unit), Ok(position), Ok(mail)) => {
                let warnings = warnings(&identity, &name, position.as_deref(), today);
                let (phone, odd_phone) = (phone.clone().unwrap_or_default(), phone.err());
                let warnings = warnings.into_iter().chain(odd_phone).collect();
                Ok(PersonRow { line: row.line, identity, name, position, unit, mail, phone, warnings })
            }
            (identity, name, unit, position, mail) => {
                Err([identity.err(), name.err(), unit.err(), position.err(), mail.err()].into_iter().flatten().collect())
            }
        }
    }
}

fn identity(text: &str) -> Result<Identity, Fault> {
    let refused = |fault: IdentityFault| Fault::new("nip", fault.key()).with_all(fault.args());
    match Identity::parse(text).map_err(refused)? {
        Identity::None => Err(Fault::new("nip", "import-nip-missing")),
        identity => Ok(identity),
    }
}

fn position(text: String) -> Result<Option<String>, Fault> {
    let length = text.chars().count();
    match text.as_str() {
        "" | "-" => Ok(None),
        _ if length > LIMIT => Err(Fault::new("jabatan", "import-title-too-long").with("length", length).with("limit", LIMIT)),
        _ if is_formula(&text) || text.contains(['<', '>']) => Err(Fault::new("jabatan", "import-formula").with("text", text)),
        _ if holds_nik(&text) => Err(Fault::new("jabatan", "import-nik-in-text")),
        _ if !text.contains(char::is_alphabetic) => Err(Fault::new("jabatan", "import-title-no-letters")),
        _ => Ok(Some(text)),
    }
}

const LIMIT: usize = 200;

/// A citizen's number has 16 digits in a row, and is kept nowhere.
fn holds_nik(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() == 16)
}

/// An address that mail can be sent to, by its shape alone.
fn mail(text: &str) -> Result<Option<String>, Fault> {
    if matches!(text, "" | "-") {
        return Ok(None);
    }
    if is_formula(text) {
        return Err(Fault::new("surel", "import-formula").with("text", text));
    }
    let mail = text.to_lowercase();
    let is_mail = mail.len() <= 254 && mail.split_once('@').is_some_and(|(local, domain)| is_local(local) && is_domain(domain));
    if is_mail { Ok(Some(mail)) } else { Err(Fault::new("surel", "import-mail").with("mail", text)) }
}

fn is_local(text: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
    (1..=64).contains(&text.len())
        && text.bytes().all(is_sign)
        && !text.starts_with('.')
        && !text.ends_with('.')
        && !text.contains("..")
}

fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        let is_plain = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (1..=63).contains(&label.len()) && is_plain && !label.starts_with('-') && !label.ends_with('-')
    };
    text.contains('.') && text.split('.').all(is_label)
}

/// A number nobody can call is left out with a warning: it is no reason to refuse a person.
fn phone(text: &str) -> Result<Option<String>, Fault> {
    if matches!(text, "" | "-") {
        return Ok(None);
    }
    let number: String = text.chars().filter(|letter| !" .-()'\"=".contains(*letter)).collect();
    let international = match number.as_str() {
        number if number.starts_with('+') => number.to_owned(),
        number if number.starts_with("62") => format!("+{number}"),
        number if number.starts_with('0') => format!("+62{}", &number[1..]),
        number if number.starts_with('8') => format!("+62{number}"),
        _ => String::new(),
    };
    let digits = international.strip_prefix('+').unwrap_or_default();
    let is_number = (9..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { Ok(Some(international)) } else { Err(Fault::new("telepon", "import-phone")) }
}

fn warnings(identity: &Identity, name: &PersonName, position: Option<&str>, today: Date) -> Vec<Fault> {
    let dates = identity.nip().map(|nip| nip.warnings(today)).unwrap_or_default();
    let mut warnings: Vec<Fault> = dates.into_iter().map(|odd| Fault::new("nip", odd.key()).with_all(odd.args())).collect();
    if is_garbled(&name.full()) {
        warnings.push(Fault::new("nama", "import-garbled").with("text", name.full()));
    }
    match position {
        None => warnings.push(Fault::new("jabatan", "import-position-missing")),
        Some(position) if is_garbled(position) => warnings.push(Fault::new("jabatan", "import-garbled").with("text", position)),
        Some(_) => {}
    }
    warnings
}
