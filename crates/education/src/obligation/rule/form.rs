//! Reading the form of a rule: from what was typed to terms that make sense, or to what is wrong where. No I/O.

use directory::lookup::KINDS;
use serde::Deserialize;
use ui::{form::Errors, parse};

use super::model::{Criteria, Terms};
use crate::{
    activity::draft::one_line,
    obligation::period::{Period, Rhythm},
};

/// The form as sent; everything is text until it is read.
#[derive(Clone, Debug, Default, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub(crate) struct RuleForm {
    /// Code of the node whose offices owe it; `*` for all.
    pub(crate) branch: String,
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) kind: Vec<String>,
    pub(crate) region: String,
    pub(crate) many: String,
    /// The first period, which also says the rhythm: `2026-tw4`, `2026-s2`.
    pub(crate) from: String,
    pub(crate) hosts: String,
    pub(crate) open: String,
    pub(crate) present: String,
    pub(crate) evaluated: String,
    /// "1" to be shown what it would mean, without keeping it.
    pub(crate) preview: String,
}

const LONGEST_NAME: usize = 160;
const LONGEST_SOURCE: usize = 400;
const MOST_ACTIVITIES: i64 = 20;
const MOST_HOSTS: i64 = 10;
const MOST_PRESENT: i64 = 100_000;

impl RuleForm {
    pub(crate) fn read(&self, now: i64) -> Result<(Terms, Period), Errors> {
        let mut errors = Errors::new();
        let terms = Terms {
            name: words(&self.name, ("name", LONGEST_NAME), &mut errors),
            source: words(&self.source, ("source", LONGEST_SOURCE), &mut errors),
            kinds: self.kind.iter().filter(|it| KINDS.contains(&it.as_str())).cloned().collect(),
            region_id: one_line(&self.region),
            many: number(&self.many, ("many", (1, MOST_ACTIVITIES), "obligation-many-range"), &mut errors),
            criteria: Criteria {
                hosts: number(or(&self.hosts, "1"), ("hosts", (1, MOST_HOSTS), "obligation-hosts-range"), &mut errors),
                is_open: self.open == "1",
                present: number(or(&self.present, "0"), ("present", (0, MOST_PRESENT), "obligation-present-range"), &mut errors),
                is_evaluated: self.evaluated == "1",
            },
        };
        if self.kind.len() != terms.kinds.len() {
            errors.add("kind", "draft-choose-one");
        }
        let from = Rhythm::ALL.into_iter().find_map(|it| Period::parse(it, self.from.trim()));
        match from {
            None => errors.add("from", "obligation-choose-period"),
            Some(from) if from.number < from.rhythm.running(now).number => errors.add("from", "obligation-from-past"),
            Some(_) => {}
        }
        match from {
            Some(from) if errors.is_empty() => Ok((terms, from)),
            _ => Err(errors),
        }
    }
}

fn words(typed: &str, (field, longest): (&str, usize), errors: &mut Errors) -> String {
    let text = one_line(typed);
    match text.chars().count() {
        0..=4 => errors.add(field, "obligation-words-missing"),
        length if length > longest => errors.add_with(field, "draft-too-long", ("n", longest)),
        _ => {}
    }
    text
}

fn number(typed: &str, (field, (least, most), wrong): (&str, (i64, i64), &'static str), errors: &mut Errors) -> i64 {
    match parse::whole(typed) {
        Ok(it) if (least..=most).contains(&it) => it,
        Ok(_) => {
            errors.add(field, wrong);
            least
        }
        Err(_) => {
            errors.add(field, "error-number");
            least
        }
    }
}

fn or<'a>(typed: &'a str, otherwise: &'a str) -> &'a str {
    if typed.trim().is_empty() { otherwise } else { typed }
}

#[cfg(test)]
mod tests {
    use ui::{Lang, Tongue};

    use super::*;

    /// 2026-11-21 08.00 WIB.
    const NOW: i64 = 1_795_222_800_000;

    fn form() -> RuleForm {
        RuleForm {
            name: "Satu edukasi lintas instansi".into(),
            source: "Surat Edaran contoh 1/2026".into(),
            many: "1".into(),
            from: "2026-tw4".into(),
            ..RuleForm::default()
        }
    }

    #[track_caller]
    fn wrong(form: RuleForm) -> Vec<String> {
        let errors = form.read(NOW).expect_err("something wrong");
        errors.said(Tongue::of(Lang::Id)).into_iter().map(|it| it.field).collect()
    }

    #[test]
    fn a_plain_rule_is_read() {
        let (terms, from) = form().read(NOW).expect("terms");

        assert_eq!((terms.many, terms.criteria.hosts, terms.criteria.present), (1, 1, 0));
        assert_eq!(from.code(), "2026-tw4");
        assert_eq!(RuleForm { from: "2026-s2".into(), ..form() }.read(NOW).unwrap().1.rhythm, Rhythm::Semester);
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for many in ["0", "10.000", "-1", "satu", ""] {
            assert_eq!(wrong(RuleForm { many: many.into(), ..form() }), ["many"], "{many}");
        }
        for from in ["2026-tw3", "2020-s1", "", "besok"] {
            assert_eq!(wrong(RuleForm { from: from.into(), ..form() }), ["from"], "{from}");
        }
        assert_eq!(wrong(RuleForm { hosts: "0".into(), present: "1000000".into(), ..form() }), ["hosts", "present"]);
        assert_eq!(wrong(RuleForm { kind: vec!["planet".into()], ..form() }), ["kind"]);
        assert_eq!(wrong(RuleForm { name: "x".repeat(161), source: " ".into(), ..form() }), ["name", "source"]);
    }
}
