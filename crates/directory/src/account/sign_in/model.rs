//! Who somebody says they are, how often that may be tried, and where they go next. No I/O.

use kernel::{
    Word,
    clock::{MINUTE, SECOND},
    id,
};

use crate::identity::Identity;

/// What is typed as "NIP atau surel", in the form in which it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Identifier {
    Number(String),
    Mail(String),
}

/// What there is to sign in to.
pub(crate) struct Account {
    pub(crate) person_id: String,
    pub(crate) password_hash: Option<String>,
}

impl Identifier {
    pub(crate) fn read(typed: &str) -> Result<Identifier, Word> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err("error-required".into());
        }
        if typed.contains('@') {
            return Ok(Identifier::Mail(typed.to_lowercase()));
        }
        let number = Identity::parse(typed).ok().and_then(|it| it.number().map(str::to_owned));
        Ok(Identifier::Number(number.unwrap_or_else(|| typed.split_whitespace().collect())))
    }

    /// Under which tries are counted: not what was typed, as people also type passwords into this field.
    pub(crate) fn fingerprint(&self) -> String {
        match self {
            Identifier::Number(it) | Identifier::Mail(it) => id::fingerprint(it),
        }
    }
}

/// How many wrong tries in a row cost nothing.
const FREE_TRIES: i64 = 5;
const LONGEST_WAIT: i64 = 15 * MINUTE;

/// How long after the last try the next one may come: nothing at first, then 30 seconds, 2 minutes, 4,5 minutes ... 15 minutes. It never
/// closes an account for good, as that would let anybody lock out anybody. `queries::TRY` holds the same rule.
pub(crate) fn wait_after(failures: i64) -> i64 {
    let beyond = (failures - FREE_TRIES + 1).clamp(0, 100);
    (30 * SECOND * beyond * beyond).min(LONGEST_WAIT)
}

/// A path of this site to go on to, or the home page: browsers drop tabs and line ends and read a backslash as a slash.
pub(crate) fn local(next: &str) -> &str {
    let is_path = next.starts_with('/') && !next.starts_with("//");
    let is_plain = !next.contains(|it: char| it == '\\' || it.is_control());
    let is_sign_in = next.split(['?', '#']).next() == Some("/masuk");
    if is_path && is_plain && !is_sign_in { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_mail_are_read_as_they_are_stored() {
        let number = Ok(Identifier::Number("199005152010012901".into()));
        for typed in ["199005152010012901", " 19900515 201001 2 901 ", "NIP 19900515.201001.2.901"] {
            assert_eq!(Identifier::read(typed), number, "{typed}");
        }
        assert_eq!(Identifier::read(" Rina@Contoh.go.id "), Ok(Identifier::Mail("rina@contoh.go.id".into())));
        assert_eq!(Identifier::read("  "), Err("error-required".into()));
    }

    #[test]
    fn the_wait_grows_from_the_fifth_wrong_try_to_a_quarter_of_an_hour() {
        let waits: Vec<i64> = [0, 4, 5, 6, 7, 9, 10, 10_000].into_iter().map(|it| wait_after(it) / SECOND).collect();

        assert_eq!(waits, [0, 0, 30, 120, 270, 750, 900, 900]);
    }

    #[test]
    fn nobody_is_sent_elsewhere() {
        for good in ["/", "/kegiatan?zona=WIT&q=%2F%2F", "/masukan", "/pegawai/01j#peran"] {
            assert_eq!(local(good), good);
        }
        for bad in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "/\n/evil",
            "javascript:x",
            "/masuk?lanjut=/",
        ] {
            assert_eq!(local(bad), "/", "{bad:?}");
        }
    }
}
