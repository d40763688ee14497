//! While drafting: other activities that would clash (same people, same time) or overlap (same theme, region and quarter).

use std::collections::HashMap;

use directory::lookup::{self, Agency};
use kernel::{App, Db, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::Zone;

use super::queries as listing;
use crate::activity::{
    audience::{self, Label},
    load,
    model::Activity,
    policy::Hosted,
    queries::audiences,
};

/// Another activity that someone should know of before going on.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Neighbour {
    pub(crate) activity_id: String,
    pub(crate) title: String,
    pub(crate) theme: String,
    pub(crate) starts_at: i64,
    pub(crate) ends_at: i64,
    pub(crate) zone: Zone,
    /// A draft's page is open to its owners only; its title is shown to fellow coordinators.
    pub(crate) is_draft: bool,
    /// Owners as (agency id, short name).
    pub(crate) hosts: Vec<(String, String)>,
    /// Regions that both are for; empty: all of Indonesia.
    pub(crate) regions: Vec<String>,
    /// Owners that can still be asked to own this one too.
    pub(crate) can_ask: Vec<(String, String)>,
}

impl Neighbour {
    pub(crate) fn first_host(&self) -> &str {
        self.hosts.first().map_or("", |it| it.1.as_str())
    }
}

#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub(crate) struct Neighbours {
    pub(crate) overlaps: Vec<Neighbour>,
    pub(crate) clashes: Vec<Neighbour>,
    /// Start of the nearest time of the same length, on a working day, without a clash.
    pub(crate) free_at: Option<i64>,
}

/// What stands beside this draft, from at most fifty candidates each.
pub(crate) async fn of(app: &App, hosted: &Hosted) -> Outcome<Neighbours> {
    let (db, activity) = (app.db(), &hosted.activity);
    let quarter = quarter(activity);
    let similar = listing::of_theme(db, activity, quarter).await?;
    let at_once = listing::at_once(db, activity).await?;
    let both: Vec<Activity> = similar.iter().chain(&at_once).cloned().collect();
    let ids: Vec<String> = both.iter().map(|it| it.id.clone()).collect();
    let audiences = audiences(db, &ids).await?;
    let (owners, agencies) = load::owners_of(app, &both).await?;
    let lineages = lookup::lineages(db, &named(hosted, &audiences)).await?;
    let around = Around { hosted, audiences, owners, agencies, lineages };
    let overlaps = similar.iter().filter_map(|it| around.overlap(it)).collect();
    let clashes: Vec<Neighbour> = at_once.iter().filter_map(|it| around.clash(it)).collect();
    let free_at = if clashes.is_empty() { None } else { free_time(db, hosted).await? };
    Ok(Neighbours { overlaps, clashes, free_at })
}

struct Around<'a> {
    hosted: &'a Hosted,
    audiences: HashMap<String, Vec<String>>,
    owners: HashMap<String, Vec<String>>,
    agencies: HashMap<String, Agency>,
    lineages: HashMap<String, Vec<String>>,
}

impl Around<'_> {
    /// Same theme and quarter is given; the regions must meet, and it must be somebody else's.
    fn overlap(&self, other: &Activity) -> Option<Neighbour> {
        let theirs = self.audiences.get(&other.id)?;
        let regions = common_regions(&self.hosted.audience, theirs)?;
        let is_ours = self.owners.get(&other.id)?.iter().any(|it| self.hosted.owners().any(|host| &host.agency_id == it));
        (!is_ours).then(|| self.neighbour(other, regions))
    }

    fn clash(&self, other: &Activity) -> Option<Neighbour> {
        let theirs = self.audiences.get(&other.id)?;
        audience::meet(&self.hosted.audience, theirs, &self.lineages)
            .then(|| self.neighbour(other, common_regions(&self.hosted.audience, theirs).unwrap_or_default()))
    }

    fn neighbour(&self, other: &Activity, regions: Vec<String>) -> Neighbour {
        let owners = self.owners.get(&other.id).map(Vec::as_slice).unwrap_or_default();
        let named = |id: &String| (id.clone(), self.agencies.get(id).map_or_else(|| id.clone(), |it| it.short_name.clone()));
        let hosts: Vec<(String, String)> = owners.iter().map(named).collect();
        let is_host = |id: &str| self.hosted.hosts.iter().any(|it| it.agency_id == id);
        Neighbour {
            activity_id: other.id.clone(),
            title: other.title.clone(),
            theme: other.theme.clone(),
            starts_at: other.starts_at,
            ends_at: other.ends_at,
            zone: other.zone,
            is_draft: other.published_at.is_none(),
            can_ask: hosts.iter().filter(|it| !is_host(&it.0)).cloned().collect(),
            hosts,
            regions,
        }
    }
}

/// First and last moment of the quarter in which the activity starts, on its own clock.
fn quarter(activity: &Activity) -> (i64, i64) {
    let day = activity.zone.civil(activity.starts_at).date();
    let first_month = (day.month() - 1) / 3 * 3 + 1;
    let start = jiff::civil::date(day.year(), first_month, 1);
    let end = start.saturating_add(jiff::Span::new().months(3));
    let midnight = jiff::civil::Time::midnight();
    (activity.zone.moment(start, midnight), activity.zone.moment(end, midnight))
}

/// Agencies named in any of the audiences.
fn named(hosted: &Hosted, audiences: &HashMap<String, Vec<String>>) -> Vec<String> {
    let labels = hosted.audience.iter().chain(audiences.values().flatten());
    let mut agencies: Vec<String> = labels.map(|it| Label::parse(it).agency.to_owned()).filter(|it| !it.is_empty()).collect();
    agencies.sort();
    agencies.dedup();
    agencies
}

/// The narrower region of each pair that meets; `None` when none does.
fn common_regions(ours: &[String], theirs: &[String]) -> Option<Vec<String>> {
    let region = |it: &String| Label::parse(it).region.to_owned();
    let ours: Vec<String> = ours.iter().filter(|it| *it != "public").map(region).collect();
    let theirs: Vec<String> = theirs.iter().filter(|it| *it != "public").map(region).collect();
    let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| (a, b))).filter(|(a, b)| audience::regions_meet(a, b));
    let mut common: Vec<String> = pairs.map(|(a, b)| if a.len() >= b.len() { a.clone() } else { b.clone() }).collect();
    if common.is_empty() {
        return None;
    }
    common.sort();
    common.dedup();
    common.retain(|it| !it.is_empty());
    Some(common)
}

/// The same hour on one of the next fourteen days when nobody of this audience is asked elsewhere; weekends are left out.
async fn free_time(db: &Db, hosted: &Hosted) -> Outcome<Option<i64>> {
    let activity = &hosted.activity;
    let later = listing::soon_after(db, activity).await?;
    let ids: Vec<String> = later.iter().map(|it| it.id.clone()).collect();
    let audiences = audiences(db, &ids).await?;
    let lineages = lookup::lineages(db, &named(hosted, &audiences)).await?;
    let is_for_ours =
        |it: &&Activity| audiences.get(&it.id).is_some_and(|theirs| audience::meet(&hosted.audience, theirs, &lineages));
    let in_the_way: Vec<&Activity> = later.iter().filter(is_for_ours).collect();
    let length = activity.ends_at - activity.starts_at;
    Ok((1..=14).map(|days| activity.starts_at + days * kernel::clock::DAY).find(|start| {
        let is_weekend =
            matches!(activity.zone.civil(*start).weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
        !is_weekend && in_the_way.iter().all(|it| it.ends_at <= *start || it.starts_at >= start + length)
    }))
}
