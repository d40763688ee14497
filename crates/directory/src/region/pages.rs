//! The country by its regions, and the agencies in each.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{Ask, Db, Failure, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Frame;

use super::{counts, queries};
use crate::{
    agency::listing,
    lookup::{self, Agency, Region},
};

const AGENCIES: usize = 30;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "regions.html")]
pub(crate) struct RegionsPage {
    #[serde(skip)]
    frame: Frame,
    provinces: Vec<Counted>,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "region.html")]
pub(crate) struct RegionPage {
    #[serde(skip)]
    frame: Frame,
    region: Region,
    /// Regencies and cities of a province.
    below: Vec<Counted>,
    /// Agencies that sit in this very region.
    agencies: Vec<Agency>,
    next: String,
}

#[derive(Serialize, JsonSchema)]
struct Counted {
    region: Region,
    /// Of a province with its regencies and cities.
    agencies: i64,
}

#[derive(Default, Deserialize)]
pub(crate) struct Place {
    #[serde(default)]
    setelah: String,
}

pub(crate) async fn regions(ask: Ask) -> Outcome<Response> {
    let counts = counts::of_agencies(&ask.app).await?;
    let mut by_province: HashMap<&str, i64> = HashMap::new();
    for (region, n) in counts.iter() {
        *by_province.entry(region.split('.').next().unwrap_or(region)).or_default() += n;
    }
    let provinces = lookup::provinces(ask.db()).await?.into_iter();
    let provinces =
        provinces.map(|region| Counted { agencies: by_province.get(region.id.as_str()).copied().unwrap_or(0), region }).collect();
    let frame = Frame::of(&ask);
    let t = frame.t;
    ask.page(&RegionsPage { frame: frame.titled(t.say("region-list")).described(t.say("region-list-lead")), provinces })
}

pub(crate) async fn region(ask: Ask, Path(id): Path<String>, Query(place): Query<Place>) -> Outcome<Response> {
    let db = ask.db();
    let wanted: Vec<String> = [id.clone()].into_iter().chain(id.split_once('.').map(|it| it.0.to_owned())).collect();
    let mut found = lookup::regions(db, &wanted).await?;
    let region = found.remove(&id).ok_or(Failure::NotFound)?;
    let counts = counts::of_agencies(&ask.app).await?;
    let below = db.all(queries::BELOW, [id.as_str().into()], lookup::read_region).await?.into_iter();
    let below = below.map(|it| Counted { agencies: counts.get(&it.id).copied().unwrap_or(0), region: it }).collect();
    let mut agencies = agencies(db, &id, &place.setelah).await?;
    let has_more = agencies.len() > AGENCIES;
    agencies.truncate(AGENCIES);
    let frame = Frame::of(&ask);
    let t = frame.t;
    let next = match agencies.last() {
        Some(last) if has_more => ui::address::with(&frame.path, "setelah", &last.id),
        _ => String::new(),
    };
    let frame = frame.titled(&region.name).described(t.fill("region-described", "name", &region.name));
    let frame = frame.crumb(t.say("region-list"), "/wilayah");
    let frame = found.values().fold(frame, |frame, it| frame.crumb(&it.name, format!("/wilayah/{}", it.id)));
    ask.page(&RegionPage { frame, region, below, agencies, next })
}

async fn agencies(db: &Db, region_id: &str, after: &str) -> Outcome<Vec<Agency>> {
    let (_, short_name) = listing::place(db, after).await?;
    let args = [region_id.into(), short_name.into(), after.into(), (AGENCIES as i64 + 1).into()];
    db.all(queries::AGENCIES, args, lookup::read_agency).await
}
