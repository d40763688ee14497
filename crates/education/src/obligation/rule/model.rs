//! What a rule says, in versions. No I/O.

use kernel::{Outcome, db::Row};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    activity::audience::regions_meet,
    obligation::period::{Period, Rhythm},
};

/// What one version of a rule says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Terms {
    pub(crate) name: String,
    /// The regulation or decision it rests on.
    pub(crate) source: String,
    /// Kinds of office that owe it; none: all.
    pub(crate) kinds: Vec<String>,
    /// Empty: everywhere.
    pub(crate) region_id: String,
    /// Activities per period.
    pub(crate) many: i64,
    pub(crate) criteria: Criteria,
}

/// What an activity must be to count. That it took place and was not only planned is always asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Criteria {
    /// Owners of so many different ministries or regional governments; 1 asks for nothing.
    pub(crate) hosts: i64,
    /// Open to every civil servant of the office's region.
    pub(crate) is_open: bool,
    /// People counted as present; 0 asks for nothing.
    pub(crate) present: i64,
    pub(crate) is_evaluated: bool,
}

/// A rule with the version that holds in some period.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Rule {
    pub(crate) id: String,
    /// The node whose offices owe it; `*` is the nation.
    pub(crate) branch_id: String,
    pub(crate) rhythm: Rhythm,
    /// Number of its first period.
    pub(crate) from_period: i64,
    /// Number of the first period in which it no longer holds.
    pub(crate) until_period: Option<i64>,
    pub(crate) made_at: i64,
    pub(crate) withdrawn_because: Option<String>,
    pub(crate) version: i64,
    pub(crate) version_from: i64,
    pub(crate) terms: Terms,
}

impl Rule {
    pub(crate) fn holds_in(&self, period: Period) -> bool {
        period.number >= self.from_period && self.until_period.is_none_or(|it| period.number < it)
    }

    /// The period nearest to the wanted one in which the rule holds.
    pub(crate) fn nearest(&self, wanted: Period) -> Period {
        let last = self.until_period.map_or(i64::MAX, |it| it - 1);
        Period::new(self.rhythm, wanted.number.min(last).max(self.from_period))
    }

    pub(crate) fn read(row: &Row) -> Outcome<Rule> {
        let terms = Terms {
            name: row.get("name")?,
            source: row.get("source")?,
            kinds: serde_json::from_str(&row.get::<String>("kinds")?)?,
            region_id: row.get("region_id")?,
            many: row.get("many")?,
            criteria: Criteria::read(row)?,
        };
        Ok(Rule {
            id: row.get("id")?,
            branch_id: row.get("branch_id")?,
            rhythm: Rhythm::parse(&row.get::<String>("rhythm")?).unwrap_or(Rhythm::Quarter),
            from_period: row.get("from_period")?,
            until_period: row.get("until_period")?,
            made_at: row.get("made_at")?,
            withdrawn_because: row.get("withdrawn_because")?,
            version: row.get("version")?,
            version_from: row.get("version_from")?,
            terms,
        })
    }
}

impl Criteria {
    pub(crate) fn read(row: &Row) -> Outcome<Criteria> {
        Ok(Criteria {
            hosts: row.get("hosts")?,
            is_open: row.get::<i64>("is_open")? == 1,
            present: row.get("present")?,
            is_evaluated: row.get::<i64>("is_evaluated")? == 1,
        })
    }
}

/// Whom a rule obliges.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach<'a> {
    /// The branch with all nodes above it.
    pub(crate) lineage: &'a [String],
    pub(crate) kinds: &'a [String],
    pub(crate) region_id: &'a str,
}

impl Reach<'_> {
    /// Whether somebody may owe both.
    pub(crate) fn meets(&self, other: &Reach<'_>) -> bool {
        let above = |low: &Reach<'_>, high: &Reach<'_>| high.lineage.first().is_some_and(|it| low.lineage.contains(it));
        let branches = above(self, other) || above(other, self);
        let kinds = self.kinds.is_empty() || other.kinds.is_empty() || self.kinds.iter().any(|it| other.kinds.contains(it));
        branches && kinds && regions_meet(self.region_id, other.region_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn rules_overlap_where_branch_kind_and_region_meet() {
        let (nation, kppn, bps) =
            (owned(&["*"]), owned(&["kemenkeu.djpb.kppn-mamuju", "kemenkeu.djpb", "kemenkeu", "*"]), owned(&["bps", "*"]));
        let (any, offices, bureaus) = (owned(&[]), owned(&["kantor"]), owned(&["kanwil"]));
        let reach = |lineage, kinds, region_id| Reach { lineage, kinds, region_id };

        let all_offices = reach(&nation, &offices, "");
        assert!(all_offices.meets(&reach(&kppn, &any, "76")));
        assert!(reach(&kppn, &any, "76").meets(&all_offices));
        assert!(!all_offices.meets(&reach(&kppn, &bureaus, "")));
        assert!(!reach(&bps, &any, "").meets(&reach(&kppn, &any, "")));
        assert!(!reach(&nation, &any, "73").meets(&reach(&nation, &any, "76")));
    }
}
