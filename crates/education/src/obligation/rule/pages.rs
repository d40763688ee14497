//! The form of a rule with what it would mean, for new rules and for changes. Reads only.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use directory::lookup::{self, KINDS};
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Choice, Form, Frame, Tongue, form::Errors};

use super::{
    load::{self, NATION, Preview},
    model::Rule,
    policy::{self, Amendable, RULERS},
};
use crate::{
    activity::actions::Typed,
    obligation::period::{Period, Rhythm},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "obligation-edit.html")]
pub(crate) struct RulePage {
    #[serde(skip)]
    frame: Frame,
    /// Absent while the rule is new.
    id: Option<String>,
    form: Form,
    preview: Option<Preview>,
    #[serde(skip)]
    choices: Choices,
}

struct Choices {
    branches: Vec<Choice>,
    kinds: Vec<Choice>,
    regions: Vec<Choice>,
    periods: Vec<Choice>,
}

/// Periods to choose from.
const AHEAD: i64 = 4;

pub(crate) async fn new(ask: Ask) -> Outcome<Response> {
    let actor = ask.actor()?;
    let node = actor.duties.iter().find(|it| RULERS.contains(&it.kind.as_str())).map(|it| it.node.clone());
    let node = node.ok_or(Failure::Forbidden("obligation-only-rulers"))?;
    let form = Form::new(ui::visit::tongue(&ask.visit)).with("branch", node).with("many", 1).with("hosts", 2).with("open", 1);
    let form = form.with("present", 10).with("from", Rhythm::Quarter.running(ask.now()).code());
    let page = page(&ask, None, form, None).await?;
    ask.page(&page)
}

pub(crate) async fn edit(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::amendable(&ask, &id, None).await?;
    let form = filled(ui::visit::tongue(&ask.visit), proof.rule(), proof.from());
    let page = page(&ask, Some(&proof), form, None).await?;
    ask.page(&page)
}

pub(super) async fn refused_new(ask: &Ask, typed: Typed, errors: &Errors) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(ask, None, form, None).await?)
}

pub(super) async fn refused(ask: &Ask, proof: &Amendable, typed: Typed, errors: &Errors) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(ask, Some(proof), form, None).await?)
}

pub(super) async fn previewed_new(ask: &Ask, typed: Typed, preview: Preview) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, &Errors::new());
    ask.page(&page(ask, None, form, Some(preview)).await?)
}

pub(super) async fn previewed(ask: &Ask, proof: &Amendable, typed: Typed, preview: Preview) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, &Errors::new());
    ask.page(&page(ask, Some(proof), form, Some(preview)).await?)
}

async fn page(ask: &Ask, proof: Option<&Amendable>, form: Form, preview: Option<Preview>) -> Outcome<RulePage> {
    let frame = Frame::of(ask).crumb(ui::visit::tongue(&ask.visit).say("frame-home"), "/");
    let t = frame.t;
    let frame = frame.crumb(t.say("obligation-rules"), "/kewajiban");
    let rule = proof.map(Amendable::rule);
    let frame = match rule {
        None => frame.titled(t.say("obligation-new")),
        Some(it) => frame.crumb(&it.terms.name, format!("/kewajiban/{}", it.id)).titled(t.say("obligation-edit")),
    };
    let regions = lookup::provinces(ask.db()).await?.into_iter().map(|it| Choice::new(it.id, it.name));
    let choices = Choices {
        branches: branches(ask, (rule, form.value("branch")), t).await?,
        kinds: KINDS.iter().map(|it| Choice::new(it, t.name("agency-kind", it))).collect(),
        regions: [Choice::new("", t.say("calendar-everywhere"))].into_iter().chain(regions).collect(),
        periods: periods(proof, ask.now(), t),
    };
    Ok(RulePage { id: rule.map(|it| it.id.clone()), form, preview, choices, frame })
}

/// Where the actor may make rules, and the node that was asked for, which may stand anywhere below.
async fn branches(ask: &Ask, (rule, typed): (Option<&Rule>, &str), t: Tongue) -> Outcome<Vec<Choice>> {
    let actor = ask.actor()?;
    let mut nodes: Vec<String> = match rule {
        Some(rule) => vec![rule.branch_id.clone()],
        None => actor.duties.iter().filter(|it| RULERS.contains(&it.kind.as_str())).map(|it| it.node.clone()).collect(),
    };
    if rule.is_none() && !typed.is_empty() && !nodes.iter().any(|it| it == typed) {
        nodes.push(typed.to_owned());
    }
    let agencies = lookup::agencies(ask.db(), &nodes).await?;
    let mut choices: Vec<Choice> = agencies.into_values().map(|it| Choice::new(it.id, it.name)).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    if nodes.iter().any(|it| it == NATION) {
        choices.insert(0, Choice::new(NATION, t.say("obligation-nation")));
    }
    Ok(choices)
}

fn periods(proof: Option<&Amendable>, now: i64, t: Tongue) -> Vec<Choice> {
    let (rhythms, is_new) = match proof {
        Some(it) => (vec![it.rule().rhythm], false),
        None => (Rhythm::ALL.to_vec(), true),
    };
    let choice = |it: Period| {
        let key = match it.rhythm {
            Rhythm::Quarter => "obligation-each-quarter",
            Rhythm::Semester => "obligation-each-semester",
        };
        Choice::new(it.code(), t.fill(key, "period", it.said(t)))
    };
    let from = |rhythm: Rhythm| {
        let first = if is_new { rhythm.running(now) } else { rhythm.coming(now) };
        let first = proof.map_or(first, |it| Period::new(rhythm, first.number.max(it.rule().from_period)));
        (0..AHEAD).map(move |n| first.back(-n))
    };
    rhythms.into_iter().flat_map(from).map(choice).collect()
}

fn filled(t: Tongue, rule: &Rule, from: Period) -> Form {
    let (terms, criteria) = (&rule.terms, &rule.terms.criteria);
    let form = Form::new(t)
        .with("branch", &rule.branch_id)
        .with("name", &terms.name)
        .with("source", &terms.source)
        .with("region", &terms.region_id)
        .with("many", terms.many)
        .with("hosts", criteria.hosts)
        .with("open", i64::from(criteria.is_open))
        .with("present", criteria.present)
        .with("evaluated", i64::from(criteria.is_evaluated))
        .with("from", from.code());
    terms.kinds.iter().fold(form, |form, it| form.with("kind", it))
}

/// Whether the visitor is shown the way to a new rule.
pub(crate) fn may_make(ask: &Ask) -> bool {
    ask.maybe_actor().is_some_and(policy::rules_somewhere)
}
