//! All rules, each with its totals in the running period. Reads only.

use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Frame, Tongue, address};

use super::{model::Totals, queries};
use crate::obligation::{
    period::{Period, Rhythm},
    rule::{self, load, model::Rule},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "obligation-list.html")]
pub(crate) struct RulesPage {
    #[serde(skip)]
    frame: Frame,
    rules: Vec<RuleRow>,
    may_make: bool,
    /// Address of the next page; empty on the last.
    next: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct RuleRow {
    pub(crate) rule: Rule,
    /// Name of the node whose offices owe it.
    pub(crate) branch: String,
    /// Code of the period that is shown.
    pub(crate) period: String,
    pub(crate) totals: Totals,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Page {
    /// Id of the last rule of the page before.
    setelah: String,
}

const ROWS: i64 = 30;

pub(crate) async fn list(ask: Ask, Query(page): Query<Page>) -> Outcome<Response> {
    let now = ask.now();
    let (quarter, semester) = (Rhythm::Quarter.running(now), Rhythm::Semester.running(now));
    let running = (quarter.number, semester.number);
    let mut rules = rule::queries::rules(ask.db(), &page.setelah, running, ROWS + 1).await?;
    let has_more = rules.len() as i64 > ROWS;
    rules.truncate(ROWS as usize);
    let frame = Frame::of(&ask);
    let t = frame.t;
    let next = rules.last().filter(|_| has_more).map(|it| address::with(&frame.path, "setelah", &it.id)).unwrap_or_default();
    let page = RulesPage {
        rules: rows(&ask, rules, running).await?,
        may_make: rule::pages::may_make(&ask),
        next,
        frame: frame.titled(t.say("obligation-rules")).crumb(t.say("frame-home"), "/"),
    };
    ask.page(&page)
}

async fn rows(ask: &Ask, rules: Vec<Rule>, running: (i64, i64)) -> Outcome<Vec<RuleRow>> {
    let t = ui::visit::tongue(&ask.visit);
    let ids: Vec<String> = rules.iter().map(|it| it.id.clone()).collect();
    let totals = queries::roots(ask.db(), &ids, running).await?;
    let branches = load::branches(ask.db(), &rules).await?;
    let row = |rule: Rule| {
        let number = if rule.rhythm == Rhythm::Quarter { running.0 } else { running.1 };
        RuleRow {
            branch: branch_name(&rule, branches.get(&rule.branch_id).map(|it| it.short_name.as_str()), t),
            period: Period::new(rule.rhythm, number).code(),
            totals: totals.get(&rule.id).copied().unwrap_or_default(),
            rule,
        }
    };
    Ok(rules.into_iter().map(row).collect())
}

pub(crate) fn branch_name(rule: &Rule, known: Option<&str>, t: Tongue) -> String {
    let nation = if rule.branch_id == load::NATION { t.say("obligation-nation") } else { &rule.branch_id };
    known.unwrap_or(nation).to_owned()
}

impl RuleRow {
    pub(crate) fn period_said(&self, t: &Tongue) -> String {
        Period::parse(self.rule.rhythm, &self.period).map(|it| it.said(*t)).unwrap_or_default()
    }

    /// `1 kegiatan per triwulan`.
    pub(crate) fn owes(&self, t: &Tongue) -> String {
        owed(&self.rule, t)
    }

    pub(crate) fn is_ahead(&self) -> bool {
        Period::parse(self.rule.rhythm, &self.period).is_some_and(|it| it.number < self.rule.from_period)
    }
}

pub(crate) fn owed(rule: &Rule, t: &Tongue) -> String {
    let key = match rule.rhythm {
        Rhythm::Quarter => "obligation-owes-quarter",
        Rhythm::Semester => "obligation-owes-semester",
    };
    t.fill(key, "n", t.number(rule.terms.many))
}
