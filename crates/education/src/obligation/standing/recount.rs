//! Judges activities anew and lets the standings of their owners follow. Everything is looked at as it is now, so it may be repeated.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use directory::lookup;
use kernel::{App, Outcome, db::Tx};

use super::{
    judging::{Evidence, judge},
    keeping::{self, Key},
    model::{Credit, Standing, Verdict},
    queries::{self, Held},
};
use crate::obligation::rule::model::Criteria;

/// After anything about these activities changed: what they are worth is written anew, and the difference is counted.
pub(crate) async fn follow(app: &App, tx: &mut Tx, ids: &[String]) -> Outcome<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let activities = queries::hold(tx, ids).await?;
    let before = keyed(queries::credits(tx, ids).await?);
    let after = keyed(judged(app, tx, &activities).await?);
    if before == after {
        return Ok(());
    }
    let now = app.now();
    let credits: Vec<Credit> = after.values().cloned().collect();
    queries::replace_credits(tx, ids, &credits, now).await?;
    keeping::count(tx, &difference(&before, &after), now).await
}

/// One activity for one office under one rule.
type Credited = BTreeMap<(String, Key), Credit>;

fn keyed(credits: Vec<Credit>) -> Credited {
    credits.into_iter().map(|it| ((it.activity_id.clone(), it.key()), it)).collect()
}

fn difference(before: &Credited, after: &Credited) -> BTreeMap<Key, (i64, i64)> {
    let mut sums: BTreeMap<Key, (i64, i64)> = BTreeMap::new();
    for (credits, sign) in [(before, -1), (after, 1)] {
        for credit in credits.values() {
            let sum = sums.entry(credit.key()).or_default();
            match credit.verdict {
                Verdict::Counts => sum.0 += sign,
                Verdict::Pending => sum.1 += sign,
                Verdict::Fails => {}
            }
        }
    }
    sums.retain(|_, sum| *sum != (0, 0));
    sums
}

/// What is known around the activities, each thing asked once for all.
struct Around {
    owners: HashMap<String, Vec<String>>,
    lineages: HashMap<String, Vec<String>>,
    successors: HashMap<String, String>,
    candidates: HashMap<String, Vec<(Standing, Criteria)>>,
    audiences: HashMap<String, Vec<String>>,
    present: HashMap<String, i64>,
    evaluated: Vec<String>,
}

async fn judged(app: &App, tx: &mut Tx, activities: &[Held]) -> Outcome<Vec<Credit>> {
    let public: Vec<&Held> = activities.iter().filter(|it| it.is_published).collect();
    let ids: Vec<String> = public.iter().map(|it| it.id.clone()).collect();
    let times = (public.iter().map(|it| it.starts_at).min(), public.iter().map(|it| it.starts_at).max());
    let (Some(from), Some(to)) = times else { return Ok(Vec::new()) };
    let owners = queries::owners(tx, &ids).await?;
    let mut agencies: BTreeSet<String> = owners.values().flatten().cloned().collect();
    let owning: Vec<String> = agencies.iter().cloned().collect();
    let successors = lookup::successors(app.db(), &owning).await?;
    agencies.extend(successors.values().cloned());
    let agencies: Vec<String> = agencies.into_iter().collect();
    let mut candidates: HashMap<String, Vec<(Standing, Criteria)>> = HashMap::new();
    for it in queries::candidates(tx, &agencies, (from, to)).await? {
        candidates.entry(it.0.agency_id.clone()).or_default().push(it);
    }
    if candidates.is_empty() {
        return Ok(Vec::new());
    }
    let around = Around {
        lineages: lookup::lineages(app.db(), &owning).await?,
        audiences: queries::labels(tx, &ids).await?,
        present: queries::present(tx, &ids).await?,
        evaluated: queries::evaluated(tx, &ids).await?,
        owners,
        successors,
        candidates,
    };
    Ok(public.iter().flat_map(|it| around.credits(it, app.now())).collect())
}

impl Around {
    fn credits(&self, activity: &Held, now: i64) -> Vec<Credit> {
        let evidence = self.evidence(activity, now);
        let owners = self.owners.get(&activity.id).map(Vec::as_slice).unwrap_or_default();
        let owed = owners.iter().flat_map(|it| self.owed_by(it, activity.starts_at));
        let credit = |(standing, criteria): &(Standing, Criteria)| {
            let (verdict, reasons) = judge(criteria, &standing.region_id, &evidence);
            Credit {
                activity_id: activity.id.clone(),
                obligation_id: standing.obligation_id.clone(),
                period: standing.period,
                agency_id: standing.agency_id.clone(),
                verdict,
                reasons,
            }
        };
        owed.map(credit).collect()
    }

    /// What the owner owes itself, and what its successor owes in its place.
    fn owed_by(&self, owner: &str, starts_at: i64) -> Vec<&(Standing, Criteria)> {
        let of = |agency: &str| {
            let all = self.candidates.get(agency).map(Vec::as_slice).unwrap_or_default();
            all.iter().filter(|(it, _)| it.opens_at <= starts_at && starts_at < it.closes_at).collect::<Vec<_>>()
        };
        let mut owed = of(owner);
        if let Some(successor) = self.successors.get(owner).filter(|it| *it != owner) {
            let own: Vec<(String, i64)> = owed.iter().map(|(it, _)| (it.obligation_id.clone(), it.period)).collect();
            owed.extend(of(successor).into_iter().filter(|(it, _)| !own.contains(&(it.obligation_id.clone(), it.period))));
        }
        owed
    }

    fn evidence(&self, activity: &Held, now: i64) -> Evidence {
        let owners = self.owners.get(&activity.id).map(Vec::as_slice).unwrap_or_default();
        let institution = |owner: &String| {
            let lineage = self.lineages.get(owner).map(Vec::as_slice).unwrap_or_default();
            lineage.iter().rfind(|it| *it != "*").unwrap_or(owner).clone()
        };
        let institutions: BTreeSet<String> = owners.iter().map(institution).collect();
        Evidence {
            is_cancelled: activity.is_cancelled,
            is_over: now >= activity.ends_at,
            institutions: institutions.len() as i64,
            audience: self.audiences.get(&activity.id).cloned().unwrap_or_default(),
            present: self.present.get(&activity.id).copied(),
            is_evaluated: self.evaluated.contains(&activity.id),
        }
    }
}
