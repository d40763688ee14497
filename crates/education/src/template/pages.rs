//! The page of a template with who used it and how it went, and the form that makes one of an activity. Reads only.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use directory::{lookup, tree::Tree};
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Choice, Form, Frame, form::Errors};

use super::{
    content,
    list_page::{TemplateRow, rows},
    model::{ActivityTemplate, Task, usual_day},
    policy::{self, Makeable},
    queries::{self, Held},
    task,
};
use crate::{
    activity::{self, actions::Typed, load::owners_of, model::Activity, policy::RUNNERS},
    evaluation::{self, index::Index, results::view},
    trigger,
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "template.html")]
pub(crate) struct TemplatePage {
    #[serde(skip)]
    frame: Frame,
    row: TemplateRow,
    /// The activity it was made from, for those who may open it.
    origin: Option<UseRow>,
    /// Held from it, as far as the visitor may open them.
    held: Vec<UseRow>,
    may_remove: bool,
    /// Where a head puts somebody in charge of a draft; empty for others.
    entrust: String,
    /// Where the visitor may draft.
    #[serde(skip)]
    agencies: Vec<Choice>,
    #[serde(skip)]
    form: Form,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct UseRow {
    pub(crate) activity: Activity,
    /// Short names of the owners.
    pub(crate) hosts: Vec<String>,
    /// How it was judged, where everybody may know: "3,93 (sangat baik)".
    pub(crate) judged: String,
}

pub(crate) async fn template(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let template = queries::find(ask.db(), &id).await?;
    let frame = Frame::of(&ask);
    let t = frame.t;
    let origin = use_rows(&ask, origin(&ask, &template).await?).await?.pop();
    let held = use_rows(&ask, queries::uses(ask.db(), &id, &actor.labels).await?).await?;
    let lineage = lookup::lineage(ask.db(), &template.agency_id).await?;
    let nodes: Vec<String> =
        actor.duties.iter().filter(|it| RUNNERS.contains(&it.kind.as_str())).map(|it| it.node.clone()).collect();
    let agencies = Tree::of(&ask.app).await?.agencies(&nodes).await?;
    let mut agencies: Vec<Choice> = agencies.into_values().map(|it| Choice::new(it.id, it.short_name)).collect();
    agencies.sort_by(|a, b| a.label.cmp(&b.label));
    let day = usual_day(ask.now(), frame.zone);
    let page = TemplatePage {
        may_remove: policy::removable(actor, template.clone(), &lineage).is_ok(),
        entrust: entrust(&ask, &template),
        agencies: if template.removed_at.is_some() { Vec::new() } else { agencies },
        form: Form::new(t).with("agency", &actor.home).with("date", day).with("once", kernel::id::fresh()),
        frame: frame.titled(&template.title).crumb(t.say("frame-home"), "/").crumb(t.say("template-list"), "/templat"),
        row: rows(&ask, vec![template]).await?.remove(0),
        origin,
        held,
    };
    ask.page(&page)
}

async fn origin(ask: &Ask, template: &ActivityTemplate) -> Outcome<Vec<Held>> {
    match activity::load::readable(ask, &template.activity_id).await {
        Ok(_) => Ok(vec![queries::origin(ask.db(), &template.activity_id).await?]),
        Err(Failure::NotFound) => Ok(Vec::new()),
        Err(failure) => Err(failure),
    }
}

fn entrust(ask: &Ask, template: &ActivityTemplate) -> String {
    let office = trigger::panel::office(ask).filter(|_| template.removed_at.is_none());
    office.map(|it| format!("/prakarsa?kantor={it}&sumber=templat:{}", template.id)).unwrap_or_default()
}

/// With the names of the owners and the words for each index: three statements, whatever the number.
async fn use_rows(ask: &Ask, held: Vec<Held>) -> Outcome<Vec<UseRow>> {
    let t = ui::visit::tongue(&ask.visit);
    let activities: Vec<Activity> = held.iter().map(|it| it.activity.clone()).collect();
    let (owners, agencies) = owners_of(&ask.app, &activities).await?;
    let tables = evaluation::queries::tables(ask.db(), t.lang()).await?;
    let names = |id: &str| {
        let ids = owners.get(id).map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|it| agencies.get(it)).map(|it| it.short_name.clone()).collect()
    };
    let judged = |it: &Held| {
        let (table_id, _, hundredths, conversion) = it.judged.as_ref()?;
        let table = tables.iter().find(|it| it.id == *table_id)?;
        view::judged(table, Index { hundredths: *hundredths, conversion: *conversion }).map(|it| it.said(&t))
    };
    let row = |it: Held| UseRow { hosts: names(&it.activity.id), judged: judged(&it).unwrap_or_default(), activity: it.activity };
    Ok(held.into_iter().map(row).collect())
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "template-make.html")]
pub(crate) struct MakePage {
    #[serde(skip)]
    frame: Frame,
    activity: Activity,
    form: Form,
    #[serde(skip)]
    tasks: Vec<[String; 2]>,
}

/// Rows for more tasks.
const EMPTY: usize = 3;

pub(crate) async fn new(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = policy::makeable(activity::load::editable(&ask, &id).await?, ask.now())?;
    let t = ui::visit::tongue(&ask.visit);
    let own: Vec<Task> = task::queries::of(ask.db(), &id).await?.into_iter().map(|it| it.task).collect();
    let tasks = if own.is_empty() { content::usual_tasks(t) } else { own };
    let form = Form::new(t).with("title", &proof.activity().title);
    let typed = tasks.into_iter().map(|it| [it.days.to_string(), it.title]).collect();
    ask.page(&page(&ask, &proof, form, typed))
}

pub(super) async fn refused(ask: &Ask, proof: &Makeable, typed: Typed, errors: &Errors) -> Outcome<Response> {
    let column = |name: &str| typed.iter().filter(|it| it.0 == name).map(|it| it.1.clone()).collect::<Vec<_>>();
    let (days, titles) = (column("task_days"), column("task_title"));
    let rows = titles.into_iter().enumerate().map(|(n, title)| [days.get(n).cloned().unwrap_or_default(), title]);
    let tasks = rows.filter(|it| !it[1].is_empty()).collect();
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(ask, proof, form, tasks))
}

fn page(ask: &Ask, proof: &Makeable, form: Form, mut tasks: Vec<[String; 2]>) -> MakePage {
    tasks.resize(tasks.len() + EMPTY, [const { String::new() }; 2]);
    let frame = activity::pages::owned_frame(ask, proof.activity(), "template-make");
    MakePage { activity: proof.activity().clone(), form, tasks, frame }
}
