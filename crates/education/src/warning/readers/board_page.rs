//! Who has not read a warning: counts by unit down the tree and, for those who answer for the unit, names. A constant number of statements.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use directory::lookup;
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Frame, address};

use super::queries;
use crate::{
    obligation::rule::load::{NATION, lineage},
    warning::{
        load,
        model::Warning,
        policy::{self, Sight},
    },
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "warning-readers.html")]
pub(crate) struct ReadersPage {
    #[serde(skip)]
    frame: Frame,
    warning: Warning,
    /// Name of the unit that is shown with all below it.
    place: String,
    people: i64,
    confirmed: i64,
    units: Vec<UnitRow>,
    sees_names: bool,
    /// Who has not confirmed in the unit itself.
    open: Vec<PersonRow>,
    /// Addresses of the next page of units and of people; empty on the last.
    next_units: String,
    next_people: String,
    /// All names of the branch; empty for those who see none.
    csv: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct UnitRow {
    pub(crate) unit_id: String,
    pub(crate) name: String,
    pub(crate) people: i64,
    pub(crate) confirmed: i64,
    pub(crate) href: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct PersonRow {
    /// With titles.
    pub(crate) name: String,
    pub(crate) position: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct View {
    /// Code of the unit.
    unit: String,
    /// The last unit of the page before.
    cabang: String,
    /// The last person of the page before.
    setelah: String,
}

const UNITS: i64 = 50;
const PEOPLE: i64 = 50;

/// A node of the tree in which somebody may look, and how closely.
pub(super) struct Opened {
    pub(super) warning: Warning,
    pub(super) node: String,
    pub(super) sight: Sight,
}

pub(crate) async fn board(ask: Ask, Path(id): Path<String>, Query(view): Query<View>) -> Outcome<Response> {
    let opened = open(&ask, &id, &view).await?;
    let page = page(&ask, opened, &view).await?;
    ask.page(&page)
}

/// The unit that was asked for, else the visitor's own, else the first that they answer for.
pub(super) async fn open(ask: &Ask, id: &str, view: &View) -> Outcome<Opened> {
    let actor = ask.actor()?;
    let warning = load::readable(ask, id).await?.addressed().warning.clone();
    let reached = load::reached(ask, &warning).await?;
    let own = reached.iter().find(|it| **it == actor.home).or(reached.first());
    let node = match view.unit.as_str() {
        "" => own.cloned().ok_or(Failure::Forbidden("warning-only-heads"))?,
        unit => unit.to_owned(),
    };
    let sight = policy::sight(actor, &lineage(ask.db(), &node).await?)?;
    Ok(Opened { warning, node, sight })
}

async fn page(ask: &Ask, opened: Opened, view: &View) -> Outcome<ReadersPage> {
    let Opened { warning, node, sight } = opened;
    let (people, confirmed) = queries::total(ask.db(), &warning.id, &node).await?;
    let frame = Frame::of(ask);
    let base = address::with(&format!("/peringatan/{}/pembaca", warning.id), "unit", &node);
    let (units, next_units) = units(ask, (&warning.id, &node, &view.cabang), &base).await?;
    let (open, next_people) = match sight {
        Sight::Names => names(ask, (&warning.id, &node, &view.setelah), &base).await?,
        Sight::Totals => (Vec::new(), String::new()),
    };
    let place = match lookup::agencies(ask.db(), std::slice::from_ref(&node)).await?.remove(&node) {
        Some(it) => it.name,
        None if node == NATION => frame.t.say("obligation-nation").to_owned(),
        None => return Err(Failure::NotFound),
    };
    Ok(ReadersPage {
        csv: if sight == Sight::Names { base.replacen("/pembaca", "/pembaca.csv", 1) } else { String::new() },
        sees_names: sight == Sight::Names,
        frame: dressed(frame, &warning, &place),
        warning,
        place,
        people,
        confirmed,
        units,
        open,
        next_units,
        next_people,
    })
}

async fn units(ask: &Ask, (id, node, after): (&str, &str, &str), base: &str) -> Outcome<(Vec<UnitRow>, String)> {
    let mut found = queries::below(ask.db(), id, (node, after), UNITS + 1).await?;
    let has_more = found.len() as i64 > UNITS;
    found.truncate(UNITS as usize);
    let ids: Vec<String> = found.iter().map(|it| it.0.clone()).collect();
    let agencies = lookup::agencies(ask.db(), &ids).await?;
    let next = ids.last().filter(|_| has_more).map(|it| address::with(base, "cabang", it)).unwrap_or_default();
    let row = |(unit_id, people, confirmed): (String, i64, i64)| UnitRow {
        name: agencies.get(&unit_id).map_or_else(|| unit_id.clone(), |it| it.short_name.clone()),
        href: address::with(base, "unit", &unit_id),
        unit_id,
        people,
        confirmed,
    };
    Ok((found.into_iter().map(row).collect(), next))
}

async fn names(ask: &Ask, (id, node, after): (&str, &str, &str), base: &str) -> Outcome<(Vec<PersonRow>, String)> {
    let here = [node.to_owned()];
    let from = if after.is_empty() { "" } else { node };
    let mut found = queries::open(ask.db(), id, &here, ((from, after), PEOPLE + 1)).await?;
    let has_more = found.len() as i64 > PEOPLE;
    found.truncate(PEOPLE as usize);
    let ids: Vec<String> = found.into_iter().map(|it| it.0).collect();
    let people = lookup::people(ask.db(), &ids).await?;
    let next = ids.last().filter(|_| has_more).map(|it| address::with(base, "setelah", it)).unwrap_or_default();
    let row = |it: &lookup::Person| PersonRow { name: it.full_name.clone(), position: it.position.clone() };
    Ok((ids.iter().filter_map(|it| people.get(it)).map(row).collect(), next))
}

fn dressed(frame: Frame, warning: &Warning, place: &str) -> Frame {
    let t = frame.t;
    frame
        .titled(t.fill("warning-readers-title", "place", place))
        .crumb(t.say("frame-home"), "/")
        .crumb(t.say("warning-list"), "/peringatan")
        .crumb(&warning.words.title, format!("/peringatan/{}", warning.id))
}

impl UnitRow {
    pub(crate) fn missing(&self) -> i64 {
        (self.people - self.confirmed).max(0)
    }
}
