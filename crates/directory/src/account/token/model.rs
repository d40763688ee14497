//! What a personal token may be: its name, scopes and life. No I/O.

use kernel::{Fault, Word, clock::DAY};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A token with no scope could do nothing; one for everything does not exist.
pub(crate) const SCOPES: &[&str] = &["education:read", "education:write", "directory:read", "directory:write"];
/// Every token ends, so that a forgotten one does not work for ever.
pub(crate) const DAYS: &[i64] = &[30, 90, 365];
pub(crate) const MOST: usize = 20;
const LONGEST_NAME: usize = 60;

#[derive(Default, Deserialize, JsonSchema)]
pub(crate) struct TokenForm {
    /// What it is for.
    #[serde(default)]
    pub(crate) nama: String,
    /// Any of `education:read`, `education:write`, `directory:read`, `directory:write`.
    #[serde(default)]
    pub(crate) cakupan: Vec<String>,
    /// 30, 90 or 365 days.
    #[serde(default)]
    pub(crate) hari: String,
}

/// A form that was found good.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(crate) name: String,
    pub(crate) scopes: String,
    pub(crate) lasts: i64,
}

/// A token as its person sees it; the secret is gone.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Token {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) made_at: i64,
    pub(crate) seen_at: Option<i64>,
    pub(crate) ends_at: i64,
}

impl TokenForm {
    pub(crate) fn read(&self) -> Result<Wanted, Vec<Fault>> {
        let mut faults = Vec::new();
        let name = self.nama.trim();
        if name.is_empty() {
            faults.push(Fault::new("nama", "error-required"));
        } else if name.chars().count() > LONGEST_NAME || name.contains(char::is_control) {
            faults.push(Fault::new("nama", Word::new("account-token-name-long").with("n", LONGEST_NAME)));
        }
        let scopes: Vec<&str> = SCOPES.iter().copied().filter(|it| self.cakupan.iter().any(|wanted| wanted == it)).collect();
        if scopes.is_empty() || self.cakupan.iter().any(|it| !SCOPES.contains(&it.as_str())) {
            faults.push(Fault::new("cakupan", "account-token-scopes"));
        }
        let days = DAYS.iter().find(|it| it.to_string() == self.hari.trim());
        if days.is_none() {
            faults.push(Fault::new("hari", "account-token-days"));
        }
        match days {
            Some(days) if faults.is_empty() => Ok(Wanted { name: name.to_owned(), scopes: scopes.join(" "), lasts: days * DAY }),
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(nama: &str, cakupan: &[&str], hari: &str) -> TokenForm {
        TokenForm { nama: nama.into(), cakupan: cakupan.iter().map(|it| (*it).to_owned()).collect(), hari: hari.into() }
    }

    #[test]
    fn a_token_has_a_name_scopes_and_an_end() {
        let wanted = form(" Rekap JP ", &["education:write", "education:read"], "90").read().expect("a good form");

        assert_eq!((wanted.name.as_str(), wanted.scopes.as_str()), ("Rekap JP", "education:read education:write"));
        assert_eq!(wanted.lasts, 90 * DAY);
    }

    #[test]
    fn anything_else_is_refused_field_by_field() {
        let fields = |form: TokenForm| form.read().expect_err("faults").into_iter().map(|it| it.field).collect::<Vec<_>>();

        assert_eq!(fields(form("", &[], "")), ["nama", "cakupan", "hari"]);
        assert_eq!(fields(form("x", &["education:read", "*"], "30")), ["cakupan"]);
        assert_eq!(fields(form("x", &["education:read"], "100000")), ["hari"]);
        assert_eq!(fields(form(&"x".repeat(61), &["education:read"], "30")), ["nama"]);
    }
}
