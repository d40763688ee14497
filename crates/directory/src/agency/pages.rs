//! The public page of an agency: what it does and offers, where it stands, what became of it.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{Ask, Db, Outcome, panels};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::Frame;

use super::{
    history::{self, Happening},
    kind_name, listing, profile,
    profile::model::Profile,
    queries, reorganisation,
};
use crate::lookup::{self, Agency};

const CHILDREN: usize = 50;
/// Together with the list of agencies the breadcrumb has four.
const MOST_CRUMBS: usize = 3;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "agency.html")]
pub(crate) struct AgencyPage {
    #[serde(skip)]
    frame: Frame,
    agency: Agency,
    province_name: Option<String>,
    /// Those above it, from the top down.
    above: Vec<Agency>,
    profile: Profile,
    /// Where the agency that came after it is to be found.
    successor: Option<Agency>,
    below: Vec<Agency>,
    #[serde(skip)]
    next: String,
    history: Vec<Happening>,
    /// What other domains show here.
    #[serde(skip)]
    panels: Vec<String>,
    may_edit: bool,
    may_restructure: bool,
    may_see_people: bool,
}

#[derive(Default, Deserialize)]
pub(crate) struct Place {
    #[serde(default)]
    setelah: String,
}

pub(crate) async fn agency(ask: Ask, Path(id): Path<String>, Query(place): Query<Place>) -> Outcome<Response> {
    let db = ask.db();
    let agency = lookup::agency(db, &id).await?;
    let lineage = lookup::lineage(db, &id).await?;
    let (mut above, successor) = relatives(db, &agency, &lineage).await?;
    let mut below = below(db, &id, &place.setelah).await?;
    let has_more = below.len() > CHILDREN;
    below.truncate(CHILDREN);
    above.reverse();
    let province = agency.region_id.split_once('.').map(|it| it.0.to_owned());
    let provinces = lookup::regions(db, &province.clone().into_iter().collect::<Vec<_>>()).await?;
    let frame = frame(&ask, &agency, &above);
    let next = match below.last() {
        Some(last) if has_more => ui::address::with(&frame.path, "setelah", &last.id),
        _ => String::new(),
    };
    let actor = ask.maybe_actor();
    let page = AgencyPage {
        frame,
        province_name: province.and_then(|it| provinces.get(&it).map(|it| it.name.clone())),
        profile: profile::of(db, &id).await?,
        history: history::of(db, &id).await?,
        panels: panels::render(&ask, "agency", &id).await?,
        may_edit: actor.is_some_and(|it| profile::policy::editable(it, &agency, &lineage).is_ok()),
        may_restructure: actor.is_some_and(|it| reorganisation::policy::changeable(it, &agency, &lineage).is_ok()),
        may_see_people: actor.is_some_and(|it| it.holds(&["admin", "pimpinan", "pengelola"], &lineage)),
        agency,
        above,
        successor,
        below,
        next,
    };
    ask.page(&page)
}

/// Those above, from near to far, and the successor.
async fn relatives(db: &Db, agency: &Agency, lineage: &[String]) -> Outcome<(Vec<Agency>, Option<Agency>)> {
    let above: Vec<&String> = lineage.iter().skip(1).filter(|it| *it != "*").collect();
    let wanted: Vec<String> = above.iter().copied().chain(&agency.successor_id).cloned().collect();
    if wanted.is_empty() {
        return Ok((Vec::new(), None));
    }
    let found = lookup::agencies(db, &wanted).await?;
    let successor = agency.successor_id.as_ref().and_then(|it| found.get(it)).cloned();
    Ok((above.into_iter().filter_map(|it| found.get(it)).cloned().collect(), successor))
}

async fn below(db: &Db, id: &str, after: &str) -> Outcome<Vec<Agency>> {
    let (_, short_name) = listing::place(db, after).await?;
    let args = [id.into(), short_name.into(), after.into(), (CHILDREN as i64 + 1).into()];
    db.all(queries::CHILDREN, args, lookup::read_agency).await
}

fn frame(ask: &Ask, agency: &Agency, above: &[Agency]) -> Frame {
    let frame = Frame::of(ask);
    let t = frame.t;
    let described = t.with("kind", kind_name(&t, &agency.kind)).with("name", &agency.name).with("region", &agency.region_name);
    let described = described.say("agency-described");
    let start = frame.titled(&agency.short_name).described(described).crumb(t.say("agency-list"), "/instansi");
    let shown = &above[above.len().saturating_sub(MOST_CRUMBS)..];
    shown.iter().fold(start, |frame, it| frame.crumb(&it.short_name, format!("/instansi/{}", it.id)))
}
