//! What organisers see of the certificates of an activity: the issue, the design with its preview, and those issued. Reads only.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use kernel::{App, Ask, Outcome};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Choice, Errors, Form, Frame, Tongue, address};

use super::{
    badge,
    content::Print,
    crest::CrestRow,
    design::{self, DesignForm},
    edition::Edition,
    model::{Batch, Certificate, Design, Signatory},
    paper, policy, queries,
};
use crate::{
    activity::{
        load,
        model::{Activity, FORMS},
        policy::Hosted,
    },
    attendance,
    learning::rules,
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "certificate-design.html")]
pub(crate) struct CertificatesPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    design: Design,
    form: Form,
    #[serde(skip)]
    signatories: Vec<Signatory>,
    #[serde(skip)]
    templates: Vec<Choice>,
    #[serde(skip)]
    forms: Vec<Choice>,
    /// What stands for each owner, in their order.
    crests: Vec<CrestRow>,
    crest_form: Form,
    #[serde(skip)]
    owners: Vec<Choice>,
    /// The latest issue that was asked for.
    batch: Option<Batch>,
    issued: i64,
    withdrawn: i64,
    /// How many attended enough and have none yet.
    entitled: i64,
    /// Characters of the title, the organisers or the design that no font has.
    unprintable: String,
    /// JP that are printed, where the activity has become too short for those of the design.
    fewer_jp: Option<i64>,
    /// Why none can be issued now, as a sentence's key.
    closed_because: Option<&'static str>,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "certificate-list.html")]
pub(crate) struct ListPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    rows: Vec<CertificateRow>,
    /// The address of the next page, if there is one.
    next: String,
}

/// A certificate as organisers see it, with the number of its holder in full.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct CertificateRow {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) role: super::model::Role,
    pub(crate) name: String,
    pub(crate) nip: String,
    pub(crate) agency: String,
    pub(crate) has_credential: bool,
    /// Characters of the name that no font has; printed as [?].
    pub(crate) unprintable: String,
    pub(crate) issued_at: i64,
    pub(crate) withdrawn_at: Option<i64>,
    pub(crate) withdraw_reason: Option<String>,
}

pub(crate) async fn certificates(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let design = design::current(&ask.app, proof.hosted()).await?;
    let form = form_of(ui::visit::tongue(&ask.visit), &design, proof.activity());
    let page = page(&ask, proof.hosted(), (design, form)).await?;
    ask.page(&page)
}

pub(super) async fn refused(ask: &Ask, hosted: &Hosted, (typed, errors): (&DesignForm, &Errors)) -> Outcome<Response> {
    let design = design::current(&ask.app, hosted).await?;
    let form = typed.refused(ui::visit::tongue(&ask.visit), errors);
    let page = CertificatesPage { signatories: typed.typed_signatories(), ..page(ask, hosted, (design, form)).await? };
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Browsers do not keep the chosen file.
pub(super) async fn crest_refused(
    ask: &Ask,
    hosted: &Hosted,
    (typed, errors): (Vec<(String, String)>, &Errors),
) -> Outcome<Response> {
    let t = ui::visit::tongue(&ask.visit);
    let design = design::current(&ask.app, hosted).await?;
    let form = form_of(t, &design, &hosted.activity);
    let page = CertificatesPage { crest_form: Form::refused(t, typed, errors), ..page(ask, hosted, (design, form)).await? };
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn page(ask: &Ask, hosted: &Hosted, (design, form): (Design, Form)) -> Outcome<CertificatesPage> {
    let (db, activity) = (ask.db(), &hosted.activity);
    let counted = attendance::queries::totals(db, &activity.id).await?;
    let saved = Some(&design).filter(|it| it.version > 0);
    let closed_because = policy::closed_because(activity, saved, counted, ask.now());
    let (issued, withdrawn) = queries::counts(db, &activity.id).await?;
    let frame = framed(ask, activity).titled(ui::visit::tongue(&ask.visit).fill("certificate-title", "title", &activity.title));
    let t = frame.t;
    let edition = Edition::of(&ask.app, hosted).await?;
    let crests = edition.crests();
    let without = crests.iter().find(|it| it.hash.is_none()).or(crests.first()).map(|it| it.agency_id.clone());
    let mut signatories = design.signatories.clone();
    signatories.resize(design::MOST_SIGNATORIES, Signatory::default());
    Ok(CertificatesPage {
        id: activity.id.clone(),
        form,
        signatories,
        templates: document::Template::NAMES.iter().map(|it| Choice::new(it, t.say(template_key(it)))).collect(),
        owners: crests.iter().map(|it| Choice::new(&it.agency_id, &it.agency)).collect(),
        crest_form: Form::new(t).with("agency", without.unwrap_or_default()),
        crests,
        forms: FORMS.iter().map(|it| Choice::new(it, t.name("form", it))).collect(),
        batch: queries::latest_batch(db, &activity.id).await?,
        issued,
        withdrawn,
        entitled: queries::count_entitled(db, &activity.id).await?,
        unprintable: unprintable(&ask.app, &edition.print(&design), (hosted, &design)),
        fewer_jp: Some(rules::hours_as(activity, &design.form)).filter(|it| *it < design.jp),
        closed_because,
        design,
        frame,
    })
}

fn unprintable(app: &App, print: &Print, (hosted, design): (&Hosted, &Design)) -> String {
    let signed = design.signatories.iter().flat_map(|it| [&it.position, &it.name, &it.number]);
    let lessons = print.agenda.iter().flat_map(|it| [&it.title, &it.speaker]);
    let others = [&hosted.activity.title, &design.heading, &design.place, &print.venue];
    paper::unprintable(app, print.organisers.iter().chain(signed).chain(lessons).chain(others))
}

fn template_key(name: &str) -> &'static str {
    match name {
        "modern" => "certificate-template-modern",
        "polos" => "certificate-template-polos",
        _ => "certificate-template-resmi",
    }
}

fn form_of(t: Tongue, it: &Design, activity: &Activity) -> Form {
    let day = it.signed_on.map(|at| activity.zone.civil(at).date().to_string()).unwrap_or_default();
    Form::new(t)
        .with("template", &it.template)
        .with("heading", &it.heading)
        .with("number_pattern", &it.number_pattern)
        .with("place", &it.place)
        .with("signed_on", day)
        .with("jp", it.jp)
        .with("form", &it.form)
        .with("with_agenda", i64::from(it.with_agenda))
}

/// What stands around every page of certificates of an activity.
pub(super) fn framed(ask: &Ask, activity: &Activity) -> Frame {
    let frame = Frame::of(ask);
    let t = frame.t;
    frame
        .in_zone(activity.zone)
        .crumb(t.say("frame-home"), "/")
        .crumb(t.say("activity-calendar"), "/kegiatan")
        .crumb(&activity.title, format!("/kegiatan/{}", activity.id))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct After {
    /// Moment of issue and id of the last row of the page before.
    setelah: String,
}

const ROWS: i64 = 50;

pub(crate) async fn list(ask: Ask, Path(id): Path<String>, Query(after): Query<After>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let (at, last) = after.setelah.split_once('.').unwrap_or_default();
    let mut found = queries::of_activity(ask.db(), &id, (at.parse().unwrap_or(0), last), ROWS + 1).await?;
    let has_more = found.len() as i64 > ROWS;
    found.truncate(ROWS as usize);
    let frame = framed(&ask, proof.activity());
    let t = frame.t;
    let frame = frame.crumb(t.say("certificate-manage"), format!("/kegiatan/{id}/sertifikat")).titled(t.fill(
        "certificate-list-title",
        "title",
        &proof.activity().title,
    ));
    let last = found.last().filter(|_| has_more).map(|it| format!("{}.{}", it.issued_at, it.id));
    ask.page(&ListPage {
        next: last.map(|it| address::with(&frame.path, "setelah", &it)).unwrap_or_default(),
        rows: found.into_iter().map(|it| CertificateRow::of(&ask.app, it)).collect(),
        frame,
        id,
    })
}

impl CertificateRow {
    pub(super) fn of(app: &App, it: Certificate) -> CertificateRow {
        CertificateRow {
            unprintable: paper::unprintable(app, [&it.holder_name]),
            has_credential: badge::recipient(&it).is_some(),
            id: it.id,
            number: it.number,
            role: it.role,
            name: it.holder_name,
            nip: it.holder_number.unwrap_or_default(),
            agency: it.holder_agency,
            issued_at: it.issued_at,
            withdrawn_at: it.withdrawn_at,
            withdraw_reason: it.withdraw_reason,
        }
    }
}
