//! Writes on the page made to be shared: its words, and whether it is there for everybody.

use axum::{extract::Path, response::Response};
use kernel::{
    Ask, Outcome, id, outbox,
    web::{Form, from_pairs},
};

use super::{
    model::{Share, ShareForm, Words},
    pages, policy, queries,
};
use crate::{
    activity::{
        load,
        policy::{Editable, still_changeable},
    },
    change::{self, By, Difference},
    published::SharePublished,
};

/// Letters of an address that people may have to type.
const CODE: usize = 8;

pub(crate) async fn save(ask: Ask, Path(id): Path<String>, Form(typed): Form<Vec<(String, String)>>) -> Outcome<Response> {
    let proof = still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let form: ShareForm = from_pairs(typed.clone())?;
    let words = match form.read() {
        Ok(words) => words,
        Err(errors) => return pages::refused(&ask, &proof, typed, &errors).await,
    };
    let before = queries::of(ask.db(), &id).await?;
    if !keep(&ask, &proof, (&before, &words), form.version.parse().unwrap_or_default()).await? {
        return pages::changed_meanwhile(&ask, &proof, typed).await;
    }
    ask.done(&format!("/kegiatan/{id}/bagikan"), "share-saved")
}

/// Forty random bits: it is not secret, but not to be counted through either.
pub(super) fn fresh_code() -> String {
    id::secret().chars().take(CODE).collect()
}

async fn keep(ask: &Ask, proof: &Editable, (before, words): (&Share, &Words), version: i64) -> Outcome<bool> {
    let (actor, now, activity_id) = (ask.actor()?, ask.now(), &proof.activity().id);
    let code = fresh_code();
    let mut tx = ask.db().begin().await?;
    let saving = queries::Saving { words, version, code: &code, by: &actor.id, now };
    if !queries::save(&mut tx, proof, &saving).await? {
        return Ok(false);
    }
    let fields = [
        ("share_summary", before.summary.clone(), words.summary.clone()),
        ("share_takeaways", before.takeaways.join("; "), words.takeaways.join("; ")),
    ];
    let changed = fields.into_iter().filter(|it| it.1 != it.2);
    let told: Vec<Difference> =
        changed.map(|(field, before, after)| Difference { field: field.to_owned(), before, after }).collect();
    change::record(&mut tx, activity_id, By::owner(actor, proof.hosted(), now), "share-saved", &told).await?;
    queries::turn(&mut tx, proof).await?;
    tx.commit().await?;
    Ok(true)
}

pub(crate) async fn publish(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = still_changeable(load::editable(&ask, &id).await?, ask.now())?;
    let share = queries::of(ask.db(), &id).await?;
    let proof = policy::publishable(proof, &share)?;
    let now = ask.now();
    let mut tx = ask.db().begin().await?;
    if queries::publish(&mut tx, &proof, now).await? {
        let by = By::owner(ask.actor()?, proof.editable().hosted(), now);
        change::record(&mut tx, &id, by, "share-published", &[]).await?;
        queries::turn(&mut tx, proof.editable()).await?;
        let fact = SharePublished { activity_id: id.clone(), code: share.code.clone() };
        outbox::publish(&mut tx, now, &id, &fact).await?;
    }
    tx.commit().await?;
    ask.app.ring();
    ask.done(&format!("/kegiatan/{id}/bagikan"), "share-published")
}

pub(crate) async fn withdraw(ask: Ask, Path(id): Path<String>) -> Outcome<Response> {
    let proof = load::editable(&ask, &id).await?;
    let by = By::owner(ask.actor()?, proof.hosted(), ask.now());
    let mut tx = ask.db().begin().await?;
    if queries::withdraw(&mut tx, &proof).await? {
        change::record(&mut tx, &id, by, "share-withdrawn", &[]).await?;
        queries::turn(&mut tx, &proof).await?;
    }
    tx.commit().await?;
    ask.done(&format!("/kegiatan/{id}/bagikan"), "share-withdrawn")
}
