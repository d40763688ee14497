//! Putting a crest on the certificates of an activity, and taking one off. Certificates that were issued stay as they are.

use axum::{
    extract::{Path, Request},
    response::Response,
};
use directory::lookup;
use kernel::{
    Ask, Failure, Outcome,
    web::{Form, from_pairs},
};
use store::Kind;
use ui::Errors;

use super::{
    CrestForm, RemovalForm,
    form::{note_fault, note_refused},
    queries,
};
use crate::{
    activity::load,
    certificate::{
        pages,
        policy::{self, Designable},
    },
    change::{self, By, Difference},
    material::{
        cleaning, shelf,
        upload::{self, Judged, Refused},
    },
    press,
};

const MOST_BYTES: u64 = 4 << 20;

pub(crate) async fn add(ask: Ask, Path(id): Path<String>, request: Request) -> Outcome<Response> {
    let proof = policy::designable(load::editable(&ask, &id).await?, ask.now())?;
    let brought = upload::receive(&ask.app, request, MOST_BYTES).await?;
    let form: CrestForm = from_pairs(brought.fields.clone())?;
    let mut errors = Errors::new();
    let owner = form.owner(proof.hosted(), &mut errors);
    let png = redrawn(&ask, brought.file, &mut errors).await?;
    let (Some(agency_id), Some(png)) = (owner, png) else {
        return pages::crest_refused(&ask, proof.hosted(), (brought.fields, &errors)).await;
    };
    let file = shelf::keep_made(&ask.app, &png, Kind::Png).await?;
    let name = lookup::agency(ask.db(), &agency_id).await?.short_name;
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    queries::set(&mut tx, &proof, (&agency_id, &file.hash), by).await?;
    cleaning::plan(&mut tx, by.now).await?;
    let told = Difference { field: "crest".to_owned(), before: String::new(), after: name };
    change::record(&mut tx, &id, by, "crest-added", &[told]).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}/sertifikat"), "crest-is-added")
}

/// What is kept is never what was sent.
async fn redrawn(ask: &Ask, file: Result<Judged, Refused>, errors: &mut Errors) -> Outcome<Option<Vec<u8>>> {
    let judged = match file {
        Ok(judged) => judged,
        Err(refused) => {
            note_refused(refused, errors);
            return Ok(None);
        }
    };
    let sent = judged.file.content().await.map_err(shelf::failure)?;
    match press::of(&ask.app)?.redraw(sent).await {
        Ok(png) => Ok(Some(png)),
        Err(fault) => {
            note_fault(fault, errors).map_err(Failure::broken)?;
            Ok(None)
        }
    }
}

pub(crate) async fn remove(
    ask: Ask,
    Path((id, agency_id)): Path<(String, String)>,
    Form(form): Form<RemovalForm>,
) -> Outcome<Response> {
    let proof = policy::designable(load::editable(&ask, &id).await?, ask.now())?;
    let hash = standing(&ask, &proof, &agency_id).await?;
    if !form.seen.is_empty() && form.seen != hash {
        return Err(Failure::Conflict("crest-is-another"));
    }
    let name = lookup::agency(ask.db(), &agency_id).await?.short_name;
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    if !queries::remove(&mut tx, &proof, (&agency_id, &hash), by).await? {
        return Err(Failure::Conflict("crest-is-another"));
    }
    cleaning::plan(&mut tx, by.now).await?;
    let told = Difference { field: "crest".to_owned(), before: name, after: String::new() };
    change::record(&mut tx, &id, by, "crest-removed", &[told]).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}/sertifikat"), "crest-is-removed")
}

/// The picture that an owner has here now.
async fn standing(ask: &Ask, proof: &Designable, agency_id: &str) -> Outcome<String> {
    let owners: Vec<String> = proof.hosted().owners().map(|it| it.agency_id.clone()).collect();
    let crests = queries::of(ask.db(), &proof.activity().id, &owners).await?;
    crests.into_iter().find(|it| it.agency_id == agency_id).and_then(|it| it.hash).ok_or(Failure::NotFound)
}
