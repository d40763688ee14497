//! The form of a warning: new, in the place of another, or a draft that is changed. Reads only.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use directory::lookup;
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Choice, Form, Frame, Tongue, form::Errors};

use super::{
    actions, load,
    model::Warning,
    pages::titled,
    policy::{Addressed, Editable, Endable, WRITERS},
};
use crate::activity::{self, actions::Typed, edit_page::typed_audience};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "warning-edit.html")]
pub(crate) struct WritePage {
    #[serde(skip)]
    frame: Frame,
    /// Absent while the warning is new.
    id: Option<String>,
    form: Form,
    /// Title of the warning that this one takes the place of.
    supersedes: Option<String>,
    /// Title of the activity that this one is drawn from.
    activity: Option<String>,
    #[serde(skip)]
    choices: Choices,
}

struct Choices {
    agencies: Vec<Choice>,
    audiences: Vec<Choice>,
    regions: Vec<Choice>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Prefill {
    instansi: String,
    /// Id of an activity to draw it from.
    kegiatan: String,
    /// Id of a warning to take the place of.
    mengganti: String,
}

pub(crate) async fn new(ask: Ask, Query(prefill): Query<Prefill>) -> Outcome<Response> {
    let actor = ask.actor()?;
    let held = actor.duties.iter().find(|it| WRITERS.contains(&it.kind.as_str())).map(|it| it.node.clone());
    let own = held.ok_or(Failure::Forbidden("warning-only-writers"))?;
    let t = ui::visit::tongue(&ask.visit);
    let superseded = actions::superseded(&ask, &prefill.mengganti).await?;
    let form = match &superseded {
        Some(it) => Form::refused(t, typed(t, it.addressed()), &Errors::new()).with("supersedes", &it.warning().id),
        None => fresh(&ask, t, (prefill.instansi, own), &prefill.kegiatan).await?,
    };
    let form = form.with("once", kernel::id::fresh());
    let page = page(&ask, Subject::New(superseded.as_ref()), form).await?;
    ask.page(&page)
}

/// For the province of the agency, or for the people of the activity.
async fn fresh(ask: &Ask, t: Tongue, (wanted, own): (String, String), activity_id: &str) -> Outcome<Form> {
    let agency_id = if wanted.is_empty() { own } else { wanted };
    let form = Form::new(t).with("agency", &agency_id).with("public", 1);
    if activity_id.is_empty() {
        let province = lookup::agency(ask.db(), &agency_id).await.map(|it| it.region_id).unwrap_or_default();
        return Ok(form.with("audience", "regions").with("region", province.split('.').next().unwrap_or_default()));
    }
    let proof = activity::load::editable(ask, activity_id).await?;
    let audience = typed_audience(&proof.hosted().audience);
    Ok(audience.into_iter().fold(form.with("activity", activity_id), |form, (name, value)| form.with(name, value)))
}

pub(crate) async fn edit(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let t = ui::visit::tongue(&ask.visit);
    let form = Form::refused(t, typed(t, proof.addressed()), &Errors::new()).with("version", proof.warning().version);
    let form = proof.warning().supersedes_id.iter().fold(form, |form, it| form.with("supersedes", it));
    let page = page(&ask, Subject::Draft(&proof), form).await?;
    ask.page(&page)
}

pub(super) async fn refused_new(ask: &Ask, superseded: Option<&Endable>, typed: Typed, errors: &Errors) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(ask, Subject::New(superseded), form).await?)
}

pub(super) async fn refused(ask: &Ask, proof: &Editable, typed: Typed, errors: &Errors) -> Outcome<Response> {
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, errors);
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page(ask, Subject::Draft(proof), form).await?)
}

/// What is written: a new warning, perhaps in the place of another, or a draft. What it supersedes is never taken from what was typed.
enum Subject<'a> {
    New(Option<&'a Endable>),
    Draft(&'a Editable),
}

impl Subject<'_> {
    fn draft(&self) -> Option<&Warning> {
        match self {
            Subject::New(_) => None,
            Subject::Draft(proof) => Some(proof.warning()),
        }
    }

    async fn superseded_title(&self, ask: &Ask) -> Outcome<Option<String>> {
        match self {
            Subject::New(superseded) => Ok(superseded.map(|it| it.warning().words.title.clone())),
            Subject::Draft(proof) => Ok(titled(ask, proof.warning().supersedes_id.as_deref()).await?.map(|it| it.1)),
        }
    }
}

async fn page(ask: &Ask, subject: Subject<'_>, form: Form) -> Outcome<WritePage> {
    let frame = Frame::of(ask);
    let t = frame.t;
    let frame = frame.crumb(t.say("frame-home"), "/").crumb(t.say("warning-list"), "/peringatan");
    let frame = match subject.draft() {
        None => frame.titled(t.say("warning-new")),
        Some(it) => frame.titled(t.say("warning-edit")).crumb(&it.words.title, format!("/peringatan/{}", it.id)),
    };
    Ok(WritePage {
        id: subject.draft().map(|it| it.id.clone()),
        supersedes: subject.superseded_title(ask).await?,
        activity: match form.value("activity") {
            "" => None,
            id => activity::load::readable(ask, id).await.ok().map(|it| it.hosted().activity.title.clone()),
        },
        choices: choices(ask, t).await?,
        form,
        frame,
    })
}

/// The warning as the form would have sent it.
fn typed(t: Tongue, addressed: &Addressed) -> Typed {
    let (warning, words) = (&addressed.warning, &addressed.warning.words);
    let mut typed: Typed = [
        ("agency", warning.agency_id.clone()),
        ("title", words.title.clone()),
        ("avoid", words.avoid.clone()),
        ("consequence", words.consequence.clone()),
        ("remedy", words.remedy.clone()),
        ("rule", words.rule.clone()),
        ("link", words.link.clone()),
        ("activity", warning.activity_id.clone().unwrap_or_default()),
        ("public", i64::from(warning.is_public).to_string()),
        ("read_by", warning.read_by.map(|it| t.date_iso(it, warning.zone)).unwrap_or_default()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec();
    typed.extend(typed_audience(&addressed.audience));
    typed
}

async fn choices(ask: &Ask, t: Tongue) -> Outcome<Choices> {
    let actor = ask.actor()?;
    let held = actor.duties.iter().filter(|it| WRITERS.contains(&it.kind.as_str()));
    let nodes: Vec<String> = held.map(|it| it.node.clone()).collect();
    let agencies = lookup::agencies(ask.db(), &nodes).await?;
    let mut agencies: Vec<Choice> = agencies.into_values().map(|it| Choice::new(it.id, it.short_name)).collect();
    agencies.sort_by(|a, b| a.label.cmp(&b.label));
    let audiences = ["everyone", "regions", "agencies"];
    Ok(Choices {
        agencies,
        audiences: audiences.iter().map(|it| Choice::new(it, t.name("audience", it))).collect(),
        regions: lookup::provinces(ask.db()).await?.into_iter().map(|it| Choice::new(it.id, it.name)).collect(),
    })
}

impl WritePage {
    /// The chosen regions by name, so that the long list may stay closed.
    fn regions_said(&self) -> String {
        let chosen = self.choices.regions.iter().filter(|it| self.form.holds("region", &it.value));
        let names: Vec<&str> = chosen.map(|it| it.label.as_str()).collect();
        let t = self.frame.t;
        if names.is_empty() {
            t.say("draft-regions-none").to_owned()
        } else {
            t.fill("draft-regions-chosen", "names", names.join(", "))
        }
    }
}
