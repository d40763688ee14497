//! The board of one rule: totals, offices, branches and regions, of this or any earlier period, as of today or any earlier day. Reads only.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use directory::tree::Tree;
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Frame, MenuItem, Tongue, Zone, address};

use super::{
    list_page::{branch_name, owed},
    load,
    model::{OfficeRow, Totals},
    policy::{self, Sight},
    queries::{self, Place, Wanted},
    shown::{Nodes, Shown},
};
use crate::obligation::{
    period::Period,
    rule::{self, model::Rule},
    standing::model::{Standing, State},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "obligation-board.html")]
pub(crate) struct BoardPage {
    #[serde(skip)]
    pub(super) frame: Frame,
    pub(super) rule: Rule,
    /// Code of the period, as in addresses.
    pub(super) period: String,
    /// Name of the part of the tree or the region that is shown.
    place: String,
    totals: Totals,
    /// Offices by name, for those who may see them.
    offices: Vec<OfficeRow>,
    /// The visitor's own offices.
    own: Vec<OfficeRow>,
    sees_names: bool,
    may_amend: bool,
    #[serde(flatten)]
    nodes: Nodes,
    /// The same as sections of the page.
    #[serde(skip)]
    drawn: String,
    /// The day whose evening is shown, as `2026-11-20`; empty for now.
    pub(super) as_of: String,
    /// Address of the next page of offices; empty on the last.
    next: String,
    #[serde(skip)]
    periods: Vec<MenuItem>,
    #[serde(skip)]
    states: Vec<MenuItem>,
    #[serde(skip)]
    pub(super) wanted: View,
}

/// What is asked of a board, as typed in its address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct View {
    pub(crate) periode: String,
    pub(crate) simpul: String,
    pub(crate) wilayah: String,
    pub(crate) status: String,
    pub(crate) setelah: String,
    pub(crate) pada: String,
}

const ROWS: i64 = 30;
const PERIODS: i64 = 5;

/// A board with everything decided about it.
pub(crate) struct Opened {
    pub(crate) rule: Rule,
    pub(crate) period: Period,
    pub(crate) node: String,
    /// The rule's branch with all above it.
    above: Vec<String>,
    tree: Tree,
    pub(crate) sight: Sight,
    pub(crate) state: Option<State>,
    /// Epoch ms; absent for now.
    pub(crate) moment: Option<i64>,
}

pub(crate) async fn board(ask: Ask, Path(id): Path<String>, Query(view): Query<View>) -> Outcome<Response> {
    let opened = open(&ask, &id, &view).await?;
    let page = page(&ask, opened, view).await?;
    ask.page(&page)
}

/// Finds the rule, the period and the node, and decides how closely the visitor may look.
pub(crate) async fn open(ask: &Ask, id: &str, view: &View) -> Outcome<Opened> {
    let actor = ask.actor()?;
    let tree = Tree::exact(&ask.app).await?;
    let latest = rule::queries::versions(ask.db(), id).await?.into_iter().next().ok_or(Failure::NotFound)?;
    let wanted = match view.periode.as_str() {
        "" => latest.nearest(latest.rhythm.running(ask.now())),
        code => Period::parse(latest.rhythm, code).filter(|it| latest.holds_in(*it)).ok_or(Failure::NotFound)?,
    };
    let rule = rule::queries::find(ask.db(), id, wanted.number).await?;
    let is_region = !view.wilayah.is_empty();
    let node = if is_region || view.simpul.is_empty() { &rule.branch_id } else { &view.simpul };
    let (lineage, above) = (lineage(&tree, node).await?, lineage(&tree, &rule.branch_id).await?);
    if !lineage.contains(&rule.branch_id) {
        return Err(Failure::NotFound);
    }
    let node = if is_region { format!("@{}", view.wilayah) } else { lineage[0].clone() };
    let zone = Zone::parse(&actor.zone).unwrap_or_default();
    let day = ui::parse::date(&view.pada).ok();
    let evening = day.map(|it| zone.moment(it.saturating_add(jiff::Span::new().days(1)), jiff::civil::Time::midnight()) - 1);
    Ok(Opened {
        sight: policy::sight(actor, &lineage),
        rule,
        period: wanted,
        node,
        above,
        tree,
        state: State::parse(&view.status).filter(|it| *it != State::Moved),
        moment: evening.filter(|it| *it < ask.now()),
    })
}

/// The node with all above it; the nation has none.
async fn lineage(tree: &Tree, node: &str) -> Outcome<Vec<String>> {
    if node == rule::load::NATION {
        return Ok(vec![node.to_owned()]);
    }
    let found = tree.lineages(&[node.to_owned()]).await?.remove(node);
    found.filter(|it| !it.is_empty()).ok_or(Failure::NotFound)
}

async fn page(ask: &Ask, opened: Opened, view: View) -> Outcome<BoardPage> {
    let Opened { rule, period, node, state, moment, tree, .. } = &opened;
    let place = place(ask, tree, (rule, node)).await?;
    let shown = Shown::of(&ask.app, tree, (rule, *period, node)).await?;
    let totals = match moment {
        None => shown.totals,
        Some(moment) => queries::totals_at(ask.db(), opened.place(), *moment).await?,
    };
    let frame = Frame::of(ask);
    let (rows, next) = rows(ask, &opened, (&view.setelah, &frame.path)).await?;
    let own = own(ask, &opened).await?;
    let key = (rule.id.as_str(), period.number);
    Ok(BoardPage {
        offices: load::offices((ask, tree), key, rows).await?,
        own: load::offices((ask, tree), key, own).await?,
        nodes: shown.nodes.clone(),
        drawn: shown.drawn((ask.visit.language, frame.t))?.to_owned(),
        totals,
        sees_names: opened.sight == Sight::Names,
        may_amend: rule::policy::rulable(ask.actor()?, &opened.above).is_ok() && rule.until_period.is_none(),
        as_of: moment.map(|_| view.pada.clone()).unwrap_or_default(),
        next,
        periods: periods(rule, *period, (&frame.path, frame.t), ask.now()),
        states: states(&totals, *state, &frame),
        frame: dressed(frame, rule, (&place, node)),
        place,
        period: period.code(),
        wanted: view,
        rule: rule.clone(),
    })
}

/// How the offices that the visitor leads or coordinates stand.
async fn own(ask: &Ask, opened: &Opened) -> Outcome<Vec<Standing>> {
    let offices = policy::own(ask.actor()?);
    if offices.is_empty() { Ok(Vec::new()) } else { queries::own(ask.db(), opened.place(), &offices).await }
}

/// A page of offices for those who see names, and the address of the next.
async fn rows(ask: &Ask, opened: &Opened, (after, path): (&str, &str)) -> Outcome<(Vec<Standing>, String)> {
    let (at, wanted) = (opened.place(), Wanted { state: opened.state, after, most: ROWS + 1 });
    let mut rows = match (opened.sight, opened.moment) {
        (Sight::Totals, _) => Vec::new(),
        (Sight::Names, None) => queries::rows(ask.db(), at, wanted).await?,
        (Sight::Names, Some(moment)) => queries::rows_at(ask.db(), at, wanted, moment).await?,
    };
    let has_more = rows.len() as i64 > ROWS;
    rows.truncate(ROWS as usize);
    let next = rows.last().filter(|_| has_more).map(|it| address::with(path, "setelah", &it.agency_id));
    Ok((rows, next.unwrap_or_default()))
}

/// The node in words.
async fn place(ask: &Ask, tree: &Tree, (rule, node): (&Rule, &str)) -> Outcome<String> {
    if let Some(region) = node.strip_prefix('@') {
        let found = tree.regions(&[region.to_owned()]).await?.remove(region);
        return Ok(found.ok_or(Failure::NotFound)?.name);
    }
    let found = tree.agencies(&[node.to_owned()]).await?.remove(node);
    Ok(found.map_or_else(|| branch_name(rule, None, ui::visit::tongue(&ask.visit)), |it| it.name))
}

fn dressed(frame: Frame, rule: &Rule, (place, node): (&str, &str)) -> Frame {
    let t = frame.t;
    let frame = frame.crumb(t.say("frame-home"), "/").crumb(t.say("obligation-rules"), "/kewajiban");
    if node == rule.branch_id {
        return frame.titled(&rule.terms.name);
    }
    frame.crumb(&rule.terms.name, format!("/kewajiban/{}", rule.id)).titled(format!("{place}: {}", rule.terms.name))
}

/// The latest periods with a board, newest first.
fn periods(rule: &Rule, shown: Period, (path, t): (&str, Tongue), now: i64) -> Vec<MenuItem> {
    let newest = rule.nearest(rule.rhythm.running(now)).number.max(shown.number);
    let all = (0..PERIODS).map(|n| Period::new(rule.rhythm, newest - n)).filter(|it| rule.holds_in(*it));
    let item = |it: Period| {
        let here = address::with(&address::with(&address::with(path, "setelah", ""), "pada", ""), "periode", &it.code());
        MenuItem { label: it.said(t), href: here, current: it == shown }
    };
    all.map(item).collect()
}

/// All offices, and those in each state, with how many there are.
fn states(totals: &Totals, shown: Option<State>, frame: &Frame) -> Vec<MenuItem> {
    let t = frame.t;
    let base = address::with(&frame.path, "setelah", "");
    let item = |key: &'static str, value: &str, n: i64, current: bool| MenuItem {
        label: format!("{} ({})", t.say(key), t.number(n)),
        href: address::with(&base, "status", value),
        current,
    };
    let all = item("obligation-all-states", "", totals.all(), shown.is_none());
    let each = State::SHOWN.into_iter().map(|it| item(it.key(), it.name(), totals.of(it), shown == Some(it)));
    [all].into_iter().chain(each).collect()
}

impl Opened {
    pub(crate) fn place(&self) -> Place<'_> {
        Place { obligation_id: &self.rule.id, period: self.period.number, node: &self.node }
    }
}

impl BoardPage {
    fn period_said(&self) -> String {
        Period::parse(self.rule.rhythm, &self.period).map(|it| it.said(self.frame.t)).unwrap_or_default()
    }

    fn owes(&self) -> String {
        owed(&self.rule, &self.frame.t)
    }

    /// What an activity must be to count, in sentences.
    fn asks(&self) -> Vec<String> {
        let (t, it) = (self.frame.t, &self.rule.terms.criteria);
        let mut asked = vec![t.say("obligation-asks-done").to_owned()];
        asked.extend((it.hosts > 1).then(|| t.fill("obligation-asks-hosts", "n", t.number(it.hosts))));
        asked.extend(it.is_open.then(|| t.say("obligation-asks-open").to_owned()));
        asked.extend((it.present > 0).then(|| t.fill("obligation-asks-present", "n", t.number(it.present))));
        asked.extend(it.is_evaluated.then(|| t.say("obligation-asks-evaluated").to_owned()));
        asked
    }

    fn shown_states(&self) -> [State; 4] {
        State::SHOWN
    }
}
