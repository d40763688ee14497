//! Pages of duties: who holds what at a node, and lending one's own.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use kernel::{Ask, Fault, Outcome, db::Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ui::{Choice, Form, Frame};

use super::{
    actions::{giver, lineage},
    model::{GiftForm, Held, Kind, LoanForm},
    policy::{self, Giver},
    queries,
};
use crate::{
    account::entry::policy::linkable_unit,
    lookup::{self, Agency},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-duties.html")]
pub(crate) struct DutiesPage {
    #[serde(skip)]
    frame: Frame,
    node: String,
    /// At the node itself.
    here: Vec<DutyRow>,
    /// At the nodes above it, which count here too; nearest first.
    above: Vec<DutyRow>,
    vacant: Vec<Vacancy>,
    /// What the visitor may give here.
    #[serde(skip)]
    kinds: Vec<Choice>,
    /// Whether the visitor may mail entry links to the people of the node.
    may_hand_out: bool,
    form: Form,
}

#[derive(Serialize, JsonSchema)]
struct DutyRow {
    id: String,
    kind: Kind,
    person_id: String,
    name: String,
    position: String,
    node: String,
    node_name: Option<String>,
    ends_at: Option<i64>,
    lent_by: Option<String>,
    reason: String,
    may_end: bool,
}

/// A duty without anybody, since its holder moved or left.
#[derive(Serialize, JsonSchema)]
struct Vacancy {
    kind: Kind,
    agency_id: String,
    agency_name: String,
    /// Who held it.
    name: String,
    ended_at: i64,
    has_moved: bool,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "account-loan.html")]
pub(crate) struct LoanPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    kind: Kind,
    node_name: Option<String>,
    form: Form,
}

#[derive(Default, Deserialize)]
pub(crate) struct AtNode {
    #[serde(default)]
    instansi: String,
}

pub(crate) async fn duties(ask: Ask, Query(at): Query<AtNode>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let first = || actor.duties.first().map_or(&actor.home, |it| &it.node).clone();
    let node = if at.instansi.is_empty() { first() } else { at.instansi };
    let form = Form::new(ui::visit::tongue(&ask.visit));
    show(&ask, StatusCode::OK, &node, form).await
}

pub(crate) async fn refused(ask: &Ask, typed: &GiftForm, faults: &[Fault]) -> Outcome<Response> {
    let form = Form::refused_for(ui::visit::tongue(&ask.visit), typed.typed(), faults);
    show(ask, StatusCode::UNPROCESSABLE_ENTITY, &typed.instansi, form).await
}

pub(crate) async fn lend(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let duty = super::one(ask.db(), &id, ask.now()).await?;
    let lineage = lineage(ask.db(), &duty.node).await?;
    policy::lendable(ask.actor()?, &duty, &lineage)?;
    let form = Form::new(ui::visit::tongue(&ask.visit));
    show_loan(&ask, StatusCode::OK, &duty, form).await
}

pub(crate) async fn loan_refused(ask: &Ask, duty: &Held, typed: &LoanForm, faults: &[Fault]) -> Outcome<Response> {
    let form = Form::refused_for(ui::visit::tongue(&ask.visit), typed.typed(), faults);
    show_loan(ask, StatusCode::UNPROCESSABLE_ENTITY, duty, form).await
}

async fn show(ask: &Ask, status: StatusCode, node: &str, form: Form) -> Outcome<Response> {
    let (db, now) = (ask.db(), ask.now());
    let lineage = lineage(db, node).await?;
    policy::viewable(ask.actor()?, &lineage)?;
    let giver = giver(ask).await?;
    let nodes: Vec<[&String; 1]> = lineage.iter().map(|it| [it]).collect();
    let held = db.all(queries::AT, [json!(nodes).into(), now.into(), now.into()], super::held).await?;
    let agencies = lookup::agencies(db, &lineage).await?;
    let vacant = db.all(queries::VACANT, [node.into(), now.into()], vacancy).await?;
    let frame = Frame::of(ask);
    let t = frame.t;
    let name = super::node_name(node, &agencies).unwrap_or_else(|| t.say("account-nation").to_owned());
    let kinds = Kind::ALL.into_iter().filter(|kind| policy::givable(&giver, *kind, &lineage).is_ok());
    let (here, above) = rows(&giver, held, &lineage, &agencies);
    let crumb = agencies.get(node).map(|it| (it.short_name.clone(), format!("/instansi/{}", it.id)));
    let frame = frame.titled(t.fill("account-duties-of", "agency", name));
    let page = DutiesPage {
        frame: crumb.into_iter().fold(frame, |frame, (label, href)| frame.crumb(label, href)),
        may_hand_out: node != "*" && linkable_unit(giver.actor, &lineage).is_ok(),
        node: node.to_owned(),
        kinds: kinds.map(|it| Choice::new(it.as_str(), t.say(it.key()))).collect(),
        here,
        above,
        vacant,
        form,
    };
    ask.page_as(status, &page)
}

/// Those at the node, and those above it from near to far.
fn rows(
    giver: &Giver,
    mut held: Vec<Held>,
    lineage: &[String],
    agencies: &HashMap<String, Agency>,
) -> (Vec<DutyRow>, Vec<DutyRow>) {
    let distance = |node: &String| lineage.iter().position(|it| it == node).unwrap_or(usize::MAX);
    held.sort_by_key(|it| (distance(&it.node), Kind::ALL.iter().position(|kind| *kind == it.kind)));
    let rows = held.into_iter().map(|it| {
        let at = &lineage[distance(&it.node).min(lineage.len())..];
        DutyRow {
            may_end: policy::endable(giver, &it, at, 1).is_ok(),
            node_name: super::node_name(&it.node, agencies),
            id: it.id,
            kind: it.kind,
            person_id: it.person_id,
            name: it.name,
            position: it.position,
            node: it.node,
            ends_at: it.ends_at,
            lent_by: it.lent_by,
            reason: it.reason,
        }
    });
    rows.partition(|it| distance(&it.node) == 0)
}

async fn show_loan(ask: &Ask, status: StatusCode, duty: &Held, form: Form) -> Outcome<Response> {
    let agencies = lookup::agencies(ask.db(), std::slice::from_ref(&duty.node)).await?;
    let frame = Frame::of(ask);
    let (title, profile) = (frame.t.say("account-lend").to_owned(), frame.t.say("account-profile").to_owned());
    let page = LoanPage {
        frame: frame.titled(title).crumb(profile, "/profil"),
        id: duty.id.clone(),
        kind: duty.kind,
        node_name: super::node_name(&duty.node, &agencies),
        form,
    };
    ask.page_as(status, &page)
}

fn vacancy(row: &Row) -> Outcome<Vacancy> {
    Ok(Vacancy {
        kind: Kind::read(&row.get::<String>("kind")?)?,
        agency_id: row.get("agency_id")?,
        agency_name: row.get("agency_name")?,
        name: lookup::full_name(row)?,
        ended_at: row.get("ended_at")?,
        has_moved: row.get::<String>("ended_because")? == "moved",
    })
}
