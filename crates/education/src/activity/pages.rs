//! The page of an activity, its history and the form that cancels it. Reads only.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use directory::{lookup::Agency, tree::Tree};
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Form, Frame, Tongue, form::Errors};

use super::{
    audience::Label,
    load,
    model::{Activity, AgendaItem, Speaker, State},
    policy::{Editable, readable},
    public_page,
    shown::{self, Shown},
};
use crate::{
    certificate,
    change::{self, view::ChangeRow},
    evaluation,
    material::{
        card::{self as shelf, MaterialRow},
        policy::Reader,
    },
    registration::card::{self, Card},
    template::task::{self, TaskRow},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "activity.html")]
pub(crate) struct ActivityPage {
    #[serde(skip)]
    frame: Frame,
    activity: Activity,
    state: State,
    hosts: Vec<Agency>,
    /// Asked, not answered yet; owners see them.
    asked: Vec<Agency>,
    agenda: Vec<AgendaItem>,
    speakers: Vec<Speaker>,
    /// For whom, in words.
    audience: String,
    is_owner: bool,
    /// Whether the visitor may answer for an asked agency: its id.
    may_answer: Option<String>,
    series: Vec<Activity>,
    /// The template it was made from: id, title, short name of its agency.
    template: Option<(String, String, String)>,
    /// Of preparation, for owners.
    tasks: Vec<TaskRow>,
    /// The visitor's own registration, or the way to one.
    registration: Card,
    /// The way to evaluating, and what came of it.
    evaluation: evaluation::card::Card,
    /// The visitor's own.
    certificate: Option<certificate::card::Card>,
    /// Those that the visitor may have.
    materials: Vec<MaterialRow>,
    /// Code of its page for neighbours; null when there is none.
    share: Option<String>,
    share_text: String,
}

pub(crate) async fn activity(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    if public_page::is_for_everybody(&ask) {
        return public_page::page(&ask, &id).await;
    }
    let shown = Shown::of(&ask.app, &id).await?;
    ask.page(&activity_page(&ask, &shown).await?)
}

pub(super) async fn activity_page(ask: &Ask, shown: &Shown) -> Outcome<ActivityPage> {
    let readable = readable(ask.maybe_actor(), shown.hosted.clone())?;
    let (hosted, activity) = (readable.hosted(), &readable.hosted().activity);
    let frame = Frame::of(ask);
    let t = frame.t;
    let tree = Tree::of(&ask.app).await?;
    let ids: Vec<String> = hosted.hosts.iter().map(|it| it.agency_id.clone()).collect();
    let agencies = tree.agencies(&ids).await?;
    let of = |wanted: &dyn Fn(&super::model::Host) -> bool| {
        hosted.hosts.iter().filter(|it| wanted(it)).filter_map(|it| agencies.get(&it.agency_id)).cloned().collect::<Vec<_>>()
    };
    let hosts = of(&|it| it.is_owner());
    let is_owner = ask.maybe_actor().is_some_and(|it| hosted.acting_for(it).is_some());
    let mut series = shown::series(&ask.app, activity).await?;
    series.retain(|it| it.published_at.is_some() || is_owner);
    let registration = card::of(ask, hosted).await?;
    let reader = Reader::of(ask.maybe_actor(), hosted, || registration.is_seated());
    Ok(ActivityPage {
        materials: shelf::rows(&shown.materials, reader, (hosted, ask.now())),
        registration,
        template: credit(&tree, shown).await?,
        tasks: if is_owner { task::rows(ask, activity).await? } else { Vec::new() },
        evaluation: evaluation::card::of(ask, hosted).await?,
        certificate: certificate::card::of(ask, hosted).await?,
        share: shown.share.clone().filter(|_| activity.listed == "public"),
        share_text: share_text(ask, t, activity, &hosts),
        audience: audience_in_words(&tree, t, &hosted.audience).await?,
        state: activity.state(ask.now()),
        asked: of(&|it| it.is_asked()),
        agenda: shown.agenda.clone(),
        speakers: shown.speakers.clone(),
        may_answer: ask.maybe_actor().and_then(|it| hosted.asked_of(it)),
        frame: dressed(frame, activity, &hosts),
        activity: activity.clone(),
        is_owner,
        hosts,
        series,
    })
}

async fn credit(tree: &Tree, shown: &Shown) -> Outcome<Option<(String, String, String)>> {
    let Some(it) = &shown.template else { return Ok(None) };
    let agency = tree.agencies(std::slice::from_ref(&it.agency_id)).await?.remove(&it.agency_id);
    let name = agency.map_or_else(|| it.agency_id.clone(), |it| it.short_name);
    Ok(Some((it.id.clone(), it.title.clone(), name)))
}

fn dressed(frame: Frame, activity: &Activity, hosts: &[Agency]) -> Frame {
    let t = frame.t;
    let names = hosts.iter().map(|it| it.short_name.as_str()).collect::<Vec<_>>().join(", ");
    let when = t.period(activity.starts_at, activity.ends_at, activity.zone);
    frame
        .titled(&activity.title)
        .described(format!("{when}. {names}."))
        .crumb(t.say("frame-home"), "/")
        .crumb(t.say("activity-calendar"), "/kegiatan")
        .crumb(t.name("theme", &activity.theme), format!("/kegiatan?tema={}", activity.theme))
}

/// Ready to be pasted into a messaging app.
fn share_text(ask: &Ask, t: Tongue, activity: &Activity, hosts: &[Agency]) -> String {
    let names = hosts.iter().map(|it| it.short_name.as_str()).collect::<Vec<_>>().join(", ");
    let when = t.period(activity.starts_at, activity.ends_at, activity.zone);
    let zones = t.other_zones(activity.starts_at, activity.zone);
    let address = ask.app.settings().absolute(&format!("/kegiatan/{}", activity.id));
    format!("{}\n{when} {zones}\n{names}\n{address}", activity.title)
}

/// "Pegawai semua instansi di Sulawesi Barat, dan warga".
pub(crate) async fn audience_in_words(tree: &Tree, t: Tongue, labels: &[String]) -> Outcome<String> {
    let parsed: Vec<Label<'_>> = labels.iter().map(|it| Label::parse(it)).collect();
    let part = |pick: &dyn Fn(&Label<'_>) -> String| {
        let mut values: Vec<String> = parsed.iter().map(pick).filter(|it| !it.is_empty()).collect();
        values.sort();
        values.dedup();
        values
    };
    let agencies = tree.agencies(&part(&|it| it.agency.to_owned())).await?;
    let regions = tree.regions(&part(&|it| it.region.to_owned())).await?;
    let mut agencies: Vec<&str> = agencies.values().map(|it| it.short_name.as_str()).collect();
    let mut regions: Vec<&str> = regions.values().map(|it| it.name.as_str()).collect();
    agencies.sort_unstable();
    regions.sort_unstable();
    let who = if agencies.is_empty() {
        t.say("audience-all-agencies").to_owned()
    } else {
        t.fill("audience-of-agencies", "names", agencies.join(", "))
    };
    let people = if regions.is_empty() {
        t.fill("audience-everywhere", "who", who)
    } else {
        t.with("who", who).with("names", regions.join(", ")).say("audience-in-regions")
    };
    let is_public = parsed.iter().any(|it| it.is_public);
    Ok(if is_public { t.fill("audience-and-public", "people", people) } else { people })
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "activity-history.html")]
pub(crate) struct HistoryPage {
    #[serde(skip)]
    frame: Frame,
    changes: Vec<ChangeRow>,
}

pub(crate) async fn history(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let frame = owned_frame(&ask, proof.activity(), "activity-history");
    let changes = change::of(ask.db(), &id).await?;
    let page = HistoryPage { changes: change::view::rows(&ask, frame.t, changes).await?, frame };
    ask.page(&page)
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "activity-cancel.html")]
pub(crate) struct CancelPage {
    #[serde(skip)]
    frame: Frame,
    activity: Activity,
    form: Form,
}

pub(crate) async fn cancellation(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = super::policy::still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let frame = owned_frame(&ask, proof.activity(), "activity-cancel");
    ask.page(&CancelPage { form: Form::new(frame.t), activity: proof.activity().clone(), frame })
}

pub(crate) fn cancellation_refused(ask: &Ask, proof: &Editable, typed: &str, fault: &'static str) -> Outcome<Response> {
    let frame = owned_frame(ask, proof.activity(), "activity-cancel");
    let mut errors = Errors::new();
    errors.add("reason", fault);
    let form = Form::refused(frame.t, vec![("reason".into(), typed.into())], &errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &CancelPage { form, activity: proof.activity().clone(), frame })
}

/// The frame of a page about one activity that only its owners see.
pub(crate) fn owned_frame(ask: &Ask, activity: &Activity, title: &str) -> Frame {
    let frame = Frame::of(ask);
    let t = frame.t;
    frame
        .titled(t.say(title))
        .crumb(t.say("frame-home"), "/")
        .crumb(t.say("activity-office"), "/kelola")
        .crumb(&activity.title, format!("/kegiatan/{}", activity.id))
}
