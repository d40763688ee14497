//! Opens a period of a rule: every obliged office gets its standing, in pages, each a job and a transaction that plans the next. Activities that
//! are published already are counted at once.

use std::collections::HashMap;

use directory::lookup::{self, Agency, Branch};
use kernel::{
    App, Outcome,
    db::Tx,
    jobs::{self, JobKind, Running, Times},
};
use serde::{Deserialize, Serialize};
use ui::Zone;

use super::{
    keeping,
    model::{Standing, State},
    queries, recount,
};
use crate::obligation::{
    period::Period,
    reminder,
    rule::{self, model::Rule},
};

pub(crate) const JOB: JobKind = JobKind { name: "education.obligation-opening", run };

/// Offices opened in one transaction.
const AT_ONCE: i64 = 500;

#[derive(Serialize, Deserialize)]
struct Opening {
    obligation_id: String,
    period: i64,
    /// The last office of the page before.
    after: String,
}

/// Plans the opening; each period of a rule is opened once for ever.
pub(crate) async fn plan(tx: &mut Tx, obligation_id: &str, period: Period, now: i64) -> Outcome<()> {
    let opening = Opening { obligation_id: obligation_id.to_owned(), period: period.number, after: String::new() };
    opening.plan(tx, now).await
}

impl Opening {
    async fn plan(&self, tx: &mut Tx, now: i64) -> Outcome<()> {
        let key = format!("{}/{}/{}", self.obligation_id, self.period, self.after);
        jobs::plan(tx, JOB.name, &key, self, Times { run_at: now, now }).await
    }
}

/// Opens all pages at once, for installations that are being filled.
pub(crate) async fn whole(app: &App, obligation_id: &str, period: Period) -> Outcome<()> {
    let rule = rule::queries::find(app.db(), obligation_id, period.number).await?;
    let branch = Branch { node: &rule.branch_id, kinds: &rule.terms.kinds, region: &rule.terms.region_id };
    let mut after = String::new();
    loop {
        let offices = lookup::below(app.db(), &branch, &after, AT_ONCE).await?;
        let Some(last) = offices.last() else { return Ok(()) };
        after.clone_from(&last.id);
        let mut tx = app.db().begin().await?;
        open(app, &mut tx, (&rule, period), &offices).await?;
        tx.commit().await?;
    }
}

fn run<'a>(app: &'a App, payload: &'a str) -> Running<'a> {
    Box::pin(async move {
        let opening: Opening = serde_json::from_str(payload)?;
        let rule = rule::queries::find(app.db(), &opening.obligation_id, opening.period).await?;
        let period = Period::new(rule.rhythm, opening.period);
        if !rule.holds_in(period) {
            return Ok(());
        }
        let branch = Branch { node: &rule.branch_id, kinds: &rule.terms.kinds, region: &rule.terms.region_id };
        let offices = lookup::below(app.db(), &branch, &opening.after, AT_ONCE).await?;
        let mut tx = app.db().begin().await?;
        reminder::plan(&mut tx, &rule.id, period, app.now()).await?;
        open(app, &mut tx, (&rule, period), &offices).await?;
        if let (Some(last), true) = (offices.last(), offices.len() as i64 == AT_ONCE) {
            Opening { after: last.id.clone(), ..opening }.plan(&mut tx, app.now()).await?;
        }
        tx.commit().await?;
        app.ring();
        Ok(())
    })
}

async fn open(app: &App, tx: &mut Tx, (rule, period): (&Rule, Period), offices: &[Agency]) -> Outcome<()> {
    let standings: Vec<Standing> = offices.iter().map(|it| standing(rule, period, it)).collect();
    let branch = HashMap::from([(rule.id.clone(), rule.branch_id.clone())]);
    keeping::open(app.db(), tx, (&standings, &branch), app.now()).await?;
    let ids: Vec<String> = offices.iter().map(|it| it.id.clone()).collect();
    let (from, until) = (period.opens_at(Zone::Wit), period.closes_at(Zone::Wib));
    let activities = queries::in_period(tx, &ids, (from, until)).await?;
    recount::follow(app, tx, &activities).await
}

/// An office's standing on its first day, on its own clock.
pub(super) fn standing(rule: &Rule, period: Period, office: &Agency) -> Standing {
    let zone = Zone::parse(&office.zone).unwrap_or_default();
    Standing {
        obligation_id: rule.id.clone(),
        period: period.number,
        agency_id: office.id.clone(),
        version: rule.version,
        region_id: office.region_id.clone(),
        opens_at: period.opens_at(zone),
        closes_at: period.closes_at(zone),
        many: rule.terms.many,
        counted: 0,
        pending: 0,
        state: State::None,
    }
}
