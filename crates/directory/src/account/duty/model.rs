//! Kinds of duties, duties as people see them, and the forms that give and lend them. No I/O.

use std::collections::HashMap;

use kernel::{Failure, Fault, Outcome, Word, clock::DAY};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Zone;

use crate::{account::sign_in::model::Identifier, lookup::Agency};

/// A loan is for an absence; who is away longer needs a successor.
const LONGEST_LOAN: i64 = 366 * DAY;
const LONGEST_REASON: usize = 500;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Admin,
    Pembina,
    Pimpinan,
    Pengelola,
}

impl Kind {
    pub(crate) const ALL: [Kind; 4] = [Kind::Pimpinan, Kind::Pengelola, Kind::Pembina, Kind::Admin];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Kind::Admin => "admin",
            Kind::Pembina => "pembina",
            Kind::Pimpinan => "pimpinan",
            Kind::Pengelola => "pengelola",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|it| it.as_str() == text)
    }

    pub(crate) fn read(text: &str) -> Outcome<Kind> {
        Kind::parse(text).ok_or_else(|| Failure::broken(format!("no duty is called {text}")))
    }

    pub(crate) fn key(self) -> &'static str {
        match self {
            Kind::Admin => "account-duty-admin",
            Kind::Pembina => "account-duty-pembina",
            Kind::Pimpinan => "account-duty-pimpinan",
            Kind::Pengelola => "account-duty-pengelola",
        }
    }
}

/// A duty that counts now, with who holds it.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) node: String,
    pub(crate) person_id: String,
    pub(crate) name: String,
    pub(crate) position: String,
    pub(crate) given_at: i64,
    pub(crate) ends_at: Option<i64>,
    pub(crate) reason: String,
    /// Whose duty it is when it is on loan.
    pub(crate) lender_id: Option<String>,
    pub(crate) lent_by: Option<String>,
}

/// A duty as its holder sees it.
#[derive(Serialize, JsonSchema)]
pub(crate) struct OwnDuty {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) node: String,
    /// Nothing for the nation.
    pub(crate) node_name: Option<String>,
    pub(crate) given_at: i64,
    pub(crate) ends_at: Option<i64>,
    pub(crate) lent_by: Option<String>,
}

impl OwnDuty {
    /// Administrator, and not on loan.
    pub(crate) fn is_own_admin(&self) -> bool {
        self.kind == Kind::Admin && self.lent_by.is_none()
    }

    pub(crate) fn of(held: Held, agencies: &HashMap<String, Agency>) -> OwnDuty {
        OwnDuty {
            node_name: super::node_name(&held.node, agencies),
            id: held.id,
            kind: held.kind,
            node: held.node,
            given_at: held.given_at,
            ends_at: held.ends_at,
            lent_by: held.lent_by,
        }
    }
}

#[derive(Default, Deserialize, JsonSchema)]
pub(crate) struct GiftForm {
    /// Code of the agency, or `*` for the nation.
    #[serde(default)]
    pub(crate) instansi: String,
    /// `admin`, `pembina`, `pimpinan` or `pengelola`.
    #[serde(default)]
    pub(crate) peran: String,
    /// NIP or mail of the person.
    #[serde(default)]
    pub(crate) pengenal: String,
    /// Last day, e.g. 2026-12-31; empty for no end.
    #[serde(default)]
    pub(crate) sampai: String,
}

#[derive(Default, Deserialize, JsonSchema)]
pub(crate) struct LoanForm {
    /// NIP or mail of the person.
    #[serde(default)]
    pub(crate) pengenal: String,
    /// Last day, e.g. 2026-12-31.
    #[serde(default)]
    pub(crate) sampai: String,
    #[serde(default)]
    pub(crate) alasan: String,
}

/// A form that was found good, but for the person, who is still to be looked up.
#[derive(Debug)]
pub(crate) struct Gift {
    pub(crate) kind: Kind,
    pub(crate) who: Identifier,
    pub(crate) ends_at: Option<i64>,
}

#[derive(Debug)]
pub(crate) struct Loan {
    pub(crate) who: Identifier,
    pub(crate) ends_at: i64,
    pub(crate) reason: String,
}

impl GiftForm {
    pub(crate) fn read(&self, zone: Zone, now: i64) -> Result<Gift, Vec<Fault>> {
        let kind = Kind::parse(&self.peran).ok_or_else(|| Fault::new("peran", "account-duty-choose"));
        let who = Identifier::read(&self.pengenal).map_err(|word| Fault::new("pengenal", word));
        let ends_at = if self.sampai.trim().is_empty() { Ok(None) } else { end_of_day(&self.sampai, zone, now).map(Some) };
        match (kind, who, ends_at) {
            (Ok(kind), Ok(who), Ok(ends_at)) => Ok(Gift { kind, who, ends_at }),
            (kind, who, ends_at) => Err([kind.err(), who.err(), ends_at.err()].into_iter().flatten().collect()),
        }
    }

    pub(crate) fn typed(&self) -> Vec<(String, String)> {
        let fields =
            [("instansi", &self.instansi), ("peran", &self.peran), ("pengenal", &self.pengenal), ("sampai", &self.sampai)];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect()
    }
}

impl LoanForm {
    pub(crate) fn read(&self, zone: Zone, now: i64) -> Result<Loan, Vec<Fault>> {
        let who = Identifier::read(&self.pengenal).map_err(|word| Fault::new("pengenal", word));
        let ends_at = end_of_day(&self.sampai, zone, now).and_then(|it| match it - now <= LONGEST_LOAN {
            true => Ok(it),
            false => Err(Fault::new("sampai", "account-loan-long")),
        });
        match (who, ends_at, reason(&self.alasan)) {
            (Ok(who), Ok(ends_at), Ok(reason)) => Ok(Loan { who, ends_at, reason }),
            (who, ends_at, reason) => Err([who.err(), ends_at.err(), reason.err()].into_iter().flatten().collect()),
        }
    }

    pub(crate) fn typed(&self) -> Vec<(String, String)> {
        let fields = [("pengenal", &self.pengenal), ("sampai", &self.sampai), ("alasan", &self.alasan)];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect()
    }
}

fn reason(typed: &str) -> Result<String, Fault> {
    let reason = typed.trim();
    if reason.is_empty() {
        return Err(Fault::new("alasan", "account-loan-reason"));
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Fault::new("alasan", Word::new("account-loan-reason-long").with("n", LONGEST_REASON)));
    }
    Ok(reason.to_owned())
}

/// The first moment after that day in the zone: the day itself still counts.
fn end_of_day(typed: &str, zone: Zone, now: i64) -> Result<i64, Fault> {
    let day = ui::parse::date(typed).map_err(|key| Fault::new("sampai", key))?;
    let next = day.tomorrow().map_err(|_| Fault::new("sampai", "error-date"))?;
    let ends_at = zone.moment(next, jiff::civil::Time::midnight());
    if ends_at <= now { Err(Fault::new("sampai", "account-duty-past")) } else { Ok(ends_at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21 09.00 WITA.
    const NOW: i64 = 1_795_222_800_000;

    fn loan(sampai: &str, alasan: &str) -> Result<Loan, Vec<Fault>> {
        LoanForm { pengenal: "rina@contoh.go.id".into(), sampai: sampai.into(), alasan: alasan.into() }.read(Zone::Wita, NOW)
    }

    #[test]
    fn a_loan_lasts_through_its_last_day_in_the_lenders_zone() {
        let good = loan("21/11/2026", " Dinas luar ").expect("today is still to come to its end");

        assert_eq!(good.ends_at, NOW + 15 * 3_600_000);
        assert_eq!(good.reason, "Dinas luar");
    }

    #[test]
    fn a_loan_needs_an_end_within_a_year_and_a_reason() {
        let fields = |it: Result<Loan, Vec<Fault>>| {
            it.expect_err("faults").into_iter().map(|it| it.word.key.into_owned()).collect::<Vec<_>>()
        };

        assert_eq!(fields(loan("", "x")), ["error-date"]);
        assert_eq!(fields(loan("2026-11-20", "x")), ["account-duty-past"]);
        assert_eq!(fields(loan("2027-12-01", "x")), ["account-loan-long"]);
        assert_eq!(fields(loan("2026-12-01", " ")), ["account-loan-reason"]);
        assert_eq!(fields(loan("2026-12-01", &"x".repeat(501))), ["account-loan-reason-long"]);
    }

    #[test]
    fn a_gift_needs_a_kind_and_a_person_and_may_have_no_end() {
        let gift = |peran: &str, pengenal: &str| {
            GiftForm { peran: peran.into(), pengenal: pengenal.into(), ..GiftForm::default() }.read(Zone::Wib, NOW)
        };

        assert_eq!(gift("pengelola", "199005152010012901").expect("good").ends_at, None);
        assert_eq!(gift("raja", "").expect_err("two faults").len(), 2);
    }
}
