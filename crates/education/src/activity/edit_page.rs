//! The drafting form with what stands beside it: overlaps, clashes, who is asked. Reads only.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use directory::lookup;
use kernel::{Ask, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Choice, Form, Frame, Tongue, Zone, form::Errors};

use super::{
    actions::Typed,
    audience::Label,
    load,
    model::{FORMS, MODES, THEMES},
    policy::{self, Editable, RUNNERS},
    queries,
};
use crate::{
    change::{self, view::ChangeRow},
    listing::overlap::{self, Neighbours},
    room::{self, servers::OWN_LINK},
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "activity-edit.html")]
pub(crate) struct EditPage {
    #[serde(skip)]
    frame: Frame,
    /// Absent while the activity is new.
    id: Option<String>,
    version: i64,
    is_draft: bool,
    form: Form,
    #[serde(skip)]
    choices: Choices,
    agenda: Vec<[String; 3]>,
    speakers: Vec<[String; 3]>,
    /// Owners and asked agencies as (id, short name, state).
    hosts: Vec<(String, String, &'static str)>,
    neighbours: Neighbours,
    /// What others changed since this form was opened.
    changes: Vec<ChangeRow>,
}

impl EditPage {
    /// The chosen regions by name, so that the long list may stay closed.
    fn regions_said(&self) -> String {
        let names: Vec<&str> =
            self.choices.regions.iter().filter(|it| self.form.holds("region", &it.value)).map(|it| it.label.as_str()).collect();
        let t = self.frame.t;
        if names.is_empty() {
            t.say("draft-regions-none").to_owned()
        } else {
            t.fill("draft-regions-chosen", "names", names.join(", "))
        }
    }
}

struct Choices {
    agencies: Vec<Choice>,
    themes: Vec<Choice>,
    forms: Vec<Choice>,
    modes: Vec<Choice>,
    /// Meeting servers and the link of one's own; empty where the operator named none.
    rooms: Vec<Choice>,
    zones: Vec<Choice>,
    audiences: Vec<Choice>,
    regions: Vec<Choice>,
    listings: Vec<Choice>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Prefill {
    instansi: String,
}

pub(crate) async fn new(ask: Ask, Query(prefill): Query<Prefill>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let agency = if prefill.instansi.is_empty() { home_of_duty(&ask)? } else { prefill.instansi };
    let lineage = lookup::lineage(ask.db(), &agency).await?;
    policy::draftable(actor, &agency, &lineage)?;
    let province = lookup::agency(ask.db(), &agency).await?.region_id.split('.').next().unwrap_or_default().to_owned();
    let form = Form::new(ui::visit::tongue(&ask.visit))
        .with("agency", &agency)
        .with("region", province)
        .with("zone", &actor.zone)
        .with("mode", "online")
        .with("meeting_server", OWN_LINK)
        .with("form", FORMS[0])
        .with("audience", "regions")
        .with("listed", "public")
        .with("minimum_share", "70");
    let page = fresh(&ask, form, Vec::new()).await?;
    ask.page(&page)
}

/// The node where the actor runs activities: their own office before others.
pub(crate) fn home_of_duty(ask: &Ask) -> Outcome<String> {
    let actor = ask.actor()?;
    let mut nodes = actor.duties.iter().filter(|it| RUNNERS.contains(&it.kind.as_str())).map(|it| it.node.as_str());
    let has_own = nodes.clone().any(|it| it == actor.home);
    let node = if has_own { Some(actor.home.as_str()) } else { nodes.find(|it| *it != "*") };
    Ok(node.unwrap_or(&actor.home).to_owned())
}

pub(crate) async fn refused_new(ask: &Ask, typed: Typed, errors: &Errors) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed.clone(), errors);
    let page = fresh(ask, form, typed).await?;
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn fresh(ask: &Ask, form: Form, typed: Typed) -> Outcome<EditPage> {
    let agency = if form.value("agency").is_empty() { &ask.actor()?.home } else { form.value("agency") };
    let lineage = lookup::lineage(ask.db(), agency).await?;
    let frame = Frame::of(ask);
    let t = frame.t;
    Ok(EditPage {
        frame: frame.titled(t.say("activity-new")).crumb(t.say("frame-home"), "/").crumb(t.say("activity-office"), "/kelola"),
        id: None,
        version: 0,
        is_draft: true,
        choices: choices(ask, t, &[lineage]).await?,
        agenda: rows(&typed, ["agenda_time", "agenda_title", "agenda_speaker"], 2),
        speakers: rows(&typed, ["speaker_name", "speaker_affiliation", "speaker_role"], 1),
        form,
        hosts: Vec::new(),
        neighbours: Neighbours::default(),
        changes: Vec::new(),
    })
}

pub(crate) async fn edit(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = policy::still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let typed = as_typed(&ask, &proof).await?;
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed.clone(), &Errors::new());
    let page = existing(&ask, &proof, form, typed).await?;
    ask.page(&page)
}

pub(crate) async fn refused(ask: &Ask, proof: &Editable, typed: Typed, errors: &Errors) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed.clone(), errors);
    let page = existing(ask, proof, form, typed).await?;
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Somebody saved first: what was typed is kept, and what they changed is shown; saving again is then a knowing decision.
pub(crate) async fn changed_meanwhile(ask: &Ask, proof: &Editable, typed: Typed) -> Outcome<Response> {
    let mut errors = Errors::new();
    errors.add("", "activity-changed-meanwhile");
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed.clone(), &errors);
    let mut page = existing(ask, proof, form, typed).await?;
    let changes = change::since(ask.db(), &proof.activity().id, ask.now() - kernel::clock::DAY).await?;
    page.version = queries::version(ask.db(), &proof.activity().id).await?;
    page.changes = change::view::rows(ask, page.frame.t, changes).await?;
    page.changes.truncate(5);
    ask.page_as(StatusCode::CONFLICT, &page)
}

async fn existing(ask: &Ask, proof: &Editable, form: Form, typed: Typed) -> Outcome<EditPage> {
    let (hosted, activity) = (proof.hosted(), proof.activity());
    let lineages: Vec<Vec<String>> = hosted.owner_lines().cloned().collect();
    let ids: Vec<String> = hosted.hosts.iter().map(|it| it.agency_id.clone()).collect();
    let agencies = lookup::agencies(ask.db(), &ids).await?;
    let frame = Frame::of(ask);
    let t = frame.t;
    let state_of = |it: &super::model::Host| match (it.is_owner(), it.is_asked()) {
        (true, _) => "host-owner",
        (_, true) => "host-waiting",
        _ => "host-declined",
    };
    let name_of = |id: &str| agencies.get(id).map_or_else(|| id.to_owned(), |it| it.short_name.clone());
    Ok(EditPage {
        frame: frame
            .titled(t.say(if activity.published_at.is_some() { "activity-edit-published" } else { "activity-edit-draft" }))
            .crumb(t.say("frame-home"), "/")
            .crumb(t.say("activity-office"), "/kelola")
            .crumb(&activity.title, format!("/kegiatan/{}", activity.id)),
        id: Some(activity.id.clone()),
        version: activity.version,
        is_draft: activity.published_at.is_none(),
        choices: choices(ask, t, &lineages).await?,
        agenda: rows(&typed, ["agenda_time", "agenda_title", "agenda_speaker"], 2),
        speakers: rows(&typed, ["speaker_name", "speaker_affiliation", "speaker_role"], 1),
        form,
        hosts: hosted.hosts.iter().map(|it| (it.agency_id.clone(), name_of(&it.agency_id), state_of(it))).collect(),
        neighbours: overlap::of(&ask.app, hosted).await?,
        changes: Vec::new(),
    })
}

/// The activity as the form would have sent it.
async fn as_typed(ask: &Ask, proof: &Editable) -> Outcome<Typed> {
    let it = proof.activity();
    let t = ui::visit::tongue(&ask.visit);
    let (agenda, speakers) = (queries::agenda(ask.db(), &it.id).await?, queries::speakers(ask.db(), &it.id).await?);
    let mut typed: Typed = [
        ("title", it.title.clone()),
        ("summary", it.summary.clone()),
        ("theme", it.theme.clone()),
        ("form", it.form.clone()),
        ("mode", it.mode.clone()),
        ("date", t.date_iso(it.starts_at, it.zone)),
        ("start", t.clock(it.starts_at, it.zone)),
        ("end", t.clock(it.ends_at, it.zone)),
        ("zone", it.zone.name().to_owned()),
        ("place", it.place.clone()),
        ("meeting_server", if it.meeting_server.is_empty() { OWN_LINK.to_owned() } else { it.meeting_server.clone() }),
        ("meeting_link", it.meeting_link.clone()),
        ("contact", it.contact.clone()),
        ("seats", it.seats.map(|it| it.to_string()).unwrap_or_default()),
        ("public", i64::from(it.is_open_to_public).to_string()),
        ("listed", it.listed.clone()),
        ("minimum_share", (it.minimum_share / 10).to_string()),
        ("closes_date", it.registration_closes_at.map(|at| t.date_iso(at, it.zone)).unwrap_or_default()),
        ("closes_time", it.registration_closes_at.map(|at| t.clock(at, it.zone)).unwrap_or_default()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec();
    typed.extend(typed_audience(&proof.hosted().audience));
    for it in agenda {
        typed.push(("agenda_time".into(), t.clock(it.starts_at, proof.activity().zone)));
        typed.push(("agenda_title".into(), it.title));
        typed.push(("agenda_speaker".into(), it.speaker));
    }
    for it in speakers {
        typed.push(("speaker_name".into(), it.name));
        typed.push(("speaker_affiliation".into(), it.affiliation));
        typed.push(("speaker_role".into(), it.role));
    }
    Ok(typed)
}

pub(crate) fn typed_audience(labels: &[String]) -> Typed {
    let labels: Vec<Label<'_>> = labels.iter().map(|it| Label::parse(it)).filter(|it| !it.is_public).collect();
    let mut agencies: Vec<&str> = labels.iter().map(|it| it.agency).filter(|it| !it.is_empty()).collect();
    let mut regions: Vec<&str> = labels.iter().map(|it| it.region).filter(|it| !it.is_empty()).collect();
    agencies.dedup();
    regions.sort_unstable();
    regions.dedup();
    let kind = match (agencies.is_empty(), regions.is_empty()) {
        (false, _) => "agencies",
        (true, false) => "regions",
        (true, true) => "everyone",
    };
    let mut typed = vec![("audience".to_owned(), kind.to_owned()), ("agencies".to_owned(), agencies.join(", "))];
    typed.extend(regions.into_iter().map(|it| ("region".to_owned(), it.to_owned())));
    typed
}

/// Repeated fields as rows, with a few empty ones to go on writing.
fn rows(typed: &Typed, names: [&str; 3], empty: usize) -> Vec<[String; 3]> {
    let column = |name: &str| typed.iter().filter(|it| it.0 == name).map(|it| it.1.clone()).collect::<Vec<_>>();
    let columns = names.map(column);
    let cell = |n: usize, row: usize| columns[n].get(row).cloned().unwrap_or_default();
    let mut rows: Vec<[String; 3]> =
        (0..columns[0].len().max(columns[1].len())).map(|row| [cell(0, row), cell(1, row), cell(2, row)]).collect();
    rows.retain(|it| !(it[0].is_empty() && it[1].is_empty()));
    rows.resize(rows.len() + empty, [const { String::new() }; 3]);
    rows
}

async fn choices(ask: &Ask, t: Tongue, lineages: &[Vec<String>]) -> Outcome<Choices> {
    let actor = ask.actor()?;
    let nodes: Vec<String> =
        actor.duties.iter().filter(|it| RUNNERS.contains(&it.kind.as_str())).map(|it| it.node.clone()).collect();
    let mut agencies: Vec<Choice> =
        lookup::agencies(ask.db(), &nodes).await?.into_values().map(|it| Choice::new(it.id, it.short_name)).collect();
    agencies.sort_by(|a, b| a.label.cmp(&b.label));
    let said = |prefix: &str, values: &[&str]| values.iter().map(|it| Choice::new(it, t.name(prefix, it))).collect::<Vec<_>>();
    Ok(Choices {
        agencies,
        themes: said("theme", THEMES),
        forms: said("form", FORMS),
        modes: said("mode", MODES),
        rooms: room::servers::choices(&ask.app, t, lineages),
        zones: Zone::ALL.iter().map(|it| Choice::new(it.name(), it.name())).collect(),
        audiences: said("audience", &["everyone", "regions", "agencies"]),
        regions: lookup::provinces(ask.db()).await?.into_iter().map(|it| Choice::new(it.id, it.name)).collect(),
        listings: said("listed", &["public", "audience"]),
    })
}
