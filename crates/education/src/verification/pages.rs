//! The page where anybody verifies, and the page that the QR code of a certificate leads to. Reads only.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::{HeaderName, HeaderValue, StatusCode},
    response::Response,
};
use kernel::{Ask, Failure, Outcome};
use schemars::JsonSchema;
use serde::Serialize;
use ui::{Errors, Form, Frame};

use super::{
    admission, file,
    model::{Facts, Judged, Standing, Verdict},
};
use crate::certificate::queries;

/// Longer ones are not given out.
const MOST_LETTERS: usize = 200;

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "verification.html")]
pub(crate) struct VerificationPage {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    form: Form,
    /// The number that was asked for; empty if none was.
    number: String,
    /// Those with exactly this number; two agencies may have given out the same.
    found: Vec<Facts>,
    /// What the file turned out to be, if there was one.
    file: Option<Judged>,
}

#[derive(Template, Serialize, JsonSchema)]
#[template(path = "verification-certificate.html")]
pub(crate) struct CertificatePage {
    #[serde(skip)]
    frame: Frame,
    state: Standing,
    /// Absent for an unknown one.
    facts: Option<Facts>,
}

pub(crate) async fn form(ask: Ask, Query(query): Query<HashMap<String, String>>) -> Outcome<Response> {
    let number = query.get("nomor").map(|it| plain(it)).unwrap_or_default();
    let mut found = Vec::new();
    if !number.is_empty() {
        admission::may_ask_for_number(&ask)?;
        found = queries::by_number(ask.db(), &number).await?;
    }
    let frame = frame(&ask);
    let form = Form::new(frame.t).with("nomor", &number);
    let found = found.into_iter().map(Facts::of).collect();
    unlisted(ask.page(&VerificationPage { frame, form, number, found, file: None }))
}

/// As people type and paste it: one line, single spaces.
fn plain(typed: &str) -> String {
    let line: Vec<&str> = typed.split(|it: char| it.is_whitespace() || it.is_control()).filter(|it| !it.is_empty()).collect();
    line.join(" ").chars().take(MOST_LETTERS).collect()
}

pub(super) fn judged(ask: &Ask, judged: Judged) -> Outcome<Response> {
    let frame = frame(ask);
    let mut errors = Errors::new();
    if matches!(judged.verdict, Verdict::Missing | Verdict::TooLarge) {
        errors.add("berkas", judged.verdict.key());
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = Form::refused(frame.t, Vec::new(), &errors);
    let page = VerificationPage { frame, form, number: String::new(), found: Vec::new(), file: Some(judged) };
    unlisted(ask.page_as(status, &page))
}

pub(crate) async fn certificate(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let base = ask.app.settings().base_url.clone();
    let is_ours = file::own_id(&ask.app.settings().absolute(&format!("/sertifikat/{id}")), &base).is_some();
    let found = match is_ours {
        true => queries::find(ask.db(), &id).await,
        false => Err(Failure::NotFound),
    };
    let frame = frame(&ask).crumb(ui::visit::tongue(&ask.visit).say("verification-title"), "/verifikasi");
    let (status, state, facts) = match found {
        Ok(it) => {
            let facts = Facts::of(it);
            (StatusCode::OK, facts.state, Some(facts))
        }
        Err(Failure::NotFound) => (StatusCode::NOT_FOUND, Standing::Unknown, None),
        Err(failure) => return Err(failure),
    };
    let frame = Frame { title: frame.t.say(state.key()).to_owned(), ..frame };
    unlisted(ask.page_as(status, &CertificatePage { frame, state, facts }))
}

fn frame(ask: &Ask) -> Frame {
    let frame = Frame::of(ask);
    let t = frame.t;
    frame.titled(t.say("verification-title")).crumb(t.say("frame-home"), "/")
}

/// People are named here: no search engine keeps it.
fn unlisted(answer: Outcome<Response>) -> Outcome<Response> {
    let mut response = answer?;
    response.headers_mut().insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, noarchive"));
    Ok(response)
}
