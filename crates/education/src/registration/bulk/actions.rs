//! Registering a list: read, decide for each, line up as one group, keep the results.

use std::collections::HashMap;

use axum::{
    extract::{FromRequest, Path, Request as Http},
    http::{StatusCode, header},
    response::Response,
};
use directory::lookup::{self, Person};
use kernel::{
    Actor, App, Ask, Failure, Outcome,
    web::{Form as Sent, Upload},
};
use schemars::JsonSchema;
use serde::Deserialize;
use ui::{Errors, Form};

use super::{
    model::{self, ListResult, Verdicts},
    numbers::{self, Entry},
    pages, queries,
};
use crate::{
    activity::load,
    registration::{
        desk::{Answer, Request},
        line,
        policy::{self, Named, Registrar},
    },
};

const MOST: usize = 2_000;
const LARGEST_FILE: usize = 1 << 20;

/// Pasted numbers, a file, or both.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ListForm {
    /// Service numbers, separated in any way.
    pub(crate) numbers: String,
    #[serde(skip)]
    file: Vec<u8>,
}

impl FromRequest<App> for ListForm {
    type Rejection = Failure;

    async fn from_request(request: Http, app: &App) -> Outcome<ListForm> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/") {
            return Ok(Sent::<ListForm>::from_request(request, app).await?.0);
        }
        let upload = Upload::from_request(request, app).await?;
        Ok(ListForm { numbers: upload.field("numbers").to_owned(), file: upload.content.to_vec() })
    }
}

pub(crate) async fn register(ask: Ask, Path(id): Path<String>, sent: ListForm) -> Outcome<Response> {
    let actor = ask.actor()?;
    let registrar = policy::registrar(actor, load::hosted(ask.db(), &id).await?)?;
    if let Err(refusal) = policy::open(&registrar.hosted().activity, ask.now()) {
        return refused(&ask, &registrar, &sent, (StatusCode::CONFLICT, one("", refusal.key())));
    }
    let entries = match sent.read() {
        Ok(entries) => entries,
        Err(errors) => return refused(&ask, &registrar, &sent, (StatusCode::UNPROCESSABLE_ENTITY, errors)),
    };
    let results = settle(&ask, actor, &registrar, &entries).await?;
    let mut tx = ask.db().begin().await?;
    let list = queries::keep(&mut tx, &id, (&actor.id, ask.now()), &results).await?;
    tx.commit().await?;
    if ask.visit.wants_json {
        return ask.json(StatusCode::OK, &pages::ListPage::of(&ask, &registrar, (list, ask.now()), results));
    }
    ask.done(&format!("/kegiatan/{id}/pendaftaran/daftar/{list}"), "registration-list-done")
}

/// Nothing was taken; what was pasted stands in the form again.
fn refused(ask: &Ask, registrar: &Registrar, sent: &ListForm, (status, errors): (StatusCode, Errors)) -> Outcome<Response> {
    let typed = vec![("numbers".to_owned(), sent.numbers.clone())];
    let form = Form::refused(ui::visit::tongue(&ask.visit), typed, &errors);
    pages::again(ask, registrar, (status, form))
}

fn one(field: &str, key: &'static str) -> Errors {
    let mut errors = Errors::new();
    errors.add(field, key);
    errors
}

impl ListForm {
    fn read(&self) -> Result<Vec<Entry>, Errors> {
        if self.file.len() > LARGEST_FILE {
            return Err(one("file", "registration-list-too-large"));
        }
        let mut entries = numbers::read(&self.numbers);
        if !self.file.is_empty() {
            entries.extend(numbers::read_file(&self.file).map_err(|key| one("file", key))?);
        }
        if entries.is_empty() {
            return Err(one("numbers", "registration-list-empty"));
        }
        if entries.len() > MOST {
            let mut errors = Errors::new();
            errors.add_with("numbers", "registration-list-too-many", ("n", entries.len()));
            return Err(errors);
        }
        Ok(entries)
    }
}

async fn settle(ask: &Ask, actor: &Actor, registrar: &Registrar, entries: &[Entry]) -> Outcome<Vec<ListResult>> {
    let numbers: Vec<String> = entries.iter().filter_map(|it| it.number.clone().ok()).collect();
    let people = lookup::people_by_nip(ask.db(), &numbers).await?;
    let verdicts = verdicts(ask, actor, registrar, &people).await?;
    let (lined_up, entrants) = model::entrants(entries, &verdicts);
    let answer: Answer = if entrants.is_empty() {
        Vec::new()
    } else {
        let tongue = ui::visit::tongue(&ask.visit);
        let request = Request { entrants, by: Some(actor.id.clone()), asked_at: ask.now(), tongue };
        line::ask_patiently(&ask.app, &registrar.hosted().activity.id, request).await?
    };
    Ok(model::results(entries, &people, &verdicts, (lined_up, answer)))
}

async fn verdicts(ask: &Ask, actor: &Actor, registrar: &Registrar, people: &HashMap<String, Person>) -> Outcome<Verdicts> {
    let ids: Vec<String> = people.values().map(|it| it.id.clone()).collect();
    let mut agencies: Vec<String> = people.values().map(|it| it.agency_id.clone()).collect();
    agencies.sort();
    agencies.dedup();
    let mut labels = lookup::labels_of(ask.db(), &ids).await?;
    let lineages = lookup::lineages(ask.db(), &agencies).await?;
    let verdict = |person: &Person, labels: Option<Vec<String>>| {
        let lineage = lineages.get(&person.agency_id).cloned().unwrap_or_default();
        policy::admit_named(actor, registrar, Named { person: person.clone(), lineage, labels })
    };
    Ok(people.iter().map(|(number, it)| (number.clone(), verdict(it, labels.remove(&it.id)))).collect())
}
