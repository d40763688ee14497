//! Finds what an idle office could hold: a constant number of statements, and the same answer for the same facts. Reads only.

use directory::lookup::Agency;
use kernel::{Ask, Outcome, clock::DAY};
use ui::{Frame, Tongue};

use super::{
    model::{SHOWN, Source, Suggestion, mixed, overlapping},
    queries,
};
use crate::{
    activity::{load::owners_of, model::Activity},
    template,
};

/// How far back neighbours are looked at.
const LOOK_BACK: i64 = 400 * DAY;

pub(crate) async fn suggestions(ask: &Ask, office: &Agency) -> Outcome<Vec<Suggestion>> {
    let (db, now) = (ask.db(), ask.now());
    let labels = around(office);
    let coming = queries::coming_of_others(db, &labels, (&office.id, now)).await?;
    let judged = queries::judged_of_others(db, &labels, (&office.id, now - LOOK_BACK)).await?;
    let templates = template::queries::most_used(db, SHOWN as i64).await?;
    let templates = template::list_page::rows(ask, templates).await?;
    let t = Frame::of(ask).t;
    let all: Vec<Activity> = coming.iter().chain(judged.iter().map(|it| &it.0)).cloned().collect();
    let (owners, agencies) = owners_of(&ask.app, &all).await?;
    let hosts = |it: &Activity| {
        let ids = owners.get(&it.id).map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|it| agencies.get(it)).map(|it| it.short_name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let overlaps = overlapping(&coming).into_iter().map(|(it, n)| overlap(t, (it, n), &hosts(it)));
    let neighbours = judged.iter().map(|(it, index)| neighbour(t, (it, *index), &hosts(it)));
    let patterns = templates.iter().map(|it| pattern(t, it));
    Ok(mixed([overlaps.collect(), neighbours.collect(), patterns.collect()]))
}

/// Labels of audiences in the office's region and province.
fn around(office: &Agency) -> Vec<String> {
    let province = office.region_id.split('.').next().unwrap_or_default();
    let mut labels = vec![format!("asn@{}", office.region_id), format!("asn@{province}")];
    labels.dedup();
    labels
}

fn overlap(t: Tongue, (it, n): (&Activity, i64), hosts: &str) -> Suggestion {
    let filled = t.with("theme", t.name("theme", &it.theme)).with("n", t.number(n));
    let why = filled.with("hosts", hosts).say("trigger-why-overlap");
    Suggestion { source: Source::Activity(it.id.clone()), title: it.title.clone(), why }
}

fn neighbour(t: Tongue, (it, index): (&Activity, i64), hosts: &str) -> Suggestion {
    let why = t.with("hosts", hosts).with("index", t.decimal(index as f64 / 100.0, 2)).say("trigger-why-neighbour");
    Suggestion { source: Source::Activity(it.id.clone()), title: it.title.clone(), why }
}

fn pattern(t: Tongue, row: &template::list_page::TemplateRow) -> Suggestion {
    let why = t.with("agency", &row.agency).with("n", t.number(row.template.uses)).say("trigger-why-template");
    Suggestion { source: Source::Template(row.template.id.clone()), title: row.template.title.clone(), why }
}
