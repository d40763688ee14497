//! Loading a rule with what policy needs, and whom it would oblige. Reads only.

use std::collections::HashMap;

use directory::lookup::{self, Agency, Branch};
use kernel::{Ask, Db, Failure, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    model::{Reach, Rule, Terms},
    policy::{self, Amendable},
    queries,
};
use crate::obligation::period::{Period, Rhythm};

pub(crate) const NATION: &str = "*";

/// A branch with all nodes above it; the nation has none.
pub(crate) async fn lineage(db: &Db, branch_id: &str) -> Outcome<Vec<String>> {
    if branch_id == NATION { Ok(vec![NATION.to_owned()]) } else { lookup::lineage(db, branch_id).await }
}

/// The rule as it is in the running period, for those who may change it from a period on.
pub(crate) async fn amendable(ask: &Ask, id: &str, from: Option<&str>) -> Outcome<Amendable> {
    let actor = ask.actor()?;
    let latest = queries::versions(ask.db(), id).await?.into_iter().next().ok_or(Failure::NotFound)?;
    let lineage = lineage(ask.db(), &latest.branch_id).await?;
    let first = latest.rhythm.coming(ask.now());
    let from = match from {
        None => Period::new(latest.rhythm, first.number.max(latest.from_period)),
        Some(code) => Period::parse(latest.rhythm, code).ok_or_else(|| Failure::invalid("from", "obligation-choose-period"))?,
    };
    policy::amendable(actor, latest, &lineage, (from, ask.now()))
}

/// What a rule would mean: whom it obliges, and which rules some of them have already.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Preview {
    pub(crate) offices: i64,
    /// Short names of the first few.
    pub(crate) some: Vec<String>,
    pub(crate) overlaps: Vec<Overlap>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Overlap {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) rhythm: Rhythm,
}

/// `own` is the rule that is being changed, which does not overlap itself.
pub(crate) async fn preview(db: &Db, (branch_id, terms): (&str, &Terms), from: Period, own: &str) -> Outcome<Preview> {
    let branch = Branch { node: branch_id, kinds: &terms.kinds, region: &terms.region_id };
    let some = lookup::below(db, &branch, "", 6).await?;
    let others = others(db, from, own).await?;
    let mut ids: Vec<String> = others.iter().map(|it| it.branch_id.clone()).collect();
    ids.push(branch_id.to_owned());
    let lineages = lookup::lineages(db, &ids).await?;
    let nation = vec![NATION.to_owned()];
    let of = |id: &str| lineages.get(id).unwrap_or(&nation);
    let reach = Reach { lineage: of(branch_id), kinds: &terms.kinds, region_id: &terms.region_id };
    let meets =
        |it: &&Rule| reach.meets(&Reach { lineage: of(&it.branch_id), kinds: &it.terms.kinds, region_id: &it.terms.region_id });
    let overlap = |it: &Rule| Overlap { id: it.id.clone(), name: it.terms.name.clone(), rhythm: it.rhythm };
    Ok(Preview {
        offices: lookup::count_below(db, &branch).await?,
        some: some.into_iter().map(|it| it.short_name).collect(),
        overlaps: others.iter().filter(meets).take(20).map(overlap).collect(),
    })
}

/// Rules of both rhythms that hold when the new one begins.
async fn others(db: &Db, from: Period, own: &str) -> Outcome<Vec<Rule>> {
    let moment = from.opens_at(ui::Zone::default());
    let mut rules = queries::holding_in(db, Rhythm::Quarter.running(moment)).await?;
    rules.extend(queries::holding_in(db, Rhythm::Semester.running(moment)).await?);
    rules.retain(|it| it.id != own);
    Ok(rules)
}

/// The branches by id; the nation is none of them.
pub(crate) async fn branches(db: &Db, rules: &[Rule]) -> Outcome<HashMap<String, Agency>> {
    let ids: Vec<String> = rules.iter().map(|it| it.branch_id.clone()).collect();
    lookup::agencies(db, &ids).await
}
