//! Writes on materials: a file is claimed, then kept, then shown, so that a crash leaves no material without its file.

use axum::{
    extract::{Path, Request},
    response::Response,
};
use kernel::{
    Ask, Failure, Outcome, outbox,
    web::{Form, from_pairs},
};
use schemars::JsonSchema;
use serde::Deserialize;
use ui::Errors;

use super::{
    form::{LinkForm, MaterialForm},
    model::{Content, Draft, MOST, title_of},
    pages, queries, shelf, telling, upload,
};
use crate::{
    activity::{
        load,
        policy::{Editable, still_changeable},
    },
    change::{self, By, Difference},
    published::MaterialShared,
};

pub(crate) async fn upload(ask: Ask, Path(id): Path<String>, request: Request) -> Outcome<Response> {
    let proof = still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let brought = upload::receive(&ask.app, request, ask.app.settings().largest_upload).await?;
    let form: MaterialForm = from_pairs(brought.fields.clone())?;
    let mut errors = Errors::new();
    let otherwise = brought.file.as_ref().map_or_else(|_| "-".to_owned(), |it| title_of(&it.name));
    let draft = form.read(&otherwise, &mut errors);
    match brought.file {
        Ok(judged) if errors.is_empty() => {
            shelf::keep(&ask.app, &judged.file, judged.kind).await?;
            let content = Content::File { hash: judged.file.hash.clone(), name: judged.name.clone() };
            add(&ask, &proof, (&draft, &content)).await
        }
        Ok(_) => pages::refused(&ask, &proof, brought.fields, &errors).await,
        Err(refused) => {
            refused.note(&mut errors);
            pages::refused(&ask, &proof, brought.fields, &errors).await
        }
    }
}

pub(crate) async fn add_link(ask: Ask, Path(id): Path<String>, Form(typed): Form<Vec<(String, String)>>) -> Outcome<Response> {
    let proof = still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    match from_pairs::<LinkForm>(typed.clone())?.read() {
        Ok((draft, link)) => add(&ask, &proof, (&draft, &Content::Link(link))).await,
        Err(errors) => pages::link_refused(&ask, &proof, typed, &errors),
    }
}

async fn add(ask: &Ask, proof: &Editable, (draft, content): (&Draft, &Content)) -> Outcome<Response> {
    let (actor, now, id) = (ask.actor()?, ask.now(), kernel::id::fresh());
    let activity = proof.activity();
    let mut tx = ask.db().begin().await?;
    if queries::count(&mut tx, &activity.id).await? >= MOST as i64 {
        return Err(Failure::Conflict("material-too-many"));
    }
    let adding = queries::Adding { id: &id, draft, content, by: &actor.id, now };
    if queries::add(&mut tx, proof, &adding).await? {
        queries::turn(&mut tx, proof).await?;
        let told = [Difference { field: "material".to_owned(), before: String::new(), after: draft.title.clone() }];
        change::record(&mut tx, &activity.id, By::owner(actor, proof.hosted(), now), "material-added", &told).await?;
        share(&mut tx, (activity, draft), &id, now).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{}/materi", activity.id), "material-added")
}

/// Tells others, and participants once it is open to them.
async fn share(
    tx: &mut kernel::db::Tx,
    (activity, draft): (&crate::activity::model::Activity, &Draft),
    id: &str,
    now: i64,
) -> Outcome<()> {
    let fact = MaterialShared { activity_id: activity.id.clone(), material_id: id.to_owned() };
    outbox::publish(tx, now, &activity.id, &fact).await?;
    let open_at = if draft.is_early { now } else { activity.ends_at.max(now) };
    telling::plan(tx, activity, (open_at, now)).await
}

pub(crate) async fn change(
    ask: Ask,
    Path((id, material_id)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Outcome<Response> {
    let proof = still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let material = queries::one(ask.db(), &id, &material_id).await?;
    let mut errors = Errors::new();
    let draft = from_pairs::<MaterialForm>(typed.clone())?.read("", &mut errors);
    if !errors.is_empty() {
        return pages::one_refused(&ask, &proof, material, (typed, &errors));
    }
    let (actor, now) = (ask.actor()?, ask.now());
    let before = Draft { title: material.title, openness: material.openness, is_early: material.is_early };
    let mut tx = ask.db().begin().await?;
    if draft != before && queries::change(&mut tx, &proof, &material_id, &draft).await? {
        queries::turn(&mut tx, &proof).await?;
        let by = By::owner(actor, proof.hosted(), now);
        change::record(&mut tx, &id, by, "material-changed", &differences(&before, &draft)).await?;
        share(&mut tx, (proof.activity(), &draft), &material_id, now).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}/materi"), "material-changed")
}

fn differences(before: &Draft, after: &Draft) -> Vec<Difference> {
    let flag = |it: bool| if it { "✓" } else { "–" }.to_owned();
    let fields = [
        ("material", before.title.clone(), after.title.clone()),
        ("openness", before.openness.name().to_owned(), after.openness.name().to_owned()),
        ("material_early", flag(before.is_early), flag(after.is_early)),
    ];
    // The title says which one it is about, changed or not.
    let told = fields.into_iter().enumerate().filter(|(at, it)| *at == 0 || it.1 != it.2);
    told.map(|(_, (field, before, after))| {
        let before = if before == after { String::new() } else { before };
        Difference { field: field.to_owned(), before, after }
    })
    .collect()
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Move {
    /// "up" or "down".
    direction: String,
}

pub(crate) async fn arrange(
    ask: Ask,
    Path((id, material_id)): Path<(String, String)>,
    Form(wanted): Form<Move>,
) -> Outcome<Response> {
    let proof = still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let materials = queries::of(ask.db(), &id).await?;
    let mut ids: Vec<&str> = materials.iter().map(|it| it.id.as_str()).collect();
    let at = ids.iter().position(|it| *it == material_id).ok_or(Failure::NotFound)?;
    let to = if wanted.direction == "up" { at.saturating_sub(1) } else { (at + 1).min(ids.len() - 1) };
    ids.swap(at, to);
    let mut tx = ask.db().begin().await?;
    queries::arrange(&mut tx, &proof, &ids).await?;
    queries::turn(&mut tx, &proof).await?;
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}/materi"), "material-arranged")
}

/// Off the page at once; its file is kept for a month.
pub(crate) async fn remove(ask: Ask, Path((id, material_id)): Path<(String, String)>) -> Outcome<Response> {
    let proof = still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let material = queries::one(ask.db(), &id, &material_id).await?;
    let (actor, now) = (ask.actor()?, ask.now());
    let mut tx = ask.db().begin().await?;
    if queries::remove(&mut tx, &proof, &material_id, (&actor.id, now)).await? {
        queries::turn(&mut tx, &proof).await?;
        let told = [Difference { field: "material".to_owned(), before: material.title, after: String::new() }];
        change::record(&mut tx, &id, By::owner(actor, proof.hosted(), now), "material-removed", &told).await?;
        super::cleaning::plan(&mut tx, now).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}/materi"), "material-removed")
}
