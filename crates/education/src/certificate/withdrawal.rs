//! One certificate for organisers, and taking it back: it stays with its number, and whoever checks it reads when and why. A corrected
//! name is another certificate with another number, issued with the withdrawal in one transaction.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use kernel::{Ask, Failure, Outcome, outbox, web::Form as Sent};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ui::{Errors, Form, Frame};

use super::{
    design,
    edition::{Edition, Holder, Order},
    model::Certificate,
    pages::{CertificateRow, framed},
    policy::{self, Withdrawable},
    queries::{self, Withdrawing},
};
use crate::{
    activity::{draft::one_line, load},
    change::{self, By, Difference},
    published::CertificateWithdrawn,
};

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "certificate-one.html")]
pub(crate) struct CertificatePage {
    #[serde(skip)]
    frame: Frame,
    activity_id: String,
    certificate: CertificateRow,
    /// Id of the certificate that stands instead.
    replaced_by: Option<String>,
    form: Form,
}

#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Withdrawal {
    pub(crate) reason: String,
    /// The right name with titles; then a new certificate with a new number is issued. Empty: none is.
    pub(crate) name: String,
}

const SHORTEST_REASON: usize = 5;
const LONGEST_NAME: usize = 150;

pub(crate) async fn certificate(ask: Ask, Path((id, certificate_id)): Path<(String, String)>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let certificate = queries::find(ask.db(), &certificate_id).await?;
    if certificate.activity_id != id {
        return Err(Failure::NotFound);
    }
    let form = Form::new(ui::visit::tongue(&ask.visit));
    ask.page(&CertificatePage::of(&ask, proof.hosted(), (certificate, form)))
}

pub(crate) async fn withdraw(
    ask: Ask,
    Path((id, certificate_id)): Path<(String, String)>,
    Sent(typed): Sent<Withdrawal>,
) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let proof = policy::withdrawable(proof, queries::find(ask.db(), &certificate_id).await?)?;
    let (reason, name) = (one_line(&typed.reason), one_line(&typed.name));
    let mut errors = Errors::new();
    if reason.chars().count() < SHORTEST_REASON {
        errors.add("reason", "certificate-reason-needed");
    }
    if name.chars().count() > LONGEST_NAME {
        errors.add("name", "certificate-name-too-long");
    }
    if !errors.is_empty() {
        return refused(&ask, &proof, (typed, errors));
    }
    take_back(&ask, &proof, (&reason, &name)).await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}/sertifikat/{certificate_id}"), "certificate-withdrawn")
}

fn refused(ask: &Ask, proof: &Withdrawable, (typed, errors): (Withdrawal, Errors)) -> Outcome<Response> {
    let typed = vec![("reason".to_owned(), typed.reason), ("name".to_owned(), typed.name)];
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, &errors);
    let page = CertificatePage::of(ask, proof.hosted(), (proof.certificate().clone(), form));
    ask.page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn take_back(ask: &Ask, proof: &Withdrawable, (reason, name): (&str, &str)) -> Outcome<()> {
    let (actor, it) = (ask.actor()?, proof.certificate());
    let edition = Edition::signed(&ask.app, proof.hosted()).await?;
    let mut tx = ask.db().begin().await?;
    let design = design::queries::design_locked(&mut tx, &it.activity_id).await?;
    let withdrawing = Withdrawing { by: &actor.id, now: ask.now(), reason };
    if !queries::withdraw(&mut tx, proof, &withdrawing).await? {
        return Err(Failure::Conflict("certificate-is-withdrawn"));
    }
    if !name.is_empty() {
        let order = Order { batch_id: it.batch_id.as_deref(), by: &actor.id };
        let issued = edition.issue(&mut tx, &design, order, vec![Holder::again(it, name)]).await?;
        queries::replace(&mut tx, proof, issued.first().map(String::as_str).unwrap_or_default()).await?;
    }
    let told = [("certificate", &it.number), ("reason", &reason.to_owned())].map(|(field, after)| Difference {
        field: field.into(),
        before: String::new(),
        after: after.clone(),
    });
    let by = By::owner(actor, proof.hosted(), ask.now());
    change::record(&mut tx, &it.activity_id, by, "certificate-withdrawn", &told).await?;
    let fact =
        CertificateWithdrawn { activity_id: it.activity_id.clone(), certificate_id: it.id.clone(), reason: reason.to_owned() };
    outbox::publish(&mut tx, ask.now(), &it.activity_id, &fact).await?;
    tx.commit().await
}

impl CertificatePage {
    fn of(ask: &Ask, hosted: &crate::activity::policy::Hosted, (it, form): (Certificate, Form)) -> CertificatePage {
        let frame = framed(ask, &hosted.activity);
        let t = frame.t;
        let path = format!("/kegiatan/{}/sertifikat", it.activity_id);
        CertificatePage {
            frame: frame.crumb(t.say("certificate-manage"), path).titled(t.fill("certificate-one-title", "number", &it.number)),
            activity_id: it.activity_id.clone(),
            replaced_by: it.replaced_by.clone(),
            certificate: CertificateRow::of(&ask.app, it),
            form,
        }
    }

    fn withdrawn_said(&self) -> String {
        let (t, at) = (self.frame.t, self.certificate.withdrawn_at.unwrap_or_default());
        t.fill("certificate-withdrawn-at", "when", t.moment(at, self.frame.zone))
    }
}
